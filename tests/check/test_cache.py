"""Checking with a cache: the same report to the letter, whatever was edited in between, and less work."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import samples
from quizmill.bank.load import load_bank
from quizmill.check import judging, registry
from quizmill.check.cache import Cache
from quizmill.check.context import Context, context_of
from quizmill.check.run import check, errors
from quizmill.errors import Severity

BANK, TEA = "question_bank/bank.yaml", "question_bank/tea.yaml"
SEEDS, NAMES = "seeds/tea-book.yaml", "seeds/names.yaml"
# Each of these is a change on which some rule hangs, in a question or in what it rests on.
SWAPS = (
    (BANK, "language: en", "language: de"),
    (BANK, "title: Tea", "allow: {fingerprint-missing: It is a sample.}\ntitle: Tea"),
    (TEA, "title: Tea", "# A note.\n\ntitle: Tea"),
    (TEA, "*every* true tea", "it"),
    (TEA, "Ilex paraguariensis", "camellia sinensis leaves, always and everywhere in the world"),
    (TEA, "allow: {html-in-text", "allow: {ms-count: Two is two., html-in-text"),
    (TEA, "prompt: Peppermint tea is a true tea.", "prompt: Peppermint tea was made by Lei Jun in 1969."),
    (TEA, "accept: [The Cutty Sark]", "accept: [Lei Jun]"),
    (TEA, "answer: ¥9,000", "answer: ¥8,000"),
    (TEA, "in 1870?", "now?"),
    (TEA, "- id: tea-steps", "- id: tea-order"),
    (TEA, "[Green tea, heated at once]", "[Green tea, Cutty Sark]"),
    (SEEDS, 'value: "1869"', 'value: "1870"'),
    (SEEDS, "launched in 1869", "launched in 1868"),
    (SEEDS, '    as_of: "1870"\n', "    doubt: Nobody knows.\n"),
    (SEEDS, "Her first cargo", "The first cargo of the Cutty Sark"),
    (SEEDS, 'title: "A Short Book of Tea"', "title: Which Tea?"),
    (NAMES, "kind: product", "kind: person"),
    (NAMES, "aliases: [the Cutty Sark]", "aliases: [Camellia japonica, Rooibos]"),
    (NAMES, "name: Lei Jun, kind: person", "name: Ilex paraguariensis, kind: product"),
)
PUT = st.sampled_from(["China", "1848", "not ", "always ", "he ", "\n", "# \n", "40 percent", "The Tea Book"])
CUTS = st.tuples(st.sampled_from((BANK, TEA, SEEDS, NAMES)), st.floats(0, 1), st.integers(0, 12), PUT)


def with_swap(folder: Path, file: str, old: str, new: str) -> None:
    """Change one for the other, or back."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(new, old, 1) if new in text else text.replace(old, new, 1), encoding="utf-8")


def with_cut(folder: Path, file: str, where: float, cut: int, put: str) -> None:
    """Put a text somewhere in a file, over so many characters."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    at = int(where * len(text))
    path.write_text(text[:at] + put + text[at + cut :], encoding="utf-8")


def both(bank: Path, cache: Cache) -> None:
    """The reports with a cache are the reports without one."""
    fresh = check(load_bank(bank))

    assert check(load_bank(bank), cache=cache) == fresh
    assert errors(load_bank(bank), cache) == tuple(d for d in fresh if d.severity is Severity.ERROR)


@pytest.mark.parametrize("swap", SWAPS, ids=lambda swap: swap[2])
def test_each_change_alone(tmp_path: Path, swap):
    bank, cache = samples.write(tmp_path), Cache({})
    check(load_bank(bank), cache=cache)
    with_swap(tmp_path, *swap)

    both(bank, cache)


@given(st.lists(st.lists(st.sampled_from(SWAPS), min_size=1, max_size=3), min_size=1, max_size=4))
@settings(max_examples=40)
def test_changes_of_what_rules_hang_on(tmp_path_factory, rounds):
    folder = tmp_path_factory.mktemp("bank")
    bank, cache = samples.write(folder), Cache({})
    for swaps in rounds:
        for swap in swaps:
            with_swap(folder, *swap)
        both(bank, cache)


@given(st.lists(st.lists(CUTS, max_size=3), min_size=1, max_size=3))
@settings(max_examples=40)
def test_damage_of_any_kind(tmp_path_factory, rounds):
    folder = tmp_path_factory.mktemp("bank")
    bank, cache = samples.write(folder), Cache({})
    for cuts in rounds:
        for cut in cuts:
            with_cut(folder, *cut)
        both(bank, cache)


@pytest.fixture
def judged_questions(monkeypatch) -> list[str]:
    """The ids of the questions that were judged, in turn."""
    seen: list[str] = []
    judged = judging.Judge.judged

    def watched(self, questions, grounds):
        seen.extend(question.id for question in questions)
        return judged(self, questions, grounds)

    monkeypatch.setattr(judging.Judge, "judged", watched)
    return seen


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return samples.write(tmp_path)


def ids(bank: Path) -> list[str]:
    return [question.id for _, question in load_bank(bank).bank.questions()]


def replaced(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


class TestWhatIsJudged:
    def test_once_everything_then_nothing(self, bank, judged_questions):
        cache = Cache({})
        check(load_bank(bank), cache=cache)
        assert judged_questions == ids(bank)

        judged_questions.clear()
        check(load_bank(bank), cache=cache)
        errors(load_bank(bank), cache)
        assert judged_questions == []

    def test_the_question_that_was_edited(self, bank, judged_questions):
        cache = Cache({})
        check(load_bank(bank), cache=cache)
        judged_questions.clear()
        replaced(bank / "tea.yaml", "*every* true tea", "each true tea")
        check(load_bank(bank), cache=cache)

        assert judged_questions == ["tea-plant"]

    def test_all_when_a_fact_changed(self, bank, judged_questions):
        cache = Cache({})
        check(load_bank(bank), cache=cache)
        judged_questions.clear()
        replaced(bank.parent / "seeds" / "tea-book.yaml", "says: ", "says: Once, ")
        check(load_bank(bank), cache=cache)

        assert judged_questions == ids(bank)

    def test_errors_alone_are_kept_apart_from_a_whole_report(self, bank, judged_questions):
        cache = Cache({})
        errors(load_bank(bank), cache)
        errors(load_bank(bank), cache)
        assert judged_questions == ids(bank)

        check(load_bank(bank), cache=cache)
        assert judged_questions == ids(bank) * 2

    def test_places_move_with_the_lines_above_them(self, bank):
        cache = Cache({})
        before = check(load_bank(bank), cache=cache)
        seeds = bank.parent / "seeds" / "tea-book.yaml"
        seeds.write_text("# A note.\n\n" + seeds.read_text(encoding="utf-8"), encoding="utf-8")
        after = check(load_bank(bank), cache=cache)

        assert [d.location.line - 2 for d in after] == [d.location.line for d in before]
        assert [d.rule for d in after] == [d.rule for d in before] == ["fingerprint-missing"]


@given(st.data())
def test_parts_that_are_damaged_cost_time_alone(tmp_path_factory, data):
    bank = samples.write(tmp_path_factory.mktemp("bank"))
    store: dict[str, bytes] = {}
    fresh = check(load_bank(bank), cache=Cache(store))
    for part in list(store):
        store[part] = data.draw(st.sampled_from([b"", b"\x90", b"\xc1", store[part][:-9]]))

    assert check(load_bank(bank), cache=Cache(store)) == fresh


@pytest.mark.parametrize("trait", registry.traits_of(registry.BANK_RULES), ids=lambda trait: trait.name)
def test_a_trait_that_was_written_down_is_what_it_was(bank, trait):
    loaded = load_bank(bank)
    context = context_of(loaded.bank, loaded.folder)
    made = context.traits(trait)

    assert trait.column(msgspec.msgpack.encode(made)) == made


def test_every_trait_that_a_rule_asks_for_is_in_its_table(bank, monkeypatch):
    """Else it would be made anew at each run."""
    asked: set[str] = set()
    traits = Context.traits

    def watched(self, trait):
        asked.add(trait.name)
        assert trait.name in self.kept
        return traits(self, trait)

    monkeypatch.setattr(Context, "traits", watched)
    check(load_bank(bank))

    assert asked
