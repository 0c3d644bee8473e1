"""A build makes what is not there as it would be made, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest

import samples
from quizmill.app import build as building
from quizmill.app.build import Built, build
from quizmill.app.store import Store

BANK = "title: Two topics\nnamespace: two-topics\nlanguage: en\nlicense: CC-BY-4.0\nreleased: 2026-11-22\n"
TOPIC = """\
title: {title}
questions:
  - id: {id}-1
    type: true_false
    prompt: Is {title} read about?
    answer: true
    explanation: {explanation}
"""


class Place:
    """A bank of two topics, and a folder that it is built into."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "exports"
        self.explanations = {"tea": "It is.", "sea": "It is too."}
        self.elective = ""  # a topic

    def build(self, *, fresh: bool = False) -> tuple[Built, list[str]]:
        """What a build says it has done, and what it tells on the way."""
        topics = {
            name: TOPIC.format(title=name.title(), id=name, explanation=explanation)
            + ("elective: true\n" if name == self.elective else "")
            for name, explanation in self.explanations.items()
        }
        loaded = samples.load(self.folder, bank=BANK, **topics)
        said: list[str] = []
        built = build(loaded, self.output, Store(self.folder / "cache"), fresh=fresh, tell=said.append)
        return built, [line.replace(f"{self.output}/", "") for line in said]

    def names(self, paths: tuple[Path, ...]) -> list[str]:
        return [path.relative_to(self.output).as_posix() for path in paths]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


DECK = "two-topics.apkg"
SEA = ["worksheets/sea.pdf", "worksheets/sea-key.pdf", "worksheets/sea.json"]
TEA = ["worksheets/tea.pdf", "worksheets/tea-key.pdf", "worksheets/tea.json"]
CARDS = "flashcards.pdf"
QUIZ = "quiz.html"


def test_the_first_build_makes_everything(place: Place):
    built, said = place.build()

    assert place.names(built.products) == [DECK, *SEA, *TEA, CARDS, QUIZ]
    assert built.written == built.products
    assert said == [f"making {name}" for name in (DECK, *SEA, *TEA, CARDS, QUIZ)]


def test_what_there_is_to_read_and_to_talk_over_is_made_where_there_is_some(tmp_path: Path):
    sittings = "discussions: [{title: Speed, questions: [tea-essay]}]\n"
    old = "title: Tea\nlearn: [{text: Tea is old., facts: [tea-book/leaf]}]\n"
    made: list[list[str]] = []

    for learn in (old, old, old.replace("Tea is old", "Tea is a leaf")):
        topic = samples.TOPIC.replace("title: Tea\n", learn)
        loaded = samples.load(tmp_path, bank=samples.BANK + sittings, tea=topic)
        built = build(loaded, tmp_path / "exports", Store(tmp_path / "cache"))
        made.append([path.name for path in built.written])

    assert made[0][-4:] == ["flashcards.pdf", "study-sheets.pdf", "discussion-guide.pdf", "quiz.html"]
    assert made[1:] == [[], ["tea-and-sea.apkg", "study-sheets.pdf", "quiz.html"]]


def test_without_a_change_nothing_is_made(place: Place):
    place.build()
    times = {path: path.stat().st_mtime_ns for path in place.output.rglob("*")}
    built, said = place.build()

    assert place.names(built.products) == [DECK, *SEA, *TEA, CARDS, QUIZ]
    assert built.written == ()
    assert said == ["0 new", "0 updated", "2 unchanged", "0 withdrawn"]
    assert {path: path.stat().st_mtime_ns for path in place.output.rglob("*")} == times


def test_a_change_of_one_topic_touches_no_other_worksheet(place: Place):
    place.build()
    place.explanations["sea"] = "It is, at last."
    built, said = place.build()

    assert place.names(built.written) == [DECK, *SEA, CARDS, QUIZ]
    assert said[0] == f"making {DECK}"
    assert said[-5:] == [f"making {name}" for name in (*SEA, CARDS, QUIZ)]


def test_an_elective_topic_has_its_worksheet_and_its_flashcards_come_last(place: Place):
    place.elective = "sea"
    built, _ = place.build()
    cards = pdfium.PdfDocument(place.output / CARDS)[0].get_textpage().get_text_bounded()

    assert place.names(built.products) == [DECK, *SEA, *TEA, CARDS, QUIZ]
    assert cards.index("Is Tea read about?") < cards.index("Is Sea read about?")


@pytest.mark.parametrize("product", [DECK, *SEA, CARDS, QUIZ])
def test_what_is_no_longer_as_it_was_made_is_made_again(place: Place, product: str):
    place.build()
    made = (place.output / product).read_bytes()
    (place.output / product).unlink()
    built, _ = place.build()

    assert place.names(built.written) == [product]
    assert (place.output / product).read_bytes() == made


def test_a_product_of_another_hand_is_not_taken_for_ours(place: Place):
    place.build()
    sheet = place.output / SEA[0]
    made = sheet.read_bytes()
    sheet.write_bytes(made + b"% edited\n")
    built, _ = place.build()

    assert place.names(built.written) == [SEA[0]]
    assert sheet.read_bytes() == made


def test_products_of_an_older_bank_are_made_again_though_the_record_knew_them(place: Place):
    place.build()
    old = (place.output / SEA[1]).read_bytes()
    place.explanations["sea"] = "It is, at last."
    place.build()
    (place.output / SEA[1]).write_bytes(old)  # as a checkout of the older products does
    built, _ = place.build()

    assert place.names(built.written) == [SEA[1]]


def test_a_lost_or_damaged_record_costs_time_alone(place: Place):
    place.build()
    for kept in (place.folder / "cache").iterdir():
        kept.write_bytes(b"\xc1 nothing that was ever kept")
    built, said = place.build()

    assert built.written == ()
    assert [line for line in said if line.startswith("making")] == [
        f"making {name}" for name in (*SEA, *TEA, CARDS, QUIZ)
    ]


def test_another_program_makes_everything_again(place: Place, monkeypatch: pytest.MonkeyPatch):
    place.build()
    monkeypatch.setattr(building, "fingerprint", lambda: b"a later version")
    _, said = place.build()

    assert [line for line in said if line.startswith("making")] == [
        f"making {name}" for name in (*SEA, *TEA, CARDS, QUIZ)
    ]


def test_what_is_to_be_known_of_a_product_is_said_though_it_is_not_made(place: Place):
    place.explanations["sea"] = "word " * 2000
    _, first = place.build()
    _, second = place.build()

    assert first[-2] == second[-1] == "note: sea-1: its back is too long for a card; the text is cut"


def test_a_topic_that_is_gone_leaves_its_products_and_is_named(place: Place):
    place.build()
    del place.explanations["sea"]
    (place.folder / "question_bank/sea.yaml").unlink()
    built, _ = place.build()

    assert place.names(built.stale) == sorted(SEA)


def test_a_file_of_ones_own_is_not_named_among_what_is_no_longer_made(place: Place):
    place.build()
    (place.output / "notes.pdf").write_bytes(b"%PDF-1.7 of another program")
    (place.output / "worksheets" / "marks.json").write_bytes(b"{}")
    (place.output / "old.json").mkdir()
    built, _ = place.build()

    assert built.stale == ()
