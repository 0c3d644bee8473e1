"""Rules about answers that are typed: too open, too long, too loose, without a unit."""

from __future__ import annotations

import pytest

NAMES2 = """\
names:
  - {name: Amazon, kind: company, aliases: [Amazon.com]}
  - {name: Alibaba, kind: company, aliases: [Ali]}
  - {name: Marks & Spencer, kind: company, aliases: [M or S]}
"""

SRC = """\
id: tea-book
title: The Tea Book
document: tea.txt
facts:
  - {id: leaf, paragraph: 2, says: The atlas counts 16000 islands., value: "16,000"}
  - {id: plan, paragraph: 3, says: The atlas expects 20000 islands., value: "20,000"}
"""


class TestSaOpen:
    def test_an_explanation_is_marked_by_its_letters(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "Why did the dinosaurs die out?", answer: '
            '"because an asteroid struck the earth near Chicxulub", facts: [tea-book/leaf]}'
        )

        assert lint("sa-open", question) == [
            (
                'question_bank/t.yaml:3:83: warning[sa-open] "why" is answered in 8 words at '
                "least, more than 5\n  help: make it an `essay` with points, or a "
                "`multiple_choice`"
            ),
        ]

    def test_explain_asks_for_more(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "Explain the greenhouse effect.", answer: '
            '"heat trapping", facts: [tea-book/leaf]}'
        )

        assert lint("sa-open", question) == [
            (
                'question_bank/t.yaml:3:41: warning[sa-open] "explain" asks for more than can be '
                "marked by letters\n  help: make it an `essay` with points, or a "
                "`multiple_choice`"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: short_answer, prompt: "Why did the dinosaurs die out?", '
                    'answer: "an asteroid", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "How many legs does a spider have in'
                    ' the usual case of things?", answer: "eight of them, unless one is lost", '
                    "facts: [tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "How is the average called in the '
                    'language of statistics books?", answer: "the mean of all of the numbers", '
                    "facts: [tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Why did they die out?", answer: '
                    '"because an asteroid struck the earth that day", accept: ["an asteroid"], '
                    "facts: [tea-book/leaf]}"
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("sa-open", question, **files) == []


class TestAnswerTooLong:
    def test_many_words(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "What is inflation?", answer: "a rise in '
            'prices that goes on for long", facts: [tea-book/leaf]}'
        )

        assert lint("answer-too-long", question) == [
            (
                "question_bank/t.yaml:3:71: warning[answer-too-long] the answer has 9 words, "
                "more than 6\n  help: ask for less, split the question, or make it a choice or "
                "an essay"
            ),
        ]

    def test_many_characters(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "What does DNA stand for?", answer: '
            '"deoxyribonucleic acidification-polymerisation", facts: [tea-book/leaf]}'
        )

        assert lint("answer-too-long", question) == [
            (
                "question_bank/t.yaml:3:77: warning[answer-too-long] the answer has 45 "
                "characters, more than 40\n  help: ask for less, split the question, or make it "
                "a choice or an essay"
            ),
        ]

    def test_a_blank(self, lint):
        question = (
            '- {id: a, type: cloze, text: "Inflation means {{a rise in prices that goes on for '
            'long}} in the theory of economists today.", facts: [tea-book/leaf]}'
        )

        assert lint("answer-too-long", question) == [
            (
                "question_bank/t.yaml:3:32: warning[answer-too-long] the answer has 9 words, "
                "more than 6\n  help: ask for less, split the question, or make it a choice or "
                "an essay"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: short_answer, prompt: "What is inflation?", answer: "a '
                    'rise in prices that goes on for long", accept: ["rising prices"], facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "What did the sign say?", answer: '
                    '"“Abandon all hope, you who enter here now”", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which company?", answer: "Marks & '
                    'Spencer", facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("answer-too-long", question, **files) == []


class TestSaAliasMissing:
    def test_a_name_that_the_marker_refuses(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "Which firm bakes this biscuit?", answer: '
            '"Marks & Spencer", facts: [tea-book/leaf]}'
        )

        assert lint("sa-alias-missing", question, names=NAMES2) == [
            (
                'question_bank/t.yaml:3:83: warning[sa-alias-missing] "M or S", another name of'
                ' "Marks & Spencer", would be marked wrong\n  help: add it to the accepted forms'
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which firm bought the bookshop?", '
                    'answer: "Amazon", facts: [tea-book/leaf]}'
                ),
                {"names": NAMES2},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which firm bakes the M or S '
                    'biscuit?", answer: "Marks & Spencer", facts: [tea-book/leaf]}'
                ),
                {"names": NAMES2},
            ),
            (
                (
                    '- {id: a, type: numerical, prompt: "On what date was it sealed?", answer: '
                    '"15 June 1215", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: numerical, prompt: "What did Alaska cost, in US dollars?",'
                    ' answer: "$7.2 million", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: numerical, prompt: "When, in which month?", answer: '
                    '"August 2004", facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("sa-alias-missing", question, **files) == []


class TestSaKeyTooLoose:
    def test_one_of_several_may_be_asked_for(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "Name a prime number between 10 and 20.", answer: "11", '
            'accept: ["13", "17", "19"], facts: [tea-book/leaf]}'
        )

        assert lint("sa-key-too-loose", question) == []

    def test_another_year(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "In which year did the Titanic sink?", answer:'
            ' "1912", accept: ["1911"], facts: [tea-book/leaf]}'
        )

        assert lint("sa-key-too-loose", question) == [
            (
                'question_bank/t.yaml:3:105: warning[sa-key-too-loose] the marker takes "1911" '
                "for right: the answer is 1912\n  help: delete the accepted form that lets it "
                "in, or narrow the tolerance"
            ),
        ]

    def test_ten_times_as_much(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "What did the bridge cost, in pounds?", '
            'answer: "£75 million", accept: ["£750 million"], facts: [tea-book/leaf]}'
        )

        assert lint("sa-key-too-loose", question) == [
            (
                'question_bank/t.yaml:3:113: warning[sa-key-too-loose] the marker takes "£750 '
                'million" for right: the answer is £75 million\n  help: delete the accepted form'
                " that lets it in, or narrow the tolerance"
            ),
        ]

    def test_a_far_value(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "How many islands are there?", answer: "40", '
            'accept: ["70"], facts: [tea-book/leaf]}'
        )

        assert lint("sa-key-too-loose", question) == [
            (
                'question_bank/t.yaml:3:95: warning[sa-key-too-loose] the marker takes "70" for '
                "right: the answer is 40\n  help: delete the accepted form that lets it in, or "
                "narrow the tolerance"
            ),
        ]

    def test_another_name(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "Who sold the books?", answer: "Amazon", '
            'accept: ["Alibaba"], facts: [tea-book/leaf]}'
        )

        assert lint("sa-key-too-loose", question, names=NAMES2) == [
            (
                'question_bank/t.yaml:3:91: warning[sa-key-too-loose] the marker takes "Alibaba" '
                "for right: it names Alibaba, and the answer is Amazon\n  help: delete the "
                "accepted form that lets it in, or narrow the tolerance"
            ),
        ]

    def test_a_denial(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "What is the whale?", answer: "a mammal", '
            'accept: ["not a mammal"], facts: [tea-book/leaf]}'
        )

        assert lint("sa-key-too-loose", question) == [
            (
                'question_bank/t.yaml:3:92: warning[sa-key-too-loose] the marker takes "not a '
                'mammal" for right: it denies the answer\n  help: delete the accepted form that '
                "lets it in, or narrow the tolerance"
            ),
        ]

    def test_a_blank(self, lint):
        question = (
            '- {id: a, type: cloze, text: "The great ship Titanic sank in the cold sea in the '
            'year {{1912|1913}}.", facts: [tea-book/leaf]}'
        )

        assert lint("sa-key-too-loose", question) == [
            (
                'question_bank/t.yaml:3:32: warning[sa-key-too-loose] the marker takes "1913" for'
                " right: the answer is 1912\n  help: delete the accepted form that lets it in, "
                "or narrow the tolerance"
            ),
        ]

    def test_a_wrong_option_of_another_question(self, lint):
        question = "\n".join(
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "Which plant gives tea?", answer: '
                    '"Camellia", distractors: ["Ilex", "Rosa"], facts: [tea-book/leaf]}'
                ),
                (
                    '- {id: b, type: short_answer, prompt: "Tea comes from which plant?", answer: '
                    '"Camellia", accept: ["Ilex"], facts: [tea-book/leaf]}'
                ),
            )
        )

        assert lint("sa-key-too-loose", question) == [
            (
                'question_bank/t.yaml:4:101: warning[sa-key-too-loose] the marker takes "Ilex" '
                "for right: another question with this answer has it among the wrong options\n  "
                "help: delete the accepted form that lets it in, or narrow the tolerance"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: short_answer, prompt: "In which year did the Titanic '
                    'sink?", answer: "1912", accept: ["the year 1912"], facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: numerical, prompt: "How many days?", answer: "29.5", '
                    "tolerance: '1', facts: [tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "How many days has a month of the '
                    'moon?", answer: "29.5", accept: ["29.53", "29 and a half"], facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Who sold the books?", answer: '
                    '"Amazon", accept: ["Amazon.com"], facts: [tea-book/leaf]}'
                ),
                {"names": NAMES2},
            ),
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "Who sold it?", answer: '
                    '"Kingsoft", distractors: ["Amazon", "Rosa"], facts: [tea-book/leaf]}\n- '
                    '{id: b, type: short_answer, prompt: "Who bought it?", answer: "Amazon", '
                    "facts: [tea-book/leaf]}"
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("sa-key-too-loose", question, **files) == []


class TestNumUnit:
    def test_a_sum_without_its_currency(self, lint):
        question = (
            '- {id: a, type: numerical, prompt: "How much did the Louisiana Purchase cost?", '
            'answer: "$15 million", facts: [tea-book/leaf]}'
        )

        assert lint("num-unit", question) == [
            (
                "question_bank/t.yaml:3:38: warning[num-unit] the answer is in USD, and the "
                "prompt names no currency\n  help: name it in the prompt, or add `unit: …`"
            ),
        ]

    def test_a_bare_number_for_how_much(self, lint):
        question = (
            '- {id: a, type: numerical, prompt: "How much did the Forth Bridge cost?", answer: '
            '"75", facts: [tea-book/leaf]}'
        )

        assert lint("num-unit", question) == [
            (
                'question_bank/t.yaml:3:38: warning[num-unit] "how much" is answered by a bare '
                "number, and the prompt names no unit\n  help: name it in the prompt, or add "
                "`unit: …`"
            ),
        ]

    def test_another_unit(self, lint):
        question = (
            '- {id: a, type: numerical, prompt: "How long is the Nile, in miles?", answer: "6650 '
            'km", facts: [tea-book/leaf]}'
        )

        assert lint("num-unit", question) == [
            (
                "question_bank/t.yaml:3:38: warning[num-unit] the answer is in kilometre, and the"
                " prompt does not ask for it\n  help: name it in the prompt, or add `unit: …`"
            ),
        ]

    def test_another_currency(self, lint):
        question = (
            '- {id: a, type: numerical, prompt: "How many euros did it cost?", answer: "$5", '
            "facts: [tea-book/leaf]}"
        )

        assert lint("num-unit", question) == [
            (
                "question_bank/t.yaml:3:38: warning[num-unit] the answer is in USD, and the "
                "prompt asks for EUR\n  help: name it in the prompt, or add `unit: …`"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: numerical, prompt: "How many US dollars did it cost?", '
                    'answer: "$15 million", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: numerical, prompt: "How long is a marathon?", answer: '
                    '"42.195", unit: km, facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: numerical, prompt: "How many shops are there?", answer: '
                    '"300", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: numerical, prompt: "What percentage of the air is '
                    'nitrogen?", answer: "78%", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: numerical, prompt: "At what age did Mozart die?", answer: '
                    '"35 years", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: numerical, prompt: "How fast does light travel, in metres '
                    'per second?", answer: "299,792,458", facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("num-unit", question, **files) == []

    @pytest.mark.parametrize(
        "asked", ["in km?", ", in km?", "in m?", "(in mi)?", "in km/h?", "in kilometres?"]
    )
    def test_the_symbol_of_a_unit_names_it(self, lint, asked):
        question = (
            f'- {{id: a, type: numerical, prompt: "How long was the first Tour de France {asked}", '
            'answer: "2428", facts: [tea-book/leaf]}'
        )

        assert lint("num-unit", question) == []

    @pytest.mark.parametrize("asked", ["in all?", "in A major?", "in 1903?", "in Q?"])
    def test_what_is_no_symbol_names_none(self, lint, asked):
        question = (
            f'- {{id: a, type: numerical, prompt: "How long was the first Tour de France {asked}", '
            'answer: "2428", facts: [tea-book/leaf]}'
        )

        assert lint("num-unit", question) == [
            'question_bank/t.yaml:3:38: warning[num-unit] "how long" is answered by a bare number, and the '
            "prompt names no unit\n  help: name it in the prompt, or add `unit: …`"
        ]


class TestNumTolerance:
    def test_wide_on_a_quoted_figure(self, lint):
        question = (
            '- {id: a, type: numerical, prompt: "How many islands does the atlas count?", answer:'
            ' "16,000", tolerance: 5%, facts: [tea-book/leaf]}'
        )

        assert lint("num-tolerance", question, source=SRC) == [
            (
                "question_bank/t.yaml:3:109: warning[num-tolerance] the tolerance is 5.0% of a "
                "figure that a fact states, more than 1%\n  help: leave it out, or make it "
                "smaller"
            ),
        ]

    def test_another_figure_of_the_document(self, lint):
        question = (
            '- {id: a, type: numerical, prompt: "How many islands are there?", answer: "19,990", '
            "tolerance: 100, facts: [tea-book/leaf]}"
        )

        assert lint("num-tolerance", question, source=SRC) == [
            (
                "question_bank/t.yaml:3:98: warning[num-tolerance] the tolerance lets in 20,000, "
                'which "tea-book/plan" states\n  help: leave it out, or make it smaller'
            ),
        ]

    def test_none_on_what_was_worked_out(self, lint):
        question = (
            '- {id: a, type: numerical, prompt: "How many islands are there for each of three '
            'seas?", answer: "5333.3", facts: [tea-book/leaf]}'
        )

        assert lint("num-tolerance", question, source=SRC) == [
            (
                "question_bank/t.yaml:3:100: warning[num-tolerance] the answer has decimals "
                "that no fact states, and there is no tolerance\n  help: add `tolerance: …`, "
                "such as half of the last place, or say how to round"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: numerical, prompt: "How many islands does the atlas '
                    'count?", answer: "16,000", tolerance: 1%, facts: [tea-book/leaf]}'
                ),
                {"source": SRC},
            ),
            (
                (
                    '- {id: a, type: numerical, prompt: "How many islands for each of eight '
                    'seas?", answer: "12.5", facts: [tea-book/leaf]}'
                ),
                {"source": SRC},
            ),
            (
                (
                    '- {id: a, type: numerical, prompt: "How many islands for each sea? Round '
                    'to one decimal.", answer: "5333.3", facts: [tea-book/leaf]}'
                ),
                {"source": SRC},
            ),
            (
                (
                    '- {id: a, type: numerical, prompt: "How many?", answer: "5333.3", '
                    "tolerance: '0.1', facts: [tea-book/leaf]}"
                ),
                {"source": SRC},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("num-tolerance", question, **files) == []
