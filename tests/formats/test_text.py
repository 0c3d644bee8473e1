"""Numbered questions in plain text, as Respondus and text2qti read them."""

from __future__ import annotations

import pytest

from formed_games import read
from quizmill.errors import FileUnusable
from quizmill.formats.report import Report
from quizmill.formats.table import named, recognised

RESPONDUS = """\
         3) Who sold tea?

a. Albert

       *b. Thomas
  and sons

Type: MA
4. Which are leaves?
~ Good.
@ Bad.
a. tea
b. stone
c. mate

Type: E
5) Why?
a) It is hot.

Type: MT
Title: Pairs
6. Match.
a. Green=leaf
b. Milk = cow
c. alone

7. Tea is a stone.
a. T
b. F

Type: F
8. Tea is made of ...
a. leaves
b. a leaf

9. Nobody knows?
a. no
b. yes

Answers:
4. A, C
7. F
12. A
after the list
"""
TEXT2QTI = """\
Quiz title: Tea
Quiz description: All of it.
% a comment

Title: One
Points: 2
1.  What is 2+3,
    and *why*?
... In general.
+   Yes.
-   No.
a)  6
... Why six.
*b) $x^2$
... Right.

GROUP
pick: 1
points per question: 1
Points: 1.5
2.  Which?
[ ] Wool
... Sheep.
[*] Tea
[*] Mate

3. Root?
=   1.5 +- 10%

4. Cube?
=   [1.2, 1.4]
END_GROUP

5. Number?
= about_5

6. Who?
*   Santa *
*   Claus

7. Write.
____

8. Upload.
^^^^
Text: In between.
and more

```{.python .run}
print("9. Never run")
```

COMMENT
10. Not asked.
END_COMMENT

11. ![A cup](cup.png) is hot?
*a) True
... So it is.
b) False
12. Listing?
    ```python
    1. x = 1
    ```
*a) y
"""


def test_respondus_marks_the_right_option_or_lists_it_at_the_end():
    found, told = read("text", RESPONDUS.encode())

    assert found == [
        {
            "kind": "multiple_choice",
            "place": "line 1",
            "prompt": "Who sold tea?",
            "choices": ["-Albert", "+Thomas\nand sons"],
        },
        {
            "kind": "multiple_response",
            "place": "line 9",
            "prompt": "Which are leaves?",
            "choices": ["+tea", "-stone", "+mate"],
            "explanation": "Good.",
        },
        {"kind": "essay", "place": "line 17", "prompt": "Why?", "points": ("It is hot.",)},
        {"kind": "matching", "place": "line 22", "prompt": "Match."},
        {"kind": "true_false", "place": "line 27", "prompt": "Tea is a stone.", "truth": False},
        {
            "kind": "short_answer",
            "place": "line 32",
            "prompt": "Tea is made of ...",
            "answers": ("leaves", "a leaf"),
        },
        {
            "kind": "multiple_choice",
            "place": "line 36",
            "prompt": "Nobody knows?",
            "choices": ["-no", "-yes"],
        },
    ]
    assert told == [
        ("question", "it stands outside a question, and is left out"),
        ("question", "it stands outside a question, and is left out"),
        ("why", "what is said of any wrong answer is left out"),
        ("pairs", "a pair has a sign = between its sides"),
    ]
    [pairs] = [each for each in named("text").read(RESPONDUS.encode(), "a", Report()).items if each.pairs]
    assert (pairs.id, pairs.pairs) == ("Pairs", (("Green", "leaf"), ("Milk", "cow")))


def test_text2qti_is_markdown_and_its_code_is_never_run():
    report = Report()
    found = named("text").read(TEXT2QTI.encode(), "a", report)

    assert found.title == "Tea"
    assert [(item.kind, item.prompt) for item in found.items] == [
        ("multiple_choice", "What is 2+3,\nand *why*?"),
        ("multiple_response", "Which?"),
        ("numerical", "Root?"),
        ("numerical", "Cube?"),
        ("numerical", "Number?"),
        ("short_answer", "Who?"),
        ("essay", "Write."),
        ("true_false", "A cup is hot?"),
        ("multiple_choice", "Listing?\n```python\n1. x = 1\n```"),
    ]
    one, which, root, cube, number, who, *_ = found.items
    assert (one.id, one.marks, one.explanation) == ("One", 2, "In general.\n\nYes.")
    assert [(each.text, each.right, each.why) for each in one.choices] == [
        ("6", False, "Why six."),
        (r"\(x^2\)", True, ""),
    ]
    assert [each.why for each in which.choices] == ["Sheep.", "", ""]
    assert [(each.answers, each.tolerance) for each in (root, cube, number)] == [
        (("1.5",), "0.15"),
        (("1.3",), "0.1"),
        (("about_5",), ""),
    ]
    assert who.answers == ("Santa \\*", "Claus")
    assert [(loss.severity.value, loss.id, loss.field, loss.rule, loss.was) for loss in report.losses] == [
        ("lost", "line 2", "question", "it stands outside a question, and is left out", "All of it."),
        ("note", "", "file", "groups of which some are picked are read as questions in a row", ""),
        ("lost", "line 46", "question", "it stands outside a question, and is left out", "In between."),
        ("lost", "line 47", "question", "it stands outside a question, and is left out", "and more"),
        (
            *("lost", "line 49", "question", "code that would write questions is never run: it is left out"),
            '```{.python .run}\nprint("9. Never run")\n```',
        ),
        ("lost", "One", "why", "what is said of any wrong answer is left out", "No."),
        ("lost", "One", "why", "what is said of a right answer is left out", "Right."),
        ("changed", "line 21", "marks", "marks are whole numbers: it earns one", "1.5"),
        ("lost", "line 44", "question", "a file that is handed in is no answer here", "Upload."),
        (
            *(
                "lost",
                "line 57",
                "image",
                "a picture beside the text is not read: what it shows stands there",
            ),
            "![A cup](cup.png) is hot?",
        ),
        ("lost", "line 57", "why", "what is said of a right answer is left out", "So it is."),
    ]


def test_a_key_may_stand_below_its_options_and_a_title_be_of_many():
    data = (
        b"Title: T\nQuestion 1: a?\na) x\nb) y\nAnswer: b\nRationale: E\nTitle: T\nQ2. b?\n- *a) x\n- b) y\n"
    )

    assert read("text", data) == (
        [
            {
                "kind": "multiple_choice",
                "place": "line 2",
                "prompt": "a?",
                "choices": ["-x", "+y"],
                "explanation": "E",
            },
            {"kind": "multiple_choice", "place": "line 8", "prompt": "b?", "choices": ["+x", "-y"]},
        ],
        [("id", "several questions have this title: it is left out")] * 2,
    )


def test_points_that_are_no_number_earn_one():
    assert read("text", b"Points: many\n1. a?\n*a) x\n")[1] == [
        ("marks", "marks are whole numbers: it earns one")
    ]


def test_it_is_known_by_numbers_and_options():
    assert recognised(RESPONDUS.encode(), "a.txt").name == "text"
    assert recognised(TEXT2QTI.encode(), "a.txt").name == "text"
    assert recognised(b"1. a?\na) x\nb) y\n", "a.txt").name == "text"
    assert recognised(b"1. $\\frac{1}{2}$?\n*a) x\nb) y\n", "a.txt").name == "text"
    assert recognised(b"Quiz title: T\n1. 3^{2}?\n= 9\n", "a.md").name == "text"
    assert not named("text").recognises(b"1. a {\na) x\n}\n")
    assert not named("text").recognises(b"a) x\n*b) y\n")
    assert not named("text").recognises(b"::1. a?::1. a?{T}\n*a) x\n")
    assert not named("text").recognises(b"\xff\xfe\x00")


def test_a_text_without_numbers_is_refused():
    with pytest.raises(FileUnusable, match="no line begins a question with its number"):
        named("text").read(b"What?\n", "a.txt", Report())


def test_html_and_dollars_in_markdown_are_read_as_text2qti_means_them():
    report = Report()
    text = (
        "Quiz title: T\n\n1. What is the $p$ of `a<b>c`, <b>now</b>?\n<iframe src='x'></iframe>\n= 5\n\n"
        "2. $5 or $6?\n= 5\n"
    )
    reader = named("text").read
    assert reader
    first, second = reader(text.encode(), "a.txt", report).items

    assert first.prompt == r"What is the \(p\) of `a<b>c`, now?"
    assert second.prompt == "$5 or $6?"
    assert [each.was for each in report.losses] == ["<b>", "</b>", "<iframe src='x'>", "</iframe>"]


@pytest.mark.parametrize(
    ("star", "truth", "correction", "explanation", "rules"),
    [
        (
            *("a", True, "", "It is, since leaves are."),
            ["what is said of a right answer is the explanation, since there is no other"],
        ),
        ("b", False, "It is, since leaves are.", "", []),
    ],
)
def test_what_is_said_of_a_side_corrects_or_explains(star, truth, correction, explanation, rules):
    lines = [
        "1. Tea is a plant.",
        f"{'*' if star == 'a' else ''}a) True",
        "... It is, since leaves are.",
        f"{'*' if star == 'b' else ''}b) False",
    ]
    report = Report()
    reader = named("text").read
    assert reader
    (found,) = reader("\n".join(lines).encode(), "a.txt", report).items

    assert (found.truth, found.correction, found.explanation) == (truth, correction, explanation)
    assert [each.rule for each in report.losses] == rules


def test_a_true_statement_says_nothing_to_who_denies_it():
    report = Report()
    reader = named("text").read
    assert reader
    reader(b"1. P.\n*a) True\nb) False\n... But it is.\n", "a.txt", report)

    assert [(each.rule, each.was) for each in report.losses] == [
        ("a true statement says nothing to who denies it", "But it is.")
    ]


_ASKED = "1. Sum?\na) 54\nb) 56\n\n2. Planet?\na) Mars\nb) Sun\n\n3. Tea is hot. T/F\n\n"
_KEYED = [["-54", "+56"], ["+Mars", "-Sun"], True]


def right(text: str) -> tuple[list[object], list[tuple[str, str]]]:
    """The options, the truth, or the answers to type of each question of a text, and what was told."""
    items, told = read("text", text.encode())
    kinds = ("choices", "truth", "answers")
    return [next((item[kind] for kind in kinds if kind in item), "") for item in items], told


@pytest.mark.parametrize(
    "key",
    [
        "Answers: 1b 2a 3T",
        "Lösungen: 1b 2a 3w",
        "Answers: B, A, T",
        "Answer key: 1) B 2) A 3) True",
        "Answers\n1b, 2a, 3T",
        "Part C. Answer Key\n1. b) 56\n2. A\n3. true",
        "1-B\n2-A\n3-T",
        "1b 2a 3T",
        "Answers\nPart A\n1. B\n2. A\n3. T",
    ],
)
def test_a_key_at_the_end_has_many_forms(key):
    assert right(f"{_ASKED}{key}\n") == (_KEYED, [])


def test_what_looks_like_a_key_and_is_none_stays_where_it_stands():
    assert right("1. How long?\nAnswer: 2 h 30 m\n2. And?\na) x\n1-A of it\n") == (
        [("2 h 30 m",), ["-x\n1-A of it"]],
        [],
    )


def test_letters_in_a_row_may_be_of_one_question_or_of_all():
    text = "1. Sum?\na) 54\nb) 56\n2. Which?\na) Mars\nb) Sun\nAnswers: A, B\n"

    assert right(text) == (
        [["-54", "-56"], ["-Mars", "-Sun"]],
        [("question", "these may be answers of one question or of all: number them")],
    )
    assert right(f"{text}".replace("Answers", "Answer"))[0] == [["-54", "-56"], ["+Mars", "+Sun"]]


def test_letters_in_a_row_that_do_not_fit_are_told():
    assert right(f"{_ASKED}Answers: B, D, T\n") == (
        [["-54", "+56"], ["-Mars", "-Sun"], True],
        [("answer", "the answer is none of the options")],
    )


@pytest.mark.parametrize("key", ["Answer: (open)", "Answers\n1. Answers may vary"])
def test_a_key_may_say_that_a_question_is_open(key):
    assert read("text", f"1. Why?\n\n{key}\n".encode()) == (
        [{"kind": "essay", "place": "line 1", "prompt": "Why?"}],
        [("answer", "the key says that many answers are right")],
    )


def test_a_section_is_no_part_of_what_stands_above_it():
    text = "Part A\n1. a?\na) x\n*b) y\nPart B: More\n2. b?\nPart 1: hm\nAnswer: z\nSection 3\n3. c?\n*a) x\n"
    found = named("text").read(text.encode(), "a.txt", Report()).items

    assert [(each.topic, each.prompt) for each in found] == [
        ("Part A", "a?"),
        ("Part B: More", "b?\nPart 1: hm"),
        ("Section 3", "c?"),
    ]
    assert [each.text for each in found[0].choices] == ["x", "y"]


def test_letters_that_begin_again_begin_a_question():
    rule = "the letters begin again: a question of its own begins below the last option"

    assert read("text", b"1. a?\na) x\nb) y\nWhich?\na) p\n*b) q\n") == (
        [
            {"kind": "multiple_choice", "place": "line 1", "prompt": "a?", "choices": ["-x", "-y"]},
            {"kind": "multiple_choice", "place": "line 4", "prompt": "Which?", "choices": ["-p", "+q"]},
        ],
        [("question", rule)],
    )
    assert read("text", b"1. a?\na) x\nb) y\na) p\n*b) q\n") == (
        [{"kind": "multiple_choice", "place": "line 1", "prompt": "a?", "choices": ["-x", "-y"]}],
        [("question", "its options have the letters of those before, and no question above them")],
    )
