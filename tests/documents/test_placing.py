"""What a source must say when its document has changed."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from quizmill.bank.document import Document, document_of
from quizmill.bank.model import DraftFact, Fact, Section, Source
from quizmill.documents.by_terms import moved_by_terms
from quizmill.documents.moved import moved
from quizmill.documents.placing import LostTerm, Update, update

OLD = """\
The Book of Tea
Leaves
Every true tea comes from one plant, Camellia sinensis.
Ships
The Taeping was built in 1863. In 1866 she won the race from Foochow to London by twenty-eight minutes.
Her cargo was worth 9,000 pounds.
"""
PLANT = Fact(id="plant", paragraph=3, says="S.", terms=("Camellia sinensis",))
BUILT = Fact(id="built", paragraph=5, says="S.", terms=("Taeping", "1863"))
WON = Fact(id="won", paragraph=5, says="S.", terms=("twenty-eight minutes",))
WORTH = Fact(id="worth", paragraph=6, says="S.", terms=("9,000", "cargo"))
BOOK = Source(
    id="book",
    title="B",
    sections=(
        Section(title="The Book of Tea", first=1),
        Section(title="Leaves", first=2),
        Section(title="Ships", first=4),
    ),
    facts=(PLANT, BUILT, WON, WORTH),
    states_nothing=(1, 2, 4),
)


def document(text: str) -> Document:
    return document_of(text.encode())


def updated(text: str, source: Source = BOOK, old: str = OLD) -> Update:
    before, now = document(old), document(text)
    return update(source, source.facts, now, moved(before.folded, now.folded), before)


def places(found: Update) -> dict[str, int]:
    return {each.fact.id: each.paragraph for each in found.facts}


def lost(found: Update) -> dict[str, tuple[Any, ...]]:
    return {each.fact.id: each.lost for each in found.facts if each.is_lost}


def reworded(found: Update) -> list[str]:
    return [each.fact.id for each in found.facts if each.reworded]


def test_the_same_text_changes_nothing():
    found = updated(OLD)

    assert places(found) == {"plant": 3, "built": 5, "won": 5, "worth": 6}
    assert (found.sections, found.ended) == (BOOK.sections, ())
    assert (found.states_nothing, found.unread, lost(found), reworded(found)) == ((1, 2, 4), (), {}, [])


def test_a_paragraph_that_is_new_moves_the_others_and_is_to_be_read():
    found = updated(OLD.replace("Ships\n", "A new paragraph about the sea.\nShips\n"))

    assert places(found) == {"plant": 3, "built": 6, "won": 6, "worth": 7}
    assert [section.first for section in found.sections] == [1, 2, 5]
    assert (found.states_nothing, found.unread) == ((1, 2, 5), (4,))


def test_the_facts_of_a_paragraph_in_two_parts_go_to_the_part_with_their_terms():
    found = updated(OLD.replace(". In 1866", ".\nIn 1866"))

    assert places(found) == {"plant": 3, "built": 5, "won": 6, "worth": 7}
    assert (lost(found), reworded(found), found.unread) == ({}, [], ())


def test_a_fact_whose_terms_are_parted_has_lost_those_in_the_other_part():
    both = Fact(id="both", paragraph=5, says="S.", terms=("Taeping", "1863", "London"))
    found = updated(OLD.replace(". In 1866", ".\nIn 1866"), msgspec.structs.replace(BOOK, facts=(both,)))

    assert (places(found), lost(found)) == ({"both": 5}, {"both": (LostTerm("London", (6,)),)})


def test_a_fact_without_terms_in_a_paragraph_of_two_parts_is_to_be_read_again():
    bare = Fact(id="bare", paragraph=5, says="S.")
    found = updated(OLD.replace(". In 1866", ".\nIn 1866"), msgspec.structs.replace(BOOK, facts=(bare,)))

    assert (places(found), lost(found), reworded(found)) == ({"bare": 5}, {}, ["bare"])


def test_another_figure_is_told_with_where_the_old_one_stands():
    found = updated(OLD.replace("9,000", "8,000").replace("one plant", "one of 9,000 plants"))

    assert lost(found) == {"worth": (LostTerm("9,000", (3,)),)}
    assert reworded(found) == ["plant", "worth"]


def test_a_paragraph_that_is_gone_keeps_its_facts_where_it_would_stand():
    found = updated(OLD.replace("Her cargo was worth 9,000 pounds.\n", ""))

    assert (places(found)["worth"], lost(found)) == (
        5,
        {"worth": (LostTerm("9,000", ()), LostTerm("cargo", ()))},
    )


def test_terms_that_stand_in_another_paragraph_by_chance_are_no_proof():
    old = OLD.replace("Leaves\n", "Leaves\nA cargo of 9,000 leaves.\n")
    source = msgspec.structs.replace(BOOK, facts=(msgspec.structs.replace(WORTH, paragraph=7),))
    found = updated(old.replace("Her cargo was worth 9,000 pounds.\n", ""), source, old)

    assert lost(found) == {"worth": (LostTerm("9,000", (3,)), LostTerm("cargo", (3,)))}


def test_a_paragraph_written_anew_has_the_fact_if_all_its_terms_stand_there():
    found = updated(
        OLD.replace("Her cargo was worth 9,000 pounds.", "For this cargo someone had given £9,000.")
    )

    assert (places(found)["worth"], lost(found), reworded(found)) == (6, {}, ["worth"])


def test_all_facts_of_a_paragraph_written_anew_go_there_with_the_one_that_stands_there():
    cargo = msgspec.structs.replace(WORTH, id="cargo", terms=("Her", "pounds"))
    source = msgspec.structs.replace(BOOK, facts=(cargo, WORTH))
    found = updated(
        OLD.replace("Her cargo was worth 9,000 pounds.", "For this cargo someone had given £9,000."), source
    )

    assert {(each.fact.id, each.paragraph, each.how) for each in found.facts} == {
        ("cargo", 6, "changed"),
        ("worth", 6, "changed"),
    }
    assert lost(found) == {"cargo": (LostTerm("Her", ()), LostTerm("pounds", ()))}


def test_a_term_that_never_stood_there_is_no_loss_of_this_edition():
    wrong = msgspec.structs.replace(WORTH, terms=("9,000", "a million"))
    found = updated(OLD.replace("Ships", "Clippers"), msgspec.structs.replace(BOOK, facts=(wrong,)))

    assert lost(found) == {}


def test_sections_follow_their_headings_and_take_their_words():
    found = updated(OLD.replace("Ships\n", "On ships\n").replace("Leaves\n", ""))

    assert found.sections == (
        Section(title="The Book of Tea", first=1),
        Section(title="Leaves", first=2),
        Section(title="On ships", first=3),
    )
    assert (found.states_nothing, found.unread) == ((1, 3), ())


def test_sections_change_places_and_what_is_first_begins_the_text():
    lines = OLD.splitlines(keepends=True)
    found = updated("".join(lines[3:] + lines[:3]))

    assert [(section.title, section.first) for section in found.sections] == [
        ("Ships", 1),
        ("The Book of Tea", 4),
        ("Leaves", 5),
    ]


def test_a_section_of_which_nothing_is_left_ends():
    found = updated("".join(OLD.splitlines(keepends=True)[:3]))

    assert (found.sections, found.ended) == (BOOK.sections[:2], BOOK.sections[2:])


def test_what_stated_nothing_is_read_again_when_it_has_other_words():
    source = msgspec.structs.replace(BOOK, sections=())
    found = updated(
        OLD.replace("The Book of Tea", "The Big Book of Tea").replace("Leaves", "Leaves:"), source
    )

    assert (found.states_nothing, found.unread) == ((2, 4), (1,))


def test_a_number_beyond_the_end_stays_within_the_text():
    beyond = Fact(id="beyond", paragraph=99, says="S.", terms=("tea",))
    found = updated(OLD, msgspec.structs.replace(BOOK, facts=(beyond,)))

    assert (places(found), list(lost(found))) == ({"beyond": 6}, ["beyond"])


def test_drafts_move_with_their_paragraphs():
    draft = DraftFact(id="d", source="book", paragraph=6, tree={"terms": ["cargo"]})
    nowhere = DraftFact(id="n", source="book", paragraph=0, tree={})
    before, now = document(OLD), document("New.\n" + OLD)
    found = update(BOOK, [draft, nowhere], now, moved(before.folded, now.folded), before)

    assert [(each.paragraph, each.is_draft, each.is_lost) for each in found.facts] == [
        (7, True, False),
        (0, True, False),
    ]


class TestWithoutTheTextBefore:
    """Facts go where their terms stand."""

    def updated(self, text: str, source: Source = BOOK) -> Update:
        now = document(text)
        return update(source, source.facts, now, moved_by_terms(source, (), now))

    def test_the_same_text_changes_nothing(self):
        found = self.updated(OLD)

        assert places(found) == {"plant": 3, "built": 5, "won": 5, "worth": 6}
        assert (found.sections, found.states_nothing, found.unread) == (BOOK.sections, (1, 2, 4), ())

    def test_numbers_follow_terms_and_headings(self):
        found = self.updated(OLD.replace("Ships\n", "A new paragraph.\nShips\n"))

        assert places(found) == {"plant": 3, "built": 6, "won": 6, "worth": 7}
        assert (found.states_nothing, found.unread) == ((1, 2, 5), (4,))

    def test_of_several_places_the_one_that_the_neighbours_say(self):
        cargo = "Her cargo was worth 9,000 pounds.\n"
        found = self.updated(cargo + OLD + "The end.\n" + cargo)

        assert places(found) == {"plant": 4, "built": 6, "won": 6, "worth": 7}

    def test_a_fact_whose_terms_are_gone_is_told(self):
        found = self.updated(OLD.replace("Camellia sinensis", "no other"))

        assert lost(found) == {"plant": (LostTerm("Camellia sinensis", ()),)}
        assert places(found)["plant"] == 3

    def test_what_is_not_heading_or_fact_is_where_both_neighbours_say(self):
        source = msgspec.structs.replace(BOOK, sections=(), states_nothing=(1, 2, 4))

        assert self.updated(OLD, source).states_nothing == (1, 2, 4)
        assert self.updated(OLD.replace("Ships\n", ""), source).states_nothing == (1, 2)

    @pytest.mark.parametrize("text", ["Nothing of it.\n", "x\n" * 3])
    def test_another_text_has_none_of_it(self, text: str):
        now = document(text)

        assert moved_by_terms(BOOK, (), now).kept == 0.0
        assert all(1 <= each.paragraph <= len(now.paragraphs) for each in self.updated(text).facts)


def test_a_fact_whose_paragraph_is_gone_is_put_on_none_that_states_nothing():
    without = OLD.replace("Every true tea comes from one plant, Camellia sinensis.\n", "")
    found = updated(without)

    assert found.states_nothing == (1, 2, 3)
    assert places(found)["plant"] == 4
