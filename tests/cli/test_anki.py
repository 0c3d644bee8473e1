"""`quizmill anki`: publishing a deck, and telling what has changed."""

from __future__ import annotations

import json

import pytest

import samples
from anki_decks import opened


def cards(deck):
    with opened(deck) as db:
        return db.execute(
            "SELECT guid, cards.id FROM notes JOIN cards ON nid = notes.id ORDER BY 1, 2"
        ).fetchall()


def names(deck):
    with opened(deck.read_bytes()) as db:
        decks = json.loads(db.execute("SELECT decks FROM col").fetchone()[0])
    return sorted(deck["name"] for deck in decks.values())


def test_what_has_changed_is_told_in_markdown_too(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    samples.write(tmp_path, tea=samples.TOPIC.replace("Peppermint tea is", "A tea of peppermint is"))
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--changelog", "changes.md")

    assert run.stdout == "tea.apkg\nchanges.md\n"
    assert (
        "- `tea-herbs`: A tea of peppermint is a true tea. (changed: the question)"
        in (tmp_path / "changes.md").read_text()
    )


def test_a_list_of_changes_outlives_a_second_try(quizmill, bank, tmp_path):
    typed = ("anki", "--bank", bank, "-o", "tea.apkg", "--changelog", "changes.md", "--push", "--port", "1")
    first = quizmill(*typed)
    told = (tmp_path / "changes.md").read_text()
    second = quizmill(*typed)

    assert (first.returncode, second.returncode) == (3, 3)
    assert told.startswith("# Tea and the sea: release of 2026-11-22\n\nThe first release: ")
    assert (tmp_path / "changes.md").read_text() == told
    assert second.stdout == "tea.apkg\n"
    assert (
        "note: tea.apkg has all of this already, so the list in changes.md is left as it is\n"
        in second.stderr
    )


def test_a_second_try_on_the_same_day_adds_to_the_list(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", "last.apkg")
    peppermint = samples.TOPIC.replace("Peppermint tea is", "A tea of peppermint is")
    samples.write(tmp_path, tea=peppermint)
    typed = ("anki", "--bank", bank, "-o", "tea.apkg", "--changelog", "changes.md")
    (tmp_path / "tea.apkg").write_bytes((tmp_path / "last.apkg").read_bytes())
    quizmill(*typed, "--push", "--port", "1")
    samples.write(tmp_path, tea=peppermint.replace("{{1869}}", "1869"))
    run = quizmill(*typed)
    at_once = quizmill(
        "anki", "--bank", bank, "--previous", "last.apkg", "-o", "b.apkg", "--changelog", "b.md"
    )

    assert (run.returncode, at_once.returncode) == (0, 0)
    page = (tmp_path / "changes.md").read_text()
    assert "0 new, 2 updated, 7 unchanged, 0 withdrawn" in page
    assert page == (tmp_path / "b.md").read_text()


def test_where_there_is_no_list_yet_even_an_empty_one_is_written(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--changelog", "changes.md")

    assert run.stdout == "tea.apkg\nchanges.md\n"
    assert "Import the deck over the one you have: 0 new, 0 updated" in (tmp_path / "changes.md").read_text()


def test_a_changed_id_is_noticed_and_made_good(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    before = (tmp_path / "tea.apkg").read_bytes()
    renamed = samples.TOPIC.replace("id: tea-herbs", "id: tea-mint")
    samples.write(tmp_path, tea=renamed)
    forgotten = quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    samples.write(
        tmp_path, tea=samples.TOPIC.replace("id: tea-herbs", "id: tea-mint\n    formerly: tea-herbs")
    )
    told = quizmill("anki", "--bank", bank, "-o", "tea.apkg")

    assert "1 new\n" in forgotten.stderr
    assert (
        'note: perhaps renamed: tea-herbs → tea-mint; write "formerly: tea-herbs" in tea-mint and make the '
        "deck again, and learners keep the card with all they have learned\n"
    ) in forgotten.stderr
    assert "1 updated: tea-mint\n" in told.stderr
    assert cards(before) == cards((tmp_path / "tea.apkg").read_bytes())


def test_deck_and_changelog_are_two_files(quizmill, bank, tmp_path):
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--changelog", "./x/../tea.apkg")

    assert run.returncode == 2
    assert (
        run.stderr == "quizmill: -o and --changelog both name tea.apkg; write the changes to another file\n"
    )
    assert not (tmp_path / "tea.apkg").exists()


def test_a_deck_may_be_given_another_name_with_levels(quizmill, bank, tmp_path):
    run = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--deck", "Drinks::Hot")

    assert run.returncode == 0
    assert names(tmp_path / "tea.apkg") == ["Default", "Drinks::Hot", "Drinks::Hot::Tea"]


def test_a_name_once_given_stays(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg")
    before = (tmp_path / "tea.apkg").read_bytes()
    same = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--deck", "Tea and the sea")
    other = quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--deck", "Drinks")

    assert (same.returncode, other.returncode) == (0, 2)
    assert other.stderr == (
        'quizmill: --deck: the deck at tea.apkg is "Tea and the sea", and a name once given stays, because '
        "Anki knows a deck by it; leave --deck out (learners can rename theirs), or begin anew with --fresh\n"
    )
    assert (tmp_path / "tea.apkg").read_bytes() == before
    assert quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--deck", "D", "--fresh").returncode == 0


def test_options_are_recommended_only_when_asked(quizmill, bank, tmp_path):
    quizmill("anki", "--bank", bank, "-o", "tea.apkg", "--preset")

    with opened((tmp_path / "tea.apkg").read_bytes()) as db:
        presets = json.loads(db.execute("SELECT dconf FROM col").fetchone()[0])
    assert [preset["name"] for preset in presets.values()] == ["Default", "Tea and the sea"]


def test_a_table_is_a_file_of_its_own(quizmill, bank, tmp_path):
    run = quizmill("anki", "--bank", bank, "--format", "text")

    assert run.stdout == "tea-and-sea.txt\n"
    lines = (tmp_path / "tea-and-sea.txt").read_text().splitlines()
    assert lines[:6] == [
        "#separator:tab",
        "#html:true",
        "#guid column:1",
        "#notetype column:2",
        "#deck column:3",
        "#tags column:4",
    ]
    assert len(lines) == 6 + 8 + 3  # of the matching, each pair


@pytest.mark.parametrize(
    "option", [("--fresh",), ("--previous", "x"), ("--preset",), ("--changelog", "x"), ("--push",)]
)
def test_what_is_for_decks_is_refused_for_a_table(quizmill, bank, option, tmp_path):
    run = quizmill("anki", "--bank", bank, "--format", "text", *option)

    assert run.returncode == 2
    assert run.stderr == (
        f"quizmill: {option[0]} is for decks, and --format text writes a table; leave one of them out\n"
    )
    assert not list(tmp_path.glob("*.txt"))
