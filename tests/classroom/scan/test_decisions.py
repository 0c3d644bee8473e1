"""The file of decisions: what stands in it, what is refused, and which counts."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from quizmill.classroom.scan.cards import LineDecision, PictureDecision
from quizmill.classroom.scan.decisions import SheetDecisions, is_decisions, kept_decisions, read_decisions
from quizmill.errors import FileUnusable
from scanned import short

OWN = short().papers[0].fingerprint
LINE = LineDecision(sheet="QM1:AB:3:1", question=7, marked=("B",))
PICTURE = PictureDecision(picture="ab12", copy=3, page=1, form="A")


def test_what_is_kept_is_read_again():
    made = SheetDecisions(paper=OWN, answers=(LINE,), pictures=(PICTURE,))
    data = kept_decisions(made)

    assert data.decode() == (
        f'{{\n "version": 1,\n "paper": "{OWN}",\n "answers": [\n  {{\n   "sheet": "QM1:AB:3:1",\n'
        '   "question": 7,\n'
        '   "marked": [\n    "B"\n   ]\n  }\n ],\n "pictures": [\n  {\n   "picture": "ab12",\n   "copy": 3,\n'
        '   "page": 1,\n   "form": "A"\n  }\n ]\n}\n'
    )
    assert is_decisions(data)
    assert read_decisions(data, "d.json", short()) == made


def test_the_later_decision_of_one_thing_counts():
    made = SheetDecisions(paper=OWN, answers=(LINE,), pictures=(PICTURE,))
    line, picture = (
        LineDecision(sheet="QM1:AB:3:1", question=7),
        PictureDecision(picture="ab12", leave_out=True),
    )
    another = LineDecision(sheet="QM1:AB:3:1", question=7, part=1)

    assert made.with_one(line).with_one(picture).with_one(another) == SheetDecisions(
        paper=OWN, answers=(line, another), pictures=(picture,)
    )


@pytest.mark.parametrize(
    ("decisions", "what"),
    [
        ({"answers": (LINE, replace(LINE, marked=()))}, "question 7 of QM1:AB:3:1"),
        ({"pictures": (PICTURE, replace(PICTURE, copy=4))}, "picture ab12"),
    ],
)
def test_two_decisions_of_one_thing_in_one_file_are_refused_where_they_differ(decisions, what):
    made = SheetDecisions(paper=OWN, **decisions)
    with pytest.raises(FileUnusable, match=f"{what} is decided twice here, and not alike; take one of"):
        read_decisions(kept_decisions(made), "d.json", short())


def test_the_same_decision_twice_is_one():
    made = SheetDecisions(paper=OWN, answers=(LINE, LINE))

    assert read_decisions(kept_decisions(made), "d.json", short()) == made


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{", "this is no file of decisions about scanned sheets (Input data was truncated)"),
        (
            b'{"version": 1, "paper": "x", "answer": []}',
            "this is no file of decisions about scanned sheets (Object contains unknown field `answer`)",
        ),
        (
            b'{"version": 2, "paper": "x"}',
            "this is no file of decisions about scanned sheets (Invalid enum value 2 - at `$.version`)",
        ),
        (
            b'{"version": 1, "paper": "00ff00ff"}',
            f"these decisions are about paper 00ff00ff, and this is paper {OWN}; name the file that "
            "was saved for "
            "this one",
        ),
    ],
)
def test_any_other_is_refused(data, reason):
    with pytest.raises(FileUnusable) as caught:
        read_decisions(data, "d.json", short())

    assert str(caught.value) == f"d.json: {reason}"


@pytest.mark.parametrize("data", [b"", b"[1]", b'{"version": 1}', b"\xff", b'{"paper": "x", "answers": []}'])
def test_what_is_none_is_not_taken_for_one(data):
    assert not is_decisions(data)
