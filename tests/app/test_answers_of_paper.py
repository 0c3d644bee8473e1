"""What a class set that was marked becomes in the log of answers: how each answer came."""

from __future__ import annotations

from answer_sheets import layout_of
from handed import file_of
from quizmill.analysis.pseudonym import Key
from quizmill.app.answers_of_paper import answers_of_paper
from quizmill.classroom.desk import mark_scripts
from quizmill.classroom.hand_in import read_file
from quizmill.classroom.scan.answers import scanned_sheets
from quizmill.classroom.scan.cards import LineDecision
from quizmill.classroom.scan.decisions import SheetDecisions
from quizmill.classroom.scan.reading import Doubt
from quizmill.classroom.table import read_table
from quizmill.compose.answer_sheet.code import SheetCode
from quizmill.grade.on_paper import copied_key
from scanned import read, short, stack

KEY = Key(b"k" * 32)
WORDS = b"student,1,2,3,4\nAnn Lee,,,,thing\n"  # the short answer, which no ring can tell


def sources(made, marked):
    return {row.number: (row.source, row.place) for row in answers_of_paper(made, marked, KEY)}


def scanned(made, picture, *decisions):
    own = SheetDecisions(paper=made.papers[0].fingerprint, answers=decisions)
    return tuple(scanned_sheets(made, layout_of(made), stack(made, picture, decisions=own)))


def test_what_a_machine_read_what_a_person_decided_and_what_was_typed_are_told_apart():
    made = short()
    sheet = str(SheetCode(made.papers[0].fingerprint, 1, 1))
    label = layout_of(made).sheets[0].lines[0].labels[1]
    came = scanned(made, read(made, 1), LineDecision(sheet=sheet, question=1, marked=(label,)))
    marked = mark_scripts(made, read_table(WORDS, "words.csv"), scanned=came)

    assert sources(made, marked) == {
        1: ("scan-reviewed", "paper"),
        2: ("scan", "paper"),
        3: ("scan", "paper"),
        4: ("hand", "paper"),
    }


def test_one_decided_column_of_a_number_makes_all_of_it_reviewed():
    made = short()
    sheet = str(SheetCode(made.papers[0].fingerprint, 1, 1))
    line = next(each for each in layout_of(made).sheets[0].lines if (each.number, each.part) == (3, 1))
    decided = LineDecision(sheet=sheet, question=3, part=1, marked=(line.labels[1],))

    assert sources(made, mark_scripts(made, scanned=scanned(made, read(made, 1), decided)))[3] == (
        "scan-reviewed",
        "paper",
    )


def test_a_doubtful_answer_has_no_row_until_it_is_decided_or_typed():
    made = short()
    came = scanned(made, read(made, 1, doubts={(1, 0): Doubt.FAINT}))
    typed = read_table(b"student,1,2,3,4\nAnn Lee,A,,,\n", "words.csv")

    assert 1 not in sources(made, mark_scripts(made, scanned=came))
    assert sources(made, mark_scripts(made, typed, scanned=came))[1] == ("hand", "paper")


def test_what_is_typed_beside_a_page_that_was_handed_in_is_of_that_sitting_and_came_by_hand():
    made = short()
    paper = made.papers[0]
    right = [copied_key(each) for each in paper.exercises]
    page = read_file(file_of(paper.fingerprint, "Ann Lee", right, paper.form), "ann.json")
    marked = mark_scripts(made, read_table(WORDS, "words.csv"), handed=[page])

    assert sources(made, marked) == {
        **dict.fromkeys((1, 2, 3), ("page", "html")),
        4: ("hand", "html"),
    }
