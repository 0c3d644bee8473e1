"""What teachers complained of in programs that read sheets, and what happens here instead.

Each name says what went wrong elsewhere. That pictures are read is told elsewhere.
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from answer_sheets import KINDS, bank_of, class_set, layout_of
from quizmill.bank.csv_out import as_csv
from quizmill.classroom.answer_table import template
from quizmill.classroom.desk import mark_scripts
from quizmill.classroom.scan.accounts import accounts, faults, notes, summary
from quizmill.classroom.scan.answers import scanned_sheets
from quizmill.classroom.scan.asking import Asking
from quizmill.classroom.scan.cards import Kind, LineDecision, PictureDecision
from quizmill.classroom.scan.decisions import SheetDecisions, code_said
from quizmill.classroom.scan.reading import Doubt, Fate
from quizmill.classroom.scan.stack import ReadPicture
from quizmill.classroom.table import read_table
from quizmill.classroom.typed_beside import typed_beside
from quizmill.compose.answer_sheet.code import SheetCode, sign_of
from scanned import NAMES, long, other, read, short, stack, unnumbered

OTHER = {(2, 0): (), (3, 0): (9,)}  # no answer to question 2, and another first digit of 3
FULL = {"Ann Lee": 4.0, "Bo Li": 4.0, "Cy Ng": 4.0}


class Told:
    """What is said of pictures, and what they are worth."""

    def __init__(self, made, *pictures, decisions=None, table=""):
        own = decisions or SheetDecisions(paper=made.papers[0].fingerprint)
        layout, found = layout_of(made), stack(made, *pictures, decisions=own)
        self.stack = found
        self.summary = summary(found)
        self.notes = list(notes(made, layout, found, own))
        tables = [read_table(table.encode(), "a.csv")] if table else []
        self.faults = list(faults(made, layout, found, typed_beside(made, layout, tables)))
        self.marked = mark_scripts(made, *tables, scanned=tuple(scanned_sheets(made, layout, found)))
        self.marks = {script.student: script.earned for script in self.marked.scripts}


def of_pupil(picture, name):
    """The picture, as if that name had been printed on its sheet."""
    reading = picture.reading
    code = replace(reading.code, pupil=sign_of(name))
    return replace(picture, reading=replace(reading, code=code))


def decided(made, *each):
    lines = tuple(one for one in each if isinstance(one, LineDecision))
    pictures = tuple(one for one in each if isinstance(one, PictureDecision))
    return SheetDecisions(paper=made.papers[0].fingerprint, answers=lines, pictures=pictures)


def filled(made, *pictures, names=None, words="", decisions=None):
    """The table that is written of those, with other *names* and the short answer typed in."""
    found = scanned_sheets(made, layout_of(made), stack(made, *pictures, decisions=decisions))
    rows = [list(row) for row in template(made, tuple(found))]
    for row in rows[1:]:
        row[0] = (names or {}).get(row[0], row[0])
        if words and len(row) > 1 and row[-1]:
            row[5] = words
    return as_csv(rows, ",").decode("utf-8-sig")


def typed_words(made):
    """A table with the short answers that stand on paper."""
    rows = "".join(f"{copy.student},,,,thing\n" for copy in made.copies)
    return f"student,1,2,3,4\n{rows}"


def test_29_pages_went_in_and_18_came_out_silently():
    made = short()
    told = Told(made, *(read(made, copy, at=copy) for copy in (1, 2)), other(Fate.NO_SHEET, "scan.pdf", 3))

    assert told.summary == "3 pictures: 2 pages read; 1 not a sheet: scan.pdf, page 3"
    assert told.notes == ["of 3 named sheets 2 came back; none of Cy Ng"]
    assert told.faults == [
        "scan.pdf, page 3: no sheet is found there, and there is none of Cy Ng; look whether it is "
        "one, and take "
        "the picture again with all four corners; or say in a table that they were absent"
    ]


@pytest.mark.parametrize("row", ["Cy Ng,absent,,,", "Cy Ng,a,b,,"])
def test_a_page_that_was_no_sheet_was_asked_about_for_ever(row):
    made = short()
    pictures = [*(read(made, copy, at=copy) for copy in (1, 2)), other(Fate.NO_SHEET, "scan.pdf", 3)]

    assert Told(made, *pictures, table=f"student,1,2,3,4\n{row}\n").faults == []


@pytest.mark.parametrize("row", ["Cy Ng,,,,thing", "Cy Ng,?a,,,", "Cy Ng,,,,"])
def test_a_lost_sheet_was_not_asked_about_once_its_words_were_typed(row):
    made = short()
    pictures = [*(read(made, copy, at=copy) for copy in (1, 2)), other(Fate.NO_SHEET, "scan.pdf", 3)]

    assert len(Told(made, *pictures, table=f"student,1,2,3,4\n{row}\n").faults) == 1


def test_pages_were_incomplete_when_the_second_came_later():
    made = long()
    first = Told(made, read(made, 1, 1, at=1))
    both = Told(made, read(made, 1, 1, at=1), read(made, 1, 2, file="later.pdf"))

    assert first.marked.faults == (
        "scan.pdf, page 1: Ann Lee: the page with questions 16 to 30 is not among the pictures; scan it too",
    )
    assert (first.marked.scripts[0].unread, both.marked.scripts[0].unread) == (15, 0)
    assert both.marked.faults == ()
    assert both.marks == {"Ann Lee": made.possible}


def test_of_a_page_that_is_missing_in_the_middle_or_around_one_its_own_questions_are_named():
    made = class_set(bank_of(("choice", "number", "words") * 40, options=5), students=NAMES, order="bank")
    missing = Told(made, read(made, 1, 2)).marked.faults[0], Told(made, read(made, 1, 1)).marked.faults[0]

    assert [each.partition("page with ")[2].partition(" is ")[0] for each in missing] == [
        "questions 1 to 23 and 49 to 119",
        "questions 25 to 119",
    ]


def test_a_program_is_told_what_became_of_each_picture():
    made = short()
    again, code = other(Fate.NO_CODE, "c.jpg"), other(Fate.BLANK, "scan.pdf", 2)
    found = stack(made, read(made, 1, at=1), code, again, read(made, 1, file="b.jpg", quality=2))

    assert [(each.file, each.page, each.fate, each.sheet) for each in accounts(found)] == [
        ("scan.pdf", 1, "again", "Ann Lee"),
        ("scan.pdf", 2, "blank", None),
        ("c.jpg", 0, "no code", None),
        ("b.jpg", 0, "read", "Ann Lee"),
    ]


def test_the_list_of_participants_was_mixed_into_the_stack():
    made = short()
    sheets = [read(made, copy, at=copy + 1) for copy in (1, 2, 3)]
    told = Told(made, other(Fate.NO_SHEET, "scan.pdf", 1), *sheets, table=typed_words(made))

    assert told.summary == "4 pictures: 3 pages read; 1 not a sheet: scan.pdf, page 1"
    assert (told.faults, told.marked.faults, told.marks) == ([], (), FULL)


def test_bad_sheets_were_skipped_and_not_listed():
    made = short()
    told = Told(
        made,
        ReadPicture(digest="", file="cut.jpg", reason="this picture is damaged, or cut off"),
        other(Fate.NO_CODE, "torn.jpg"),
        other(Fate.SEVERAL_SHEETS, "desk.jpg"),
        other(Fate.NO_SHEET, "cat.jpg"),
    )

    assert told.summary == (
        "4 pictures: 1 whose code cannot be read: torn.jpg; 1 of several sheets at once: desk.jpg; 1 "
        "not a sheet: "
        "cat.jpg; 1 not to be opened: cut.jpg"
    )
    assert told.faults[:3] == [
        "cut.jpg: this picture is damaged, or cut off",
        "torn.jpg: this is an answer sheet, and its code cannot be read; --review FILE.html --names asks "
        "whose it is, or "
        "take the picture again",
        "desk.jpg: this picture shows more than one sheet; take one of each",
    ]


def test_a_sheet_counted_for_whoever_had_its_number_on_a_later_roster():
    """Printed for Dee Fox, who was second then; the same seed gives the same questions and fingerprint."""
    made = short()
    signed = [of_pupil(read(made, 2), name) for name in ("Dee Fox", "BO LI", "")]
    dees, bos, unsigned = (Told(made, each) for each in signed)

    assert "Bo Li" not in dees.marks
    assert dees.summary == "1 picture: 1 of another roster: scan.pdf"
    assert dees.faults[0] == (
        "scan.pdf: the name on this sheet is not the one that its number has now, Bo Li: the roster has "
        "changed since it was printed; mark it with the JSON file of that print, or --review FILE.html "
        "--names asks whose it is"
    )
    assert bos.marks == unsigned.marks
    assert "Bo Li" in bos.marks


def test_a_sheet_of_another_class_was_counted():
    made = short()
    told = Told(made, other(Fate.OTHER_PAPER, "z.pdf", 4, SheetCode("00ff00ff", 2, 1)))

    own = made.papers[0].fingerprint
    assert told.faults == [
        f"z.pdf, page 4: this sheet is of another paper, 00ff00ff, and this is {own}; mark it with the "
        "JSON file "
        "that was written with those sheets"
    ]
    assert told.marks == {}


def test_the_backs_of_a_duplex_scan_were_sheets_without_a_mark():
    made = short()
    fronts = [read(made, copy, at=2 * copy - 1) for copy in (1, 2, 3)]
    backs = [other(Fate.BLANK, "scan.pdf", 2 * copy) for copy in (1, 2, 3)]
    told = Told(made, *(each for pair in zip(fronts, backs, strict=True) for each in pair))

    assert told.summary == "6 pictures: 3 pages read; 3 blank backs"
    assert (told.notes, told.faults) == ([], [])


def test_both_sides_of_a_sheet_came_in_any_order():
    made = long()
    pages = [(3, 2), (1, 2), (2, 1), (1, 1), (3, 1), (2, 2)]
    told = Told(made, *(read(made, *each, at=place) for place, each in enumerate(pages, start=1)))

    assert told.marks == dict.fromkeys(FULL, made.possible)
    assert [script.student for script in told.marked.scripts] == list(FULL)


class TestSeenTwice:
    def test_the_last_picture_won(self):
        made = short()
        a, b = read(made, 1, file="a.jpg"), read(made, 1, file="b.jpg", marks={(1, 0): (3,)})
        told, back = Told(made, a, b), Told(made, b, a)

        assert told.notes[0] == (
            "a.jpg and b.jpg show the same page of Ann Lee, and not alike in question 1, where none counts; "
            "--review FILE.html --names asks whose each is"
        )
        assert told.marks == back.marks
        assert [told.marked.scripts[0].answers[0].text, back.marked.scripts[0].answers[0].text] == [
            "?B or D"
        ] * 2
        assert told.marked.scripts[0].unread == 2  # that, and the one in words

    def test_of_two_numbers_that_differ_one_was_a_guess(self):
        made = short()
        a, b = (read(made, 1, file=f"{each}.jpg", marks=marks) for each, marks in (("a", {}), ("b", OTHER)))

        answers = Told(made, a, b).marked.scripts[0].answers

        assert [each.text for each in answers[1:3]] == ["?none or B D", "?51 or 71"]

    def test_two_photos_of_one_sheet_were_two_pupils(self):
        made = short()
        told = Told(
            made,
            read(made, 1, file="a.jpg", quality=0.4, doubts={(1, 0): Doubt.FAINT}),
            read(made, 1, file="b.jpg", quality=0.9),
        )

        assert told.summary == "2 pictures: 1 page read; 1 seen a second time: a.jpg"
        assert (
            told.notes[0]
            == "b.jpg and a.jpg show the same page of Ann Lee and read alike; the clearer one counts"
        )
        assert told.stack.sheets[0].pages[0].lines[0].doubt is None

    def test_a_doubt_of_the_better_picture_is_settled_by_the_other_only_where_it_says_the_same(self):
        made = short()
        better = read(made, 1, file="a.jpg", quality=2, marks={(1, 0): (2,)}, doubts={(1, 0): Doubt.SECOND})
        told = Told(made, better, read(made, 1, file="b.jpg", marks={(1, 0): (3,)}))

        assert told.stack.sheets[0].pages[0].lines[0].doubt is Kind.SECOND

    def test_a_file_that_is_named_twice_is_read_once(self):
        made = unnumbered()
        same = read(made, 0, digest="d")
        told = Told(made, same, same)

        assert (len(told.stack.sheets), told.summary) == (
            1,
            "2 pictures: 1 page read; 1 seen a second time: scan.pdf",
        )

    def test_somebody_decides(self):
        made = short()
        code = str(SheetCode(made.papers[0].fingerprint, 1, 1))
        label = layout_of(made).sheets[0].lines[0].labels[3]
        own = decided(made, LineDecision(sheet=code, question=1, marked=(label,)))
        a, b = read(made, 1, file="a.jpg"), read(made, 1, file="b.jpg", marks={(1, 0): (3,)})
        told = Told(made, a, b, decisions=own)

        assert told.marked.scripts[0].answers[0].text == label
        assert told.notes[0] == (
            "a.jpg and b.jpg show the same page of Ann Lee, and not alike in question 1, where it is decided"
        )


class TestNames:
    def test_a_sheet_without_a_name_was_lost(self):
        made = unnumbered()
        told = Told(made, read(made, 0, file="a.jpg"), read(made, 0, file="b.jpg"))

        assert told.marks == {"sheet (a.jpg)": 3.0, "sheet (b.jpg)": 3.0}
        assert told.faults == [
            "2 sheets have no name: sheet (a.jpg) and sheet (b.jpg); --review FILE.html --names asks whose "
            "they are"
        ]

    def test_one_alone_was_spoken_of_as_several(self):
        made = unnumbered()

        assert Told(made, read(made, 0, file="a.jpg")).faults == [
            "1 sheet has no name: sheet (a.jpg); --review FILE.html --names asks whose it is"
        ]

    @pytest.mark.parametrize(
        ("to", "asks"), [("doubts.html", "doubts.html asks"), ("terminal", "--review terminal asks again")]
    )
    def test_one_was_asked_and_told_to_ask(self, to, asks):
        made = unnumbered()
        found = stack(made, read(made, 0, file="a.jpg"), other(Fate.NO_CODE, "torn.jpg"))

        assert list(faults(made, layout_of(made), found, asking=Asking(to))) == [
            f"torn.jpg: this is an answer sheet, and its code cannot be read; {asks} whose it is, or take "
            "the picture again",
            f"1 sheet has no name: sheet (a.jpg); {asks} whose it is",
        ]

    def test_a_person_names_it(self):
        made = unnumbered()
        own = decided(made, PictureDecision(picture="a.jpg 0 1", name="Dee"))
        told = Told(made, read(made, 0, file="a.jpg"), decisions=own)

        assert (told.marks, told.faults) == ({"Dee": 3.0}, [])

    def test_two_pages_of_one_pupil_were_two_pupils(self):
        made = replace(class_set(bank_of(KINDS * 5, options=5), order="bank"))
        own = decided(
            made,
            PictureDecision(picture="a.jpg 0 1", name="Zoë Lee"),
            PictureDecision(picture="b.jpg 0 2", name="lee, zoe"),
        )
        told = Told(made, read(made, 0, file="a.jpg"), read(made, 0, 2, file="b.jpg"), decisions=own)

        assert told.marks == {"Zoë Lee": made.possible}

    @pytest.mark.parametrize("name", ["Lee, Ann", "王, 小明", "王 小明"])
    def test_the_family_s_name_came_first_or_with_a_comma(self, name):
        made = class_set(bank_of(("choice",)), students=("Ann Lee", "王小明"))
        made = replace(made, spare=("",))
        own = decided(made, PictureDecision(picture="scan.pdf 3 1", name=name))
        told = Told(made, read(made, 3), decisions=own)

        assert list(told.marks) == ["Ann Lee" if "A" in name else "王小明"]

    def test_two_sheets_of_one_name_are_not_taken(self):
        made = unnumbered()
        own = decided(made, *(PictureDecision(picture=f"{each}.jpg 0 1", name="Dee") for each in "ab"))
        marks = {(1, 0): (3,)}
        told = Told(
            made, read(made, 0, file="a.jpg"), read(made, 0, file="b.jpg", marks=marks), decisions=own
        )

        assert told.notes[0].startswith(
            "a.jpg and b.jpg show the same page of Dee, and not alike in question 1"
        )

    def test_somebody_says_that_a_numbered_sheet_is_of_another(self):
        made = short()
        own = decided(made, PictureDecision(picture="scan.pdf 1 1", name="Cy Ng"))
        told = Told(made, read(made, 1, at=1), read(made, 3, at=3), decisions=own)

        assert told.marked.faults[0] == (
            "Cy Ng has 2 sheets (scan.pdf, page 3 and scan.pdf, page 1); none is taken: "
            "--review FILE.html --names asks whose each is"
        )
        assert (told.marks, told.notes) == ({}, ["of 3 named sheets 1 came back; none of Ann Lee and Bo Li"])


class TestCopiedSheets:
    """A pupil used a copy of another one's sheet, and both have its number."""

    def test_the_other_pupils_was_seen_twice(self):
        made = short()
        pictures = read(made, 1, file="a.jpg"), read(made, 1, file="b.jpg", marks={(1, 0): (3,)})
        own = decided(made, PictureDecision(picture="b.jpg 1 1", name="li, bo"))
        told = Told(made, *pictures, decisions=own)

        assert (told.marks, told.summary) == ({"Ann Lee": 3.0, "Bo Li": 2.0}, "2 pictures: 2 pages read")
        assert told.notes == ["of 3 named sheets 2 came back; none of Cy Ng"]

    def test_a_spare_sheet_was_one_pupils_until_both_had_a_name(self):
        made = replace(short(), spare=("",))
        a, b = (
            read(made, 4, file=f"{each}.jpg", marks={(1, 0): (place,)}) for place, each in enumerate("ab")
        )
        names = [PictureDecision(picture=f"{each}.jpg 4 1", name=each.upper()) for each in "ab"]

        assert list(Told(made, a, b, decisions=decided(made, names[0])).marks) == ["A"]
        assert list(Told(made, a, b, decisions=decided(made, *names)).marks) == ["A", "B"]

    def test_both_pages_of_a_copied_sheet_are_of_who_is_said(self):
        made = long()
        pictures = [
            read(
                made, 1, page, file=f"{each}.jpg", marks={} if each == "a" else {(1, 0): (3,), (16, 0): (3,)}
            )
            for page in (1, 2)
            for each in "ab"
        ]
        own = decided(made, *(PictureDecision(picture=f"b.jpg 1 {page}", name="Bo Li") for page in (1, 2)))
        told = Told(made, *pictures, decisions=own)

        assert [(each.name, len(each.pages)) for each in told.stack.sheets] == [("Ann Lee", 2), ("Bo Li", 2)]


class TestTables:
    """What was scanned, in a table that somebody completes and marks beside the same pictures."""

    def test_a_sheet_whose_name_is_typed_there_is_not_counted_twice(self):
        made, pictures = unnumbered(), [read(unnumbered(), 0, file=each) for each in ("a.jpg", "b.jpg")]
        table = filled(made, *pictures, names={"sheet (a.jpg)": "Dee"}, words="thing")

        assert Told(made, *pictures, table=table).marks == {"Dee": 4.0, "sheet (b.jpg)": 4.0}

    def test_nor_one_that_is_named_later_or_lies_in_another_folder(self):
        made, before = unnumbered(), read(unnumbered(), 0, file="a.jpg", digest="d")
        table = filled(made, before, words="thing")
        own = decided(made, PictureDecision(picture="d", name="Dee"))
        after = read(made, 0, file="scans/a.jpg", digest="d")

        assert Told(made, after, table=table).marks == {"sheet (scans/a.jpg)": 4.0}
        assert Told(made, after, table=table, decisions=own).marks == {"Dee": 4.0}

    def test_the_first_of_a_roster_is_found_by_the_sheet_under_any_name(self):
        made = short()
        table = filled(made, read(made, 1), names={"Ann Lee": "Ann Li"}, words="thing")

        assert Told(made, read(made, 1), table=table).marks == {"Ann Li": 4.0}

    def test_of_two_sheets_of_one_name_both_are_there(self):
        made = short()
        own = decided(made, PictureDecision(picture="scan.pdf 1 1", name="Cy Ng"))
        table = filled(made, read(made, 1, at=1), read(made, 3, at=3), decisions=own)

        assert [row.partition(",")[0] for row in table.splitlines()[1:5]] == [*NAMES, "Cy Ng"]


class TestCodes:
    def test_a_person_says_whose_it_is(self):
        made = short()
        said = [
            PictureDecision(picture="p", copy=2, page=1),
            PictureDecision(picture="p", form=made.papers[0].form),
            PictureDecision(picture="p", copy=2, leave_out=True),
            PictureDecision(picture="p", name="Dee"),
            PictureDecision(picture="p", form="Z"),
            None,
        ]
        own = made.papers[0].fingerprint

        assert [code_said(each, made) for each in said] == [
            SheetCode(own, 2, 1),
            SheetCode(own, 0, 1),
            *[None] * 4,
        ]

    def test_a_picture_is_left_out(self):
        made = short()
        own = decided(made, PictureDecision(picture="torn.jpg0", leave_out=True))
        told = Told(made, other(Fate.NO_CODE, "torn.jpg"), decisions=own)

        assert (told.summary, told.faults) == ("1 picture: 1 left out, as was decided: torn.jpg", [])


class TestDoubts:
    @pytest.mark.parametrize("doubt", list(Doubt))
    def test_what_is_doubtful_was_counted(self, doubt):
        made = short()
        told = Told(made, read(made, 1, at=1, doubts={(1, 0): doubt}), table=typed_words(made))
        answer = told.marked.scripts[0].answers[0]

        assert (answer.typed, answer.text[0]) == (None, "?")
        assert told.marked.faults == (
            f"scan.pdf, page 1: Ann Lee, question 1 ({answer.text}) is doubtful; --review FILE.html "
            "asks, or type "
            "them",
        )

    def test_an_empty_row_was_read_as_several_letters(self):
        made = short()
        told = Told(made, read(made, 1, marks={(1, 0): (), (2, 0): ()}), table=typed_words(made))

        assert [answer.is_blank for answer in told.marked.scripts[0].answers] == [True, True, False, False]
        assert told.marked.faults == ()

    def test_what_a_teacher_types_counts_before_the_scan(self):
        made = short()
        doubtful = read(made, 1, doubts={(1, 0): Doubt.BLANK})
        table = "student,1,2,3,4\nAnn Lee,x,,,thing\n"
        told = Told(made, doubtful, table=table)

        assert (told.marked.faults, told.marks) == ((), {"Ann Lee": 3.0})

    def test_a_decision_is_asked_no_more(self):
        made = short()
        code, lines = str(SheetCode(made.papers[0].fingerprint, 1, 1)), layout_of(made).sheets[0].lines
        told = Told(
            made,
            read(made, 1, doubts={(1, 0): Doubt.SECOND}),
            decisions=decided(made, LineDecision(sheet=code, question=1, marked=lines[0].labels[:2])),
        )

        assert told.marked.scripts[0].answers[0].text == "A B"
        assert "several options, which is wrong: A B" in told.marked.notes[0]

    def test_a_decision_about_nothing_here_is_told(self):
        made = short()
        code = str(SheetCode(made.papers[0].fingerprint, 1, 1))
        own = decided(
            made,
            LineDecision(sheet=code, question=1, marked=("Z",)),
            LineDecision(sheet=code.replace(":1:1", ":2:1"), question=1),
            PictureDecision(picture="gone", leave_out=True),
        )
        told = Told(made, read(made, 1, at=1), decisions=own)

        assert told.notes[1:] == [
            "2 decisions of sheets that are not among these pictures; kept, and not used",
            f"the decision on question 1 of {code} is not used: there is no Z on that sheet",
        ]


class TestWords:
    def test_what_is_written_in_words_was_no_answer(self):
        made = short()
        told = Told(made, *(read(made, copy) for copy in (1, 2, 3)))

        assert told.marked.faults == (
            "question 4: 3 answers are in words, and to be typed; --template FILE with these pictures "
            "writes a "
            "table for it",
        )
        assert {script.unread for script in told.marked.scripts} == {1}

    def test_it_is_typed_in_a_table_beside(self):
        made = short()
        told = Told(made, *(read(made, copy) for copy in (1, 2, 3)), table=typed_words(made))

        assert (told.marked.faults, told.marks) == ((), FULL)

    def test_what_is_not_typed_in_that_table_is_named(self):
        made = short()
        told = Told(made, read(made, 1), read(made, 2), table="student,1,2,3,4\nAnn Lee,,,,thing\n")

        assert told.marked.faults == (
            "question 4: 1 answer is in words, and to be typed; type what is written into the column "
            "4 of a.csv, a "
            "dash for nothing",
        )
