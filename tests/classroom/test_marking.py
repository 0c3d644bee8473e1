"""A class set comes back: answers from a table, marked by each student's form, and the class summed up."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from quizmill.bank.csv_out import as_csv
from quizmill.bank.model import (
    Bank,
    Cloze,
    Distractor,
    Essay,
    MultipleChoice,
    Ordering,
    Point,
    ShortAnswer,
    Topic,
)
from quizmill.classroom.answer_table import template
from quizmill.classroom.class_results import Slip, Wrong, class_result
from quizmill.classroom.class_set import ClassSet, hand_out
from quizmill.classroom.desk import mark_scripts
from quizmill.classroom.gradebook import FINAL, SLIPS, as_json, rows
from quizmill.classroom.print_run import whole_run
from quizmill.classroom.table import read_table
from quizmill.classroom.wrong_form import doubts
from quizmill.compose.forms import forms
from quizmill.errors import FileUnusable
from quizmill.grade.on_paper import copied_key

LEAF = MultipleChoice(
    id="leaf",
    prompt="Which leaf?",
    answer="Camellia",
    distractors=tuple(Distractor(text=text) for text in ("Ilex", "Mentha", "Rosa")),
)
SHIP = ShortAnswer(id="ship", prompt="Which ship?", answer="Cutty Sark")
STEPS = Ordering(id="steps", prompt="In order?", sequence=("Pluck", "Roll", "Dry"))
ESSAY = Essay(id="why", prompt="Why?", points=(Point(point="Speed"),), marks=4)


def class_set(*questions, count=1, students=(), classes=(), seed=1, separator=","):
    topic = Topic(id="t", title="T", questions=questions or (LEAF, SHIP, STEPS, ESSAY))
    bank = Bank(title="Tea", namespace="t", topics=(topic,))
    papers = forms(bank, tuple(bank.questions()), seed=seed, count=count, order="bank")
    return ClassSet(papers=papers, copies=hand_out(papers, students, classes), separator=separator)


def marked(made, text):
    return mark_scripts(made, read_table(text.encode(), "a.csv"))


def letter_of(made, option, form="", id="leaf"):
    exercise = next(e for e in made.paper(form).exercises if e.id == id)
    return "abcdefghij"[exercise.options.index(option)]


def perfect(made, form):
    return [copied_key(exercise) for exercise in made.paper(form).exercises]


def test_each_script_is_marked_by_the_key_of_its_form():
    made = class_set(count=4)
    table = [("student", "form", "1", "2", "3", "4")]
    table += [(f"Student {paper.form}", paper.form, *perfect(made, paper.form)) for paper in made.papers]
    swapped = ("Swapped", "A", *perfect(made, "B"))
    found = mark_scripts(made, read_table(as_csv([*table, swapped]), "a.csv"))

    assert [script.earned for script in found.scripts[:4]] == [7, 7, 7, 7]
    assert found.scripts[4].earned < 7
    assert found.faults == ()


def test_what_cannot_be_read_is_named_with_line_and_column_and_the_rest_is_marked():
    made = class_set(count=2, students=("Ann", "Ben", "Cy", "Dee", "Eve"))
    right = letter_of(made, "Camellia", "A")
    found = marked(
        made,
        "student,form,1,2,3,4,remarks\n"
        f"Ann,,{right},cutty sark,1 2,9,\n"
        f"Ben,A,{right},,,4,swapped\n"
        "Cy,E,a,,,,\n"
        ",A,a,,,,\n"
        "ann,B,a,,,,\n"
        "Zed,,a,,,,\n"
        "Dee,,,,,,ill\n",
    )

    assert [(s.student, s.form, s.earned, s.unread) for s in found.scripts] == [
        ("Ann", "A", 2, 2),
        ("Ben", "A", 5, 0),
    ]
    assert found.absent == ("Dee", "Eve")
    assert found.faults == (
        "a.csv:2: Ann, question 3 of form A (column E): there are 3 boxes, and 2 numbers are typed; type the "
        "numbers in the boxes from the top, 1 to 3, and a dash for an empty one",
        'a.csv:2: Ann, question 4 of form A (column F): "9" is no number of marks; type the marks '
        "you give, 0 to 4",
        'a.csv:4: Cy: there is no form "E"; type A or B',
        "a.csv:5: there is no name beside these answers",
        "a.csv:6: ann stands on line 2 already; only that line is marked",
        "a.csv:7: Zed: which form it was is not said; type A or B",
    )
    assert found.notes == (
        'the column "remarks" is not used',
        "a.csv:3: Ben was to have form B; marked as form A",
        "a.csv:7: Zed is not on the roster",
    )


@pytest.mark.parametrize(
    "head", ["student,form,1,2,3,4", "Name,Form,Q1,Q2,Q3,Q4", "Pupil,Version,Question 4,3.,no. 2,1"]
)
def test_the_columns_of_answers_go_by_many_names_in_any_order(head):
    made = class_set()
    answers = perfect(made, "")
    cells = answers if head.endswith("4") else answers[::-1]
    found = marked(made, f"{head}\nAnn,,{','.join(cells)}\n")

    assert [script.earned for script in found.scripts] == [7]


def test_all_answers_can_stand_in_one_cell_between_semicolons():
    made = class_set()
    answers = "; ".join(perfect(made, ""))
    found = marked(made, f"student,answers\nAnn,{answers}\nBen,{letter_of(made, 'Camellia')};;;\nCy,a;b\n")

    assert [(script.student, script.earned) for script in found.scripts] == [("Ann", 7), ("Ben", 1)]
    assert found.faults == (
        "a.csv:4: Cy: there are 4 questions, and 2 answers in the cell; part them by semicolons, with "
        "nothing between two for no answer",
    )


def test_letters_run_together_when_every_question_takes_one():
    made = class_set(LEAF, MultipleChoice(id="two", prompt="?", answer="x", distractors=LEAF.distractors))
    key = "".join(perfect(made, ""))
    found = marked(made, f"student,answers\nAnn,{key}\nBen,{key[0]}-\nCy,-{key[1].lower()}\n")

    assert [script.earned for script in found.scripts] == [2, 1, 1]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (
            "student,form",
            "a.csv:1: no column has answers; a paper of 4 questions needs a column for each, 1 to 4, or one "
            "called answers (--template writes an empty table)",
        ),
        (
            "student,1,2,4",
            "a.csv:1: no column is called 3; a paper of 4 questions needs a column for each, 1 to 4, or one "
            "called answers (--template writes an empty table)",
        ),
        (
            "form,1,2,3,4",
            "a.csv:1: the first line must name the columns, one of them name or student, or two first and "
            "last; it reads: form, 1, 2, 3, 4",
        ),
    ],
)
def test_a_table_without_a_column_that_is_needed_is_refused(head, said):
    with pytest.raises(FileUnusable) as refused:
        marked(class_set(), f"{head}\nAnn,A,b,c,d,e\n")
    assert str(refused.value) == said


def test_the_empty_table_has_a_line_for_each_student_and_tells_what_to_type():
    made = class_set(count=2, students=("Ann", "=Ben"), separator=";")
    data = as_csv(template(made), made.separator)

    assert data.decode("utf-8-sig").split("\r\n")[:3] == [
        "student;form;1;2;3;4",
        "Ann;A;;;;",
        "'=Ben;B;;;;",
    ]
    assert "# ordering: the numbers in the boxes, from the top: 3 1 2" in data.decode()
    found = mark_scripts(made, read_table(data, "a.csv"))
    assert (found.scripts, found.absent, found.faults, found.notes) == ((), ("Ann", "=Ben"), (), ())


def test_without_a_roster_the_empty_table_has_a_line_for_each_form():
    made = class_set(count=2)
    data = as_csv(template(made), made.separator)

    assert data.decode("utf-8-sig").split("\r\n")[:3] == ["student,form,1,2,3,4", ",A,,,,", ",B,,,,"]
    found = mark_scripts(made, read_table(data, "a.csv"))
    assert (found.scripts, found.absent, found.faults, found.notes) == ((), (), (), ())


def test_the_classes_of_the_roster_have_a_column_in_both_tables():
    made = class_set(SHIP, students=("Ann", "Ben"), classes=("8b", ""))
    empty = as_csv(template(made), made.separator)
    found = mark_scripts(made, read_table(empty.replace(b"Ann,8b,,", b"Ann,8b,,Cutty Sark"), "a.csv"))
    none = class_set(SHIP, students=("Ann",))

    assert empty.decode("utf-8-sig").split("\r\n")[:3] == ["student,class,form,1", "Ann,8b,,", "Ben,,,"]
    assert (found.faults, found.notes, found.absent) == ((), (), ("Ben",))
    assert list(rows(made, found)) == [
        ("student", "class", "form", "marks", "possible", "percent", "ship", "spelt otherwise", "final"),
        ("Ann", "8b", "", "1", "1", "100", "1", "", "yes"),
        ("Ben", "", "", "", "", "", "", "", "absent"),
    ]
    assert next(iter(template(none))) == ("student", "form", "1")


def test_a_table_written_for_another_paper_is_refused():
    made, other = class_set(seed=1, students=("Ann",)), class_set(seed=2, students=("Ann",))
    one, two = made.papers[0].fingerprint, other.papers[0].fingerprint

    with pytest.raises(FileUnusable) as refused:
        mark_scripts(made, read_table(as_csv(template(other)), "a.csv"))
    assert str(refused.value) == (
        f"a.csv: this table was written for paper {two}, and this is paper {one}; mark it with the JSON file "
        "that was written with those sheets"
    )


def test_a_filled_table_is_marked_whatever_spreadsheet_saved_it():
    made = class_set(count=2, students=("José", "Zoë"), separator=";")
    filled = list(template(made))[:3]
    filled[1:] = [(*row[:2], *perfect(made, row[1])) for row in filled[1:]]
    text = as_csv(filled, ";").decode("utf-8-sig")

    for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16"):
        found = mark_scripts(made, read_table(text.encode(encoding), "a.csv"))
        assert [(s.student, s.percent) for s in found.scripts] == [("José", 100.0), ("Zoë", 100.0)]


def test_a_script_that_fits_another_form_far_better_is_doubted():
    more = [
        MultipleChoice(id=f"q{i}", prompt="?", answer="Camellia", distractors=LEAF.distractors)
        for i in range(8)
    ]
    made = class_set(*more, count=3)
    lines = [
        ",".join((name, form, *perfect(made, key)))
        for name, form, key in (("Ann", "A", "A"), ("Ben", "B", "C"), ("Cy", "C", "C"))
    ]
    found = marked(made, "\n".join(["student,form,1,2,3,4,5,6,7,8", *lines]))
    earned = found.scripts[1].earned

    assert earned < 5
    assert list(doubts(made, found.scripts)) == [
        f"Ben: these answers earn {earned:g} of 8 on form B and 8 on form C; was it form C?"
    ]


@pytest.mark.parametrize(("typed", "doubted"), [(1, False), (2, True), (3, True)])
def test_another_form_fits_far_better_from_a_quarter_of_all_marks_more(typed, doubted):
    leaves = [
        MultipleChoice(id=f"q{i}", prompt="?", answer="Camellia", distractors=LEAF.distractors)
        for i in range(8)
    ]
    made = class_set(*leaves, count=2)
    keys = list(zip(perfect(made, "A"), perfect(made, "B"), strict=True))
    differing = [at for at, (own, other) in enumerate(keys) if own != other][:typed]
    answers = [other if at in differing else "" for at, (_, other) in enumerate(keys)]
    row = ",".join(("Ann", "A", *answers))
    scripts = marked(made, f"student,form,1,2,3,4,5,6,7,8\n{row}").scripts

    assert [script.earned for script in scripts] == [0]
    assert bool(list(doubts(made, scripts))) is doubted


def test_the_class_is_summed_up_over_all_forms_by_what_options_say():
    made = class_set(LEAF, SHIP, count=3)
    lines = ["student,form,1,2"]
    for i, (form, option, ship) in enumerate(
        [
            ("A", "Camellia", "Cutty Sark"),
            ("B", "Camellia", "cutty sark"),
            ("C", "Ilex", "Thermopylae"),
            ("A", "Ilex", "thermopylae"),
            ("B", "Rosa", ""),
        ]
    ):
        lines.append(f"S{i},{form},{letter_of(made, option, form)},{ship}")
    result = class_result(made, marked(made, "\n".join(lines)).scripts)
    leaf, ship = result.questions

    assert (result.students, result.possible, result.mean, result.median) == (5, 2, 0.8, 0)
    assert (result.lowest, result.highest) == (0, 2)
    assert (leaf.share_right, leaf.mean, leaf.empty) == (0.4, 0.4, 0)
    assert (leaf.wrong.text, leaf.wrong.students) == ("Ilex", 2)
    assert (ship.share_right, ship.empty) == (0.4, 1)
    assert (ship.wrong.text, ship.wrong.students) == ("Thermopylae", 2)
    assert leaf.discrimination is None


def test_discrimination_is_the_correlation_with_the_rest_and_needs_fifteen_students():
    made = class_set(LEAF, SHIP)
    right, wrong = letter_of(made, "Camellia"), letter_of(made, "Rosa")
    able = [f"S{i},{right},Cutty Sark" for i in range(10)]
    weak = [f"T{i},{wrong},x" for i in range(4)]
    mixed = [f"U,{right},x"]
    result = class_result(made, marked(made, "\n".join(["student,1,2", *able, *weak, *mixed])).scripts)
    few = class_result(made, marked(made, "\n".join(["student,1,2", *able, *weak])).scripts)
    same = class_result(
        made, marked(made, "\n".join(["student,1,2", *able, *(a + "y" for a in able)])).scripts
    )

    # phi of the table 10 0 / 1 4: (10·4 - 0·1) / sqrt(11·4·10·5)
    assert [round(q.discrimination, 4) for q in result.questions] == [0.8528, 0.8528]
    assert [q.discrimination for q in few.questions] == [None, None]
    assert [q.discrimination for q in same.questions] == [None, None]


def test_an_answer_that_could_not_be_read_does_not_count_against_its_question():
    made = class_set(LEAF, SHIP)
    right = letter_of(made, "Camellia")
    scripts = marked(made, f"student,1,2\nAnn,{right},x\nBen,zz,x\n").scripts
    leaf, _ = class_result(made, scripts).questions

    assert (leaf.students, leaf.share_right) == (1, 1.0)


def test_the_gradebook_has_a_column_for_each_question_in_the_order_of_the_first_form():
    made = class_set(count=2)
    lines = [f"Ann,B,{','.join(perfect(made, 'B'))}", "Ben,A,,,2 1,4"]
    found = marked(made, "\n".join(["student,form,1,2,3,4", *lines]))

    assert list(rows(made, found)) == [
        ("student", "form", "marks", "possible", "percent", "leaf", "ship", "steps", "why", SLIPS, FINAL),
        ("Ann", "B", "7", "7", "100", "1", "1", "1", "4", "", "yes"),
        ("Ben", "A", "4", "7", "57.1", "0", "0", "?", "4", "", "no: 1 unread"),
    ]


EXCHANGE = ShortAnswer(id="exchange", prompt="Which exchange?", answer="Nasdaq")
GAPS = Cloze(id="gaps", text="In {{1998}} it went from {{Beijing}} to {{Singapore}}.")


def slips_of_a_class():
    made = class_set(EXCHANGE, SHIP, GAPS, count=2)
    lines = [
        "student,form,1,2,3",
        "Ann,A,nasdak,Cutty Sark,1998 | Beijing | Singapore",
        "Bo,B,nazdaq,Thermopylae,1989 | Bejing | Singapur",
        "Cy,A,Nasdak,,1998 | Bejing | Singapor",
        "Dee,B,Nasdaq,Cutty Sark,1998 | Beijing | Singapor",
    ]
    numbers = {paper.form: [exercise.id for exercise in paper.exercises] for paper in made.papers}
    assert numbers["A"] == numbers["B"]
    return made, marked(made, "\n".join(lines))


def test_the_class_shows_which_slips_were_forgiven_whom():
    made, found = slips_of_a_class()
    exchange, ship, gaps = class_result(made, found.scripts).questions

    assert (exchange.right, exchange.forgiven) == (4, 3)
    assert exchange.slips == (Slip("nasdak", ("Ann", "Cy")), Slip("nazdaq", ("Bo",)))
    assert (ship.forgiven, ship.slips) == (0, ())
    assert (gaps.right, gaps.forgiven) == (3, 3)
    assert gaps.slips == (Slip("(2) Bejing", ("Bo", "Cy")), Slip("(3) Singapor", ("Cy", "Dee")))
    assert gaps.wrong == Wrong("(1) 1989", 1)


def test_the_gradebook_has_a_column_of_what_was_spelt_otherwise():
    found = list(rows(*slips_of_a_class()))

    assert [(row[0], row[-2]) for row in found] == [
        ("student", "spelt otherwise"),
        ("Ann", "exchange: nasdak"),
        ("Bo", "exchange: nazdaq; gaps: (2) Bejing"),
        ("Cy", "exchange: Nasdak; gaps: (2) Bejing, (3) Singapor"),
        ("Dee", "gaps: (3) Singapor"),
    ]


def test_the_record_has_the_slips_of_each_question_and_the_spelling_in_the_feedback():
    made, found = slips_of_a_class()
    record = json.loads(as_json(made, found, class_result(made, found.scripts)))

    assert record["questions"][0]["slips"] == [
        {"text": "nasdak", "students": ["Ann", "Cy"]},
        {"text": "nazdaq", "students": ["Bo"]},
    ]
    assert record["questions"][1]["slips"] == []
    assert [answer["feedback"] for answer in record["students"][1]["answers"]] == [
        'it is spelt "Nasdaq"',
        "",
        '1 of 3 blanks; blank 2: it is spelt "Beijing"',
    ]


def test_the_record_tells_everything():
    made = class_set(SHIP)
    found = marked(made, "student,1\nAnn,Thermopylae\n")
    record = json.loads(as_json(made, found, class_result(made, found.scripts)))

    assert record["forms"] == {"": made.papers[0].fingerprint}
    assert record["students"] == [
        {
            "student": "Ann",
            "class": "",
            "columns": {},
            "form": "",
            "earned": 0,
            "possible": 1,
            "percent": 0.0,
            "grade": "",
            "unread": 0,
            "started": "",
            "finished": "",
            "answers": [
                {
                    "number": 1,
                    "id": "ship",
                    "response": "Thermopylae",
                    "verdict": "wrong",
                    "earned": 0,
                    "possible": 1,
                    "feedback": "",
                }
            ],
        }
    ]
    assert record["class"] == {
        "students": 1,
        "possible": 1,
        "mean": 0,
        "median": 0,
        "lowest": 0,
        "highest": 0,
    }
    assert record["questions"][0]["wrong"] == {"text": "Thermopylae", "students": 1}


@pytest.mark.parametrize(
    "told",
    [
        *("absent", "Absent (ill)", "ABS.", "ill", "sick, excused", "was absent", "no show", "abs -"),
        *("krank", "fehlt", "nicht da", "entsch.", "ausente", "no vino", "Faltó", "malade", "Excusée"),
        *("缺席", "病假", "请假"),
    ],
)
@pytest.mark.parametrize("row", ["{},,,", ",,,{}", ",{},,", "-,{},?,x", "{0},{0},{0},{0}"])
def test_who_is_told_to_have_been_absent_has_no_marks(told, row):
    made = class_set(count=2, students=("Ann", "Ben"))
    cells = ",".join(f'"{cell}"' for cell in row.split(","))
    found = marked(made, f"student,form,1,2,3,4\nAnn,,{cells.format(told)}\nZed,,{cells.format(told)}\n")

    assert (found.scripts, found.absent, found.faults) == ((), ("Ann", "Zed", "Ben"), ())
    assert found.notes == (
        f'a.csv:2: Ann was absent, since "{told}" is all that is typed',
        "a.csv:3: Zed is not on the roster",
        f'a.csv:3: Zed was absent, since "{told}" is all that is typed',
    )


def test_answers_in_one_cell_may_say_that_somebody_was_absent():
    found = marked(class_set(students=("Ann", "Ben")), "student,answers\nAnn,ill\nBen,;;krank;\n")

    assert (found.scripts, found.absent, found.faults) == ((), ("Ann", "Ben"), ())


@pytest.mark.parametrize(
    ("ship", "row", "earned"),
    [("ill", ",ill,,", 1), ("Cutty Sark", "a,ill,,", None), ("Cutty Sark", ",ill in bed,,", 0)],
)
def test_a_word_for_absent_may_be_an_answer(ship, row, earned):
    made = class_set(LEAF, ShortAnswer(id="ship", prompt="How is he?", answer=ship), STEPS, ESSAY)
    found = marked(made, f"student,1,2,3,4\nAnn,{row}\n")

    assert found.absent == ()
    assert earned is None or found.scripts[0].earned == earned


def test_who_answered_nothing_is_marked_and_named():
    made = class_set(students=("Ann", "Ben", "Cy"))
    one = marked(made, "student,1,2,3,4\nAnn,-,?,x,0\nBen,,Cutty Sark,,\nCy,,,,\n")
    two = marked(made, "student,1,2,3,4\nAnn,-,-,-,\nBen,,,,-\nCy,#NAME?,-,-,-\n")

    assert [(script.student, script.earned) for script in one.scripts] == [("Ann", 0), ("Ben", 1)]
    assert one.notes == ("1 pupil answered nothing: Ann; if absent, leave the row empty",)
    assert two.notes == ("2 pupils answered nothing: Ann; Ben; if they were absent, leave their rows empty",)


def test_a_class_of_which_nobody_came_is_no_fault():
    made = class_set(students=("Ann",))
    found = marked(made, "student,1,2,3,4\nAnn,,,,\n")
    result = class_result(made, found.scripts)

    assert (found.scripts, found.absent, found.faults) == ((), ("Ann",), ())
    assert (result.students, result.mean) == (0, 0.0)


@given(st.binary(max_size=40), st.sampled_from([b"student,form,1,2,3,4\n", b"name;answers\n", b""]))
def test_no_bytes_at_all_end_in_anything_but_marks_or_a_refusal(data, head):
    made = class_set(count=2, students=("Ann",))
    with contextlib.suppress(FileUnusable):
        found = mark_scripts(made, read_table(head + data, "a.csv"))
        assert all(0 <= script.earned <= script.possible for script in found.scripts)
        assert class_result(made, found.scripts).students == len(found.scripts)


@given(st.lists(st.text(max_size=12), min_size=4, max_size=4))
def test_every_cell_is_marked_or_named(cells):
    made = class_set()
    data = as_csv([("student", "1", "2", "3", "4"), ("Ann", *cells)])
    with contextlib.suppress(FileUnusable):
        found = mark_scripts(made, read_table(data, "a.csv"))
        assert sum(script.unread for script in found.scripts) == len(found.faults)


@pytest.mark.parametrize(
    ("pupils", "printed"),
    [
        ([("Ann", "7A", "1"), ("Bo", "7A", "2")], [("Ann", "7A"), ("Bo", "7A")]),
        ([("Ann", "7A", "1"), ("Ann", "7A", "2")], [("Ann (1)", "7A"), ("Ann (2)", "7A")]),
        ([("Ann", "7A", "1"), ("Ann", "7B", "2")], [("Ann", "7A"), ("Ann", "7B")]),
        (
            [("Ann", "7A", "1"), ("ann", "7A", "2"), ("Ann", "7B", "3")],
            [("Ann (1)", "7A"), ("ann (2)", "7A"), ("Ann", "7B")],
        ),
        ([("Ann", "", "1"), ("Ann", "", "2")], [("Ann (1)", ""), ("Ann (2)", "")]),
    ],
)
def test_sheets_tell_two_of_one_name_apart_unless_their_classes_do(pupils, printed):
    names, classes, ids = zip(*pupils, strict=True)
    made = class_set()
    made = replace(made, copies=hand_out(made.papers, names, classes, [{"ID": id} for id in ids]))

    assert [(sheet.student, sheet.group) for sheet in whole_run(made).sheets] == printed
