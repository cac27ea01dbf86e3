"""Which pages the site has, where each goes, and where it stands in the navigation."""
import pathlib

# Groups of the navigation: title in English and Vietnamese, pages in order. A page that does
# not exist is left out; one that is in no group stands in the last, and
# test/t/docs/docs_site.pl says so.
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
    """A Markdown file and its place on the site: index.html, kpi.html, vi/index.html, vi/kpi.html.
    """

    def __init__(self, source, name, language):
        self.source, self.name, self.language = source, name, language
        self.target = pathlib.PurePosixPath("vi" if language == "vi" else "", name + ".html")

    @property
    def to_root(self):
        return "../" if self.language == "vi" else ""


def all_pages(repository):
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
    """[(title, [page, ...])] of one language, in the order of the navigation."""
    left = {page.name: page for page in pages if page.language == language}
    column = language == "vi"
    groups = [
        (group[column], [left.pop(name) for name in group[2] if name in left]) for group in GROUPS
    ]
    groups.append((OTHER[column], list(left.values())))
    return [(title, members) for title, members in groups if members]
