"""Answers as rows of a table and lines of JSON, and read again."""

from __future__ import annotations

import pytest
from hypothesis import given

from logged import ANSWERS, answer
from quizmill.analysis.table import COLUMNS, CannotRead, answer_in, answer_of, as_cells, as_line
from quizmill.grade import Verdict

FULL = answer(
    answered=1_796_061_600_123,
    seconds=2.5,
    chosen=(0, 2),
    team="7A",
    attempt=2,
    verdict=Verdict.PARTIAL,
    earned=0.5,
)


def test_each_answer_is_a_row():
    assert ",".join(COLUMNS) == (
        "answered,namespace,question,digest,kind,student,team,paper,form,number,place,attempt,chosen,text,verdict,"
        "earned,possible,seconds,source"
    )
    assert ",".join(as_cells(FULL)) == (
        "2026-11-30T18:00:00.123Z,tea-and-sea,tea-plant,0123456789abcdef,multiple_choice,aaaaaaaaaaaaaaaa,7A,"
        "55aa55aa,A,1,paper,2,0 2,,partial,0.5,1.0,2.5,hand"
    )


def test_each_answer_is_a_line():
    assert as_line(answer()) == (
        '{"answered":null,"namespace":"tea-and-sea","question":"tea-plant","digest":"0123456789abcdef",'
        '"kind":"multiple_choice","student":"aaaaaaaaaaaaaaaa","team":"","paper":"55aa55aa","form":"A","number":1,'
        '"place":"paper","attempt":1,"chosen":[0],"text":"","verdict":"right","earned":1.0,"possible":1.0,'
        '"seconds":null,"source":"hand"}\n'
    )


@given(ANSWERS)
def test_what_is_written_is_read_again(row):
    assert answer_in(dict(zip(COLUMNS, as_cells(row), strict=True))) == row
    assert answer_of(as_line(row).encode()) == row


def test_what_nobody_need_say():
    told = {"namespace": "n", "question": "q", "student": "0" * 16, "place": "exam", "verdict": "wrong"}

    assert answer_in({**told, "earned": "0", "possible": "2", "mine": "x"}) == answer(
        "0" * 16,
        "q",
        namespace="n",
        digest="",
        kind="",
        paper="",
        form="",
        number=0,
        place="exam",
        chosen=(),
        verdict=Verdict.WRONG,
        earned=0.0,
        possible=2.0,
        source="table",
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"question": ""}, "the question is missing"),
        (
            {"student": "Ann Lee"},
            "the student is to be a pseudonym as `answers export` writes it, never a name",
        ),
        ({"answered": "2026-11-30"}, "answered is to be a time with its zone, such as 2026-11-30T18:20:30Z"),
        (
            {"answered": "2026-11-30T18:00:00"},
            "answered is to be a time with its zone, such as 2026-11-30T18:20:30Z",
        ),
        ({"answered": "1066-10-14T09:00:00Z"}, "answered: nobody has answered in 1066"),
        ({"earned": "a"}, 'earned: "a" is no number such as 1.5'),
        ({"attempt": "1.5"}, 'attempt: "1.5" is no number such as 1'),
        ({"chosen": "0,2"}, 'chosen: "0,2" is no place such as 0; several stand apart: 0 2'),
        ({"earned": "2"}, "2 marks were earned, and 1 were possible"),
        ({"place": "home"}, "Invalid enum value 'home' - at `$.place`"),
        ({"verdict": "unmarked"}, "Invalid enum value 'unmarked' - at `$.verdict`"),
        ({"earned": "nan"}, "Expected `float` >= 0.0 - at `$.earned`"),
        ({"earned": "-1"}, "Expected `float` >= 0.0 - at `$.earned`"),
        ({"possible": "inf"}, "Expected `float` <= 1000000000.0 - at `$.possible`"),
        ({"chosen": "40000"}, "Expected `int` <= 32767 - at `$.chosen[0]`"),
        ({"digest": "0123"}, "Expected `str` matching regex '^([0-9a-f]{16})?$' - at `$.digest`"),
    ],
    ids=str,
)
def test_a_row_that_is_no_answer_says_why(changes, said):
    cells = dict(zip(COLUMNS, as_cells(answer()), strict=True)) | changes
    with pytest.raises(CannotRead) as found:
        answer_in(cells)

    assert str(found.value) == said


@pytest.mark.parametrize("line", [b"[]", b"{", b"\xff", b"[" * 9999, b'{"answered": 5}'], ids=str)
def test_a_line_that_is_no_answer_is_refused(line):
    with pytest.raises(CannotRead):
        answer_of(line)
