"""Auto Multiple Choice beside us: `python tests/bench/peer_amc.py [SHEETS] [CONDITION …]`.

Forty questions of five options on a sheet of its own and on ours, marked by the same kinds of hands, under
the same conditions. AMC has one limit of darkness for a whole project; of ten limits the one that serves it
best under a condition is taken, as a teacher who knows it well would find it. Its letters stand beside the
boxes, which serves it better, too. It names no single answers for their doubt, so that its column is to be
held against our "wrong at first".
Wants Debian's packages auto-multiple-choice and texlive-latex-extra.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path[:0] = [str(Path(__file__).parents[2] / "src"), str(Path(__file__).parents[1])]

import cv2  # noqa: E402
import numpy as np  # noqa: E402
from scan.conditions import CONDITIONS, YARDSTICK, Condition  # noqa: E402
from scan.hands import filled_hand  # noqa: E402
from scan.judged import outcome_of  # noqa: E402
from scan.pixels import MM  # noqa: E402
from scan.sheets import Page, rendered  # noqa: E402
from scan.simulated import taken  # noqa: E402

from answer_sheets import bank_of, class_set, layout_of, printed  # noqa: E402
from quizmill.compose.answer_sheet.code import SheetCode, sign_of  # noqa: E402
from quizmill.compose.answer_sheet.layout import Box, FormSheet, Layout, Line, Point  # noqa: E402

LIMITS = (0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
QUESTIONS = 40
FILLED = "+filled"
SHOWN = (
    *(f"{name}{FILLED}" for name in ("scan300", "scan150", "copy94", "bw200", "phone")),
    *(each.name for each in YARDSTICK),
    *("own_scan150", "copied_twice", "app_grey"),
)
_HEADS = (
    "",
    "AMC: answers",
    "wrong",
    "limit",
    "lost",
    "ours: answers",
    "wrong at first",
    "silent",
    "shown",
    "lost",
)
_BOX = 4  # AMC's number for a zone that is a box to tick
_ANSWERS = 1  # and for boxes that pupils tick, not those beside the questions

_TEX = r"""
\documentclass[a4paper]{article}
\usepackage[T1]{fontenc}
\usepackage{multicol}
\usepackage[box,separateanswersheet,outsidebox]{automultiplechoice}
\begin{document}
ELEMENTS
\onecopy{COPIES}{\begin{multicols}{3}\insertgroup{all}\end{multicols}
\AMCcleardoublepage\AMCformBegin\begin{multicols}{2}\AMCform\end{multicols}}
\end{document}
"""
_ELEMENT = (
    r"\element{all}{\begin{question}{qNUMBER}\begin{choiceshoriz}[o]\correctchoice{a}"
    r"\wrongchoice{b}\wrongchoice{c}\wrongchoice{d}\wrongchoice{e}\end{choiceshoriz}\end{question}}"
)


class Project(NamedTuple):
    """A folder of AMC's with its printed sheets; each page says which of its copies it is."""

    folder: Path
    pages: tuple[Page, ...]


def main(count: int, names: Sequence[str]) -> None:
    if shutil.which("auto-multiple-choice") is None:
        print("auto-multiple-choice is not installed: nothing is compared")
        return
    print(f"| {' | '.join(_HEADS)} |")
    print(f"| --- |{' ---: |' * (len(_HEADS) - 1)}")
    ours = list(_our_pages(count))
    with tempfile.TemporaryDirectory() as folder:
        project = _project(Path(folder), count)
        for condition in map(_condition, names):
            cells = _amc(project, condition), _quizmill(ours, condition)
            print(f"| {condition.name} | {' | '.join(cells)} |", flush=True)


def _condition(name: str) -> Condition:
    """One of the table, or with `+filled` one whose pupils all fill their rings as they were told."""
    condition = CONDITIONS[name.removesuffix(FILLED)]
    return condition._replace(name=name, hand=filled_hand) if name.endswith(FILLED) else condition


def _quizmill(pages: Sequence[Page], condition: Condition) -> str:
    outcomes = [
        outcome_of(taken(page, condition, np.random.default_rng([77, k])), str(k), condition.name)
        for k, page in enumerate(pages)
    ]
    read = [each for each in outcomes if not each.lost]
    answers = sum(each.answers for each in read)
    wrong, silent = sum(len(each.wrong) for each in read), sum(len(each.silent) for each in read)
    shown, lost = sum(each.shown for each in read), len(outcomes) - len(read)
    return f"{answers} | {_share(wrong, answers)} | {silent} | {_share(shown, answers)} | {lost}"


def _amc(project: Project, condition: Condition) -> str:
    """Its sheets marked, read by it, and held against the truth at its best limit."""
    scans, truth = [], {}
    for k, page in enumerate(project.pages):
        sheet = taken(page, condition, np.random.default_rng([77, k]))
        scans.append(project.folder / f"scan-{k}.png")
        cv2.imwrite(str(scans[-1]), sheet.picture)
        truth[page.code.copy] = {number: rings for (number, _), rings in sheet.truth.items()}
    _analyse(project.folder, scans)
    dark = _darkness(project.folder)
    answers = QUESTIONS * len(dark)
    wrong = {
        limit: sum(
            frozenset(ring for ring, value in rings.items() if value > limit) != truth[copy][number]
            for copy, lines in dark.items()
            for number, rings in lines.items()
        )
        for limit in LIMITS
    }
    best = min(LIMITS, key=lambda limit: wrong[limit])
    return f"{answers} | {_share(wrong[best], answers)} | {best} | {len(project.pages) - len(dark)}"


def _share(part: int, whole: int) -> str:
    return f"{part} ({100 * part / whole:.1f} %)" if whole else "-"


def _run(folder: Path, *words: str | Path) -> None:
    subprocess.run(["auto-multiple-choice", *map(str, words)], cwd=folder, check=True, capture_output=True)


def _project(folder: Path, copies: int) -> Project:
    """As many copies of AMC's own sheet, as it would be printed."""
    elements = "\n".join(_ELEMENT.replace("NUMBER", f"{k:02}") for k in range(1, QUESTIONS + 1))
    (folder / "exam.tex").write_text(_TEX.replace("ELEMENTS", elements).replace("COPIES", str(copies)))
    for name in ("data", "cr"):
        (folder / name).mkdir()
    outs = ("--out-sujet", "subject.pdf", "--out-corrige", "key.pdf", "--out-calage", "exam.xy")
    where = ("--mode", "s", "--prefix", f"{folder}/", "--data", folder / "data")
    _run(folder, "prepare", *where, "exam.tex", *outs)
    _run(folder, "meptex", "--src", "exam.xy", "--data", folder / "data")
    return Project(folder, tuple(_amc_pages(folder)))


def _amc_pages(folder: Path) -> Iterator[Page]:
    layout = sqlite3.connect(folder / "data" / "layout.sqlite")
    wanted = layout.execute(
        "select distinct student, page, subjectpage from layout_box join layout_page using (student, page)"
        " where role = ? order by student",
        (_ANSWERS,),
    ).fetchall()
    subject = (folder / "subject.pdf").read_bytes()
    for student, page, place in wanted:
        boxes = layout.execute(
            "select question, answer, xmin, xmax, ymin, ymax from layout_box"
            " where student = ? and page = ? and role = ? order by question, answer",
            (student, page, _ANSWERS),
        ).fetchall()
        yield Page(rendered(subject, place - 1), _boxes(boxes), "", SheetCode("00000000", student, 1))
    layout.close()


def _boxes(boxes: Sequence[tuple[float, ...]]) -> Layout:
    """AMC's boxes as rings to draw in: as large, and where they stand."""
    lines = []
    for first, second in zip(boxes[::5], boxes[1::5], strict=True):
        start = Point((first[2] + first[3]) / 2 / MM, (first[4] + first[5]) / 2 / MM)
        lines.append(Line(int(first[0]), 0, 1, start, Point((second[2] - first[2]) / MM, 0), tuple("ABCDE")))
    nowhere = Box(0, 0, 1, 1)
    return Layout(
        size="a4",
        width=210,
        height=297,
        ring=(boxes[0][3] - boxes[0][2]) / 2 / MM,
        marker=1,
        markers=(),
        code=nowhere,
        name=nowhere,
        sheets=(FormSheet(form="", pages=1, lines=tuple(lines)),),
    )


def _analyse(folder: Path, scans: Sequence[Path]) -> None:
    how = ("--prop", "0.8", "--bw-threshold", "0.6", "--tol-marque", "0.2,0.2")
    where = ("--projet", folder, "--data", folder / "data", "--cr", folder / "cr")
    (folder / "data" / "capture.sqlite").unlink(missing_ok=True)  # what it saw under another condition
    _run(folder, "analyse", *where, *how, *scans)


def _darkness(folder: Path) -> dict[int, dict[int, dict[int, float]]]:
    """Of each copy that was recognized, by question: the share of black in each box, from 0."""
    capture = sqlite3.connect(folder / "data" / "capture.sqlite")
    found: dict[int, dict[int, dict[int, float]]] = {}
    zones = capture.execute(
        "select student, id_a, id_b, black, total from capture_zone where type = ?", (_BOX,)
    ).fetchall()
    capture.close()
    for student, question, answer, black, total in zones:
        found.setdefault(student, {}).setdefault(question, {})[answer - 1] = black / max(total, 1)
    return found


def _our_pages(count: int) -> Iterator[Page]:
    made = class_set(bank_of(["choice"] * QUESTIONS), students=[f"Student {k}" for k in range(1, count + 1)])
    layout, paper, sheets = layout_of(made), made.papers[0], printed(made)
    for k in range(count):
        sign = sign_of(made.copies[k].student)
        code = SheetCode(paper.fingerprint, k + 1, 1, sign)  # each sheet begins on the front of a leaf
        yield Page(rendered(sheets, 2 * k), layout, paper.form, code)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10, sys.argv[2:] or SHOWN)
