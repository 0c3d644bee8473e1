"""Rules about statements to judge."""

from __future__ import annotations

import pytest


class TestTfCompound:
    def test_a_cause_is_a_second_claim(self, lint):
        question = (
            '- {id: a, type: true_false, prompt: "The Titanic sank in 1912 because her captain '
            'was asleep.", answer: true, facts: [tea-book/leaf]}'
        )

        assert lint("tf-compound", question) == [
            (
                "question_bank/t.yaml:3:39: warning[tf-compound] two claims, joined by "
                '"because"\n  help: ask one of them, or make two questions'
            ),
        ]

    def test_so_is_a_second_verb(self, lint):
        question = (
            '- {id: a, type: true_false, prompt: "Marie Curie discovered radium and won two Nobel'
            ' Prizes.", answer: true, facts: [tea-book/leaf]}'
        )

        assert lint("tf-compound", question) == [
            (
                'question_bank/t.yaml:3:39: warning[tf-compound] two claims, joined by "and"\n  '
                "help: ask one of them, or make two questions"
            ),
        ]

    def test_so_is_a_second_subject(self, lint):
        question = (
            '- {id: a, type: true_false, prompt: "Insulin is made in the pancreas, and it lowers '
            'the blood sugar.", answer: true, facts: [tea-book/leaf]}'
        )

        assert lint("tf-compound", question) == [
            (
                'question_bank/t.yaml:3:39: warning[tf-compound] two claims, joined by "and"\n  '
                "help: ask one of them, or make two questions"
            ),
        ]

    @pytest.mark.parametrize(
        ("joint", "said"),
        [
            ("and", "Both firms were founded in 1840, and Lipton sold tea."),
            ("and", "Both Lipton and Twinings failed and Tetley bought a ship."),
            ("and", "Lipton led both Tetley and Twinings and founded Assam."),
            ("and", "Lipton makes tea and Twinings ships coffee."),
            ("and", "Tea outlived coffee and Lipton developed bags."),
            ("and", "The ship was shown in Leith and costs less than her sister."),
            ("and", "The firm launched a bag and its buyers tested it."),
            ("because", "Lipton ships tea because it pays."),
            ("which", "Lipton, which Tetley led, made tea."),
        ],
    )
    def test_so_is_a_second_clause_whatever_its_verb(self, lint, joint, said):
        question = f'- {{id: a, type: true_false, prompt: "{said}", answer: true, facts: [tea-book/leaf]}}'

        assert [found.splitlines()[0] for found in lint("tf-compound", question)] == [
            f'question_bank/t.yaml:3:39: warning[tf-compound] two claims, joined by "{joint}"'
        ]

    @pytest.mark.parametrize(
        "said",
        [
            "Lipton served both Tetley and Twinings.",
            "The sum was between 5 and 6 million.",
            "It was because he was ill that he left.",
            "Lipton failed because of debts.",
            "Lipton sells tea and Tetley bags in China.",
        ],
    )
    def test_a_pair_is_one_claim(self, lint, said):
        question = f'- {{id: a, type: true_false, prompt: "{said}", answer: true, facts: [tea-book/leaf]}}'

        assert lint("tf-compound", question) == []

    def test_four_names_and_figures(self, lint):
        question = (
            '- {id: a, type: true_false, prompt: "The Cutty Sark carried 600 tons of tea in 1870 '
            'under Lei Jun.", answer: true, facts: [tea-book/leaf]}'
        )

        assert lint("tf-compound", question) == [
            (
                "question_bank/t.yaml:3:39: warning[tf-compound] 4 names and figures (Cutty "
                "Sark, 600, 1870, Lei Jun), more than 3\n  help: leave out what is not judged"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: true_false, prompt: "Sodium and chlorine form table '
                    'salt.", answer: true, facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: true_false, prompt: "Newton said that force and mass are '
                    'linked.", answer: true, facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: true_false, prompt: "Red blood cells carry oxygen from the'
                    ' lungs to the tissues and organs.", answer: true, facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: true_false, prompt: "Venus rotates in the same direction '
                    'as Earth and Mars.", answer: true, facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: true_false, prompt: "The proverb says “it rains and it '
                    'pours”.", answer: true, facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: true_false, prompt: "The Cutty Sark was launched in '
                    '1869.", answer: true, facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: true_false, prompt: "Both bees and wasps have wings.", '
                    "answer: true, facts: [tea-book/leaf]}"
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("tf-compound", question, **files) == []


class TestTfNegated:
    def test_not(self, lint):
        question = (
            '- {id: a, type: true_false, prompt: "Whales are not fish.", answer: true, facts: '
            "[tea-book/leaf]}"
        )

        assert lint("tf-negated", question) == [
            (
                'question_bank/t.yaml:3:39: advice[tf-negated] the statement says "not"\n  '
                "help: say what is so, and let the reader judge that"
            ),
        ]

    def test_a_shortened_not(self, lint):
        question = (
            '- {id: a, type: true_false, prompt: "A quicksort doesn\'t need extra memory.", '
            "answer: true, facts: [tea-book/leaf]}"
        )

        assert lint("tf-negated", question) == [
            (
                'question_bank/t.yaml:3:39: advice[tf-negated] the statement says "doesn\'t"\n  '
                "help: say what is so, and let the reader judge that"
            ),
        ]

    def test_no(self, lint):
        question = (
            '- {id: a, type: true_false, prompt: "The book made no charge for tea.", answer: '
            "true, facts: [tea-book/leaf]}"
        )

        assert lint("tf-negated", question) == [
            (
                'question_bank/t.yaml:3:39: advice[tf-negated] the statement says "no"\n  help:'
                " say what is so, and let the reader judge that"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: true_false, prompt: "Nothing was noted in another book.", '
                    "answer: true, facts: [tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: true_false, prompt: "The sign said “do not enter”.", '
                    "answer: true, facts: [tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: true_false, prompt: "Tea was not only drunk but traded.", '
                    "answer: true, facts: [tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: true_false, prompt: "A false positive is an error of the '
                    'first kind.", answer: true, facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: true_false, prompt: "Bus no. 7 goes to the harbour.", '
                    "answer: true, facts: [tea-book/leaf]}"
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("tf-negated", question, **files) == []


class TestTfTrivialFlip:
    def test_a_fact_with_a_not_in_it(self, lint):
        question = (
            '- {id: a, type: true_false, prompt: "Every true tea is not made from the leaves of '
            'one plant.", answer: false, correction: It is., facts: [tea-book/leaf]}'
        )

        assert lint("tf-trivial-flip", question) == [
            (
                "question_bank/t.yaml:3:39: advice[tf-trivial-flip] without its denial the "
                'statement is the fact "tea-book/leaf": 100% of its words\n  help: put a mistake'
                " in it that people make, such as another name or figure"
            ),
        ]

    def test_the_do_that_comes_with_it(self, lint):
        question = (
            '- {id: a, type: true_false, prompt: "They did not launch the Cutty Sark in 1869 to '
            'carry tea from China.", answer: false, correction: It is., facts: '
            "[tea-book/clipper]}"
        )

        assert lint("tf-trivial-flip", question) == [
            (
                "question_bank/t.yaml:3:39: advice[tf-trivial-flip] without its denial the "
                'statement is the fact "tea-book/clipper": 100% of its words\n  help: put a '
                "mistake in it that people make, such as another name or figure"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: true_false, prompt: "Every true tea is made from the roots'
                    ' of one plant.", answer: false, correction: Leaves., facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: true_false, prompt: "Every true tea is not made from the '
                    'bark of two shrubs.", answer: false, correction: Leaves., facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("tf-trivial-flip", question, **files) == []


def test_a_list_before_the_comma_begins_no_clause(lint):
    question = (
        '- {id: a, type: true_false, prompt: "By the figures that the book gives for his entry and his rise, '
        'Newton led the mint for long.", answer: true, facts: [tea-book/leaf]}'
    )

    assert lint("tf-compound", question) == []
