"""Rules about options: how many, how alike, how many to pick."""

from __future__ import annotations

import pytest


class TestOptionCount:
    def test_two_options_are_a_coin_to_toss(self, lint):
        question = (
            '- {id: a, type: multiple_choice, prompt: "Which gas do plants take in?", answer: '
            '"Carbon dioxide", distractors: ["Oxygen"], facts: [tea-book/leaf]}'
        )

        assert lint("option-count", question) == [
            (
                "question_bank/t.yaml:3:115: advice[option-count] 2 options, fewer than 3\n  "
                "help: add distractors that tempt"
            ),
        ]

    def test_six_are_too_many(self, lint):
        question = (
            '- {id: a, type: multiple_choice, prompt: "Which gas do plants take in?", answer: '
            '"Carbon dioxide", distractors: ["Oxygen", "Argon", "Helium", "Neon", "Methane"], '
            "facts: [tea-book/leaf]}"
        )

        assert lint("option-count", question) == [
            (
                "question_bank/t.yaml:3:115: advice[option-count] 6 options, more than 5\n  "
                "help: delete those that tempt least"
            ),
        ]

    def test_a_multiple_response_needs_four(self, lint):
        question = (
            '- {id: a, type: multiple_response, prompt: "Which two are noble gases?", answers: '
            '["Neon", "Argon"], distractors: ["Oxygen"], facts: [tea-book/leaf]}'
        )

        assert lint("option-count", question) == [
            (
                "question_bank/t.yaml:3:117: advice[option-count] 3 options, fewer than 4\n  "
                "help: add distractors that tempt"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "Which gas do plants take in?", '
                    'answer: "Carbon dioxide", distractors: ["Oxygen", "Argon"], facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_response, prompt: "Which two are noble gases?", '
                    'answers: ["Neon", "Argon"], distractors: ["Oxygen", "Chlorine"], facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("option-count", question, **files) == []


class TestOverlappingOptions:
    def test_spans_that_meet_the_key_are_found_once_by_multiple_keys(self, lint):
        question = (
            '- {id: a, type: multiple_choice, prompt: "When was the engine patented?", answer: '
            '"before 1800", distractors: ["before 1850", "after 1850"], facts: [tea-book/leaf]}'
        )

        assert lint("overlapping-options", question) == []
        assert lint("multiple-keys", question) == [
            'question_bank/t.yaml:3:114: warning[multiple-keys] "before 1850" shares amounts with the key\n'
            "  help: replace it by an option that is surely wrong"
        ]

    def test_figures_joined_by_and_are_no_span(self, lint):
        question = (
            '- {id: a, type: multiple_choice, prompt: "Which are primes?", answer: "5 and 11", '
            'distractors: ["6 and 8", "7 and 9"], facts: [tea-book/leaf]}'
        )

        assert lint("overlapping-options", question) == lint("multiple-keys", question) == []

    def test_spans_of_distractors_that_meet_are_a_warning(self, lint):
        question = (
            '- {id: a, type: multiple_choice, prompt: "How many live there?", answer: "more than '
            '400", distractors: ["200 to 300", "250 to 350"], facts: [tea-book/leaf]}'
        )

        assert lint("overlapping-options", question) == [
            (
                'question_bank/t.yaml:3:121: warning[overlapping-options] "200 to 300" and "250'
                ' to 350" overlap\n  help: make the options exclude each other'
            ),
        ]

    def test_a_qualification_narrows_an_option(self, lint):
        question = (
            '- {id: a, type: multiple_choice, prompt: "What is NaCl?", answer: "a metal", '
            'distractors: ["a salt", "a sodium salt"], facts: [tea-book/leaf]}'
        )

        assert lint("overlapping-options", question) == [
            (
                'question_bank/t.yaml:3:104: advice[overlapping-options] "a salt" includes "a '
                'sodium salt"\n  help: make the options exclude each other'
            ),
        ]

    def test_an_addition_includes_one(self, lint):
        question = (
            '- {id: a, type: multiple_choice, prompt: "What do roots take up?", answer: "Sugar", '
            'distractors: ["Water", "Water and salt"], facts: [tea-book/leaf]}'
        )

        assert lint("overlapping-options", question) == [
            (
                'question_bank/t.yaml:3:110: advice[overlapping-options] "Water" includes '
                '"Water and salt"\n  help: make the options exclude each other'
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "What is a normal pulse?", '
                    'answer: "60 to 100", distractors: ["20 to 60", "more than 100"], facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "Which part makes proteins?", '
                    'answer: "ribosome", distractors: ["cell", "cell wall"], facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "Which city?", answer: "Leeds", '
                    'distractors: ["York", "New York"], facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "What happens?", answer: "It '
                    'dissolves", distractors: ["It never dissolves", "It glows"], facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "Which test is it?", answer: '
                    '"t-test", distractors: ["Chi-squared test", "ANOVA"], facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "How much?", answer: "5", '
                    'distractors: ["from 10 to 20", "more than 20"], facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("overlapping-options", question, **files) == []


class TestOppositePair:
    def test_the_only_opposites_hold_the_key(self, lint):
        question = (
            '- {id: a, type: multiple_choice, prompt: "What does salt do to water?", answer: '
            '"raises the boiling point", distractors: ["lowers the boiling point", "colours the '
            'water", "frees oxygen"], facts: [tea-book/leaf]}'
        )

        assert lint("opposite-pair", question) == [
            (
                'question_bank/t.yaml:3:125: advice[opposite-pair] "raises the boiling point" '
                'is right, and "lowers the boiling point" is the only option that says the '
                "opposite of another\n  help: replace it, or give another option its opposite "
                "too"
            ),
        ]

    def test_so_do_a_claim_and_its_denial(self, lint):
        question = (
            '- {id: a, type: multiple_choice, prompt: "What becomes of a catalyst?", answer: "It '
            'is used up", distractors: ["It is not used up", "It glows", "It melts"], facts: '
            "[tea-book/leaf]}"
        )

        assert lint("opposite-pair", question) == [
            (
                'question_bank/t.yaml:3:114: advice[opposite-pair] "It is used up" is right, '
                'and "It is not used up" is the only option that says the opposite of another'
                "\n  help: replace it, or give another option its opposite too"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "What happens to the price?", '
                    'answer: "It rises", distractors: ["It falls", "It stays the same"], facts:'
                    " [tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "Which is it?", answer: "hot and '
                    'wet", distractors: ["cold and wet", "hot and dry", "cold and dry"], facts:'
                    " [tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "What does salt do to water?", '
                    'answer: "colours the water", distractors: ["raises the boiling point", '
                    '"lowers the boiling point", "frees oxygen"], facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "Which is it?", answer: "raised",'
                    ' distractors: ["lowered"], facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("opposite-pair", question, **files) == []


class TestOptionStyle:
    def test_a_small_letter_among_capitals(self, lint):
        question = (
            '- {id: a, type: multiple_choice, prompt: "Which shop sells books?", answer: '
            '"amazon", distractors: ["Alibaba", "Nokia", "Sony"], facts: [tea-book/leaf]}'
        )

        assert lint("option-style", question) == [
            (
                'question_bank/t.yaml:3:79: advice[option-style] "amazon" alone begins with a '
                "small letter\n  help: begin all options alike"
            ),
        ]

    def test_a_full_stop_among_none(self, lint):
        question = (
            '- {id: a, type: multiple_choice, prompt: "What do reptiles do in winter?", answer: '
            '"They sleep.", distractors: ["They moult", "They fly south", "They grow fur"], '
            "facts: [tea-book/leaf]}"
        )

        assert lint("option-style", question) == [
            (
                'question_bank/t.yaml:3:86: advice[option-style] "They sleep." alone ends with '
                "a full stop\n  help: end all options alike"
            ),
        ]

    def test_the_lefts_of_a_matching(self, lint):
        question = (
            '- {id: a, type: matching, prompt: Match them., pairs: [["the heart", "pumps"], ["the'
            ' lung", "breathes"], ["The brain", "thinks"]], extra: [], facts: [tea-book/leaf]}'
        )

        assert lint("option-style", question) == [
            (
                'question_bank/t.yaml:3:109: advice[option-style] "The brain" alone begins with'
                " a capital\n  help: begin all options alike"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "Which firm made it?", answer: '
                    '"Apple", distractors: ["eBay", "Nokia", "Sony"], facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "Which part of the cell makes '
                    'proteins?", answer: "ribosome", distractors: ["nucleus", "Golgi body"], '
                    "facts: [tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "Who sold it?", answer: "Amazon '
                    'Inc.", distractors: ["Alibaba", "Nokia"], facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "Which one is it?", answer: "10",'
                    ' distractors: ["Ten", "the rest"], facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "What is pH?", answer: "acidity",'
                    ' distractors: ["pH", "salt", "mRNA"], facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("option-style", question, **files) == []


class TestMsCount:
    def test_no_word_of_how_many(self, lint):
        question = (
            '- {id: a, type: multiple_response, prompt: "Which gases are noble?", answers: '
            '["Neon", "Argon"], distractors: ["Oxygen", "Chlorine"], facts: [tea-book/leaf]}'
        )

        assert lint("ms-count", question) == [
            (
                "question_bank/t.yaml:3:46: advice[ms-count] the prompt does not say how many "
                "to pick\n  help: ask for two, or add: Select all that apply."
            ),
        ]

    def test_another_number(self, lint):
        question = (
            '- {id: a, type: multiple_response, prompt: "Which three gases are noble?", answers: '
            '["Neon", "Argon"], distractors: ["Oxygen", "Chlorine"], facts: [tea-book/leaf]}'
        )

        assert lint("ms-count", question) == [
            (
                "question_bank/t.yaml:3:46: warning[ms-count] the prompt asks for 3, and 2 "
                "answers are right\n  help: say the number that is right"
            ),
        ]

    def test_a_lone_right_answer(self, lint):
        question = (
            '- {id: a, type: multiple_response, prompt: "Select all noble gases.", answers: '
            '["Neon"], distractors: ["Oxygen", "Chlorine", "Iron"], facts: [tea-book/leaf]}'
        )

        assert lint("ms-count", question) == [
            (
                "question_bank/t.yaml:3:82: warning[ms-count] 1 right answer where several are "
                "picked\n  help: make it a `multiple_choice`"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: multiple_response, prompt: "Which two gases are noble?", '
                    'answers: ["Neon", "Argon"], distractors: ["Oxygen", "Chlorine"], facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_response, prompt: "Which gases are noble? Select '
                    'all that apply.", answers: ["Neon", "Argon"], distractors: ["Oxygen", '
                    '"Chlorine"], facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_response, prompt: "Tick every gas that is '
                    'noble.", answers: ["Neon", "Argon"], distractors: ["Oxygen", "Chlorine"], '
                    "facts: [tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_response, prompt: "Which of these are noble? '
                    'Choose 2.", answers: ["Neon", "Argon"], distractors: ["Oxygen", '
                    '"Chlorine"], facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_response, prompt: "Of the four gases, which two '
                    'are noble?", answers: ["Neon", "Argon"], distractors: ["Oxygen", '
                    '"Chlorine"], facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("ms-count", question, **files) == []
