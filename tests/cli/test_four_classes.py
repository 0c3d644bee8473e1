"""180 pupils in four classes, from what Canvas exports to the file that Canvas takes."""

from __future__ import annotations

import csv
import io

import pytest

from quizmill.classroom.saved import restore
from quizmill.grade.on_paper import copied_key

SECTIONS = ("8175 - Block 1", "8175 - Block 2", "8175 - Block 3", "8175 - Block 4")
FAMILIES = ("Rivera", "O'Brien", "de la Cruz", "Nguyễn", "Müller", "Smith-Jones", "雷", "Øvergård", "Núñez")
GIVEN = ("Ana", "Zoë", "María José", "Hương", "Jürgen", "Mary Ann", "军", "Åse", "Íñigo", "Li")
HEAD = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Tea (4711)", "Current Score"]
ABSENT, UNREAD = 17, 42


def rows():
    """Two of one name sit in each pair of classes; the ids tell them apart."""
    for number in range(180):
        name = f"{FAMILIES[number % 9]}, {GIVEN[number % 10]}"
        yield [name, str(1000 + number), f"S{number:03}", f"l{number}", SECTIONS[number % 4], "", "91.5"]


def canvas(filled):
    """The export, with what is *filled* in for each pupil."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(HEAD)
    writer.writerow(["    Points Possible", "", "", "", "", "10", "(read only)"])
    for number, row in enumerate(rows()):
        writer.writerow([*row[:5], filled(number), row[6]])
    writer.writerow(["Student, Test", "9", "", "t", SECTIONS[0], "", ""])
    return made.getvalue()


def knows(number, question):
    """Whether a pupil has a question right, by its place in the bank."""
    return (number * 7 + question * 3) % 4 != 0


@pytest.mark.proof
def test_every_mark_of_four_classes_stands_in_its_cell(quizmill, bank, tmp_path):
    (tmp_path / "canvas.csv").write_text(canvas(lambda number: ""), encoding="utf-8")
    made = quizmill(
        "worksheet",
        "--bank",
        bank,
        "--seed",
        "5",
        "--forms",
        "4",
        "--roster",
        "canvas.csv",
        "--title",
        "Tea",
        "-o",
        "tea",
    )
    assert made.returncode == 0
    assert "2: Points Possible is no pupil" in made.stderr
    assert "183: Student, Test is no pupil" in made.stderr
    assert quizmill("mark", "--paper", "tea.json", "--template", "answers.csv").returncode == 0

    kept = restore((tmp_path / "tea.json").read_bytes(), "tea.json")
    assert [copy.form for copy in kept.copies] == ["A", "B", "C", "D"] * 45
    table = list(csv.reader(io.StringIO((tmp_path / "answers.csv").read_text(encoding="utf-8-sig"))))
    first = table[0].index("1")
    place = {exercise.id: at for at, exercise in enumerate(kept.papers[0].exercises)}
    marks = {}
    for number, (row, copy) in enumerate(zip(table[1:181], kept.copies, strict=True)):
        if number == ABSENT:
            continue
        for at, exercise in enumerate(kept.paper(copy.form).exercises):
            if knows(number, place[exercise.id]):
                row[first + at] = copied_key(exercise)
                marks[number] = marks.get(number, 0) + exercise.question.marks
    asked = [exercise.id for exercise in kept.paper(kept.copies[UNREAD].form).exercises]
    table[1 + UNREAD][first + asked.index("tea-plant")] = "zz9"
    with (tmp_path / "answers.csv").open("w", encoding="utf-8", newline="") as typed:
        csv.writer(typed).writerows(table)

    marked = quizmill(
        "mark", "--paper", "tea.json", "answers.csv", "--gradebook", "canvas.csv", "-o", "upload.csv"
    )

    def filled(number):
        return "" if number in (ABSENT, UNREAD) else str(marks[number])

    assert (tmp_path / "upload.csv").read_text(encoding="utf-8") == canvas(filled)
    absent, unread = (f"{row[0]} ({row[4]})" for row in map(list(rows()).__getitem__, (ABSENT, UNREAD)))
    assert (marked.returncode, marked.stderr) == (
        3,
        'note: canvas.csv: 178 marks go into the column "Tea (4711)"\n'
        f"note: canvas.csv: not filled in, for not all answers could be read: {unread}\n"
        f"note: canvas.csv: not filled in, for no answer was typed: {absent}\n"
        f'answers.csv:44: {unread}, question 1 of form C (column D): "zz9" is none of the options; '
        "answer with one letter, a to d\nquizmill: 1 entry could not be used; the rest is marked\n",
    )
