"""Rules that hold a question against its facts and against the calendar."""

from __future__ import annotations

import pytest

CHEMISTRY = """\
id: tea-book
title: "A Short Book of Elements"
short_title: The Element Book
published: 1998-05-01
facts:
  - {id: oxygen, paragraph: 1, says: Air holds about 21 percent of oxygen., terms: [oxygen]}
  - {id: noble, paragraph: 2, says: Six noble gases were known in 1900; their Nobel Prize came in 1904.}
  - {id: decade, paragraph: 3, says: The search took a decade.}
  - id: radium
    paragraph: 4
    says: Radium was found by Marie Curie alone.
    doubt: Her husband Pierre Curie took part in the discovery.
"""
NAMES = """\
names:
  - {name: Marie Curie, kind: person, aliases: [Madame Curie]}
  - {name: Lise Meitner, kind: person}
  - {name: Element 117, kind: other}
"""


def ask(fields: str) -> str:
    return f"- {{id: q, explanation: E, {fields}}}"


@pytest.fixture
def grounded(lint):
    return lambda rule, fields: lint(rule, ask(fields), source=CHEMISTRY, names=NAMES)


class TestEvidenceMismatch:
    def test_a_figure_that_no_fact_contains(self, grounded):
        found = grounded(
            "evidence-mismatch",
            "type: numerical, prompt: How much of air is oxygen?, answer: 31%, "
            "facts: [tea-book/oxygen, tea-book/noble]",
        )

        assert found == [
            'question_bank/t.yaml:3:90: warning[evidence-mismatch] "31%" stands in none of the facts: '
            "tea-book/oxygen and tea-book/noble\n  help: mend the answer, or name the fact it stands "
            "in; what "
            "has to be worked out is no `level: remember`"
        ]

    def test_a_name_that_no_fact_contains(self, grounded):
        found = grounded(
            "evidence-mismatch",
            "type: short_answer, prompt: Who found radium?, answer: Lise Meitner, facts: [tea-book/radium]",
        )

        assert [line.split(" stands")[0] for line in found] == [
            'question_bank/t.yaml:3:84: warning[evidence-mismatch] "Lise Meitner"'
        ]

    @pytest.mark.parametrize(
        "fields",
        [
            "type: numerical, prompt: P, answer: 21 per cent, facts: [tea-book/oxygen]",
            "type: short_answer, prompt: P, answer: Madame Curie, facts: [tea-book/radium]",
            'type: cloze, text: "{{six|6}} gases in {{1900}}, {{6}} in all", facts: [tea-book/noble]',
            "type: numerical, prompt: P, answer: 10 years, facts: [tea-book/decade]",
            "type: short_answer, prompt: P, answer: inert gases, facts: [tea-book/noble]",
            "type: numerical, prompt: P, answer: 79%, level: apply, facts: [tea-book/oxygen]",
        ],
        ids=["another notation", "an alias", "blanks", "a decade", "other words", "worked out"],
    )
    def test_what_the_facts_give_in_other_ways(self, grounded, fields):
        assert grounded("evidence-mismatch", fields) == []

    def test_each_right_option_and_each_right_of_a_matching(self, grounded):
        several = "type: multiple_response, prompt: P, answers: ['1900', '1905'], distractors: ['1890'], "
        several += "facts: [tea-book/noble]"
        matched = (
            "type: matching, prompt: P, pairs: [[gases, '1900'], [prize, '1906']], facts: [tea-book/noble]"
        )

        assert [line.split(" stands")[0][-6:] for line in grounded("evidence-mismatch", several)] == [
            '"1905"'
        ]
        assert [line.split(":")[2] for line in grounded("evidence-mismatch", matched)] == ["89"]


class TestPromptNumberUnsupported:
    def test_a_year_that_the_document_does_not_give(self, grounded):
        found = grounded(
            "prompt-number-unsupported",
            "type: short_answer, prompt: What was known in 1910?, answer: gases, facts: [tea-book/noble]",
        )

        assert found == [
            'question_bank/t.yaml:3:57: warning[prompt-number-unsupported] "1910" stands in no fact of '
            "The Element Book\n  help: mend the figure, or add the fact that gives it"
        ]

    @pytest.mark.parametrize(
        "prompt",
        [
            "What was known in 1900?",
            "What came in 1904?",
            "Which two gases?",
            "Who made Element 117?",
            "What was known in the 1990s?",
            "How much, to the nearest 0.1 billion?",
            "What does The Element Book of 1998 say?",
        ],
    )
    def test_given_small_named_rounded_or_dated(self, grounded, prompt):
        fields = f'type: short_answer, prompt: "{prompt}", answer: gases, facts: [tea-book/noble]'

        assert grounded("prompt-number-unsupported", fields) == []

    def test_a_case_of_its_own_and_a_false_statement(self, grounded):
        case = "type: short_answer, prompt: A room holds 5000 litres. What else?, answer: A, level: apply, "
        case += "facts: [tea-book/noble]"
        false = "type: true_false, prompt: Gases were known in 1850., answer: false, correction: In 1900., "
        false += "facts: [tea-book/noble]"
        true = false.replace("answer: false, correction: In 1900.", "answer: true")

        assert grounded("prompt-number-unsupported", case) == []
        assert grounded("prompt-number-unsupported", false) == []
        assert len(grounded("prompt-number-unsupported", true)) == 1


class TestSourceSuspect:
    ASKED = "type: short_answer, prompt: Who found radium?, answer: Marie Curie, facts: [tea-book/radium]"

    def test_a_doubt_that_is_not_told(self, grounded):
        assert grounded("source-suspect", self.ASKED) == [
            'question_bank/t.yaml:3:26: warning[source-suspect] "tea-book/radium" is disputed, and the '
            "explanation does not say why\n  help: say so in the explanation: Her husband Pierre "
            "Curie took part "
            "in the discovery."
        ]

    @pytest.mark.parametrize(
        "explanation",
        ["Disputed, for her husband took part in it.", "Pierre, her husband, found it with her."],
    )
    def test_a_doubt_that_is_told(self, lint, explanation):
        question = ask(self.ASKED).replace("explanation: E", f'explanation: "{explanation}"')

        assert lint("source-suspect", question, source=CHEMISTRY, names=NAMES) == []

    def test_an_essays_marker_sees_the_doubt(self, grounded):
        essay = (
            "type: essay, prompt: P, points: [{point: Q, facts: [tea-book/radium]}], facts: [tea-book/radium]"
        )

        assert grounded("source-suspect", essay) == []


class TestRelativeTime:
    @pytest.mark.parametrize(
        ("prompt", "phrase"),
        [
            ("What did the firm begin five years ago?", "five years ago"),
            ("Which metal is recently used in batteries?", "recently"),
            ("What will be spent over the next decade?", "over the next decade"),
            ("Who has won it in the last ten years?", "in the last ten years"),
            ("Which gas will soon be banned?", "will soon"),
            ("Which value is accepted as of today?", "as of today"),
            ("The firm has three shops. Who leads it now?", "now"),
        ],
    )
    def test_told_from_now(self, grounded, prompt, phrase):
        found = grounded(
            "relative-time", f'type: short_answer, prompt: "{prompt}", answer: A, facts: [tea-book/noble]'
        )

        assert [line.partition("[relative-time] ")[2].partition("\n")[0] for line in found] == [
            f'"{phrase}" depends on when it is read'
        ]

    @pytest.mark.parametrize(
        "prompt",
        [
            "What did the firm begin in 1995, three years ago?",
            "By The Element Book, what began ten years ago?",
            "What was planned for the next ten years after the discovery?",
            "Which film is called “Five Years Ago”?",
            "It was soon the largest. What was?",
            "What happens over the years?",
            "In a cable the current is halved. How much does the cable lose now?",
        ],
    )
    def test_with_an_anchor_or_another_meaning(self, grounded, prompt):
        fields = f'type: short_answer, prompt: "{prompt}", answer: A, facts: [tea-book/noble]'

        assert grounded("relative-time", fields) == []
