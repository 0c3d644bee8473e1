"""Pages that pupils handed in: read from files, codes, mails and zips, and marked beside what was typed."""

from __future__ import annotations

import io
import json
import re
import zipfile
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from handed import code_of, file_of
from quizmill.bank.model import Bank, Essay, MultipleChoice, Ordering, Point, ShortAnswer, Topic
from quizmill.bank.model.parts import Distractor
from quizmill.classroom.class_results import class_result
from quizmill.classroom.class_set import ClassSet, Clock, hand_out
from quizmill.classroom.desk import mark_scripts
from quizmill.classroom.essays import essay_table
from quizmill.classroom.gradebook import FINAL, as_json, rows
from quizmill.classroom.hand_in import CannotRead, HandIn, codes_in, read_file
from quizmill.classroom.inbox import Left, misplaced, opened
from quizmill.classroom.returned import Twice
from quizmill.classroom.rulings import ruled
from quizmill.classroom.saved import restore, save
from quizmill.classroom.table import read_table
from quizmill.classroom.wrong_form import doubts
from quizmill.compose.forms import forms
from quizmill.faces.plain.class_report import report
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
ANSWERS = ("b", "Cutty Sark", "3 1 2", "Since it is fast.")


def class_set(*questions, count=1, students=(), classes=()):
    topic = Topic(id="t", title="T", questions=questions or (LEAF, SHIP, STEPS, ESSAY))
    bank = Bank(title="Tea", namespace="t", topics=(topic,))
    papers = forms(bank, tuple(bank.questions()), seed=1, count=count, order="bank")
    return ClassSet(papers=papers, copies=hand_out(papers, students, classes))


def perfect(paper, essay="Speed."):
    return [essay if each.kind == "essay" else copied_key(each) for each in paper.exercises]


def sent(made, name, answers=None, form="", place="", **changes):
    paper = made.paper(form)
    found = file_of(paper.fingerprint, name, perfect(paper) if answers is None else answers, form, **changes)
    return read_file(found, place or f"{name.lower()}.json")


def earned(marked):
    return [(script.student, script.form, script.earned, script.unread) for script in marked.scripts]


def finals(made, marked):
    head, *others = rows(made, marked)
    return [row[head.index(FINAL)] for row in others]


# --- one file, one code ---------------------------------------------------------------------------------

FILE = file_of("00112233", "Ann", ANSWERS)
CODE = code_of("00112233", "Ann", ANSWERS)
ANN = HandIn(
    place="x",
    paper="00112233",
    name="Ann",
    started="2026-11-30T18:00:00Z",
    finished="2026-11-30T18:20:30Z",
    answers=ANSWERS,
)


def test_a_file_and_a_code_say_the_same():
    assert [read_file(FILE, "x"), *codes_in(CODE, "x")] == [ANN, ANN]


@given(st.integers(3, len(FILE) - 1))
def test_a_file_that_was_cut_off_is_named(at):
    with pytest.raises(CannotRead, match="this file was cut off; ask for it again"):
        read_file(FILE[:-at], "x")


@given(st.sampled_from([b"Sark", b"Ann", b"3 1 2", b"00112233", b"18:20"]), st.integers(0, 1))
def test_a_file_in_which_something_was_changed_is_named(part, at):
    changed = FILE.replace(part, bytes([*part[:at], part[at] ^ 1, *part[at + 1 :]]), 1)

    with pytest.raises(CannotRead, match="was changed after it was saved; ask for it again"):
        read_file(changed, "x")


def test_a_file_that_was_only_laid_out_anew_is_the_same():
    assert read_file(json.dumps(dict(sorted(json.loads(FILE).items()))).encode(), "x") == ANN


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (file_of("0", "Ann", [], quizmill=2), "a newer quizmill made; update quizmill to mark it"),
        (b'{"quizmill": "x"}', "this is no file of answers (Expected `int`, got `str` - at `$.quizmill`)"),
        (b'{"quizmill": 1}', "this is no file of answers (Object missing required field `paper`)"),
        (b'{"quizmill": 1, "pap', "this file was cut off; ask for it again"),
        (file_of("0", "Ann", ["a"]).replace(b'"1": "a"', b'"2": "a"'), "was changed after it was saved"),
    ],
)
def test_what_is_no_file_of_answers_says_why(data, said):
    with pytest.raises(CannotRead, match=re.escape(said)):
        read_file(data, "x")


def mailed(code):
    """The same code as mails, messengers and hands leave it."""
    yield code.lower()
    yield code.replace("\n", " ")
    yield code.replace(" ", "\r\n")
    yield "\n".join(f"> > {line}" for line in code.split("\n"))
    yield re.sub("(.{20})", "\\1=\n", code.partition(":")[2]).join([code.partition(":")[0] + ":", ""])
    yield f"Dear Ms Lee,\n[my answers]\n*{code}*\nAnn [7A]"
    head, colon, signs = code.partition(":")
    yield head + colon + signs.replace(" ", "-")
    yield head + colon + signs.replace("0", "o").replace("1", "l")


@pytest.mark.parametrize("text", list(mailed(CODE)))
def test_a_code_is_read_however_a_mail_has_broken_it(text):
    assert list(codes_in(text, "x")) == [ANN]


@given(st.integers(20, len(CODE) - 30), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_a_code_in_which_a_sign_was_changed_is_named_or_unfolds_to_the_same(at, sign):
    if CODE[at] in (sign, " ", "\n"):
        return
    (found,) = codes_in(CODE[:at] + sign + CODE[at + 1 :], "x")

    changed = "this code was changed on its way; ask for it again, or for the file"
    assert found == ANN or str(found) == changed  # a bit that deflating does not use says nothing


def test_a_code_that_was_cut_off_says_how_much_there_is():
    count = int(CODE.split()[2].rstrip(":"))
    cut = CODE[: CODE.rindex("\n")]
    rest = len(re.sub("[^0-9A-Z]", "", cut.partition(":")[2]))

    (found,) = codes_in(cut, "x")

    assert str(found) == f"this code was cut off: {rest} of {count} characters; ask for it again"


def test_a_code_that_unfolds_without_end_is_no_more_than_what_a_quiz_can_have():
    (found,) = codes_in(code_of("0", "Ann", ["a" * 2**21]), "x")

    assert str(found) == "this code was changed on its way; ask for it again, or for the file"


def test_a_time_that_no_calendar_has_is_none():
    (found,) = codes_in(code_of("0", "Ann", [], started=10**20), "x")

    assert (found.started, found.finished) == ("", "2026-11-30T18:20:30Z")


def test_several_codes_in_one_text_are_told_apart_and_a_bad_one_spoils_no_other():
    found = list(codes_in(f"{CODE}\n{CODE[:-20]}\n{code_of('1', 'Bo', [], version=2)}\n{CODE}", "x.txt"))

    assert [each.place for each in found if isinstance(each, HandIn)] == ["x.txt (code 1)", "x.txt (code 4)"]
    assert [str(each)[:30] for each in found if isinstance(each, CannotRead)] == [
        "code 2 of 4: this code was cut",
        "code 3 of 4: this is of a page",
    ]


# --- what a teacher has: mails, zips, folders -----------------------------------------------------------


def mail(text="", html="", **attached):
    made = EmailMessage()
    made["From"], made["Subject"] = "ann@school.example", "Quiz"
    made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html")
    for name, data in attached.items():
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=f"{name}.json")
    return made.as_bytes()


def zipped(**files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def names(data):
    return [each.name if isinstance(each, HandIn) else str(each) for each in opened(data, "x")]


def test_answers_are_found_in_texts_mails_and_zips():
    page = "<html><body><div>" + CODE.replace("\n", "<br>\n") + "</div></body></html>"

    assert names(FILE) == ["Ann"]
    assert names(b"\xef\xbb\xbf" + FILE) == ["Ann"]
    assert names(CODE.encode("utf-16")) == ["Ann"]
    assert names(f"Grüße\n{CODE}".encode("cp1252")) == ["Ann"]
    assert names(page.encode()) == ["Ann"]
    assert names(mail(CODE)) == ["Ann"]
    assert names(mail("See the other part.", page)) == ["Ann"]
    assert names(mail("Here!", answers=FILE)) == ["Ann"]
    assert names(b"From: Ann\nSubject: x\n\n" + CODE.encode()) == ["Ann"]
    assert names(zipped(**{"a/ann.json": FILE, "b.txt": CODE, "__MACOSX/._a": b"x"})) == ["Ann", "Ann"]
    assert names(zipped(**{"./ann.json": FILE, "../b.txt": CODE, ".c.txt": CODE})) == ["Ann", "Ann"]


def test_what_has_no_answers_says_so():
    page = b'<!doctype html><meta name="generator" content="quizmill">'

    assert names(b"Hello") == ["x: there are no answers in it"]
    assert names(page) == ["x: this is the page with the questions, not what it saves when it is handed in"]
    assert names(zipped(photo=b"\xff\xd8\xff")) == ["x/photo: there are no answers in it"]
    assert names(zipped(**{"a.xlsx/[Content_Types].xml": b"x", "[Content_Types].xml": b"x"})) == [
        "x: there are no answers in it"
    ]
    assert names(mail("Hello", photo=b"\xff\xd8")) == ["x: there are no answers in this mail"]
    (huge,) = names(zipped(essay=b" " * (33 * 2**20)))
    assert huge == "x/essay: this file is too large to be answers"
    (broken,) = names(b"PK\x03\x04 broken")
    assert broken.startswith("x: this zip cannot be read (File is not a zip file); unpack it first")


def test_answers_to_another_paper_are_told_by_its_code():
    made, other = class_set(), class_set(LEAF)
    found = sent(other, "Ann")

    assert misplaced(made, sent(made, "Ann")) is None
    theirs, ours = other.papers[0].fingerprint, made.papers[0].fingerprint
    assert str(misplaced(made, found)) == (
        f"ann.json: Ann answered paper {theirs}, and this is {ours}; "
        "mark it with the JSON file that was written with that page"
    )
    more = replace(sent(made, "Ann"), answers=("a",) * 5)
    assert "does not fit its own paper, so it was changed" in str(misplaced(made, more))
    assert isinstance(misplaced(made, replace(more, answers=(), form="B")), Left)


# --- marking ---------------------------------------------------------------------------------------------


def test_each_page_is_marked_by_its_own_form_whatever_the_roster_said():
    made = class_set(count=2, students=("Ann", "Bo", "Cy"))
    handed = [sent(made, "bo", form="A"), sent(made, "ANN", form="A"), sent(made, "Zed", form="B")]
    found = mark_scripts(made, handed=handed)

    assert earned(found) == [("Bo", "A", 3, 1), ("Ann", "A", 3, 1), ("Zed", "B", 3, 1)]
    assert found.absent == ("Cy",)
    assert found.notes == (
        "bo.json: Bo was to have form B; handed in form A",
        "zed.json: Zed is not on the roster",
    )
    assert list(doubts(made, found.scripts)) == []


def test_the_marks_of_essays_and_what_else_is_typed_count_before_what_was_handed_in():
    made = class_set(students=("Ann", "Bo"))
    handed = [sent(made, "Ann", ["b", "Termopylae", "", "3"]), sent(made, "Bo")]
    table = read_table(b"student,form,1,2,3,4\nann,,,Cutty Sark,,2.5\n", "a.csv")
    found = mark_scripts(made, table, handed=handed)

    ann, bo = found.scripts
    assert [answer.text for answer in ann.answers] == ["b", "Cutty Sark", "", "2.5"]
    assert (ann.answers[3].earned, ann.unread, bo.unread) == (2.5, 0, 1)
    assert found.faults == (
        "question 4: 1 essay is to be marked; type the marks into the column 4 of a.csv, 0 for none",
    )


def test_answers_typed_in_one_cell_count_before_what_was_handed_in_too():
    made = class_set(LEAF, SHIP, students=("Ann",))
    table = read_table(b"student,answers\nann,;Cutty Sark\n", "a.csv")
    (script,) = mark_scripts(made, table, handed=[sent(made, "Ann", ["b"])]).scripts

    assert [answer.text for answer in script.answers] == ["b", "Cutty Sark"]


def test_who_is_typed_as_absent_was_absent_whatever_was_handed_in():
    made = class_set(LEAF, SHIP, students=("Ann",))
    table = read_table(b"student,1,2\nann,absent,\n", "a.csv")

    assert mark_scripts(made, table, handed=[sent(made, "Ann")]).absent == ("Ann",)


def test_what_a_pupil_writes_for_an_essay_is_never_taken_for_marks():
    made = class_set(ESSAY)
    found = mark_scripts(made, handed=[sent(made, "Ann", ["4"]), sent(made, "Bo", [" "])])

    assert earned(found) == [("Ann", "", 0, 1), ("Bo", "", 0, 0)]


def test_what_a_spreadsheet_would_have_spoilt_is_what_the_pupil_typed():
    made = class_set(replace(SHIP, answer="August 2004"))
    (script,) = mark_scripts(made, handed=[sent(made, "Ann", ["04. Aug"])]).scripts

    assert (script.earned, script.unread) == (0, 0)


def test_the_same_twice_is_one_and_two_that_differ_are_none_until_it_is_decided():
    made = class_set(LEAF, SHIP, students=("Ann", "Bo"))
    early = sent(made, "Ann", ["a", ""], place="1.json", finished="2026-11-30T18:10:00Z")
    late = sent(made, "ann", perfect(made.papers[0]), place="2.json")
    bo = sent(made, "Bo", place="3.json")
    asked = mark_scripts(made, handed=[late, bo, early, bo])
    decided = {each: mark_scripts(made, handed=[late, bo, early], twice=each) for each in Twice}

    assert earned(asked) == [("Bo", "", 2, 0)]
    assert asked.faults == (
        "Ann handed in 2 times, and not the same (2.json and 1.json); none is taken: take one away, or say "
        "--twice first or --twice last",
    )
    assert (asked.absent, finals(made, asked)) == ((), ["yes", "no: not marked"])
    assert earned(decided[Twice.LAST])[0] == ("Ann", "", 2, 0)
    assert earned(decided[Twice.FIRST])[0][:3] == (
        "Ann",
        "",
        mark_scripts(made, handed=[early]).scripts[0].earned,
    )


def test_who_handed_in_an_empty_page_was_there():
    made = class_set(LEAF, students=("Ann", "Bo"))
    found = mark_scripts(made, handed=[sent(made, "Ann", [""])])

    assert finals(made, found) == ["yes", "absent"]


def test_two_of_one_name_are_told_apart_by_what_the_page_calls_them():
    made = class_set(LEAF, students=("Ann Lee", "Ann Lee"), classes=("7A", "7B"))
    found = mark_scripts(made, handed=[sent(made, "Ann Lee (7B)"), sent(made, "Ann Lee", place="x.json")])

    assert [script.student for script in found.scripts] == ["Ann Lee (7B)"]
    assert found.faults == ("x.json: Ann Lee may be Ann Lee (7A) or Ann Lee (7B); type it so",)


def test_nobody_can_hand_in_without_a_name():
    made = class_set(LEAF)

    assert mark_scripts(made, handed=[sent(made, "", place="x.json")]).faults == (
        "x.json: there is no name beside these answers",
    )


def test_what_is_decided_of_a_question_counts_for_pages_too():
    made = class_set(LEAF, SHIP)
    made = ruled(made, void=["1"], accept=["2=Thermopylae"])
    (script,) = mark_scripts(made, handed=[sent(made, "Ann", ["a", "thermopylae"])]).scripts

    assert (script.earned, script.possible) == (1, 1)


def test_the_table_for_the_marks_of_essays_has_what_was_written_and_is_read_back():
    made = class_set(count=2)
    handed = [sent(made, "Ann", form="A"), sent(made, "Bo", form="B")]
    head, ann, bo = essay_table(made, handed, Twice.ASK)

    at = [each.exercises.index(next(e for e in each.exercises if e.id == "why")) + 1 for each in made.papers]
    assert ann[head.index(f"{at[0]} (written)")] == "Speed."
    assert bo[head.index(f"{at[1]} (written)")] == "Speed."
    filled = list(ann)
    filled[head.index(str(at[0]))] = "4"
    lines = "\n".join(",".join(row) for row in (head, filled))
    found = mark_scripts(made, read_table(lines.encode(), "e.csv"), handed=handed)
    assert earned(found) == [("Ann", "A", 7, 0), ("Bo", "B", 3, 1)]
    assert found.notes == ()
    assert all("is not read" not in fault for fault in found.faults)


@pytest.mark.parametrize("number", [1, 4])
def test_what_is_typed_where_an_essay_only_stands_to_be_read_is_named(number):
    made = class_set()
    table = f"student,form,1,2,3,4,{number} (written)\nAnn,,,,,,3\n"
    found = mark_scripts(made, read_table(table.encode(), "e.csv"), handed=[sent(made, "Ann")])

    assert found.faults == (
        f'e.csv:2: Ann: "3" in the column "{number} (written)" is not read; type it in the column {number}, '
        f"if it is for question {number} of this sheet",
        "question 4: 1 essay is to be marked; type the marks into the column 4 of e.csv, 0 for none",
    )


# --- how long it took ------------------------------------------------------------------------------------


def timed(minutes, *, no_pause=True):
    made = replace(
        class_set(LEAF, students=("Ann", "Bo", "Cy")), clock=Clock(minutes=minutes, no_pause=no_pause)
    )
    handed = [
        sent(made, "Ann"),  # from 18:00:00 to 18:20:30
        sent(made, "Bo", finished="2026-11-30T18:10:04Z"),
    ]
    return restore(save(made), "x.json"), handed


def test_whoever_took_longer_than_the_page_gave_is_named_and_how_long_it_was():
    made, handed = timed(10)
    found = mark_scripts(made, handed=handed)
    head, ann, bo, cy = rows(made, found)
    at = head.index("minutes taken")
    told = json.loads(as_json(made, found, class_result(made, found.scripts)))

    assert found.notes == ("more than 10 minutes, by the clocks of their own devices: Ann (20.5)",)
    assert (ann[at], bo[at], cy[at]) == ("20.5", "10.1", "")
    assert told["minutes"] == 10
    assert [(each["started"], each["finished"]) for each in told["students"]] == [
        ("2026-11-30T18:00:00Z", "2026-11-30T18:20:30Z"),
        ("2026-11-30T18:00:00Z", "2026-11-30T18:10:04Z"),
    ]


def test_where_the_clock_can_be_stopped_the_time_has_pauses_in_it():
    made, handed = timed(10, no_pause=False)

    assert mark_scripts(made, handed=handed).notes == (
        "more than 10 minutes, by the clocks of their own devices, pauses among them: Ann (20.5)",
    )


def test_times_that_cannot_be_are_told():
    made, _ = timed(10)
    handed = [sent(made, "Ann", finished="2026-11-30T17:59:00Z"), sent(made, "Bo", finished="soon")]

    assert mark_scripts(made, handed=handed).notes == (
        "how long it took is not known, by the clocks of their own devices: Ann; Bo",
    )


def test_without_a_clock_nobody_is_late():
    made = class_set(LEAF, students=("Ann",))
    found = mark_scripts(made, handed=[sent(made, "Ann")])

    assert found.notes == ()
    assert "minutes taken" not in next(iter(rows(made, found)))


# --- what else a pupil sends, and what is said of it ------------------------------------------------------


def test_a_file_pasted_into_a_mail_a_utf_16_copy_and_a_code_with_breaks_are_read():
    pasted = f"Dear Ms Lee,\n\n{FILE.decode()}\nBest {{wishes}}, Ann"
    quoted = "\n".join(f"> {line}" for line in pasted.splitlines())

    assert names(pasted.encode()) == ["Ann"]
    assert names(quoted.encode()) == ["Ann"]
    assert names(mail(pasted)) == ["Ann"]
    assert names(FILE.decode().encode("utf-16")) == ["Ann"]
    assert names(CODE.replace("\n", "<br>").encode()) == ["Ann"]
    assert names(f"Hi<br/>{CODE}".replace("\n", "<br />\n").encode()) == ["Ann"]
    assert names(f"Hello {FILE.decode()[:-40]}".encode()) == ["x: this file was cut off; ask for it again"]


def test_what_cannot_be_taken_says_whose_it_is_where_that_can_be_read():
    def whose(data):
        return [each.name for each in opened(data, "x")]

    assert whose(FILE.replace(b"Sark", b"Sork")) == ["Ann"]
    assert whose(FILE[:-40]) == ["Ann"]
    assert whose(FILE[:30]) == [""]
    assert whose(CODE[:-20].encode()) == [""]


def test_whose_file_cannot_be_used_was_there():
    made = class_set(LEAF, students=("Ann", "Bo"))
    found = mark_scripts(made, unusable=["ann"])
    lines = list(report(made, found, class_result(made, found.scripts)))

    assert (found.not_marked, found.absent) == (("Ann",), ("Bo",))
    assert finals(made, found) == ["no: not marked", "absent"]
    assert lines[2:] == [
        "student  form  marks  of  %",
        "Ann                –   –  –",
        "Bo                 –   –  –",
        "",
        "No script was marked.",
        "Answered, but not marked: Ann",
        "No answers: Bo",
    ]


def test_an_answer_that_cannot_be_read_is_named_by_the_number_on_its_own_form():
    made = class_set(count=2, students=("Ann", "Bo"))
    paper = made.paper("B")
    at = next(n for n, each in enumerate(paper.exercises) if each.id == "steps")
    answers = ["" if n != at else "1 2" for n in range(len(paper.exercises))]
    found = mark_scripts(made, handed=[sent(made, "Bo", answers, form="B")])
    lines = report(made, found, class_result(made, found.scripts))

    said = "there are 3 boxes, and 2 numbers are typed; type the numbers in"
    assert found.faults[0].startswith(f"bo.json: Bo, question {at + 1} of form B: {said}")
    assert f"Bo, question {at + 1} of form B: {said}" in " ".join(map(str.strip, lines))
