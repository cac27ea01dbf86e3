"""Read what tools/bench measured from docs/benchmarks/results.csv."""
import csv
import types

NUMBERS = ("low", "high", "goal", "min_ms", "median_ms")
COUNTS = ("x", "rounds", "rows")


def number(text):
    return float(text) if text else None


class Results:
    def __init__(self, path):
        with open(path, encoding="utf-8", newline="") as file:
            records = list(csv.DictReader(file))
        self.facts = {r["name"]: r["value"] for r in records if r["suite"] == "machine"}
        self.records = [self._measured(r) for r in records if r["suite"] != "machine"]

    @staticmethod
    def _measured(record):
        values = dict(record, value=number(record["value"]), ours=record["ours"] == "t")
        values.update({name: number(record[name]) for name in NUMBERS})
        values.update({name: int(record[name]) if record[name] else None for name in COUNTS})
        return types.SimpleNamespace(**values)

    def suite(self, suite):
        return [r for r in self.records if r.suite == suite]

    def timings(self, suite):
        return [r for r in self.suite(suite) if r.median_ms is not None]

    def figures(self, suite):
        return [r for r in self.suite(suite) if r.median_ms is None]

    def one(self, suite, name, x=None):
        found = [r for r in self.suite(suite) if r.name == name and r.x == x]
        if len(found) != 1:
            raise KeyError(f"{len(found)} results of {suite}: {name} {x or ''}")
        return found[0]

    def named(self, suite, name):
        """Return one query of a suite at all its sizes, from small to large."""
        return sorted((r for r in self.suite(suite) if r.name == name), key=lambda r: r.x)

    def names(self, suite):
        return list(dict.fromkeys(r.name for r in self.timings(suite)))

    def sizes(self, suite):
        return sorted({r.x for r in self.timings(suite)})

    def missed(self):
        return [r for r in self.records if r.goal is not None and r.value > r.goal]

    def slower(self):
        """Return what else takes longer than an alternative, in the median of the rounds."""
        return [
            r
            for r in self.records
            if r.baseline
            and r.unit == "ratio"
            and r.value > 1
            and (r.ours or r.median_ms is None)
            and not self._is_ours(r.suite, r.baseline, r.x)
            and r not in self.missed()
        ]

    def _is_ours(self, suite, name, x):
        return any(r.ours for r in self.suite(suite) if r.name == name and r.x == x)
