"""Options with pictures, as an author writes them: what markup they become, and what can be wrong."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

import samples
from quizmill.bank.load import load_bank
from quizmill.bank.model import Distractor, Question
from quizmill.bank.write import bank_files
from quizmill.compose.exercise import key_of, options_of

CHOICE = """\
- id: square
  type: multiple_choice
  prompt: Which is the square?
  answer:
    image: {file: img/square.png, alt: Four equal sides, credit: "Ann \\"A\\" [1], CC BY"}
  distractors:
    - {text: "*Round*", image: {file: img/a circle (1).png, alt: A circle}, why: It has no corner.}
    - image: {file: img/triangle.png, alt: "`Three` \\\\(corners\\\\)"}
    - {text: None of them, why: One is.}
    - "![A line](img/line.png)"
  facts: [tea-book/leaf]
"""


def read(folder: Path, questions: str) -> tuple[list[Question], list[str]]:
    topic = "title: T\nquestions:\n" + textwrap.indent(textwrap.dedent(questions), "  ")
    loaded = samples.load(folder, t=topic)
    told = [str(each).replace(f"{folder}/question_bank/t.yaml:", "") for each in loaded.diagnostics]
    return [question for _, question in loaded.bank.questions()], told


def test_an_option_with_a_picture_is_its_text_and_the_picture_below(tmp_path: Path):
    (question,), told = read(tmp_path, CHOICE)

    assert told == []
    assert options_of(question) == (
        r'![Four equal sides](img/square.png "Ann \"A\" [1\], CC BY")',
        "*Round*\n![A circle](<img/a circle (1).png>)",
        r"![\`Three\` \\(corners\\)](img/triangle.png)",
        "None of them",
        "![A line](img/line.png)",
    )
    assert question.distractors[0].why == "It has no corner."
    assert question.distractors[1] == Distractor(text=r"![\`Three\` \\(corners\\)](img/triangle.png)")


def test_sides_steps_and_answers_may_have_pictures(tmp_path: Path):
    questions, told = read(
        tmp_path,
        """\
        - id: sides
          type: matching
          prompt: Join.
          pairs:
            - [{image: {file: a.png, alt: A}}, one]
            - [two, {text: B, image: {file: b.png, alt: The letter B}}]
          extra: [{image: {file: c.png, alt: C}}]
          facts: [tea-book/leaf]
        - id: steps
          type: ordering
          prompt: Sort.
          sequence: [{image: {file: a.png, alt: A}}, b]
          facts: [tea-book/leaf]
        - id: answers
          type: multiple_response
          prompt: Which?
          answers: [{image: {file: a.png, alt: A}}, b]
          distractors: [{image: {file: c.png, alt: C}}]
          facts: [tea-book/leaf]
        """,
    )

    assert told == []
    assert [key_of(question) for question in questions] == [
        ("![A](a.png) = one", "two = B\n![The letter B](b.png)"),
        ("![A](a.png)", "b"),
        ("![A](a.png)", "b"),
    ]
    assert [options_of(question)[-1] for question in questions] == ["![C](c.png)", "b", "![C](c.png)"]


def test_what_was_read_is_written_so_that_it_reads_the_same(tmp_path: Path):
    read(tmp_path, CHOICE)
    bank = load_bank(tmp_path / "question_bank").bank
    for name, text in bank_files(bank).items():
        path = tmp_path / "again" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert load_bank(tmp_path / "again").bank == bank


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("{image: {file: a.png}}", ['6:21: error[missing-field] "alt" is missing\n  help: add `alt: …`']),
        (
            "{text: A, imgae: {file: a.png, alt: A}}",
            ['6:23: error[unknown-field] unknown field "imgae"\n  help: did you mean "image"?'],
        ),
        (
            "{imgae: {file: a.png, alt: A}}",
            ['6:14: error[unknown-field] unknown field "imgae"\n  help: did you mean "image"?'],
        ),
        (
            "{text: A, image: a.png}",
            [
                '6:30: error[wrong-type] expected a mapping of fields, got "a.png"\n'
                "  help: write `image: {file: a.png, alt: …}`"
            ],
        ),
        (
            "{text: A}",
            ['6:13: error[missing-field] "image" is missing\n  help: add `image: {file: …, alt: …}`'],
        ),
        (
            "{image: {file: a.png, alt: A, credit: [Ann]}}",
            [
                "6:51: error[wrong-type] expected text, got a list of 1\n"
                "  help: write one text; one that begins with a bracket or a brace stands in quotes"
            ],
        ),
        (
            '{image: {file: a.png, alt: "A {{blank}}"}}',
            [
                "6:40: error[bad-form] the alt of a picture in an option holds what it cannot\n"
                "  help: write it without double braces, four underscores in a row, or Braille"
            ],
        ),
        (
            "{image: {file: a<b>.png, alt: A}}",
            [
                "6:28: error[bad-form] the file of a picture in an option holds what it cannot\n"
                "  help: write it without < > { } ` \\ or …"
            ],
        ),
        (
            "{image: {file: a.png, alt: b}}",
            [
                '7:19: error[key-among-distractors] "b" is both the answer and a distractor\n'
                "  help: replace the distractor"
            ],
        ),
        (
            "{image: {file: a.png, alt: A}}\n  distractors: [{image: {file: b.png, alt: A}}, c]",
            [
                '7:19: error[key-among-distractors] "A" is both the answer and a distractor\n'
                "  help: replace the distractor, or say in the alt of each picture what tells it from the "
                "other"
            ],
        ),
        (
            "{left: A}",
            [
                "6:13: error[wrong-type] expected text, got a mapping\n"
                "  help: write one text; one that begins with a bracket or a brace stands in quotes"
            ],
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_place(tmp_path: Path, answer: str, told: list[str]):
    others = "" if "distractors" in answer else "\n  distractors: [b, c]"
    question = f"- id: q\n  type: multiple_choice\n  prompt: P\n  answer: {answer}{others}\n"

    assert read(tmp_path, f"{question}  facts: [tea-book/leaf]\n") == ([], told)


def test_faults_of_several_options_and_fields_are_all_told(tmp_path: Path):
    _, told = read(
        tmp_path,
        """\
        - id: q
          type: multiple_choice
          answer: {image: {file: a.png}}
          distractors:
            - {image: {file: b.png, alt: B}, hint: x}
            - {txt: c}
          marks: none
          facts: [tea-book/leaf]
        """,
    )

    assert [line.partition("\n")[0] for line in told] == [
        '3:5: error[missing-field] "prompt" is missing',
        '5:21: error[missing-field] "alt" is missing',
        '7:40: error[unknown-field] unknown field "hint"',
        '8:10: error[unknown-field] unknown field "txt"',
        '9:12: error[wrong-type] expected a whole number, got "none"',
    ]


def test_a_draft_may_have_them_too(tmp_path: Path):
    _, told = read(
        tmp_path, "- {id: d, state: draft, type: multiple_choice, answer: {image: {file: a.png}}}\n"
    )

    assert any('advice[missing-field] "alt" is missing' in line for line in told)
