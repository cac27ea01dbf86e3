"""Write numbers and names as each language does."""
import math
import pathlib
import tomllib

HERE = pathlib.Path(__file__).parent
LANGUAGES = {"en": "docs/benchmarks.md", "vi": "docs/vi/benchmarks.md"}


def digits(value, language, decimals=0):
    text = f"{value:,.{decimals}f}"
    return text if language == "en" else text.translate(str.maketrans(",.", ".,"))


def ratio(value, language):
    """Return two decimals, two significant digits below 0.1, or three from ten on."""
    if value == 0:
        return "0"
    size = math.floor(math.log10(abs(value)))
    if size >= 2:
        return digits(round(value, 2 - size), language)
    return digits(value, language, 1 if size == 1 else 2 if size >= -1 else 1 - size)


def amount(value, language):
    return digits(value, language, 0 if value >= 100 or value == int(value) else 1)


def plain(value, language):
    """Return a goal as it was set."""
    return digits(
        value, language, 2 if round(value, 1) != value else 0 if value == int(value) else 1
    )


class Names:
    """Names of queries, written in English where they are measured; each must be
    known in the other languages.
    """

    def __init__(self, language):
        self.known = (
            None
            if language == "en"
            else tomllib.loads((HERE / f"names.{language}.toml").read_text(encoding="utf-8"))
        )

    def __call__(self, name):
        if self.known is None or name in self.known.get("same", []):
            return name
        if name in self.known["names"]:
            return self.known["names"][name]
        query, colon, how = name.rpartition(": ")  # a search is named 'hoàng anh: trigrams'
        if colon and how in self.known["names"]:
            return f"{query}: {self.known['names'][how]}"
        raise KeyError(f"names.*.toml does not say: {name}")
