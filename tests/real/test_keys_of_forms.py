"""The key as printed against the sheet as printed: PDFium reads both, and only their text is believed."""

from __future__ import annotations

import random
import re

import pytest

from printed import Printed
from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.bank.markup import plain
from quizmill.bank.model import (
    Bank,
    Distractor,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Ordering,
    Question,
    ShortAnswer,
    Topic,
    TrueFalse,
)
from quizmill.compose.forms import forms
from quizmill.compose.paper import Paper
from quizmill.export.paper.key import answer_keys
from quizmill.export.paper.worksheet import worksheets
from quizmill.export.paper.worksheet_options import WorksheetOptions

BANKS, FORMS = 20, 10  # 200 papers


def words(chance: random.Random, count: int) -> list[str]:
    """Made-up words, no two alike and none inside another."""
    found: set[str] = set()
    while len(found) < count:
        found.add("".join(chance.choice(pair) for pair in ("BDFGK", "aeiou", "lmnrt", "aeiou", "bdfgk")))
    return chance.sample(sorted(found), count)


def questions(chance: random.Random) -> list[Question]:
    """One of each kind that is keyed by letters or boxes, and two that are not."""
    text = iter(words(chance, 60))

    def some(least: int, most: int) -> tuple[str, ...]:
        return tuple(next(text) for _ in range(chance.randint(least, most)))

    def wrong(least: int, most: int) -> tuple[Distractor, ...]:
        return tuple(Distractor(text=each) for each in some(least, most))

    return [
        MultipleChoice(id="one", prompt="Which is one?", answer=next(text), distractors=wrong(1, 5)),
        MultipleChoice(id="two", prompt="Which is two?", answer=next(text), distractors=wrong(3, 3)),
        MultipleResponse(id="some", prompt="Which are some?", answers=some(1, 3), distractors=wrong(1, 4)),
        Matching(
            id="match",
            prompt="Which go together?",
            pairs=tuple((left, next(text)) for left in some(2, 4)),
            extra=some(0, 2),
        ),
        Ordering(id="order", prompt="Which comes when?", sequence=some(3, 6)),
        TrueFalse(id="true", prompt="Is it so?", answer=chance.random() < 0.5, correction="Otherwise."),
        ShortAnswer(id="short", prompt="What is it called?", answer=next(text)),
    ]


def papers(seed: int) -> tuple[Paper, ...]:
    asked = questions(random.Random(seed))
    bank = Bank(title="Paper", namespace="p", topics=(Topic(id="t", title="T", questions=tuple(asked)),))
    return forms(bank, tuple(bank.questions()), seed=seed, count=FORMS)


def pages_of(printed: Printed, paper: Paper) -> str:
    """The text of the pages that carry the fingerprint of *paper*."""
    return " ".join(page for page in printed.pages if paper.fingerprint in page)


def derived(question: Question, sheet: str) -> str:
    """The answer, from the author's question and the letters and places on the sheet alone."""

    def letter(option: str) -> str:
        (found,) = re.findall(rf"\b([A-Z])\) {option}\b", sheet)
        return found

    match question:
        case MultipleChoice(answer=answer):
            return letter(answer)
        case MultipleResponse(answers=answers):
            return ", ".join(sorted(map(letter, answers)))
        case Matching(pairs=pairs):
            for number, (left, _) in enumerate(pairs, start=1):
                assert f" {number}. {left} " in sheet
            return " ".join(f"{number}{letter(right)}" for number, (_, right) in enumerate(pairs, start=1))
        case Ordering(sequence=sequence):
            shown = sorted(sequence, key=sheet.index)
            return " ".join(str(sequence.index(step) + 1) for step in shown)
        case TrueFalse(answer=answer):
            return str(answer)
        case ShortAnswer(answer=answer):
            return answer
    raise AssertionError(question)


def at_a_glance(key: str, paper: Paper) -> str:
    """The grid of answers that stands below the fingerprint of *paper*."""
    return re.search(
        rf"paper {paper.fingerprint} (.*?)(?:Form [A-Z]+ · paper|The same question|Marking guide)", key
    )[1]


@pytest.mark.parametrize("seed", range(BANKS))
def test_the_key_of_each_form_follows_from_its_own_page(seed):
    made, asked = papers(seed), questions(random.Random(seed))
    sheets = Printed(worksheets(made, WorksheetOptions()))
    key = Printed(answer_keys(made, WorksheetOptions())).text

    for paper in made:
        sheet, grid = pages_of(sheets, paper), at_a_glance(key, paper)
        for question in asked:
            number = re.search(rf"(\d+)\. {re.escape(question.prompt)}", sheet)[1]
            answer = derived(question, sheet)
            assert re.search(rf"(?<!\S){number} {re.escape(answer)}(?!\S)", grid), (number, answer, grid)
            guide = key.partition(f". {question.prompt}")[2][:500]
            assert re.search(rf"\b{paper.form} {number}(?:: {answer})?(?!\S)", guide), (paper.form, guide)


def across(key, papers):
    """By form, the row of numbers in the table of where each question stands; bands put together."""
    told = key.partition("The same question in each form ")[2].partition(" Marking guide")[0]
    rows = {paper.form: [] for paper in papers}
    for form, numbers in re.findall(r"Form ([A-Z]+)((?: \d+)+)", told):
        rows[form] += map(int, numbers.split())
    return rows


@pytest.mark.parametrize("seed", range(3))
def test_the_table_tells_where_each_question_stands_in_each_form(seed):
    made = papers(seed)
    rows = across(Printed(answer_keys(made, WorksheetOptions())).text, made)

    first = [exercise.id for exercise in made[0].exercises]
    assert rows == {
        paper.form: [[exercise.id for exercise in paper.exercises].index(id) + 1 for id in first]
        for paper in made
    }


@pytest.fixture(scope="module")
def shipped():
    return load_bank(shipped_bank()).bank


@pytest.mark.proof
@pytest.mark.parametrize("seed", range(BANKS))
def test_behind_each_letter_of_the_key_stands_the_right_answer_of_the_shipped_bank(shipped, seed):
    """200 papers of twenty questions: from the key to a letter, from the page to its text, to the bank."""
    asked = random.Random(seed).sample(tuple(shipped.questions()), 20)
    made = forms(shipped, tuple(asked), seed=seed, count=FORMS)
    looks = {"word_bank": True, "score_boxes": seed % 2 == 0, "columns": 1 + seed % 3 // 2}
    sheets = Printed(worksheets(made, WorksheetOptions(**looks)))
    key = Printed(answer_keys(made, WorksheetOptions())).text
    known = {question.id: question for _, question in shipped.questions()}

    seen = 0
    for paper in made:
        sheet, grid = pages_of(sheets, paper), at_a_glance(key, paper)
        for number, exercise in enumerate(paper.exercises, start=1):
            if (expected := keyed(known[exercise.id], part_of(sheet, number, paper))) is None:
                continue
            seen += 1
            assert re.search(rf"(?<!\S){number} {re.escape(expected)}(?!\S)", grid), (exercise.id, expected)
    assert seen >= 50


def told(text):
    return " ".join(plain(text).split())


def part_of(sheet, number, paper):
    """What stands on the page from a question's number to the next one's."""

    def begins(place):
        question = paper.exercises[place].question
        first = told(question.context or paper.exercises[place].prompt).partition("____")[0]
        start = r"\s?".join(map(re.escape, [f"{place + 1}.", *first.split()[:2]]))
        return re.search(rf"(?<!\S){start}", sheet).start()

    return sheet[begins(number - 1) : begins(number) if number < len(paper.exercises) else None].strip()


def keyed(question, part):
    """The answer in the key's words, from the bank and what stands on the page; of open questions None."""

    def letter(option):
        ends = r"(?= [A-Z]\) | \d+\. | Form [A-Z]+ | ?This page| Choose the words|$)"
        found = re.findall(rf"(?<!\S)([A-Z])\) {re.escape(told(option))}{ends}", part)
        assert len(found) == 1, (question.id, option, part)
        return found[0]

    match question:
        case MultipleChoice(answer=answer):
            return letter(answer)
        case MultipleResponse(answers=answers):
            return ", ".join(sorted(map(letter, answers)))
        case Matching(pairs=pairs):
            return " ".join(f"{number}{letter(right)}" for number, (_, right) in enumerate(pairs, start=1))
        case Ordering(sequence=sequence):
            shown = sorted(sequence, key=lambda step: part.index(told(step)))
            return " ".join(str(sequence.index(step) + 1) for step in shown)
        case TrueFalse(answer=answer):
            return str(answer)
    return None
