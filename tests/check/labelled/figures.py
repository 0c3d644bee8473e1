"""How often each rule is right, by readers' labels: `python tests/check/labelled/figures.py held` prints it.

The files are those of this folder: `building`, `held`, `earlier` (teachers' style) and `benchmark`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from quizmill.check.criteria import criteria

FOLDER = Path(__file__).parent
# Equal length is judged otherwise by either kind of judges, so one of its two rules is not counted.
NOT_MEANT = {"benchmark": "key-longest"}  # by file; of the others TEACHERS
TEACHERS = "option-length-outlier"


class Agreement(NamedTuple):
    """How many labels a rule found, how many findings nobody labelled, how many labels it missed."""

    found: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of findings that are right; 0 without any."""
        return self.found / (self.found + self.wrong) if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of labels that are found; 0 without any."""
        return self.found / (self.found + self.missed) if self.found else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.found / (2 * self.found + self.wrong + self.missed) if self.found else 0.0


def read(name: str) -> list[dict[str, Any]]:
    """The labelled items of a file: stem, options, index of the key, labels."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def agreements(*names: str) -> dict[str, Agreement]:
    """By rule or label, over the items of these files."""
    counts: Counter[tuple[str, str]] = Counter()
    for name in names:
        left_out = {NOT_MEANT.get(name, TEACHERS)}
        for item in read(name):
            labels = set(item["labels"]) - left_out
            shown = criteria(item["stem"], item["options"], item["key"]) - left_out
            counts.update((rule, "found") for rule in shown & labels)
            counts.update((rule, "wrong") for rule in shown - labels)
            counts.update((rule, "missed") for rule in labels - shown)
    rules = sorted({rule for rule, _ in counts})
    return {rule: Agreement(*(counts[rule, kind] for kind in Agreement._fields)) for rule in rules}


def together(found: Iterable[Agreement]) -> Agreement:
    """All rules as one."""
    return Agreement(*map(sum, zip(*found, strict=True)))


def table(found: Mapping[str, Agreement]) -> str:
    """Markdown, a row for each rule and one for all."""
    rows = [*((f"`{rule}`", each) for rule, each in found.items()), ("all", together(found.values()))]
    lines = ["| rule | labels | right when it speaks | found of what is there |", "| --- | --- | --- | --- |"]
    for name, each in rows:
        spoken = f"{each.found} of {each.found + each.wrong}" if each.found + each.wrong else "silent"
        labels = each.found + each.missed
        lines.append(f"| {name} | {labels} | {spoken} | {each.found} of {labels} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    measured = agreements(*sys.argv[1:] or ["building"])
    print(table(measured), end="")
    print(
        "micro-F1 {0.f1:.3f}, precision {0.precision:.3f}, recall {0.recall:.3f}".format(
            together(measured.values())
        )
    )
