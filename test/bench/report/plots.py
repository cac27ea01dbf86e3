#!/usr/bin/python3
"""Draw docs/benchmarks/*.svg as plots.toml says, from docs/benchmarks/results.csv.

The SVG stands alone: 440 pixels wide, so that its text can be read on a telephone; no script,
font or image from elsewhere; light or dark as the reader's system is. Series differ by colour
(of the set by Okabe and Ito, those that stand out from black and from white), by marker, and
are named where they end.
"""
import hashlib
import html
import math
import pathlib
import re
import tomllib

import matplotlib

from results import Results
from words import HERE, LANGUAGES, digits

matplotlib.use("svg")
from matplotlib import pyplot, ticker  # noqa: E402, after the backend is chosen

FOLDER = pathlib.Path("docs/benchmarks")
RESULTS = FOLDER / "results.csv"
INK = "#123456"  # stands for the reader's text colour until the SVG is finished
OURS, PEERS = ("#0077bb", "o"), [
    ("#d55e00", "s"),
    ("#009e73", "^"),
    ("#b8699b", "D"),
    ("#808080", "v"),
]
WIDTH, HEIGHT = 440 / 72 * 0.75, 330 / 72 * 0.75  # a pixel is three quarters of a point
STYLE = {
    "svg.fonttype": "none",
    "figure.dpi": 72,
    "svg.hashsalt": "motcua",
    "font.family": ["DejaVu Sans"],
    "font.size": 9.5,
    "axes.labelsize": 9.5,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.xmargin": 0.03,
    "axes.grid.axis": "y",
    "grid.color": INK,
    "grid.alpha": 0.15,
    "grid.linewidth": 0.6,
    "xtick.minor.size": 0,
    "ytick.minor.size": 0,
}
SHEET = """<style>
svg { color: #1f2328; font-family: system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif }
.paper { fill: #fff }
@media (prefers-color-scheme: dark) { svg { color: #e6edf3 } .paper { fill: #0d1117 } }
</style>
<rect class="paper" width="100%" height="100%"/>"""


def short(value, language):
    """Return the text of a number at an axis."""
    if value >= 1_000_000:
        return digits(value / 1_000_000, language) + (" M" if language == "en" else " tr.")
    return digits(value, language, 0 if value >= 1 else math.ceil(-math.log10(value)))


def log_axis(axis, language, ticks):
    axis.set_major_locator(ticker.FixedLocator(ticks))
    axis.set_minor_locator(ticker.NullLocator())
    axis.set_major_formatter(ticker.FuncFormatter(lambda value, _: short(value, language)))


def decades(low, high):
    """Return ticks from low to high: powers of ten, with 2 and 5 between where these are few."""
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    steps = (1,) if math.log10(high / low) > 2.2 else (1, 2, 5)
    return [
        step * 10.0**power
        for power in powers
        for step in steps
        if low <= step * 10.0**power <= high
    ]


def apart(wanted, heights):
    """Return the places nearest to the wanted ones where labels of these heights fit, in order."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    places = list(wanted)
    for _ in range(200):
        for below, above in zip(order, order[1:]):
            overlap = (heights[below] + heights[above]) / 2 - (places[above] - places[below])
            if overlap > 0:
                places[below] -= overlap / 2
                places[above] += overlap / 2
    return places


def markers(lines):
    """Return a colour and a marker for each line. Lines of motcua have their own colour."""
    peers = iter(PEERS)
    return [
        OURS if number == 0 else (OURS[0], "s") if line["en"].startswith("motcua") else next(peers)
        for number, line in enumerate(lines)
    ]


def by_size(axes, plot, results, language):
    words = plot[language]
    sizes = results.sizes(plot["suite"])
    series = [results.named(plot["suite"], line["name"]) for line in plot["lines"]]
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.axhline(1, color=INK, linewidth=1, linestyle=(0, (4, 3)))
    for records, (colour, marker) in zip(series, markers(plot["lines"])):
        axes.plot(
            [r.x for r in records],
            [r.value for r in records],
            color=colour,
            marker=marker,
            markersize=5,
            linewidth=2.4 if colour == OURS[0] else 1.4,
            zorder=4 if colour == OURS[0] else 3,
        )
    values = [r.value for records in series for r in records] + [1]
    low, high = min(values) / 1.7, max(values) * 1.5
    axes.set_ylim(low, high)
    log_axis(axes.yaxis, language, decades(low, high))
    log_axis(
        axes.xaxis, language, sizes if sizes[-1] <= 1000 else sizes[::2]
    )  # because long numbers would touch
    axes.set_xlabel(words["across"])
    axes.set_title(words["up"], loc="left", fontsize=9.5)
    texts = [line[language] for line in plot["lines"]] + [words["base"] + " = 1"]
    label_ends(axes, sizes[-1], [records[-1].value for records in series] + [1], texts)


def label_ends(axes, x, ends, texts):
    """Write each line's name to the right of its end. The first line is motcua."""
    to_point, to_data = axes.transData.transform, axes.transData.inverted().transform
    places = apart(
        [to_point((x, end))[1] for end in ends], [12.5 * (1 + text.count("\n")) for text in texts]
    )
    for number, (place, text) in enumerate(zip(places, texts)):
        at = to_data((to_point((x, 1))[0] + 10, place))
        axes.text(
            *at, text, va="center", linespacing=1.05, fontweight="normal" if number else "bold"
        )


def by_query(axes, plot, results, language):
    words = plot[language]
    queries = [
        r.name.rpartition(": ")[0]
        for r in results.suite(plot["suite"])
        if r.name.endswith(": " + plot["base"])
    ]
    axes.set_xscale("log")
    axes.plot([1, 1], [len(queries) - 0.5, -0.7], color=INK, linewidth=1, linestyle=(0, (4, 3)))
    axes.grid(axis="x")
    columns = [
        [results.one(plot["suite"], f"{query}: {line['name']}").value for query in queries]
        for line in plot["lines"]
    ]
    for points, (colour, marker) in zip(columns, markers(plot["lines"])):
        axes.plot(
            points,
            range(len(queries)),
            color=colour,
            marker=marker,
            markersize=7,
            linestyle="none",
            zorder=4 if colour == OURS[0] else 3,
        )
    # Lines are named in the row where they are furthest from each other.
    clear = max(
        range(len(queries)), key=lambda row: abs(math.log(columns[0][row] / columns[1][row]))
    )
    for line, points in zip(plot["lines"], columns):
        axes.annotate(
            line[language],
            (points[clear], clear),
            (0, 7),
            textcoords="offset points",
            ha="center",
            fontweight="bold" if line is plot["lines"][0] else "normal",
        )
    axes.annotate(words["base"] + " = 1", (1, -1.1), ha="center", va="center")
    axes.set_ylim(len(queries) - 0.5, -1.5)
    axes.set_yticks(range(len(queries)), queries)
    axes.tick_params(axis="y", length=0)
    values = [1, *columns[0], *columns[1]]
    low, high = min(values) / 1.65, max(values) * 2.3
    axes.set_xlim(low, high)
    log_axis(axes.xaxis, language, decades(low, high))
    axes.set_xlabel(words["across"], loc="right")


def draw(plot, results, language, path):
    with pyplot.rc_context(STYLE):
        figure = pyplot.figure(figsize=(WIDTH, HEIGHT))
        left, right = (0.145, 0.73) if plot["kind"] == "by size" else (0.37, 0.97)
        axes = figure.add_axes((left, 0.145, right - left, 0.76))
        {"by size": by_size, "by query": by_query}[plot["kind"]](axes, plot, results, language)
        figure.savefig(
            path,
            format="svg",
            transparent=True,
            metadata={"Date": None, "Creator": None, "Format": None, "Type": None},
        )
        pyplot.close(figure)
    path.write_text(
        finished(path.read_text(encoding="utf-8"), plot[language]["question"]), encoding="utf-8"
    )


def finished(svg, question):
    """Without what points elsewhere; with a name for those who do not see, the style of the page,
    and what it was drawn from.
    """
    svg = re.sub(r"<!DOCTYPE.*?>\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(
        r"font: (\w+ )?([\d.]+px) [^;\"]*",
        lambda m: f"font-size: {m[2]}" + ("; font-weight: bold" if m[1] else ""),
        svg,
    )
    svg = svg.replace(INK, "currentColor")
    drawn_from = hashlib.sha256(RESULTS.read_bytes()).hexdigest()
    return re.sub(
        r"(<svg [^>]*)>",
        lambda m: (
            f'{m[1]} role="img"'
            f' data-drawn-from="{drawn_from}">\n<title>{html.escape(question)}</title>\n{SHEET}'
        ),
        svg,
        count=1,
    )


def main():
    results = Results(RESULTS)
    plots = tomllib.loads((HERE / "plots.toml").read_text(encoding="utf-8"))
    for name, plot in plots.items():
        for language in LANGUAGES:
            draw(
                plot,
                results,
                language,
                FOLDER / (f"{name}.svg" if language == "en" else f"{name}.{language}.svg"),
            )


main()
