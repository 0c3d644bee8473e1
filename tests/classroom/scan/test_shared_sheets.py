"""One sheet that two pupils used, and one name on two sheets: what is asked, and what the next run asks."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from answer_sheets import layout_of
from doubted import upright
from quizmill.classroom.scan.cards import Card, Kind, PictureDecision
from quizmill.classroom.scan.decisions import SheetDecisions
from quizmill.classroom.scan.doubts import doubt_cards
from quizmill.compose.answer_sheet.code import sign_of
from quizmill.words import words_in
from scanned import read, short, stack, unnumbered

OTHER = {(1, 0): (3,)}


def cards(made, *pictures, said: tuple[PictureDecision, ...] = (), names: bool = True) -> tuple[Card, ...]:
    decisions = SheetDecisions(paper=made.papers[0].fingerprint, pictures=said)
    layout, found = layout_of(made), stack(made, *pictures, decisions=decisions)
    page = upright(layout=layout)
    return doubt_cards(found, layout, lambda picture: page, words_in(), names=names)


def asked(*found: Card) -> list[tuple[str, str]]:
    return [(card.kind, card.name) for card in found]


def copied(made, copy: int = 1):
    return read(made, copy, file="a.jpg"), read(made, copy, file="b.jpg", marks=OTHER)


def test_of_two_pictures_that_differ_it_is_asked_whose_each_is():
    first, second, line = cards(short(), *copied(short()))

    assert asked(first, second, line) == [
        ("shared", "copy 1, Ann Lee, page 1"),
        ("shared", "copy 1, Ann Lee, page 1"),
        ("twice", "Question 1, copy 1, Ann Lee, page 1"),
    ]
    assert [card.shots[0].picture for card in (first, second)] == ["a.jpg", "b.jpg"]
    assert first.own == PictureDecision(picture="a.jpg 1 1", copy=1, page=1, form="")
    assert line.after == (first.id, second.id)


def test_whose_a_sheet_is_is_asked_where_its_number_has_another_name_now():
    picture = read(short(), 2)
    assert picture.reading is not None
    code = replace(picture.reading.code, pupil=sign_of("Dee Fox"))
    printed = replace(picture, reading=replace(picture.reading, code=code))

    assert [card.kind for card in cards(short(), printed)] == ["whose"]
    assert cards(short(), picture) == ()


def test_without_names_none_is_told():
    assert "Ann" not in str(cards(short(), *copied(short()), names=False))


@pytest.mark.parametrize("name", [None, "Ann Lee"])
def test_what_was_left_so_is_asked_no_more(name):
    said = [PictureDecision(picture=f"{each}.jpg 1 1", copy=None if name else 1, name=name) for each in "ab"]

    assert [card.kind for card in cards(short(), *copied(short()), said=tuple(said))] == ["twice"]


def test_what_is_another_pupils_is_asked_no_more():
    said = PictureDecision(picture="b.jpg 1 1", name="Bo Li")

    assert cards(short(), *copied(short()), said=(said,)) == ()


def test_a_spare_sheet_is_asked_of_once():
    made = replace(short(), spare=("",))

    assert [card.kind for card in cards(made, *copied(made, 4))] == ["shared", "shared", "twice"]
    said = tuple(PictureDecision(picture=f"{each}.jpg 4 1", copy=4) for each in "ab")
    assert [card.kind for card in cards(made, *copied(made, 4), said=said)] == ["name", "twice"]


def test_one_name_of_two_pictures_without_a_number_is_asked_again():
    names = {"a": "Dee", "b": "dee"}
    said = tuple(PictureDecision(picture=f"{each}.jpg 0 1", name=name) for each, name in names.items())
    first, *others = cards(unnumbered(), *copied(unnumbered(), 0), said=said)

    assert [first.kind, *(card.kind for card in others)] == ["shared", "shared", "twice"]
    assert first.own == PictureDecision(picture="a.jpg 0 1", copy=0, page=1, form="", name="Dee")
    left = tuple(replace(each, copy=0) for each in said)
    assert [card.kind for card in cards(unnumbered(), *copied(unnumbered(), 0), said=left)] == ["twice"]


def test_of_two_sheets_of_one_name_the_one_that_it_is_printed_on_may_stay():
    made = replace(short(), spare=("",))
    said = PictureDecision(picture="b.jpg 4 1", name="Ann Lee")
    printed, spare = cards(made, read(made, 1, file="a.jpg"), read(made, 4, file="b.jpg"), said=(said,))

    assert (printed.own, spare.own) == (PictureDecision(picture="a.jpg 1 1", copy=1, page=1, form=""), None)
    assert asked(spare) == [(Kind.SHARED, "copy 4, Ann Lee, page 1")]
