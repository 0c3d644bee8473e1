"""Rules on pictures look at each of them: in `image`, in texts, and in options."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quizmill.bank.model import Bank, Distractor, MultipleChoice, ShortAnswer, Topic
from quizmill.check.context import context_of
from quizmill.check.judging import _digests
from quizmill.check.rules.bank import duplicate_item

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
QUESTION = """\
- id: q
  type: multiple_choice
  context: |-
    Seen.

    ![A](a.png)
  image: {file: b.png, alt: B}
  prompt: |-
    Which of these letters is a vowel?
    ![C](c.png)
  answer: {image: {file: d.png, alt: The letter E}}
  distractors:
    - {text: x, image: {file: e.png, alt: The letter X}, why: It is none.}
    - "![The letter Y](f.png)"
  explanation: |-
    ![G](g.png)
  facts: [tea-book/leaf]
"""
PLACES = {
    "a.png": "5:14",
    "b.png": "9:19",
    "c.png": "10:13",
    "d.png": "13:28",
    "e.png": "15:33",
    "f.png": "16:9",
    "g.png": "17:18",
}


def at(found: list[str]) -> dict[str, str]:
    """Where each file is told of."""
    return {
        line.partition('image "')[2].partition('"')[0]: line.partition("t.yaml:")[2].partition(": ")[0]
        for line in found
    }


def give(folder: Path, data: bytes) -> None:
    bank = folder / "question_bank"
    bank.mkdir(exist_ok=True)
    for file in PLACES:
        (bank / file).write_bytes(data)


def test_those_that_are_missing_are_told_each_at_its_place(lint):
    found = lint("image-missing", QUESTION)

    assert at(found) == PLACES
    assert found[3] == (
        'question_bank/t.yaml:13:28: error[image-missing] there is no image "d.png"\n'
        "  help: its path is read from the folder of bank.yaml"
    )


def test_those_that_are_broken_too(lint, tmp_path: Path):
    give(tmp_path, b"not a picture")

    assert at(lint("image-broken", QUESTION)) == PLACES


def test_those_that_paper_does_not_take_too(lint, tmp_path: Path):
    give(tmp_path, b"BM" + (58).to_bytes(4, "little") + bytes(8) + b"\x28\0\0\0" + bytes(40))
    others = "".join(
        f"- {{id: r{n}, type: true_false, prompt: P{n}, answer: true, facts: [tea-book/leaf]}}\n"
        for n in range(9)
    )

    assert at(lint("image-not-everywhere", QUESTION + others)) == PLACES


@pytest.mark.parametrize("file", ["/etc/hostname", "../seeds/names.yaml", "C:/x.png"])
def test_none_leads_out_of_the_bank(lint, file: str):
    question = f"- {{id: q, type: true_false, prompt: '![A]({file})', answer: true, facts: [tea-book/leaf]}}"

    assert lint("image-missing", question) == [
        f'question_bank/t.yaml:3:39: error[image-missing] the image "{file}" lies outside the bank\n'
        "  help: put it into the bank's folder and name it from there, such as images/tea.png"
    ]


def test_a_picture_that_says_nothing_of_what_it_shows(lint, tmp_path: Path):
    question = "- {id: q, type: true_false, prompt: '![ ](a.png)', answer: true, facts: [tea-book/leaf]}"

    assert lint("image-undescribed", question) == [
        'question_bank/t.yaml:3:39: error[image-undescribed] nothing says what the image "a.png" shows\n'
        "  help: write it into the square brackets: ![what it shows](a.png)"
    ]
    assert lint("image-undescribed", QUESTION) == []


def test_what_is_judged_again_when_a_picture_changes(tmp_path: Path):
    question = ShortAnswer(id="q", prompt="P", answer="x", explanation="![A](a.png)")
    bank = Bank(title="T", namespace="t", topics=(Topic(id="t", title="T", questions=(question,)),))

    def digest() -> list[bytes]:
        return list(_digests([question], context_of(bank, tmp_path).grounds))

    missing = digest()
    (tmp_path / "a.png").write_bytes(SVG)
    broken = digest()

    assert digest() == broken != missing


@pytest.mark.parametrize(
    ("rule", "prompt"),
    [
        ("not-standalone", "What was the name of the place?"),
        ("orphan-pronoun", "When did he buy it?"),
        ("ambiguous-wording", "What is the name in the picture above?"),
    ],
)
def test_what_a_picture_shows_need_not_be_named(lint, tmp_path: Path, rule: str, prompt: str):
    asked = "- {{id: q, type: short_answer, prompt: {}, answer: A, facts: [tea-book/leaf]}}"

    assert len(lint(rule, asked.format(json.dumps(prompt)))) == 1
    assert lint(rule, asked.format(json.dumps(f"{prompt}\n![A](a.png)"))) == []


def test_the_same_words_about_another_picture_ask_something_else():
    def repeats(*questions) -> list[str]:
        topic = Topic(id="t", title="T", questions=questions)
        bank = Bank(title="T", namespace="t", topics=(topic,))
        return [finding.message for finding in duplicate_item.check_bank(bank, context_of(bank, Path()))]

    def asked(id: str, file: str, wrong: str = "b.png", why: str = "") -> MultipleChoice:
        options = Distractor(text=f"![No]({wrong})"), Distractor(text="none of these")
        return MultipleChoice(
            id=id,
            prompt=f"Whose is it?\n![A leaf]({file})",
            answer="![Yes](y.png)",
            distractors=options,
            explanation=why,
        )

    assert repeats(asked("a", "1.png"), asked("b", "2.png")) == []
    assert repeats(asked("a", "1.png"), asked("b", "1.png", wrong="c.png", why="![Why](w.png)")) == [
        'this asks what "a" asks, in the same words'
    ]


def test_nothing_of_a_picture_but_its_credit_must_be_printable(lint):
    found = lint(
        "text-unprintable",
        """
        - {id: a, type: true_false, prompt: '![🎉](🎉.png)', answer: true, facts: [tea-book/leaf]}
        - {id: b, type: true_false, prompt: '![A](a.png "🎉")', answer: true, facts: [tea-book/leaf]}
        - {id: c, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf],
           image: {file: a.png, alt: A, credit: 🎉}}
        - {id: d, type: true_false, prompt: Q, answer: true, facts: [tea-book/leaf]}
        - {id: e, type: true_false, prompt: R, answer: true, facts: [tea-book/leaf]}
        """,
    )

    assert [line.partition("t.yaml:")[2].partition(" cannot")[0] for line in found] == [
        "4:39: warning[text-unprintable]",
        "6:43: warning[text-unprintable]",
    ]
