"""Files that were cut, mixed up or written to harm end in sentences, whatever the format.

This runs for every format that is read; a new one that is not written too adds a sample below.
"""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from msgspec.structs import replace

import samples
from formed_anki import BASIC, CLOZE, REVERSED, package
from formed_word import document, formula, level, lists, m, p, picture, r, table
from quizmill.compose.paper import compose
from quizmill.errors import FileUnusable
from quizmill.formats.format import Settings
from quizmill.formats.losses import is_lost
from quizmill.formats.questions import Maker
from quizmill.formats.report import Report
from quizmill.formats.table import formats, named

READ = [each.name for each in formats() if each.read]
SAMPLES = {  # of formats that are only read
    "anki": package(
        (BASIC, ('What is <b>tea</b>? <img src="a.png">', r"a leaf \(x\)")),
        (REVERSED, ("a", "b")),
        (CLOZE, ("{{c1::Tea::a drink}} is {{c2::hot}}.", "in Asia")),
        media={"a.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 20 + b"IEND"},
        newer=True,
    ),
    "docx": document(
        p("Answer all."),
        p("1. P", picture("a.png"), formula(m("x^2")), "?"),
        *(p(r(text, "b"), num=(1, 1)) for text in "xy"),
        table(("Question", "Answer"), ("Q", "a")),
        p("2. N?"),
        p("Answers: 1. b 2. n"),
        numbering=lists({0: level(0) + level(1, "lowerLetter")}, {1: "0"}),
        media={"a.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 20 + b"IEND"},
    ),
    "hashcards": b"---\nname = 'T'\n---\nQ: P?\nA: a\n\nC: [b] is $x^2$ and [c].\n---\nQ: N?\nA:\n- d\n- e\n",
    "table": b"Question,A,B,Answer,Points,Hint\nP,a,b,B,2,h\nQ,,,true,,\nR,,,x,,\n",
    "text": b"Title: T\n1. P?\n... E\n*a) x\nb) y\n... w\n\n2. N?\n= 5 +- 1%\n\n3. M?\na. l = r\nb. m = s\n",
}
SEEDS = range(40)


def sample(name: str, tmp_path) -> bytes:
    """A file of that format with all the kinds that it has."""
    format = named(name)
    if not format.write:
        return SAMPLES[name]
    bank = samples.load(tmp_path).bank
    paper = compose(bank, tuple(bank.questions()), seed=1)
    kept = tuple(each for each in paper.exercises if not is_lost(each, format.matrix))
    return format.write(replace(paper, exercises=kept), Settings(), Report())


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The file with a few of its bytes cut out, doubled, moved, or others in their place.

    Of an archive it is half of the time one of its files that is, so that more than its check sums is tried.
    """
    if data.startswith(b"PK") and chance.random() < 0.5:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = {each: packed.read(each) for each in packed.namelist()}
        harmed = chance.choice(sorted(members))
        members[harmed] = chance.choice((damaged, misspelt))(members[harmed], chance)
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as packed:
            for name, member in members.items():
                packed.writestr(name, member)
        return archive.getvalue()
    held = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at, to = sorted(chance.randrange(len(held) + 1) for _ in range(2))
        match chance.randrange(5):
            case 0:
                del held[at : min(to, at + 200)]
            case 1:
                held[at:at] = held[at : at + 80]
            case 2:
                held[at : at + 1] = bytes([chance.randrange(256)])
            case 3:
                held[at:at] = chance.choice(
                    (b"{", b"}", b"<", b"]]>", b'"', b"\n\n", b"%", b"\xff", b"~=#->")
                )
            case _:
                held = held[:to]
        held = held or bytearray(b"x")
    return bytes(held)


def misspelt(data: bytes, chance: random.Random) -> bytes:
    """The file with one of its bytes another letter: XML mostly stays XML."""
    at = chance.randrange(len(data))
    return data[:at] + bytes([chance.randrange(97, 123)]) + data[at + 1 :]


def outcome(name: str, data: bytes) -> int:
    """How many questions are read; 0 for a file that is refused in a sentence."""
    read, report = named(name).read, Report()
    assert read
    try:
        items = read(data, "a", report).items
    except FileUnusable:
        return 0
    return len(Maker(report).made(items, name, "a"))


@pytest.mark.parametrize("name", READ)
def test_a_damaged_file_ends_in_a_sentence(name, tmp_path):
    data = sample(name, tmp_path)
    read = [outcome(name, damaged(data, random.Random(seed))) for seed in SEEDS]

    assert outcome(name, data) > 0
    assert any(read)


@pytest.mark.proof
@pytest.mark.parametrize("name", READ)
def test_two_thousand_damaged_files_end_in_sentences(name, tmp_path, cases):
    data = sample(name, tmp_path)
    for seed in range(cases(2000)):
        outcome(name, damaged(data, random.Random(seed)))


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("data", [b"", b"\0" * 100, b"PK\x03\x04", b"<" * 5000, b"{" * 5000, b"a," * 5000])
def test_what_is_no_file_of_it_ends_in_a_sentence(name, data):
    outcome(name, data)
    named(name).recognises(data)
