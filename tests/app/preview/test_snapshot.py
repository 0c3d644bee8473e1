"""What is shown of a bank while it is written: also what is unfinished, and what was good before it broke."""

from __future__ import annotations

import pytest

import samples
from preview_server import visited
from quizmill.app.preview.chosen import chosen
from quizmill.app.preview.snapshot import Snapshot, snapshot_of
from quizmill.bank.load import load_bank
from quizmill.compose.selection import Selection
from quizmill.compose.traits import Traits

SHORT = """\
title: Tea
questions:
  - id: first
    type: short_answer
    prompt: What is in the pot?
    answer: Tea
    explanation: It smells of it.
    facts: [tea-book/leaf]
  - id: second
    state: draft
    type: true_false
    prompt: Tea is dear.
  - id: third
    type: true_false
    prompt: Tea is cheap.
    answer: false
    correction: It was dear.
    explanation: So it was.
    facts: [tea-book/leaf]
"""
SMALL = "state: draft\n    type: true_false\n    prompt: Tea is dear.\n"
FINISHED = f"{SMALL}    answer: true\n    explanation: Look.\n"


def rows(snapshot: Snapshot) -> list[tuple[str, str, str, bool]]:
    return [(key, entry.state, entry.title, entry.is_earlier) for key, entry in snapshot.entries.items()]


@pytest.fixture
def bank(tmp_path):
    """The folder, and a function that writes the topic anew and reads the bank."""
    folder = samples.write(tmp_path, tea=SHORT)

    def read(text: str, before: Snapshot | None = None, file: str = "tea.yaml") -> Snapshot:
        (folder / file).write_text(text, "utf-8")
        return snapshot_of(load_bank(folder), before)

    return read


def test_questions_and_drafts_stand_in_the_order_in_which_they_are_written(bank):
    assert rows(bank(SHORT)) == [
        ("first", "sound", "What is in the pot?", False),
        ("second", "draft", "", False),
        ("third", "sound", "Tea is cheap.", False),
    ]


def test_a_draft_that_could_be_asked_is_shown_as_if_it_were(bank):
    assert rows(bank(SHORT.replace(SMALL, FINISHED)))[1] == ("second", "draft", "Tea is dear.", False)


def test_drafts_without_an_id_are_told_apart(bank):
    unnamed = SHORT.replace("  - id: first\n", "  - state: draft\n").replace("  - id: second\n", "  - \n")

    assert list(bank(unnamed.replace("  - \n    state", "  - state")).entries) == ["tea~", "tea~~2", "third"]


def test_a_question_that_breaks_is_shown_as_it_was(bank):
    before = bank(SHORT)
    after = bank(SHORT.replace("answer: Tea", "anwser: Tea"), before)

    assert rows(after)[0] == ("first", "broken", "What is in the pot?", True)
    assert rows(after)[2] == ("third", "sound", "Tea is cheap.", False)


def test_a_question_that_was_never_good_is_there_without_a_picture(bank):
    assert rows(bank(SHORT.replace("answer: Tea", "anwser: Tea")))[0] == ("first", "broken", "", False)


def test_after_a_slip_of_yaml_what_it_has_cost_stays_as_it_was(bank):
    before = bank(SHORT)
    after = bank(SHORT.replace("prompt: What", 'prompt: "What'), before)

    assert [(key, title, earlier) for key, _, title, earlier in rows(after)] == [
        ("first", "What is in the pot?", True),
        ("second", "", False),
        ("third", "Tea is cheap.", False),
    ]
    assert after.titles == {"tea": "Tea"}
    assert rows(bank(SHORT, after)) == rows(before)


def test_after_a_slip_in_bank_yaml_the_whole_bank_stays_as_it_was(bank):
    before = bank(SHORT)
    after = bank("title: [", before, file="bank.yaml")

    assert after.number == 2
    assert rows(after) == rows(before)
    assert not after.is_current
    assert after.bank.title == "Tea and the sea"
    assert [each.rule for each in after.found if each.location.file.endswith("bank.yaml")] == [
        "missing-field",
        "syntax",
    ]


@pytest.mark.parametrize(
    ("selection", "keys"),
    [
        (Selection(electives=True), ["first", "second", "third"]),
        (Selection(electives=True, topics=("tea",)), ["first", "second", "third"]),
        (Selection(electives=True, types=("true_false",)), ["second", "third"]),
        (Selection(electives=True, ids=("second",)), ["second"]),
        (Selection(electives=True, ids=("first", "second")), ["first", "second"]),
        (Selection(electives=True, without=Traits(types=("true_false",))), ["first"]),
    ],
)
def test_a_selection_chooses_drafts_too(bank, selection, keys):
    found, note = chosen(bank(SHORT), selection)

    assert ([key for key, _ in found], note) == (keys, "")


def test_a_selection_that_nothing_fits_shows_all_and_says_why(bank):
    found, note = chosen(bank(SHORT), Selection(electives=True, topics=("coffee",)))

    assert len(found) == 3
    assert note.startswith('--topic: there is no topic "coffee"')


def test_the_page_tells_what_a_draft_lacks_and_what_is_wrong_with_the_file(tmp_path):
    folder = samples.write(tmp_path, tea=SHORT.replace("title: Tea\n", "titel: Tea\n"))
    with visited(folder) as visitor:
        visitor.until(1, 1)
        listing = visitor.told("list.json")
        draft = visitor.told("question/second.json")

    assert [(each["severity"], each["rule"], each["message"]) for each in draft["findings"]] == [
        ("advice", "explanation-missing", "the question has no explanation"),
        ("advice", "missing-field", '"answer" is missing'),
        ("advice", "draft", "this is a draft: it is asked nowhere"),
    ]
    assert draft["version"] == ""
    assert [each["text"] for each in draft["lines"]] == SHORT.splitlines()[8:12]
    assert ("error", "unknown-field") in [(each["severity"], each["rule"]) for each in listing["others"]]
    assert [(row["key"], row["state"], row.get("worst")) for row in listing["rows"]][1] == (
        "second",
        "draft",
        "advice",
    )


def test_a_bank_that_goes_away_stays_in_sight_until_it_is_back(tmp_path):
    folder = samples.write(tmp_path)
    with visited(folder) as visitor:
        visitor.until(1, 1)
        folder.rename(tmp_path.with_name("away"))  # not beside: that one would be named
        gone = visitor.until(2, 2)
        tmp_path.with_name("away").rename(folder)
        back = visitor.until(3, 3)

    assert gone["trouble"].endswith("there is no such folder; `quizmill init` starts a bank")
    assert [row["key"] for row in gone["rows"]] == [row["key"] for row in back["rows"]]
    assert back["trouble"] == ""
