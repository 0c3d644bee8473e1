"""Pages of a bank that has all a text may hold in every kind of question, some of it hostile."""

from __future__ import annotations

import base64
import io
import re
import shutil
import zlib
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PIL import Image

import samples
from chromium import Chromium
from quizmill.app.hand_in import HandInWish, hand_in_pages
from quizmill.app.opening import SoundBank
from quizmill.app.web import practice, practice_page
from quizmill.app.worksheets import class_set
from quizmill.bank.load import load_bank
from quizmill.classroom.class_set import hand_out
from quizmill.compose.forms import forms
from quizmill.compose.paper import Paper, compose

HOSTILE = (
    """</script><script>document.title = "run"</script> <!-- --> & "quotes" 'and' """
    r"{{ jinja }} \{{ \}} ${code}"
)

RICH = r"""
title: Leaves & <ships>
learn:
  - |
    **What a leaf is**

    A leaf has a *blade*, and `cells`. Its area is \(A = \pi r^2\).

    - first
    - second
  - text: |
      ![a small square](square.png "by nobody")

      ```python
      def area(r):
          return 3 * r ** 2  # about
      ```
    facts: [tea-book/leaf]
questions:
  - id: rich-choice
    type: multiple_choice
    context: |
      | plant | height |
      | --- | ---: |
      | tea | 2 m |
      | oak | 30 m |
    prompt: Which listing prints \(2^3\)?
    answer: "```python\nprint(2 ** 3)\n```"
    distractors:
      - {text: "```python\nprint(2 ^ 3)\n```", why: "`^` is another operation."}
      - {text: "```python\nprint(2 * 3)\n```"}
    explanation: |
      Because of this:

      \[2^3 = 8\]
    hint: "It has **two** signs."
    image: {file: square.png, alt: a small "square"}
    facts: [tea-book/leaf]
  - id: rich-response
    type: multiple_response
    prompt: |
      Tick what is even, in

      - a list
      - of two
    answers: ['\(x^2\) for even \(x\)', two]
    distractors: [{text: three, why: It is odd.}, five]
    explanation: It can be halved.
    facts: [tea-book/leaf]
    marks: 2
    audio: {file: tea.mp3, transcript: "A *cup* is poured.", credit: somebody}
  - id: rich-truth
    type: true_false
    prompt: Tea is a stone.
    answer: false
    correction: It is a leaf.
    explanation: Look.
    facts: [tea-book/cargo]
  - id: rich-short
    type: short_answer
    prompt: Which call gives the length of `s`?
    answer: "`len(s)`"
    accept: ["`s.__len__()`"]
    explanation: It counts.
    facts: [tea-book/leaf]
  - id: rich-number
    type: numerical
    prompt: How far is it?
    answer: "12"
    unit: km
    tolerance: "1"
    explanation: One measures.
    facts: [tea-book/cargo]
  - id: rich-cloze
    type: cloze
    text: |
      The {{tea|Tea}} is \(x + {{2}}\) and

      ```python
      x = {{len}}(s)
      ```
    explanation: So it is.
    facts: [tea-book/leaf]
  - id: rich-matching
    type: matching
    prompt: Match.
    pairs:
      - ['\(a^2\)', a square of what is called a in all that has been written here]
      - [tea, '\(\frac{1}{2}\)']
    extra: [a spare one]
    explanation: Seen.
    facts: [tea-book/leaf]
  - id: rich-ordering
    type: ordering
    prompt: Order the lines.
    sequence: ["`open()`", "`read()`", "`close()`"]
    explanation: First things first.
    facts: [tea-book/leaf]
  - id: rich-essay
    type: essay
    prompt: Say why.
    points: ['It is \(x\)', It is so]
    explanation: There are two reasons.
    facts: [tea-book/leaf]
  - id: hostile
    type: multiple_choice
    prompt: HOSTILE
    answer: HOSTILE-RIGHT
    distractors: ["<img src=x onerror=alert(1)>", "javascript:alert(1)"]
    explanation: HOSTILE
    facts: [tea-book/leaf]
    hint: HOSTILE
"""


def rich_bank(folder: Path) -> SoundBank:
    """The bank in *folder*, with its picture and its sound."""
    text = RICH.replace("HOSTILE-RIGHT", '"</title><h1>\\u2028"').replace("HOSTILE", _quoted(HOSTILE))
    bank = samples.write(folder, rich=text)
    square = io.BytesIO()
    Image.new("RGB", (60, 40), "steelblue").save(square, "PNG")
    (bank / "square.png").write_bytes(square.getvalue())
    shutil.copy(Path(__file__).parent / "sounds" / "tea.mp3", bank / "tea.mp3")
    loaded = load_bank(bank)
    errors = [each for each in loaded.diagnostics if each.severity == "error"]
    assert not errors, errors
    return SoundBank(bank, loaded.bank)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def paper_of(loaded: SoundBank) -> Paper:
    """All its questions, in the order of the bank."""
    return compose(loaded.bank, tuple(loaded.bank.questions()), seed=1, order="bank")


def page_of(loaded: SoundBank, **named: Any) -> str:
    """The page for practice."""
    return practice_page(practice(loaded, paper_of(loaded)), **named).decode()


def hand_in_page_of(loaded: SoundBank, students: tuple[str, ...], minutes: float = 0) -> str:
    """The page for a class to hand in, one form, its questions in the order of the bank."""
    papers = forms(loaded.bank, tuple(loaded.bank.questions()), seed=1, count=1, order="bank")
    made = replace(class_set(loaded, papers), copies=hand_out(papers, students))
    wish = HandInWish(output=Path("quiz.html"), minutes=minutes)
    return hand_in_pages(made, loaded, wish)[wish.output].data.decode()


def unpacked(page: str) -> list[str]:
    """The style, the data and the script of a compressed page."""
    signs = re.search('id="packed">([^<]*)<', page)[1].replace(",", "<")
    return zlib.decompress(base64.b85decode(signs)).decode().split("\0")


def opened(browser: Chromium, page: str) -> None:
    """The page as a new learner sees it, once it has read its data."""
    browser.ask("location.protocol === 'about:' || localStorage.clear()")
    browser.show(page)
    until(browser, "document.querySelector('button.main')")


def until(browser: Chromium, condition: str) -> None:
    """Waits until something is true in the page."""
    browser.ask(
        "new Promise((there) => { const look = () =>"
        f" ({condition}) ? there() : setTimeout(look, 5); look(); }})"
    )


def pressed(browser: Chromium, selector: str) -> None:
    """An element is clicked by script, wherever it is."""
    browser.ask(f"document.querySelector({selector!r}).click()")
