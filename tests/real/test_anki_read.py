"""What the real Anki exports of its own note types, in each of its formats, is read as questions."""

from __future__ import annotations

import pytest

from anki_decks import NINE, bank_of, release
from quizmill.formats.report import Report
from quizmill.formats.table import named, recognised

pytest.importorskip("anki")

from anki.collection import ExportAnkiPackageOptions

from anki_learner import Learner

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20 + b"IEND"
NOTES = (
    ("Basic", "School::Tea", ("What is <b>tea</b>? \\(x^2\\)", 'a "leaf"')),
    ("Basic", "School::Tea", ('Look: <img src="ü a.png">', "a<br>b")),
    ("Basic (and reversed card)", "School::German", ("Hund", "dog")),
    ("Basic (optional reversed card)", "School::German", ("Katze", "cat", "")),
    ("Basic (optional reversed card)", "School::German", ("Maus", "mouse", "y")),
    ("Basic (type in the answer)", "School", ("2 + 2?", "4")),
    (
        "Cloze",
        "School",
        ("{{c1::Tea::a drink}} is {{c2::hot {{c3::drink}}}}; <anki-mathjax>x</anki-mathjax>", "so"),
    ),
)
ASKED = [
    r"What is **tea**? \(x^2\)",
    "Look:",
    "Hund",
    "dog",
    "Katze",
    "Maus",
    "mouse",
    "2 + 2?",
    r"{{Tea}} is {{hot drink}}; \(x\)",
]


@pytest.fixture
def learner(tmp_path):
    learner = Learner(tmp_path)
    yield learner
    learner.col.close()


def exported(learner, how: str) -> bytes:
    """The collection as a file of that kind."""
    path = learner.folder / f"out.{how.partition(' ')[0]}"
    if how == "txt":
        told = dict.fromkeys(("with_html", "with_tags", "with_deck", "with_notetype", "with_guid"), True)
        learner.col.export_note_csv(out_path=str(path), limit=None, **told)
    elif how.startswith("colpkg"):
        learner.col.export_collection_package(str(path), include_media=True, legacy="legacy" in how)
        learner.col.reopen(after_full_sync=False)
    else:
        options = ExportAnkiPackageOptions(with_media=True, legacy="legacy" in how)
        learner.col.export_anki_package(out_path=str(path), options=options, limit=None)
    return path.read_bytes()


@pytest.mark.parametrize("how", ["apkg", "apkg legacy", "colpkg", "colpkg legacy", "txt"])
def test_what_anki_exports_is_read_whole(learner, how):
    learner.col.media.write_data("ü a.png", PNG)
    for kind, deck, fields in NOTES:
        note = learner.col.new_note(learner.col.models.by_name(kind))
        note.fields = list(fields)
        note.tags = ["t", "a::b"]
        learner.col.add_note(note, learner.col.decks.id(deck))
    data = exported(learner, how)
    report = Report()

    found = named("anki").read(data, "out", report)
    assert recognised(data, "out").name == "anki"
    prompts = [item.prompt for item in found.items]
    if how != "txt":
        [path] = found.files
        assert prompts[1] == f"Look:\n\n![picture]({path})"
    assert [prompt.partition("\n")[0] for prompt in prompts] == ASKED
    assert [item.topic for item in found.items] == ["Tea"] * 2 + ["German"] * 5 + ["School"] * 2
    assert all(item.tags == ("a::b", "t") for item in found.items)
    told = [loss.rule for loss in report.losses]
    lacking = ["a picture is not in the file, or is none"] if how == "txt" else []
    assert told == [*lacking, "nobody types an answer of several lines: they are the points of an essay"]


def test_a_deck_of_ours_that_anki_has_exported_comes_back(learner):
    bank = bank_of(*NINE)
    learner.imports(release(bank))

    found = named("anki").read(exported(learner, "apkg"), "out", Report())
    assert {item.id: item.kind for item in found.items} == {
        question.id: kind for question, kind in ((each, _kind(each)) for each in NINE)
    }


def _kind(question) -> str:
    return "".join(f"_{char.lower()}" if char.isupper() else char for char in type(question).__name__)[1:]
