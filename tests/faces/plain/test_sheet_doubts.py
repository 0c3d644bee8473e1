"""The doubts of the reader of answer sheets at a terminal: what is said, typed, and kept."""

from __future__ import annotations

import io

import pytest
from msgspec.structs import replace

from doubted import FAINT, NAME, OWN, SECOND, SHARED, SHEETS, TWICE, WHOSE
from quizmill.classroom.scan.cards import Card, LineDecision, PictureDecision, Whereabouts
from quizmill.faces.plain.lines import Pipe
from quizmill.faces.plain.sheet_doubt_lines import Move, decision_in, move_in
from quizmill.faces.plain.sheet_doubts import SheetDoubts
from quizmill.faces.plain.terminal import Screen, stdout_screen


def transcript(typed: str, *cards: Card, language: str = "en", greys: bool = False):
    """What a terminal of 80 columns shows, and what was kept."""
    out, kept = io.StringIO(), []
    screen = Screen(out, width=80, colour=greys, language=language, has_greys=greys)
    SheetDoubts(cards, SHEETS, screen, Pipe(io.StringIO(typed), screen), kept.append).run()
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines()), kept


def test_a_guess_is_taken_or_another_is_typed():
    said, kept = transcript("\nac\n8\n", FAINT, SECOND, TWICE)

    assert (
        said
        == """\
:skip leaves one for later, :back returns to the last, :quit stops; the first
letter will do. What is decided is kept at once. ? shows this again.

Faint marks
Something is there, lighter than the other marks on the sheet.
1 of 3  Question 1, copy 3, page 1
monday.pdf, page 3
    A                           0%
   [B]  █████                  25%
    C                           0%
    D                           0%
A B C D, several as AB; - for none. Enter: B
>

Second marks
Beside the mark there is another: rubbed out, or a second answer?
2 of 3  Question 2, copy 3, page 1
(several may be marked)
monday.pdf, page 3
   [A]  ████████████████       80%
    B                           0%
    C   ██████                 30%
A B C, several as AB; - for none. Enter: A
> ac

Two pictures that differ
The sheet was seen twice, and not the same was read. What is marked on it?
3 of 3  Question 3, column 2, copy 4, page 1
a.jpg
    0                           0%
    1                           0%
    2                           0%
    3                           0%
    4                           0%
    5                           0%
    6                           0%
    7   ████████████████       80%
    8                           0%
    9                           0%
b.jpg
    0                           0%
    1                           0%
    2                           0%
    3                           0%
    4                           0%
    5                           0%
    6                           0%
    7                           0%
    8   ████████████████       80%
    9                           0%
0 1 2 3 4 5 6 7 8 9, several as 01; - for none.
> 8
All is decided.
"""
    )
    assert kept == [
        LineDecision(sheet="QM1:ABCD1234:3:1", question=1, marked=("B",)),
        LineDecision(sheet="QM1:ABCD1234:3:1", question=2, marked=("A", "C")),
        LineDecision(sheet="QM1:ABCD1234:4:1", question=3, part=1, marked=("8",)),
    ]


def test_one_goes_back_and_stops_and_what_is_decided_is_kept():
    said, kept = transcript("e\n-\n\n:back\n:b\n\n5\n:q\n", SECOND, WHOSE, NAME, language="de")

    assert (
        said
        == """\
:skip lässt etwas für später, :back geht zurück, :quit hört auf; der erste
Buchstabe genügt. Entschiedenes wird sofort festgehalten. ? zeigt dies noch
einmal.

Zweite Markierungen
Neben der Markierung ist eine weitere: ausradiert, oder eine zweite Antwort?
1 von 3  Question 2, copy 3, page 1
(mehrere dürfen markiert sein)
monday.pdf, page 3
   [A]  ████████████████      80 %
    B                          0 %
    C   ██████                30 %
A B C, mehrere als AB; - für nichts. Enter: A
> e
„e“ ist hier nicht zu verstehen.
> -

Wessen Bogen ist das?
Der Code auf dem Bogen ließ sich nicht lesen.
2 von 3  c.jpg
Die Nummer des Exemplars und der Seite, 3 1, oder Form und Seite, A 1; - lässt
das Bild aus.
>
Hier gibt es keine Vermutung zu bestätigen. Wählen Sie.
> :back

Zweite Markierungen
Neben der Markierung ist eine weitere: ausradiert, oder eine zweite Antwort?
1 von 3  Question 2, copy 3, page 1
(mehrere dürfen markiert sein)
monday.pdf, page 3
    A   ████████████████      80 %
    B                          0 %
    C   ██████                30 %
Entschieden: nichts
A B C, mehrere als AB; - für nichts. Enter: nichts
> :b

Zweite Markierungen
Neben der Markierung ist eine weitere: ausradiert, oder eine zweite Antwort?
1 von 3  Question 2, copy 3, page 1
(mehrere dürfen markiert sein)
monday.pdf, page 3
    A   ████████████████      80 %
    B                          0 %
    C   ██████                30 %
Entschieden: nichts
A B C, mehrere als AB; - für nichts. Enter: nichts
>

Wessen Bogen ist das?
Der Code auf dem Bogen ließ sich nicht lesen.
2 von 3  c.jpg
Die Nummer des Exemplars und der Seite, 3 1, oder Form und Seite, A 1; - lässt
das Bild aus.
> 5

Wie ist der Name?
Diese Bögen wurden ohne Namen gedruckt.
3 von 3  d.jpg
Der Name; - lässt das Bild aus.
> :q
Noch zu entscheiden: 1
"""
    )
    assert kept == [
        LineDecision(sheet="QM1:ABCD1234:3:1", question=2),
        PictureDecision(picture="0123456789abcdef", copy=5, page=1, form="A"),
    ]


def test_the_rings_are_a_picture_where_there_are_greys():
    said, _ = transcript(":q\n", FAINT, greys=True)

    picture = [line for line in said.splitlines() if "▀" in line]
    assert [line.count("▀") for line in picture] == [48] * 6  # twelve columns for each ring
    assert (
        "\n     A          [B]          C           D\n     0%         25%          0%          0%\n" in said
    )


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("", ("B",)),
        ("c", ("C",)),
        ("CA", ("A", "C")),
        ("a, c", ("A", "C")),
        ("3", ("C",)),
        ("-", ()),
        ("e", None),
        ("0", None),
        ("a e", None),
    ],
)
def test_marks_are_typed_by_their_letters_or_places(line: str, marked: tuple[str, ...] | None):
    decision = decision_in(line, FAINT, ())

    assert (decision and decision.marked) == marked


def test_where_labels_are_digits_they_are_meant_and_no_places():
    assert decision_in("0", TWICE, ()).marked == ("0",)
    assert decision_in("", TWICE, ()) is None


def test_a_label_of_two_signs_is_one():
    steps = replace(FAINT, labels=tuple(str(step) for step in range(1, 12)))

    assert decision_in("11", steps, ()).marked == ("11",)
    assert decision_in("1 1", steps, ()).marked == ("1",)


@pytest.mark.parametrize(
    ("line", "decided"),
    [
        ("6", PictureDecision(picture="0123456789abcdef", copy=6, page=1, form="B")),
        ("6 1", PictureDecision(picture="0123456789abcdef", copy=6, page=1, form="B")),
        ("-", PictureDecision(picture="0123456789abcdef", leave_out=True)),
        ("6 2", None),
        ("7", None),
        ("", None),
    ],
)
def test_a_sheet_is_named_by_its_copy(line: str, decided: PictureDecision | None):
    assert decision_in(line, WHOSE, SHEETS) == decided


def test_without_copies_a_sheet_is_named_by_its_form_and_page():
    sheets = [Whereabouts(0, page, "B", "") for page in (1, 2)]

    assert decision_in("b 2", WHOSE, sheets) == PictureDecision(
        picture="0123456789abcdef", copy=0, page=2, form="B"
    )
    assert decision_in("b", WHOSE, sheets) is None  # of two pages


def test_a_name_is_taken_as_it_is_typed():
    assert decision_in("Ann Lee", NAME, ()) == PictureDecision(picture="fedcba9876543210", name="Ann Lee")
    assert decision_in("", NAME, ()) is None


def test_a_move_is_a_word_behind_a_colon_or_its_beginning():
    assert [move_in(line) for line in (":s", ":BACK", ": quit", ":", ":x", "b")] == [
        Move.SKIP,
        Move.BACK,
        Move.QUIT,
        None,
        None,
        None,
    ]


def test_what_is_called_as_somebody_likes_does_nothing():
    said, _ = transcript(
        "", replace(FAINT, name="\x1b[2J", shots=(replace(FAINT.shots[0], picture="\u202ea.jpg"),))
    )

    assert "1 of 1  ␛[2J\n�a.jpg\n" in said
    assert "\x1b" not in said


def test_two_rows_of_greys_are_a_line():
    out = io.StringIO()

    Screen(out, width=80, colour=True, has_greys=True).greys([[0, 255], [128, 8]])

    assert out.getvalue() == "\x1b[38;5;232;48;5;244m▀\x1b[38;5;231;48;5;232m▀\x1b[0m\n"


@pytest.mark.parametrize(
    ("changes", "has_greys"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, True),
        ({"TERM": "xterm"}, False),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, False),
    ],
)
def test_pictures_are_drawn_where_there_are_256_colours(
    monkeypatch, changes: dict[str, str], has_greys: bool
):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for name in ("TERM", "COLORTERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in changes.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout", Terminal())

    assert stdout_screen().has_greys is has_greys


def test_a_dash_may_be_a_minus():
    number = replace(FAINT, labels=("-", ".", "0", "1"))

    said, _ = transcript("", number)

    assert "- . 0 1, several as -.; -- for none. Enter: B\n" in said
    assert decision_in("-", number, ()).marked == ("-",)
    assert decision_in("--", number, ()).marked == ()


def test_what_was_decided_of_a_picture_is_said_when_one_comes_back():
    said, _ = transcript("6\n:back\n-\n:back\n\nBo Li\n:s\n", WHOSE, NAME)

    assert [line for line in said.splitlines() if line.startswith("Decided")] == [
        "Decided: 6 B 1",
        "Decided: left out",
    ]
    assert said.endswith("All is decided.\n")


def test_a_name_that_was_typed_stays_when_one_comes_back():
    said, kept = transcript("Bo Li\n:b\n\n", NAME, NAME)

    assert "Decided: Bo Li\n" in said
    assert len(kept) == 1


def test_what_two_pictures_say_is_not_asked_once_they_are_of_two_pupils():
    after = replace(TWICE, after=tuple(card.id for card in SHARED))
    said, kept = transcript("\nBo Li\n", *SHARED, after)

    assert "The name of whose it is; Enter leaves it so; - leaves the picture out." in said
    assert said.endswith("> Bo Li\nAll is decided.\n")
    assert kept == [OWN[0], PictureDecision(picture="bb", name="Bo Li")]


@pytest.mark.parametrize("typed", ["", "DEE"])
def test_a_sheet_that_stays_whose_it_is_is_asked_of_its_marks(typed):
    after = replace(TWICE, after=(SHARED[1].id,))
    _, kept = transcript(f"{typed}\n8\n", SHARED[1], after)

    assert kept == [OWN[1], replace(TWICE.about, marked=("8",))]


def test_back_passes_over_what_is_not_asked():
    after = replace(TWICE, after=(SHARED[0].id,))
    _, kept = transcript("Bo Li\n:back\nAnn Lee\n", SHARED[0], after, FAINT)

    assert [each.name for each in kept] == ["Bo Li", "Ann Lee"]


@pytest.mark.parametrize("card", [FAINT, NAME])
def test_a_command_that_there_is_not_is_named_and_those_that_there_are_shown(card):
    said, kept = transcript(":foo\n?\n:q\n", card)
    moves = said[: said.index("\n\n") + 1]

    assert said.count("“:foo” cannot be told here.\n") == 1
    assert (said.count(moves), kept) == (3, [])


@pytest.mark.parametrize(("line", "page"), [("2", 2), ("1", 1), ("3", None), ("a 1", None)])
def test_where_the_only_form_has_no_letter_the_page_is_enough(line, page):
    sheets = [Whereabouts(0, each, "", f"page {each}") for each in (1, 2)]
    found = decision_in(line, WHOSE, sheets)

    assert (found.page if found else None) == page
