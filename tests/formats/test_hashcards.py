"""Decks of hashcards as questions."""

from __future__ import annotations

import pytest

from quizmill.errors import FileUnusable
from quizmill.formats.report import Report
from quizmill.formats.table import named, recognised

DECK = r"""---
name = "Tea"
tags = ["leaf"]
---

Q: What is tea?
A: A leaf.

Q: What does _this_ show?

![a cup](images/cup.png)

A: Two:

- a cup
- a __saucer__

C: [Tea] is [hot|warm] $x^2$, see [here](http://x).

---
Stray.

C:
Better is the sight

— [Ecclesiastes] [6]:[9]

Q: Inverse of $\theta$?
A:

$$
\begin{pmatrix}
a & b \\
c & d
\end{pmatrix}
$$

Q: Costs $5 and $6, or $\unknown$?
A: `a[1]`
Q: True?
A: True
C: nothing
A: alone
C: In $[x]^2$ and

```python
a[0] = 1
```
[b]
"""


def test_each_card_is_a_question():
    report = Report()
    found = named("hashcards").read(DECK.encode(), "a.md", report)

    assert [(item.place, item.kind, item.prompt, item.answers + item.points) for item in found.items] == [
        ("line 6", "short_answer", "What is tea?", ("A leaf.",)),
        (
            *("line 9", "essay", "What does *this* show?\n\na cup"),
            ("Two:", "a cup", "a **saucer**"),
        ),
        ("line 18", "cloze", r"{{Tea}} is {{hot\|warm}} \(x^2\), see here.", ()),
        ("line 23", "cloze", "Better is the sight\n\n— {{Ecclesiastes}} {{6}}:{{9}}", ()),
        (
            *("line 28", "short_answer", r"Inverse of \(\theta\)?"),
            (r"\(\begin{pmatrix} a & b \\ c & d \end{pmatrix}\)",),
        ),
        ("line 38", "short_answer", r"Costs $5 and $6, or \(\unknown\)?", ("`a[1]`",)),
        ("line 40", "true_false", "True?", ()),
        ("line 44", "cloze", "In \\({{x}}^2\\) and\n\n```python\na{{0}} = 1\n```\n{{b}}", ()),
    ]
    assert (found.title, {item.tags for item in found.items}) == ("Tea", {("leaf",)})
    assert [(loss.id, loss.rule, loss.was) for loss in report.losses] == [
        ("line 21", "it stands outside a card, and is left out", "Stray."),
        (
            *("line 9", "a picture beside the text is not read: what it shows stands there"),
            "What does *this* show?\n\n![a cup](images/cup.png)",
        ),
        (
            *("line 9", "nobody types an answer of several lines: they are the points of an essay"),
            "Two:\n\n- a cup\n- a saucer",
        ),
        ("line 18", "of a link its text is kept", "[here](http://x)"),
        (
            *("line 38", "a formula has what no formula here has: its LaTeX stands as it is"),
            r"\unknown",
        ),
        ("line 42", "a text without [deletions] asks nothing", "nothing"),
        ("line 43", "an answer without a question above it", "alone"),
    ]
    assert recognised(DECK.encode(), "a.md").name == "hashcards"


@pytest.mark.parametrize(
    ("card", "prompt"),
    [
        (r"C: Speech is [silver] and \[not\] [golden].", "Speech is {{silver}} and [not] {{golden}}."),
        (r"C: An array is [a\[0\]].", "An array is {{a[0]}}."),
        (r"C: [Code] such as `a\[0\]` stays.", r"{{Code}} such as `a\[0\]` stays."),
        ("Q: What is \\[not\\] golden?\nA: silver", "What is [not] golden?"),
    ],
)
def test_brackets_behind_a_backslash_are_brackets(card, prompt):
    [item] = named("hashcards").read(card.encode(), "a.md", Report()).items

    assert item.prompt == prompt


def test_a_head_that_cannot_be_read_says_nothing():
    found = named("hashcards").read(b"---\nname = Tea\n---\nQ: a?\nA: b\n", "a.md", Report())

    assert (found.title, len(found.items)) == ("", 1)


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (b"Q: a?\nA: b\n", True),
        (b"\n---\nC: [a] b\n", True),
        (b"C: a b\n", False),
        (b"Q: a?\n", False),
        (b"Notes\nQ: a?\nA: b\n", False),
        (b"1. a?\nA: b\n", False),
        (b"\xff\xfe\x00", False),
        (b"---\nname = 'a'\n---\n", False),
    ],
)
def test_it_is_known_by_its_first_card(data, is_one):
    assert named("hashcards").recognises(data) == is_one


def test_a_text_without_cards_is_refused():
    with pytest.raises(FileUnusable, match="no line begins a card"):
        named("hashcards").read(b"What?\n", "a.md", Report())
