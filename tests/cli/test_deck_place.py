"""What is at `quizmill anki -o`: the release before is gone on from, anything else is not lost."""

from __future__ import annotations

import zipfile
from pathlib import Path

import msgspec
import pytest

import samples
from anki_decks import NINE, bank_of, opened, release
from quizmill.app.deck import report
from quizmill.app.deck_place import named
from quizmill.export.anki.package import pack


@pytest.fixture
def other(quizmill, tmp_path):
    """A deck of another bank."""
    folder = samples.write(tmp_path / "other")
    settings = folder / "bank.yaml"
    settings.write_text(settings.read_text().replace("namespace: tea-and-sea", "namespace: other"))
    quizmill("anki", "--bank", folder, "-o", "other.apkg")
    return tmp_path / "other.apkg"


@pytest.mark.parametrize(
    ("asked", "deck", "table"),
    [
        ("monday", "monday.apkg", "monday.txt"),
        ("monday.", "monday.apkg", "monday.txt"),
        ("v1.2", "v1.2.apkg", "v1.2.txt"),
        ("a.APKG", "a.APKG", "a.APKG.txt"),
        ("a.tsv", "a.tsv.apkg", "a.tsv"),
        (".apkg", ".apkg", ".apkg.txt"),
    ],
)
def test_anki_goes_by_the_suffix_so_the_file_gets_one(asked, deck, table):
    assert named(Path(asked), "tea", ".apkg") == Path(deck)
    assert named(Path(asked), "tea", ".txt", ".tsv", ".csv") == Path(table)
    assert named(None, "tea", ".apkg") == Path("tea.apkg")


def test_changes_are_written_over_the_changes_before(quizmill, bank):
    for _ in range(2):
        assert quizmill("anki", "--bank", bank, "-o", "a.apkg", "--changelog", "CHANGES.md").returncode == 0


def test_a_zip_that_is_no_deck_is_not_written_over_even_afresh(quizmill, bank, tmp_path):
    with zipfile.ZipFile(tmp_path / "letter.docx", "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    run = quizmill("anki", "--bank", bank, "-o", "letter.docx", "--fresh")

    assert (run.returncode, run.stderr) == (
        3,
        "quizmill: letter.docx: this is no Anki deck, and would be lost; choose another name\n",
    )


def test_a_deck_of_another_bank_is_not_overwritten_even_with_the_release_before_elsewhere(
    quizmill, bank, other, tmp_path
):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    held = other.read_bytes()
    run = quizmill("anki", "--bank", bank, "-o", "other.apkg", "--previous", "tea.apkg")

    assert (run.returncode, run.stderr) == (
        3,
        'quizmill: other.apkg: this is the deck of another bank, "other", not of "tea-and-sea"; '
        "choose another file\n",
    )
    afresh = quizmill("anki", "--bank", bank, "-o", "other.apkg", "--fresh")
    assert (afresh.returncode, afresh.stderr) == (3, run.stderr)
    assert other.read_bytes() == held


@pytest.mark.parametrize("options", [(), ("--fresh",)])
def test_a_deck_that_anki_has_exported_is_not_overwritten(quizmill, bank, tmp_path, options):
    with zipfile.ZipFile(tmp_path / "mine.apkg", "w") as archive:
        for name in ("meta", "collection.anki21b", "collection.anki2", "media"):
            archive.writestr(name, b"of Anki")
    held = (tmp_path / "mine.apkg").read_bytes()
    run = quizmill("anki", "--bank", bank, "-o", "mine.apkg", *options)

    assert (run.returncode, run.stderr) == (
        3,
        "quizmill: mine.apkg: Anki itself has exported this deck, and it would be lost; write to another "
        "file, and go on from this one with --previous\n",
    )
    assert (tmp_path / "mine.apkg").read_bytes() == held


@pytest.fixture
def exported(quizmill, bank, tmp_path):
    """The bank's deck without what only a release tells the next one, as Anki would export it."""
    quizmill("anki", "--bank", bank, "-o", "mine.apkg")
    with opened((tmp_path / "mine.apkg").read_bytes()) as db:
        db.execute("UPDATE col SET conf = '{}'")
        db.commit()
        collection = db.serialize()
    (tmp_path / "mine.apkg").write_bytes(pack(collection, {}))
    return Path("mine.apkg")


def test_a_lost_release_is_made_good_by_what_anki_exports(quizmill, bank, exported):
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--previous", exported)

    assert (run.returncode, run.stdout) == (0, "tea.apkg\n")
    assert run.stderr == (
        "0 new\n0 updated\n9 unchanged\n0 withdrawn\n"
        "note: the release before was exported by Anki, so the names of decks, former ids and the numbers of "
        "blanks are worked out from its notes; a number whose blank is gone may be given again\n"
    )


@pytest.mark.parametrize("options", [(), ("--fresh",), ("--previous", "mine.apkg"), ("--previous", "a.apkg")])
def test_and_is_not_written_over_itself(quizmill, bank, exported, tmp_path, options):
    quizmill("anki", "--bank", bank, "-o", "a.apkg")
    held = (tmp_path / exported).read_bytes()
    run = quizmill("anki", "--bank", bank, "-o", exported, *options)

    assert run.returncode == 3
    assert run.stderr.endswith("write to another file, and go on from this one with --previous\n")
    assert (tmp_path / exported).read_bytes() == held


def test_pictures_that_an_export_lacks_are_told():
    told: list[str] = []
    report(msgspec.structs.replace(release(bank_of(NINE[0])), lost=2), told.append)

    assert told[-1] == (
        "note: 2 picture or sound files of questions left as they were are not in the release before; choose "
        "all questions, and they come anew"
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ((), "this is not an Anki deck; choose another file"),
        (("--fresh",), "this is no Anki deck, and would be lost; choose another name"),
        (("--previous", "tea.apkg"), "this is not an Anki deck; choose another file"),
        (("--format", "text"), "this is no table for Anki, and would be lost; choose another name"),
    ],
)
def test_a_file_of_the_authors_is_not_overwritten(quizmill, bank, tmp_path, options, message):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    topic = tmp_path / bank / "tea.yaml"
    run = quizmill("anki", "--bank", bank, "-o", topic, *options)

    assert (run.returncode, run.stderr) == (3, f"quizmill: {topic}: {message}\n")
    assert topic.read_text(encoding="utf-8") == samples.TOPIC


def test_a_deck_is_not_overwritten_by_a_table_and_a_table_is(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--format", "text")

    assert (run.returncode, run.stderr) == (
        3,
        "quizmill: tea.apkg: this is no table for Anki, and would be lost; choose another name\n",
    )
    for _ in range(2):
        assert quizmill("anki", "--bank", bank, "-o", "tea.txt", "--format", "text").returncode == 0


_BOTH = "{} and --changelog both name {}; write the changes to another file"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ("tea.apkg", _BOTH.format("-o", "tea.apkg")),
        ("link.md", _BOTH.format("-o", "tea.apkg")),
        ("before.apkg", _BOTH.format("--previous", "before.apkg")),
    ],
)
def test_changes_and_a_deck_are_two_files(quizmill, bank, tmp_path, changes, message):
    for deck in ("tea.apkg", "before.apkg"):
        quizmill("anki", "--bank", bank, "-o", deck)
    (tmp_path / "link.md").symlink_to(tmp_path / "tea.apkg")
    held = {path: path.read_bytes() for path in tmp_path.glob("*.*")}
    run = quizmill(
        *("anki", "--bank", bank, "-o", "tea.apkg", "--previous", "before.apkg", "--changelog", changes)
    )

    assert run.stderr == f"quizmill: {message}\n"
    assert {path: path.read_bytes() for path in tmp_path.glob("*.*")} == held


def test_changes_are_written_over_nothing_but_changes(quizmill, bank, tmp_path):
    mine = "# Changelog\n\nMy own: release of 2026-01-01\n"
    (tmp_path / "mine.md").write_text(mine)
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--changelog", "mine.md")

    message = "mine.md: this is no list of a release's changes, and would be lost; choose another name"
    assert run.stderr == f"quizmill: {message}\n"
    assert (tmp_path / "mine.md").read_text() == mine
    assert not (tmp_path / "tea.apkg").exists()


def test_another_seed_changes_no_note(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    before = (tmp_path / "tea.apkg").read_bytes()
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg", QUIZMILL_SEED="7")

    assert run.stderr == "0 new\n0 updated\n9 unchanged\n0 withdrawn\n"
    assert (tmp_path / "tea.apkg").read_bytes() == before


def test_a_card_that_is_asked_no_more_is_told(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    samples.write(tmp_path, tea=samples.TOPIC.replace("{{1869}}", "1869"))
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--changelog", "changes.md")

    assert (
        "note: 1 card is asked no more: ship-year (1869); the question stays, and learners remove the old "
        "card with Tools > Empty Cards\n"
    ) in run.stderr
    changed = "the text, the answer, what else is right"  # now that there is one blank, for which is not said
    assert f"(changed: {changed}; a card is asked no more)" in (tmp_path / "changes.md").read_text()


def test_notes_of_which_only_the_source_has_changed_are_told(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    samples.write(tmp_path, tea=samples.TOPIC, source=samples.SOURCE.replace("paragraph: 4", "paragraph: 5"))
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg")

    assert run.stderr.startswith("0 new\n1 updated: ship-cargo\n8 unchanged\n")
    assert (
        "note: of the updated one differs in the source alone, such as the number of a paragraph\n"
        in run.stderr
    )


def test_a_deck_keeps_its_name_and_says_so(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    samples.write(tmp_path, tea=samples.TOPIC.replace("title: Tea\n", "title: Tea\ndeck: 01 Tea\n"))
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg")

    assert run.stderr.endswith(
        'note: the deck "Tea and the sea::Tea" keeps its name, by which Anki knows it; '
        'not heeded is "Tea and the sea::01 Tea"\n'
    )


def test_a_release_of_a_day_to_come_is_told(quizmill, bank, tmp_path):
    samples.write(tmp_path, tea=samples.TOPIC, bank=samples.BANK.replace("2026-11-22", "2099-01-01"))
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg")

    assert (run.returncode, run.stderr.splitlines()[0]) == (
        0,
        "note: this release is dated 2099-01-01, which has not come yet: until then every import of it "
        'undoes learners\' own edits; set "released" in bank.yaml to today',
    )


def test_build_goes_on_from_the_deck_that_is_there(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", "out/tea-and-sea.apkg")
    peppermint = samples.TOPIC.replace("Peppermint tea is", "A tea of peppermint is")
    samples.write(tmp_path, tea=peppermint)
    run = quizmill("build", "--bank", bank, "-o", "out")
    again = quizmill("build", "--bank", bank, "-o", "out")

    assert "1 updated: tea-herbs\n8 unchanged\n" in run.stderr
    assert "0 updated\n9 unchanged\n" in again.stderr
    assert quizmill("build", "--bank", bank, "-o", "out", "--fresh").returncode == 0


def test_a_file_larger_than_any_deck_is_not_read(quizmill, bank, tmp_path):
    with (tmp_path / "large.apkg").open("wb") as file:
        file.truncate(513 * 2**20)  # of which the disk holds nothing
    run = quizmill("anki", "--bank", bank, "--previous", "large.apkg", "-o", "tea.apkg")

    assert run.returncode == 3
    assert run.stderr.endswith("quizmill: large.apkg: this is larger than 512 MB, as no deck may be\n")
