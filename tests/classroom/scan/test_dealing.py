"""The cards that are made of what was read."""

from __future__ import annotations

from msgspec.structs import replace

import formed
from doubted import CHOICE, DIGITS, FAINT, LAYOUT, NAME, RESPONSE, SECOND, SHEET, TWICE, WHOSE, upright
from quizmill.classroom.class_set import ClassSet, hand_out
from quizmill.classroom.scan.cards import Card, Kind, LineDecision, PictureDecision
from quizmill.classroom.scan.dealing import (
    Seen,
    in_order,
    line_card,
    picture_called,
    picture_card,
    sheet_called,
    whereabouts,
)
from quizmill.classroom.scan.reading import LineReading
from quizmill.compose.answer_sheet.layout import Line
from quizmill.words import words_in

WORDS = words_in()


def dealt(kind: Kind, line: Line, *read: tuple[tuple[float, ...], tuple[int, ...]]) -> Card:
    seen = [
        Seen(f"digest{place}", f"{place}.jpg", upright(), LineReading(line.number, line.part, dark, marked))
        for place, (dark, marked) in enumerate(read)
    ]
    return line_card(kind, "QM1:ABCD1234:3:1", "copy 3, page 1", line, seen, LAYOUT, SHEET, WORDS)


def test_a_line_with_a_doubt():
    card = dealt(Kind.FAINT, CHOICE, ((0, 0.25, 0, 0.01), (1,)))

    assert card.id == "QM1:ABCD1234:3:1|1|0|digest0"
    assert card.name == "Question 1, copy 3, page 1"
    assert card.about == LineDecision(sheet="QM1:ABCD1234:3:1", question=1)
    assert (card.labels, card.several, card.guess, card.both) == (("A", "B", "C", "D"), False, ("B",), ())
    assert [(shot.picture, shot.darkness, len(shot.rings)) for shot in card.shots] == [
        ("0.jpg", (0, 0.25, 0, 0.01), 4)
    ]


def test_a_blank_is_guessed_to_be_one():
    assert dealt(Kind.BLANK, CHOICE, ((0, 0, 0, 0), ())).guess == ()


def test_two_marks_where_one_is_expected_may_both_be_meant():
    assert dealt(Kind.SECOND, CHOICE, ((0.3, 0, 0.7, 0.1), (2,))).both == ("A", "C")
    assert dealt(Kind.SECOND, RESPONSE, ((0.3, 0, 0.7), (2,))).both == ()  # there letters add up


def test_a_line_of_several_says_which_it_is():
    assert dealt(Kind.FAINT, DIGITS[1], ((0,) * 10, ())).name == "Question 3, column 2, copy 3, page 1"


def test_what_was_read_in_two_ways_is_not_guessed():
    card = dealt(Kind.TWICE, CHOICE, ((0, 0.8, 0, 0), (1,)), ((0.8, 0, 0, 0), (0,)))

    assert card.id == "QM1:ABCD1234:3:1|1|0|digest0|digest1"
    assert card.guess is None
    assert [shot.picture for shot in card.shots] == ["0.jpg", "1.jpg"]


def test_a_picture_is_shown_only_where_names_may_be():
    asked, shown = (picture_card(Kind.WHOSE, "digest", "a.jpg", page) for page in (None, upright()))

    assert asked.about == PictureDecision(picture="digest")
    assert asked.shots[0].crop is None
    assert shown.shots[0].crop.place == LAYOUT.name


def test_a_picture_in_a_file_of_several_has_a_page():
    assert [picture_called("a.pdf", 3, WORDS), picture_called("a.jpg", 0, WORDS)] == [
        "a.pdf, page 3",
        "a.jpg",
    ]


def test_cards_stand_by_kind_and_the_clearest_first():
    dark, light = (
        replace(FAINT, id=name, shots=(replace(FAINT.shots[0], darkness=(0, grey)),))
        for name, grey in (("dark", 0.3), ("light", 0.1))
    )
    faint, clear = (
        replace(SECOND, id=name, shots=(replace(SECOND.shots[0], darkness=(0.8, grey)),))
        for name, grey in (("faint", 0.6), ("clear", 0.2))
    )

    ordered = in_order([light, faint, NAME, dark, TWICE, clear, WHOSE])

    assert [card.id for card in ordered] == ["whose", "name", "twice", "clear", "faint", "dark", "light"]


TWO = replace(LAYOUT, sheets=(SHEET, replace(SHEET, form="B", pages=2)))


def class_set(*pupils: str, **fields) -> ClassSet:
    papers = formed.forms_of(formed.choices(3), 2)
    return ClassSet(papers=papers, copies=hand_out(papers, pupils), **fields)


def places(made: ClassSet, *, names: bool = False) -> list[tuple[int, str, int, str]]:
    return [
        (each.copy, each.form, each.page, each.text) for each in whereabouts(made, TWO, WORDS, names=names)
    ]


def test_a_picture_may_be_of_any_page_that_was_printed():
    made = class_set("Ann Lee", "Bo Li", spare=("A",))

    assert places(made) == [
        (1, "A", 1, "copy 1, page 1"),
        (2, "B", 1, "copy 2, page 1"),
        (2, "B", 2, "copy 2, page 2"),
        (3, "A", 1, "copy 3, page 1"),
    ]


def test_names_are_told_where_they_may_be_seen():
    assert [place[3] for place in places(class_set("Ann Lee", "Bo Li"), names=True)] == [
        "copy 1, Ann Lee, page 1",
        "copy 2, Bo Li, page 1",
        "copy 2, Bo Li, page 2",
    ]


def test_the_only_form_has_no_letter():
    assert sheet_called(0, "", 2, "", WORDS) == "page 2"
    assert sheet_called(0, "", 2, "Dee", WORDS) == "Dee, page 2"


def test_without_a_roster_a_sheet_is_known_by_its_form():
    assert places(class_set()) == [
        (0, "A", 1, "form A, page 1"),
        (0, "B", 1, "form B, page 1"),
        (0, "B", 2, "form B, page 2"),
    ]
