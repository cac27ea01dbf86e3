"""Says which pages the site has, where each of them goes, and where it stands in the navigation.
build.py imports this module.
"""
import pathlib

# Each group of the navigation has a title in English, a title in Vietnamese, and its pages in
# order. A page that does not exist is left out. A page that is in no group goes into the group
# OTHER, and then test/t/docs/docs_site.pl fails.
GROUPS = [
    ("Start", "Bắt đầu", ["index", "tutorial", "cookbook", "glossary"]),
    (
        "Report writer",
        "Người làm báo cáo",
        [
            "attach",
            "kpi",
            "rates",
            "calendar",
            "lunar",
            "time",
            "deadline",
            "dossier",
            "codes",
            "search",
            "scoring",
        ],
    ),
    ("BI", "Công cụ phân tích", ["bi", "dashboard"]),
    (
        "DBA",
        "Quản trị cơ sở dữ liệu",
        [
            "dba",
            "packages",
            "operations",
            "upgrade",
            "rollup",
            "ledger",
            "scale",
            "integrity",
            "opencps",
            "benchmarks",
        ],
    ),
    ("Reference", "Tra cứu", ["reference"]),
    ("Project", "Dự án", ["contributing", "testing", "security", "changelog"]),
]
OTHER = ("Other pages", "Trang khác")
ROOT_PAGES = {
    "README": "index", "CONTRIBUTING": "contributing", "SECURITY": "security", "CHANGELOG": "changelog",
}


class Page:
    """A Markdown file and its place on the site, such as kpi.html or vi/kpi.html."""

    def __init__(self, source, name, language):
        self.source, self.name, self.language = source, name, language
        self.target = pathlib.PurePosixPath("vi" if language == "vi" else "", name + ".html")

    @property
    def to_root(self):
        """Return the path from the folder of the page to the root of the site."""
        return "../" if self.language == "vi" else ""


def all_pages(repository):
    """Return the pages of both languages: the Markdown files of docs/ and those in ROOT_PAGES."""
    pages = []
    for stem, name in ROOT_PAGES.items():
        for language, suffix in (("en", ".md"), ("vi", ".vi.md")):
            path = repository / (stem + suffix)
            if path.exists():
                pages.append(Page(path, name, language))
    for language, folder in (("en", "docs"), ("vi", "docs/vi")):
        pages += [
            Page(path, path.stem, language) for path in sorted((repository / folder).glob("*.md"))
        ]
    return pages


def grouped(pages, language):
    """Return [(title, [page, ...])] for one language, in the order of the navigation."""
    left = {page.name: page for page in pages if page.language == language}
    column = language == "vi"
    groups = [
        (group[column], [left.pop(name) for name in group[2] if name in left]) for group in GROUPS
    ]
    groups.append((OTHER[column], list(left.values())))
    return [(title, members) for title, members in groups if members]
