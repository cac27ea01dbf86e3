#!/usr/bin/python3
"""`build.py FOLDER` makes the site of the documentation in a folder. tools/docs calls this script.
If a link leads to a file that does not exist, the script names it on standard error and fails.
"""
import html
import html.parser
import json
import os
import pathlib
import re
import shutil
import string
import sys

import markdown

from pages import all_pages, grouped

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
MOST_IN_CONTENTS = 40  # A page with more headings only lists those of the upper level.

WORDS = {
    "en": {
        "skip": "Skip to content",
        "search": "Search",
        "placeholder": "Search the documentation",
        "pages": "Pages",
        "contents": "On this page",
        "other_language": "Tiếng Việt",
        "other_code": "vi",
        "none": "Nothing found",
        "found": "{} found",
        "here": "Link to this section",
        "previous": "Previous",
        "next": "Next",
        "hint": "Search",
        "navigation": "Documentation",
        "footer": "PostgreSQL extension, PostgreSQL license.",
    },
    "vi": {
        "skip": "Đến nội dung",
        "search": "Tìm",
        "placeholder": "Tìm trong tài liệu, không cần gõ dấu",
        "pages": "Các trang",
        "contents": "Trong trang này",
        "other_language": "English",
        "other_code": "en",
        "none": "Không tìm thấy",
        "found": "Tìm thấy {}",
        "here": "Liên kết đến mục này",
        "previous": "Trang trước",
        "next": "Trang sau",
        "hint": "Tìm",
        "navigation": "Tài liệu",
        "footer": "Phần mở rộng của PostgreSQL, giấy phép PostgreSQL.",
    },
}
problems = []


def slug(text, _separator):
    """Return the anchor that GitHub makes for a heading, so that links work in both places."""
    return re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")


class Sections(html.parser.HTMLParser):
    """The text of a page by headings: a list of [id, heading, text]. The text before the first
    heading has an empty id.
    """

    def __init__(self, body):
        super().__init__()
        self.sections, self.in_heading, self.hidden = [["", "", []]], False, False
        self.feed(body)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if re.fullmatch("h[1-6]", tag):
            self.in_heading = True
            self.sections.append([attributes.get("id", ""), "", []])
        self.hidden = attributes.get("class") == "here"

    def handle_endtag(self, tag):
        if re.fullmatch("h[1-6]", tag):
            self.in_heading = False
        if tag == "a":
            self.hidden = False
        if tag in ("p", "td", "th", "li", "pre"):
            self.sections[-1][2].append(" ")

    def handle_data(self, data):
        if self.hidden:
            return
        if self.in_heading:
            self.sections[-1][1] += data
        else:
            self.sections[-1][2].append(data)

    def entries(self):
        """Yield (id, heading, text) of each section that is not empty."""
        for anchor, heading, text in self.sections:
            text = " ".join("".join(text).split())
            if text or heading:
                yield anchor, heading.strip(), text


class Site:
    """All pages of the site, and the files that they link to."""

    def __init__(self, target):
        self.target = target
        self.pages = all_pages(REPOSITORY)
        self.by_source = {page.source: page for page in self.pages}
        self.template = string.Template((HERE / "template.html").read_text())
        self.version = re.search(
            r"default_version = '(.*)'", (REPOSITORY / "motcua.control").read_text()
        )[1]
        self.assets = {}

    def read(self, page):
        """Turn the Markdown of a page into HTML."""
        words = WORDS[page.language]
        # Only the lexer for PostgreSQL knows dollar quotes.
        text = re.sub(r"^```sql$", "```postgresql", page.source.read_text(), flags=re.MULTILINE)
        converter = markdown.Markdown(
            extensions=["tables", "fenced_code", "codehilite", "toc", "sane_lists"],
            extension_configs={
                "codehilite": {"guess_lang": False, "css_class": "code"},
                "toc": {
                    "slugify": slug,
                    "toc_depth": "2-3",
                    "permalink": "#",
                    "permalink_class": "here",
                    "permalink_title": words["here"],
                },
            },
        )
        body = converter.convert(text)
        page.body = body.replace("<table>", '<div class="wide"><table>').replace(
            "</table>", "</table></div>"
        )
        page.contents = converter.toc_tokens
        page.title = next(
            (heading for _, heading, _ in Sections(page.body).entries() if heading), page.name
        )

    def connect(self, page):
        """Make links lead to pages of the site, or to files that are copied beside them. A link
        whose text is the name of a file gets the title of the page as its text.
        """
        page.body = re.sub(
            r'<a href="([^"#]*)(#[^"]*)?">(?:[\w./]*/)?[\w.]+\.md</a>',
            lambda m: self.named(page, m),
            page.body,
        )
        page.body = re.sub(
            r'<(a|img)\b([^>]*?) (href|src)="([^"]*)"',
            lambda m: f'<{m[1]}{m[2]} {m[3]}="{html.escape(self.link(page, html.unescape(m[4])))}"',
            page.body,
        )
        page.sections = list(Sections(page.body).entries())

    def named(self, page, match):
        """Return a link with the title of the page to which it leads, if the site has that page."""
        source = pathlib.Path(os.path.normpath(page.source.parent / html.unescape(match[1])))
        other = self.by_source.get(source)
        return (
            f'<a href="{match[1]}{match[2] or ""}">{html.escape(other.title)}</a>'
            if other
            else match[0]
        )

    def link(self, page, link):
        """Return where a link in the source of a page leads on the site."""
        if re.match(r"[a-z]+:", link) or link.startswith("#"):
            return link
        path, _, anchor = link.partition("#")
        source = pathlib.Path(os.path.normpath(page.source.parent / path))
        if source in self.by_source:
            target = self.by_source[source].target
        elif source.is_file() and source.is_relative_to(REPOSITORY):
            inside = source.relative_to(REPOSITORY)
            target = (
                inside.relative_to("docs")
                if inside.is_relative_to("docs")
                else pathlib.PurePosixPath("files") / inside
            )
            self.assets[source] = target
        else:
            problems.append(f"{page.source.relative_to(REPOSITORY)}: no such file: {link}")
            return link
        return os.path.relpath(target, page.target.parent) + (f"#{anchor}" if anchor else "")

    def navigation(self, page):
        """Return the list of all pages in the language of a page."""
        parts = []
        for title, members in grouped(self.pages, page.language):
            parts.append(f"<h2>{html.escape(title)}</h2>\n<ul>")
            for other in members:
                current = ' aria-current="page"' if other is page else ""
                parts.append(
                    '<li><a'
                    f' href="{os.path.relpath(other.target, page.target.parent)}"{current}>{html.escape(other.title)}</a></li>'
                )
            parts.append("</ul>")
        return "\n".join(parts)

    def contents(self, page):
        """Return the list of a page's headings, or an empty text if there is only one heading."""
        top = [
            t
            for token in page.contents
            for t in ([token] if token["level"] > 1 else token["children"])
        ]
        count = len(top) + sum(len(t["children"]) for t in top)

        def items(tokens, deep):
            rows = [
                '<li><a'
                f' href="#{t["id"]}">{t["name"]}</a>{items(t["children"], deep) if deep and t["children"] else ""}</li>'
                for t in tokens
            ]
            return "<ul>" + "".join(rows) + "</ul>"

        return items(top, count <= MOST_IN_CONTENTS) if len(top) > 1 else ""

    def neighbours(self, page):
        """Return links to the previous and the next page of the navigation."""
        order = [p for _, members in grouped(self.pages, page.language) for p in members]
        place = order.index(page)
        parts = []
        for rel, other in (
            ("prev", order[place - 1] if place else None),
            ("next", order[place + 1] if place + 1 < len(order) else None),
        ):
            if other:
                word = WORDS[page.language]["previous" if rel == "prev" else "next"]
                parts.append(
                    f'<a rel="{rel}"'
                    f' href="{os.path.relpath(other.target, page.target.parent)}"><span>{word}</span>'
                    f' {html.escape(other.title)}</a>'
                )
        return "\n".join(parts)

    def twin(self, page):
        """Return the same page in the other language, or the first page of that language."""
        other = [p for p in self.pages if p.language != page.language]
        return next(
            (p for p in other if p.name == page.name), next(p for p in other if p.name == "index")
        )

    def write(self, page):
        """Write the file of a page."""
        words = WORDS[page.language]
        contents = self.contents(page)
        title = page.title if page.name == "index" else f"{page.title} · motcua"
        text = self.template.substitute(
            {"w_" + key: html.escape(value) for key, value in words.items()},
            language=page.language,
            title=html.escape(title),
            root=page.to_root,
            home=page.to_root + ("vi/index.html" if page.language == "vi" else "index.html"),
            navigation=self.navigation(page),
            body=page.body,
            twin=os.path.relpath(self.twin(page).target, page.target.parent),
            neighbours=self.neighbours(page),
            version=self.version,
            name=page.name,
            contents_narrow=(
                '<details'
                f' class="contents-narrow"><summary>{words["contents"]}</summary>\n{contents}</details>'
                if contents
                else ""
            ),
            contents_wide=(
                '<nav class="contents-wide"'
                f' aria-label="{words["contents"]}"><h2>{words["contents"]}</h2>\n{contents}</nav>'
                if contents
                else ""
            ),
        )
        path = self.target / page.target
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def write_index(self, language):
        """Write the index that search.js searches, as a list of [page, title, anchor, heading,
        text]. The index is a script, because a page of file:// cannot load anything else.
        """
        rows = [
            [str(page.target), page.title, anchor, heading, text]
            for _, members in grouped(self.pages, language)
            for page in members
            for anchor, heading, text in page.sections
        ]
        (self.target / f"search.{language}.js").write_text(
            f"window.motcuaPages = {json.dumps(rows, ensure_ascii=False)};\n"
        )

    def build(self):
        """Make the folder of the site anew."""
        shutil.rmtree(self.target, ignore_errors=True)
        self.target.mkdir(parents=True)
        for page in self.pages:
            self.read(page)
        for page in self.pages:
            self.connect(page)
        for page in self.pages:
            self.write(page)
        for language in ("en", "vi"):
            self.write_index(language)
        for source, target in [(HERE / name, name) for name in ("style.css", "search.js")] + list(
            self.assets.items()
        ):
            (self.target / target).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, self.target / target)


if __name__ == "__main__":
    Site(pathlib.Path(sys.argv[1])).build()
    for problem in problems:
        print(problem, file=sys.stderr)
    sys.exit(bool(problems))
