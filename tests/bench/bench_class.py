"""A large class from the roster to the LMS's file: `python tests/bench/bench_class.py [PUPILS]`.

Prints the seconds of the processor for each step, sheets with names and keys among them, and the most memory
that was used.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from pathlib import Path

from quizmill.bank.csv_out import as_csv
from quizmill.bank.load import load_bank
from quizmill.classroom.answer_table import template
from quizmill.classroom.class_results import class_result
from quizmill.classroom.class_set import ClassSet, hand_out
from quizmill.classroom.desk import mark_scripts
from quizmill.classroom.gradebook import as_json, rows
from quizmill.classroom.lms import fill_in
from quizmill.classroom.roster import read_roster
from quizmill.classroom.saved import restore, save
from quizmill.classroom.table import read_table
from quizmill.compose.forms import forms
from quizmill.export.paper.key import answer_keys
from quizmill.export.paper.worksheet import worksheets
from quizmill.export.paper.worksheet_options import WorksheetOptions
from quizmill.faces.plain.class_report import report
from quizmill.grade.on_paper import copied_key

BANK = Path(__file__).parents[2] / "question_bank"


def export(pupils: int) -> bytes:
    """A gradebook in Canvas's shape, with four sections."""
    lines = ["Student,ID,SIS User ID,SIS Login ID,Section,Tea (1)", "    Points Possible,,,,,20"]
    lines += [f'"Family{n}, Given{n % 50}",{n},S{n},l{n},Block {n % 4},' for n in range(pupils)]
    return "\n".join((*lines, '"Student, Test",0,,x,Block 1,')).encode()


def main(pupils: int) -> None:
    chance = random.Random(1)
    started = last = time.process_time()

    def told(step: str) -> None:
        nonlocal last
        print(f"{step}: {time.process_time() - last:.2f} s")
        last = time.process_time()

    bank = load_bank(BANK).bank
    questions = tuple(bank.questions())[:20]
    told("bank")
    roster = read_roster(read_table(export(pupils), "r.csv")).pupils
    told("roster")
    papers = forms(bank, questions, seed=1, count=pupils, order="shuffled", title="Tea")
    students, classes = [p.name for p in roster], [p.group for p in roster]
    copies = hand_out(papers, students, classes, [p.columns for p in roster])
    made = restore(save(ClassSet(papers=papers, copies=copies)), "p.json")
    told(f"{pupils} forms, kept and read")
    options = WorksheetOptions()
    sheets = worksheets(made.papers, options, students=students, classes=classes)
    told(f"sheets ({len(sheets)} bytes)")
    keys = answer_keys(made.papers, options, students=students)
    told(f"keys ({len(keys)} bytes)")
    table = [list(row) for row in template(made)]
    for row, paper in zip(table[1:], made.papers, strict=False):
        keys = [copied_key(exercise) for exercise in paper.exercises]
        row[3 : 3 + len(keys)] = [key if chance.random() < 0.7 else "" for key in keys]
    answers = as_csv(table)
    told("a table filled in")
    marked = mark_scripts(made, read_table(answers, "a.csv"))
    told("marked")
    result = class_result(made, marked.scripts)
    written = ("".join(report(made, marked, result)).encode(), as_csv(rows(made, marked)))
    size = sum(map(len, (*written, as_json(made, marked, result))))
    told(f"report, table and record ({size} bytes)")
    filled = fill_in(export(pupils), "g.csv", made, marked)
    told("gradebook")
    print(*filled.notes, sep="\n")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{pupils} pupils in {time.process_time() - started:.1f} s and {most:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
