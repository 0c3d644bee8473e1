"""All pictures of a question, wherever they stand."""

from __future__ import annotations

from quizmill.bank.model import (
    Cloze,
    Distractor,
    Essay,
    Image,
    Matching,
    MultipleChoice,
    Ordering,
    Point,
    ShortAnswer,
    TrueFalse,
)
from quizmill.bank.pictures import files, is_illustrated, pictures, placed


def line(name: str) -> str:
    return f'![{name}]({name}.png "by {name}")'


def image(name: str) -> Image:
    return Image(file=f"{name}.png", alt=name, credit=f"by {name}")


def test_they_come_in_the_order_of_reading():
    question = MultipleChoice(
        id="q",
        explanation=f"So:\n{line('g')}",
        context=f"{line('a')}\n\n{line('b')}",
        image=image("d"),
        prompt=f"Which?\n{line('c')}",
        answer=line("e"),
        distractors=(Distractor(text=f"x\n{line('f')}", why="y"), Distractor(text=line("a"))),
    )

    assert list(placed(question)) == [
        (("context", "image", "file"), image("a")),
        (("context", "image", "file"), image("b")),
        (("prompt", "image", "file"), image("c")),
        (("image", "file"), image("d")),
        (("answer", "image", "file"), image("e")),
        (("distractors", 0, "image", "file"), image("f")),
        (("distractors", 1, "image", "file"), image("a")),
        (("explanation", "image", "file"), image("g")),
    ]
    assert pictures(question) == tuple(map(image, "abcdefag"))
    assert [file for _, file in files(question)] == [f"{name}.png" for name in "abcdefg"]


def test_in_every_kind_of_question():
    found = (
        Matching(id="q", prompt="P", pairs=((line("a"), "x"), ("y", line("b"))), extra=(line("c"),)),
        Ordering(id="q", prompt="P", sequence=(line("a"), line("b"), f"x\n{line('c')}")),
        Cloze(id="q", text=f"{line('a')}\nThe {{{{blank}}}} \\{{{{\n{line('b')}", hint=line("c")),
        Essay(id="q", prompt=line("a"), points=(Point(point=line("b")), Point(point=line("c")))),
        TrueFalse(id="q", prompt=line("a"), answer=False, correction=line("b"), explanation=line("c")),
    )

    assert [pictures(question) for question in found] == [tuple(map(image, "abc"))] * len(found)


def test_what_is_no_picture_is_none():
    assert pictures(ShortAnswer(id="q", prompt="See ![a](b.png)", answer="`![`")) == ()
    assert pictures(Cloze(id="q", text="{{a}}\n![{{a}}](b.png)")) == ()


def test_a_question_is_illustrated_by_what_is_seen_before_it_is_answered():
    asked = ShortAnswer(id="q", prompt=line("a"), answer="x")
    told = ShortAnswer(id="q", prompt="P", answer="x", explanation=line("a"))

    assert [is_illustrated(each) for each in (asked, told)] == [True, False]
