#!/usr/bin/python3
"""pages.py [FOLDER]: docs/benchmarks.md and docs/vi/benchmarks.md below FOLDER, by page.*.md from
docs/benchmarks/results.csv.
"""
import pathlib
import sys

import jinja2

from results import Results
from words import HERE, LANGUAGES, Names, amount, digits, plain, ratio


def by_query(records):
    """Group the records of one query at several sizes."""
    groups = {}
    for record in records:
        groups.setdefault((record.suite, record.name, record.baseline), []).append(record)
    return list(groups.values())


def page(language, results):
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        named=Names(language),
        ratio=lambda value: ratio(value, language),
        amount=lambda value: amount(value, language),
        plain=lambda value: plain(value, language),
        count=lambda value: digits(int(value), language),
        date=lambda day: "/".join(reversed(day.split("-"))),
        by_query=by_query,
    )
    return environment.get_template(f"page.{language}.md").render(r=results, fact=results.facts)


def main():
    results = Results("docs/benchmarks/results.csv")
    for language, path in LANGUAGES.items():
        target = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".") / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page(language, results), encoding="utf-8")


main()
