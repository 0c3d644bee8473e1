"""What counts in a typed answer: each character of code, capitals and spelling where they are asked for."""

from __future__ import annotations

import pytest

from quizmill.bank.model import Cloze, Compare, Name, NameKind, ShortAnswer
from quizmill.grade import Blanks, Text, Verdict, mark
from quizmill.grade.diff import Change, Piece, diffs
from quizmill.grade.on_paper import Copied, copied_key, read_copied
from spoken import told

RIGHT, WRONG = Verdict.RIGHT, Verdict.WRONG
CHARACTERS = "each character counts here"
CAPITALS = "capitals count here"
SPELLING = "the spelling counts here"


def asked(answer: str, compare: str = "", prompt: str = "Which?") -> ShortAnswer:
    """A short answer; accepted forms are parted by ` | `."""
    key, *accept = answer.split(" | ")
    own = Compare(compare) if compare else None
    return ShortAnswer(id="q", prompt=prompt, answer=key, accept=tuple(accept), compare=own)


@pytest.mark.parametrize(
    ("answer", "typed", "verdict", "why"),
    [
        ("`a || b`", "a || b", RIGHT, ""),
        ("`a || b`", "  a || b\t", RIGHT, ""),
        ("`a || b`", "`a || b`", RIGHT, ""),
        ("`a || b`", "a | b", WRONG, ""),
        ("`a || b`", "a  || b", WRONG, CHARACTERS),
        ("`a || b`", "A || b", WRONG, CHARACTERS),
        ("`&p`", "and p", WRONG, ""),
        ("`.*`", "*", WRONG, ""),
        ('`print("hello")`', "print hello", WRONG, ""),
        ('`print("hello")`', "print(“hello”)", WRONG, CHARACTERS),
        ("`:=`", "=", WRONG, ""),
        ("`ls -l`", "ls -L", WRONG, CHARACTERS),
        ("`2001`", "two thousand and one", WRONG, ""),
        ("`1e3`", "1000", WRONG, ""),
        ("`café`", "cafe\u0301", RIGHT, ""),  # the same character, typed as two
        ("`café`", "cafe", WRONG, CHARACTERS),
        ("`if x:\n    y`", "if x: y", RIGHT, ""),  # what has two lines is typed on one
        ("`<ul>` | unordered list", "Unordered lists", RIGHT, ""),
        ("`<ul>` | unordered list", "an UNORDERED list", RIGHT, ""),
        ("`<ul>` | unordered list", "<UL>", WRONG, CHARACTERS),
        ("unordered list | `<ul>`", "<ul>", RIGHT, ""),
        ("the `<ul>` tag", "THE <ul> TAG", RIGHT, ""),  # not all of it is code
    ],
)
def test_in_code_each_character_counts(posed, answer, typed, verdict, why):
    found = mark(posed(asked(answer)), Text(typed))
    assert (found.verdict, told(found)) == (verdict, why)


@pytest.mark.parametrize(
    ("compare", "answer", "typed", "verdict", "why"),
    [
        ("characters", "to be", "to be", RIGHT, ""),
        ("characters", "to be", " to be ", RIGHT, ""),
        ("characters", "to be", "To be", WRONG, CHARACTERS),
        ("characters", "to be", "it is to be", WRONG, ""),
        ("characters", "$5,000", "$5000", WRONG, ""),
        ("characters", "*Homo sapiens*", "Homo sapiens", RIGHT, ""),
        ("characters", "*Homo sapiens*", "homo sapiens", WRONG, CHARACTERS),
        ("case", "NaCl", "NaCl", RIGHT, ""),
        ("case", "NaCl", "nacl", WRONG, CAPITALS),
        ("case", "NaCl", "it is NaCl.", RIGHT, ""),
        ("case", "NaCl", "it is NACL.", WRONG, CAPITALS),
        ("case", "5 mW", "5 mW", RIGHT, ""),
        ("case", "5 mW", "5mW", RIGHT, ""),
        ("case", "5 mW", "5 MW", WRONG, "right number, wrong unit"),
        ("case", "A", "a", WRONG, CAPITALS),
        ("case", "émile Zola", "emile Zola", RIGHT, ""),
        ("case", "Émile Zola", "emile Zola", WRONG, CAPITALS),
        ("case", "Thessaloniki", "Thesaloniki", RIGHT, 'it is spelt "Thessaloniki"'),
        ("case", "Thessaloniki", "thesaloniki", WRONG, CAPITALS),
        ("case", "Samsung and LG", "LG, Samsung", RIGHT, ""),
        ("case", "Samsung and LG", "lg, Samsung", WRONG, CAPITALS),
        ("case", "CO | Co", "Co", RIGHT, ""),
        ("case", "der Hund", "der hund", WRONG, CAPITALS),
        ("case", "λ", "Λ", WRONG, CAPITALS),
        ("spelling", "necessary", "Necessary", RIGHT, ""),
        ("spelling", "necessary", "necesary", WRONG, SPELLING),
        ("spelling", "necessary", "neccessary", WRONG, SPELLING),
        ("spelling", "corazón", "CORAZÓN", RIGHT, ""),
        ("spelling", "corazón", "corazon", WRONG, SPELLING),
        ("spelling", "el corazón", "el corazón", RIGHT, ""),
        ("spelling", "cote", "côte", WRONG, SPELLING),
        ("spelling", "Straße", "Strasse", WRONG, SPELLING),
        ("spelling", "well-known", "well known", RIGHT, ""),
        ("spelling", "don't", "don’t", RIGHT, ""),
        ("spelling", "don't", "dont", WRONG, SPELLING),
        ("spelling", "the ability", "ability", RIGHT, ""),
        ("spelling", "ability", "it is ability", RIGHT, ""),
        ("spelling", "forty", "40", WRONG, SPELLING),
        ("spelling", "$75 million", "75m USD", RIGHT, ""),  # nothing is spelt in digits
        ("spelling", "salt and pepper", "Pepper, salt", RIGHT, ""),
        ("spelling", "salt and pepper", "peper and salt", WRONG, SPELLING),
        ("spelling", "Łódź", "Lodz", WRONG, SPELLING),
        ("spelling", "Ελλάδα", "ΕΛΛΆΔΑ", RIGHT, ""),
    ],
)
def test_what_a_question_asks_for_counts(posed, compare, answer, typed, verdict, why):
    found = mark(posed(asked(answer, compare)), Text(typed))
    assert (found.verdict, told(found)) == (verdict, why)
    assert not found.near


def test_other_names_are_as_strict(posed):
    known = (Name(name="Peking", kind=NameKind.PLACE, aliases=("Beijing",)),)
    question = asked("Peking", "case")
    assert mark(posed(question), Text("Beijing"), known).verdict is RIGHT
    assert mark(posed(question), Text("beijing"), known).verdict is WRONG
    assert mark(posed(asked("`Peking`")), Text("Beijing"), known).verdict is WRONG


@pytest.mark.parametrize(
    ("text", "compare", "typed", "parts"),
    [
        ("`cp` asks before it writes over a file with {{`-i`}}.", None, ("-i",), (True,)),
        ("`cp` asks before it writes over a file with {{`-i`}}.", None, ("-I",), (False,)),
        ("`cp` asks before it writes over a file with {{`-i`}}.", None, ("with -i",), (False,)),
        ("List a folder with {{`ls`|the list command}} here.", None, ("The list command here",), (True,)),
        ("List a folder with {{`ls`|the list command}} here.", None, ("LS",), (False,)),
        ("{{CO}} and {{Co}} are two things.", Compare.CASE, ("CO", "co"), (True, False)),
        ("He has {{Schmerzen}} in the {{Füße}}.", Compare.SPELLING, ("schmerzen", "Fuße"), (True, False)),
        ("It rose to ${{75 million}} then.", Compare.CASE, ("$75 million",), (True,)),
        ("It is {{a|b}}.", Compare.CHARACTERS, ("b",), (True,)),
    ],
)
def test_so_it_is_in_each_blank(posed, text, compare, typed, parts):
    question = Cloze(id="q", text=text, compare=compare)
    assert mark(posed(question), Blanks(typed)).parts == parts


@pytest.mark.parametrize(
    "question",
    [
        asked("`a  b`"),
        asked("`if x:\n    y`"),
        asked("a  b", "characters"),
        asked("NaCl", "case"),
        asked("corazón", "spelling"),
        Cloze(id="q", text="Type {{`x  | y`}} here."),
        Cloze(id="q", text="Type {{x  y}} here.", compare=Compare.CHARACTERS),
    ],
)
def test_the_key_as_it_would_be_copied_is_right(posed, question):
    exercise = posed(question)
    copied = read_copied(exercise, copied_key(exercise))
    assert isinstance(copied, Copied)
    assert copied.mark.verdict is RIGHT


def test_where_capitals_count_they_are_shown_as_differing(posed):
    pieces = (
        Piece("n", Change.SURPLUS),
        Piece("N", Change.MISSING),
        Piece("a", Change.SAME),
        Piece("c", Change.SURPLUS),
        Piece("C", Change.MISSING),
        Piece("l", Change.SAME),
    )
    for question in (asked("NaCl", "case"), asked("NaCl", "characters"), asked("`NaCl`")):
        assert diffs(posed(question), Text("nacl")) == (pieces,)
    assert diffs(posed(asked("NaCl", "spelling")), Text("nacl")) == (None,)


def test_hostile_keys_take_no_time(posed):
    for answer in ("`a" + " " * 1_000_000 + "b`", "`a" + " \n" * 500_000 + "b`"):
        assert mark(posed(asked(answer)), Text("a b")).verdict is (RIGHT if "\n" in answer else WRONG)


@pytest.mark.parametrize("compare", ["", *Compare])
def test_hostile_answers_take_no_time(posed, compare):
    question = asked("`" + "a " * 400 + "`" if not compare else "a " * 400 + "b", compare)
    for typed in ("a " * 500_000, "\n " * 500_000, "`" * 1_000_000):
        assert mark(posed(question), Text(typed)).verdict in (WRONG, Verdict.SKIPPED)
