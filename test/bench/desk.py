"""Write citizens and the queries of a reception desk: python3 desk.py SEED ROWS FOLDER.

citizen.csv holds id, full_name, address, code, phone, id_number and born, with the dirt of real
registers. query.csv holds the kind, the text typed and the ids of the right rows, which come from
the truth before the dirt. The same seed gives the same files.
"""
import csv
import os
import random
import sys
import unicodedata

FAMILY = [("Nguyễn", 38), ("Trần", 11), ("Lê", 10), ("Phạm", 7), ("Hoàng", 5), ("Huỳnh", 5),
          ("Phan", 5), ("Võ", 4), ("Đặng", 3), ("Bùi", 2), ("Đỗ", 2), ("Hồ", 2), ("Ngô", 2),
          ("Dương", 1), ("Lý", 1), ("Trương", 1), ("Đinh", 1)]
MIDDLE = ("Văn Thị Hữu Ngọc Minh Đức Thanh Xuân Kim Thu Quốc Công Bá Đình Mỹ Thúy Hồng Phương "
          "Gia Khánh Anh Bảo Diệu Như Quang Tuấn Trọng Hải Nhật").split()
GIVEN = ("Hoa Lan An Bình Quý Sơn Yến Hùng Nam Vy Hòa Thủy Trinh Quỳnh Hương Hằng Dũng Cường "
         "Linh Trang Nga Phúc Lộc Thọ Tâm Tuyết Loan Oanh Khoa Kiệt Long Phụng Châu Trí Đạt Hạnh "
         "Nghĩa Nhung Duyên Thảo Vinh Xuyến Giang Dung Sương Trúc Chi Hiếu Huệ Lợi Mai").split()
ETHNIC = ["H'Lan Niê", "H'Hen Êban", "K'Brôi", "Y'Thanh Niê", "K'Sor Lâm", "H'Nga Kbuôr"]
WARDS = ("Phú Hội|Vĩnh Ninh|Hương An|Thủy Xuân|Kim Long|An Cựu|Tây Lộc|Thuận Hòa|Phước Vĩnh|"
         "Quảng Công|Niêm Phò|Vinh Xuân|Hương Sơ|Xuân Phú|Trường An|Đông Ba|Phong Hiền").split("|")
STREETS = "Lê Lợi|Nguyễn Huệ|Hùng Vương|Trần Phú|Bà Triệu|Đống Đa|Lý Thường Kiệt".split("|")
DISTRICTS = [("thành phố", "TP.", "Huế"), ("thị xã", "TX.", "Hương Trà"),
             ("huyện", "H.", "Quảng Điền"), ("huyện", "H.", "Phú Vang"),
             ("huyện", "H.", "A Lưới")]
TONES = "\u0300\u0309\u0303\u0301\u0323"
TELEX = {"\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0301": "s", "\u0323": "j"}
VNI = {"\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0301": "1", "\u0323": "5"}
OLD_STYLE = {"oà": "òa", "oá": "óa", "oả": "ỏa", "uý": "úy", "uỷ": "ủy", "uỳ": "ùy"}


def bare(text):
    text = text.replace("đ", "d").replace("Đ", "D")
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def keystrokes(text, tones, marks, stroke):
    out = []
    for word in text.lower().split():
        tone, letters = "", ""
        for c in unicodedata.normalize("NFD", word):
            if c in TONES:
                tone = tones[c]
            elif c in marks:
                letters += marks[c](letters[-1])
            else:
                letters += stroke if c == "đ" else c
        out.append(letters + tone)
    return " ".join(out)


def telex(text):
    return keystrokes(text, TELEX, {"\u0302": lambda c: c, "\u0306": lambda c: "w",
                                    "\u031b": lambda c: "w"}, "dd")


def vni(text):
    return keystrokes(text, VNI, {"\u0302": lambda c: "6", "\u0306": lambda c: "8",
                                  "\u031b": lambda c: "7"}, "d9")


def other_style(text):
    for new, old in OLD_STYLE.items():
        text = text.replace(new, "\0").replace(old, new).replace("\0", old)
    return text


def exchanged(text):
    swap = str.maketrans("\u0309\u0303", "\u0303\u0309")
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).translate(swap))


def mistyped(rng, text):
    words = text.split()
    at = max(range(len(words)), key=lambda i: (len(words[i]), rng.random()))
    word = words[at]
    k = rng.randrange(1, len(word) - 1) if len(word) > 2 else 1
    kind = rng.randrange(3)
    if kind == 0:
        word = word[:k] + word[k + 1:]
    elif kind == 1:
        word = word[:k] + word[k] + word[k:]
    else:
        word = word[:k] + word[k:k + 2][::-1] + word[k + 2:]
    words[at] = word
    return " ".join(words)


class Citizen:
    def __init__(self, rng, number):
        self.id = number
        family = rng.choices([f for f, _ in FAMILY], [w for _, w in FAMILY])[0]
        middles = rng.sample(MIDDLE, 2 if rng.random() < 0.3 else 1)
        self.name = " ".join([family, *middles, rng.choice(GIVEN)])
        if rng.random() < 0.004:
            self.name = rng.choice(ETHNIC)
        self.ward = rng.choice(WARDS)
        self.kind = rng.choice(["phường", "xã"])
        self.place = f"{rng.randrange(1, 200)} {rng.choice(STREETS)}"
        self.district = rng.choice(DISTRICTS)
        self.phone = "0" + rng.choice("35789") + f"{rng.randrange(10 ** 8):08d}"
        self.number = f"046{rng.choice('0123')}{rng.randrange(10 ** 8):08d}"
        self.code = f"000.00.{rng.randrange(10, 40)}.H57-{rng.randrange(210101, 211228)}-" \
                    f"{rng.randrange(1, 3000):04d}"
        self.born = rng.randrange(1940, 2005)
        self.dirt = ""

    def row(self, rng):
        name = self.name
        address = f"{self.place}, {self.kind} {self.ward}, {self.district[0]} {self.district[2]}"
        if rng.random() < 0.3:
            address = f"{self.place}, {self.kind[0].upper()}. {self.ward}, " \
                      f"{self.district[1]}{self.district[2]}"
        if rng.random() < 0.35:
            name, address = other_style(name), other_style(address)
        choice = rng.random()
        if choice < 0.02:
            name = unicodedata.normalize("NFD", name)
        elif choice < 0.05:
            name = name.upper()
        elif choice < 0.08:
            name, address = bare(name), bare(address)
        elif choice < 0.11:
            name, self.dirt = mistyped(rng, name), "typo"
        elif choice < 0.14:
            name, self.dirt = exchanged(name), "tone" if exchanged(name) != name else ""
        phone = self.phone
        if rng.random() < 0.4:
            phone = f"{phone[:4]}.{phone[4:7]}.{phone[7:]}"
        return [self.id, name, address, self.code, phone, self.number, self.born]


def words_of(person):
    return person.name.split()


def full_address(person):
    return f"{person.kind} {person.ward} {person.district[2]}"


def queries(rng, people):
    """Give the kind, the text typed, and the predicate that a right citizen satisfies."""
    names = {}
    for person in people:
        names.setdefault(person.name, []).append(person)
    rare = [p[0] for p in names.values() if len(p) <= 8 and "'" not in p[0].name]
    typo = [p for p in people if p.dirt == "typo" and len(names[p.name]) <= 8 and
            "'" not in p.name]
    tone = [p for p in people if p.dirt == "tone" and len(names[p.name]) <= 8]
    ethnic = [p for p in people if "'" in p.name]
    by_name = lambda p: lambda c: bare(c.name) == bare(p.name)  # noqa: E731

    def of(kind, count, source, typed, right):
        for person in rng.sample(source, count):
            yield kind, typed(person), right(person)

    same = lambda p: lambda c: c.name == p.name  # noqa: E731
    with_ward = lambda p: lambda c: bare(c.name) == bare(p.name) and c.ward == p.ward  # noqa: E731
    first_last = lambda p: [words_of(p)[0], words_of(p)[-1]]  # noqa: E731
    yield from of("full name with marks", 4, rare, lambda p: p.name, same)
    yield from of("full name without marks", 4, rare, lambda p: bare(p.name).lower(), by_name)
    yield from of("last word begun", 3, [p for p in rare if len(words_of(p)[-1]) > 3],
                  lambda p: bare(p.name).lower()[:-1],
                  lambda p: lambda c: bare(c.name).lower().startswith(bare(p.name).lower()[:-1]))
    yield from of("other tone style", 2, [p for p in rare if other_style(p.name) != p.name],
                  lambda p: other_style(p.name), same)
    yield from of("given name first", 4, rare,
                  lambda p: bare(" ".join(words_of(p)[-1:] + words_of(p)[:-1])).lower(), by_name)
    yield from of("family, given, ward", 4, rare,
                  lambda p: bare(" ".join(first_last(p) + [p.ward])).lower(),
                  lambda p: lambda c: bare(" ".join(first_last(c))) == bare(
                      " ".join(first_last(p))) and c.ward == p.ward)
    yield from of("full name and ward", 4, rare, lambda p: bare(f"{p.name} {p.ward}").lower(),
                  with_ward)
    initials = {}
    for person in people:
        initials.setdefault("".join(w[0] for w in bare(person.name).split()), []).append(person)
    few = [p[0] for key, p in initials.items() if 3 <= len(key) and len(p) <= 10 and
           "'" not in p[0].name]
    short = lambda c: "".join(w[0] for w in bare(c.name).split())  # noqa: E731
    yield from of("initials", min(3, len(few)), few, lambda p: short(p).lower(),
                  lambda p: lambda c: short(c) == short(p))
    yield from of("name without blanks", 3, rare, lambda p: bare(p.name).replace(" ", "").lower(),
                  by_name)
    yield from of("error in the query, bare", 5, rare,
                  lambda p: mistyped(rng, bare(p.name).lower()), by_name)
    yield from of("error in the query, marked", 2, rare, lambda p: mistyped(rng, p.name), same)
    yield from of("error in the data", 4, typo, lambda p: bare(p.name).lower(), by_name)
    yield from of("hỏi and ngã in the data", 3, tone, lambda p: p.name, same)
    yield from of("hỏi and ngã in the query", 2, [p for p in rare if exchanged(p.name) != p.name],
                  lambda p: exchanged(p.name), same)
    yield from of("Telex", 2, rare, lambda p: telex(p.name), same)
    yield from of("VNI", 2, rare, lambda p: vni(p.name), same)
    yield from of("telephone number", 3, people, lambda p: p.phone,
                  lambda p: lambda c: c.phone == p.phone)
    yield from of("last six of the telephone", 2, people, lambda p: p.phone[-6:],
                  lambda p: lambda c: c.phone[-6:] == p.phone[-6:])
    yield from of("last six of the id number", 2, people, lambda p: p.number[-6:],
                  lambda p: lambda c: c.number[-6:] == p.number[-6:])
    yield from of("tail of a dossier code", 2, people, lambda p: p.code[-11:],
                  lambda p: lambda c: c.code[-11:] == p.code[-11:])
    yield from of("code without separators", 1, people,
                  lambda p: p.code.replace(".", "").replace("-", ""),
                  lambda p: lambda c: c.code == p.code)
    yield from of("phường for P.", 2, rare, lambda p: f"{p.name} {full_address(p)}",
                  lambda p: lambda c: c.name == p.name and full_address(c) == full_address(p))
    yield from of("ethnic without apostrophe", 3, ethnic,
                  lambda p: bare(f"{p.name.replace(chr(39), '')} {p.ward}").lower(), with_ward)
    yield from of("name and year of birth", 2, rare, lambda p: f"{bare(p.name).lower()} {p.born}",
                  lambda p: lambda c: bare(c.name) == bare(p.name) and c.born == p.born)


def main():
    seed, rows, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    rng = random.Random(seed)
    people = [Citizen(rng, number) for number in range(1, rows + 1)]
    with open(os.path.join(folder, "citizen.csv"), "w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows(person.row(rng) for person in people)
    with open(os.path.join(folder, "query.csv"), "w", newline="", encoding="utf-8") as out:
        for kind, typed, is_right in list(queries(rng, people)):
            right = [str(p.id) for p in people if is_right(p)]
            csv.writer(out).writerow([kind, typed, "{" + ",".join(right) + "}"])


main()
