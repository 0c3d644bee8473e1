"""Answers typed into LibreOffice in three locales come back right, or are named: none is wrong in silence."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from printed import paper_of
from quizmill.bank.csv_out import as_csv
from quizmill.bank.model import Matching, MultipleChoice, MultipleResponse, Numerical, Ordering, ShortAnswer
from quizmill.bank.model.parts import Distractor
from quizmill.bank.workbook import write_workbook
from quizmill.classroom.answer_table import choices, template
from quizmill.classroom.class_set import ClassSet, hand_out
from quizmill.classroom.desk import mark_scripts
from quizmill.classroom.table import read_table

PYTHON = "/usr/bin/python3"  # for which Debian has `uno`
SCRIPT = Path(__file__).with_name("type_in_libreoffice.py")


def _can_type() -> bool:
    if not (shutil.which("soffice") and Path(PYTHON).exists()):
        return False
    return subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode == 0


pytestmark = [
    pytest.mark.proof,
    pytest.mark.skipif(not _can_type(), reason="LibreOffice and python3-uno are not here"),
]

_WRONG = (Distractor(text="second"), Distractor(text="third"))


def number(id, answer, **fields):
    return Numerical(id=id, prompt="How much?", answer=answer, **fields)


def text(id, answer):
    return ShortAnswer(id=id, prompt="What?", answer=answer)


# Each question, and how its right answer is typed: everywhere, and where numbers are written as in German.
TYPED = [
    (
        number("month", "August 2004"),
        ["August 2004", "Aug 2004", "2004-08", "8/2004"],
        ["August 2004", "Aug. 2004", "08.2004"],
    ),
    (
        number("day", "1969-12-16"),
        ["16/12/1969", "1969-12-16", "16 December 1969", "16 Dec 1969"],
        ["16.12.1969", "16. Dezember 1969", "16.12.69"],
    ),
    (number("american", "1969-12-16"), ["12/16/1969", "Dec 16, 1969", "December 16, 1969"], ["1969-12-16"]),
    (
        number("early", "2004-03-04"),
        ["2004-03-04", "4 March 2004", "March 4, 2004"],
        ["4.3.2004", "04.03.2004"],
    ),
    (number("year", "2004"), ["2004"], ["2004"]),
    (number("decimal", "1.5"), ["1.5"], ["1,5"]),
    (
        number("large", "200 billion", tolerance="0"),
        ["200 billion", "200000000000", "200,000,000,000"],
        ["200 Mrd.", "200.000.000.000"],
    ),
    (number("thousands", "1234"), ["1234", "1,234"], ["1234", "1.234"]),
    (number("percent", "60%"), ["60%", "60 %"], ["60%", "60 %"]),
    (number("money", "$75 million"), ["$75 million", "75 million dollars", "$75,000,000"], ["75 Mio. $"]),
    (number("small", "1.6e-19"), ["1.6e-19", "1.6E-19"], ["1,6e-19"]),
    (text("fraction", "3/4"), ["3/4"], ["3/4"]),
    (text("ratio", "2:1"), ["2:1"], ["2:1"]),
    (text("score", "1-2"), ["1-2"], ["1-2"]),
    (text("agent", "007"), ["007"], ["007"]),
    (text("gene", "MARCH1"), ["MARCH1"], ["MARCH1"]),
    (text("truth", "true"), ["true"], ["true", "TRUE"]),
    (text("version", "1.2.3"), ["1.2.3"], ["1.2.3"]),
    (text("formula", "=a+b"), ["=a+b", "'=a+b"], ["'=a+b"]),
    (text("minus", "-x"), ["-x", "'-x"], ["'-x"]),
    (text("clock", "10:30"), ["10:30"], ["10:30"]),
    (
        MultipleChoice(id="one", prompt="Which?", answer="first", distractors=_WRONG, shuffle=False),
        ["a", "A"],
        ["a"],
    ),
    (MultipleResponse(id="many", prompt="Which?", answers=("b", "c"), distractors=_WRONG), [], []),
    (Matching(id="pairs", prompt="Match.", pairs=(("1", "x"), ("2", "y"))), [], []),
    (Ordering(id="steps", prompt="Order.", sequence=("u", "v", "w")), [], []),
]


def class_set(locale):
    paper = replace(paper_of(*(question for question, _, _ in TYPED)), language=locale[:2])
    pupils = [f"Pupil {place}" for place in range(1, 6)]
    return ClassSet(papers=(paper,), copies=hand_out((paper,), pupils, [""] * 5, [{}] * 5))


def typed(made, locale):
    """What goes into each cell, as [column, row, text], and by question and pupil."""
    cells, told = [], {}
    for place, (question, everywhere, german) in enumerate(TYPED):
        exercise = made.papers[0].exercises[place]
        texts = german if locale == "de" else everywhere
        for pupil, each in enumerate(texts or _places(exercise)):
            cells.append([2 + place, 1 + pupil, each])
            told[question.id, f"Pupil {pupil + 1}"] = each
    return cells, told


def _places(exercise):
    """What is typed of letters and boxes, which chance has placed."""
    match exercise.question:
        case MultipleResponse():
            letters = ["abcdefgh"[place] for place in exercise.key]
            return [" ".join(letters), ",".join(letters), "".join(letters)]
        case Matching():
            return [" ".join(f"{i}{'abcdefgh'[right]}" for i, right in enumerate(exercise.key, 1))]
        case Ordering():
            places = [str(exercise.key.index(step) + 1) for step in range(len(exercise.options))]
            return [" ".join(places), ", ".join(places)]


@pytest.mark.parametrize("locale", ["en-US", "en-GB", "de"])
@pytest.mark.parametrize("table", ["csv", "xlsx"])
def test_right_answers_come_back_right_or_are_named(locale, table, tmp_path):
    made = class_set(locale)
    rows = [list(row) for row in template(made)]
    written = as_csv(rows) if table == "csv" else write_workbook(rows, "t", choices(made))
    (tmp_path / f"empty.{table}").write_bytes(written)
    cells, told = typed(made, locale)
    (tmp_path / "typed.json").write_text(json.dumps(cells), encoding="utf-8")
    profile = tmp_path / f"profile-{locale}-{table}"
    _set_locale(profile, locale)
    saved = [tmp_path / "saved.csv", tmp_path / "saved.xlsx"]
    arguments = [profile, tmp_path / f"empty.{table}", tmp_path / "typed.json", *saved]
    subprocess.run([PYTHON, SCRIPT, *map(str, arguments)], check=True, timeout=120)

    wrong, unread, right = [], [], 0
    for path in saved:
        marked = mark_scripts(made, read_table(path.read_bytes(), path.name))
        for script in marked.scripts:
            for answer in script.answers:
                what = told.get((answer.exercise.id, script.student))
                if what is None:
                    continue
                if answer.typed is None:
                    unread.append((path.suffix, answer.exercise.id, what, answer.text))
                elif answer.earned == answer.possible:
                    right += 1
                else:
                    wrong.append((path.suffix, answer.exercise.id, what, answer.text))
    assert wrong == []
    assert right >= 3 * len(unread)
    if table == "xlsx":  # whose cells are text
        assert unread == []
    assert right + len(unread) == 2 * len(told)


def _set_locale(profile, locale):
    (profile / "user").mkdir(parents=True)
    tag = "de-DE" if locale == "de" else locale
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">'
        f"<value>{tag}</value></prop></item></oor:items>",
        encoding="utf-8",
    )
