"""Rules about matchings, orderings and essays."""

from __future__ import annotations

import pytest

DATES = """\
id: tea-book
title: The Tea Book
document: tea.txt
facts:
  - {id: leaf, paragraph: 2, says: The tunnel was begun., value: "1988"}
  - {id: bridge, paragraph: 3, says: The bridge was begun., value: "1988"}
  - {id: opened, paragraph: 4, says: The tunnel was opened., value: "1994"}
"""


class TestMatchMixed:
    def test_rights_of_two_kinds(self, lint):
        question = (
            '- {id: a, type: matching, prompt: Match them., pairs: [["opening", "1869"], ["its '
            'cost", "433 million francs"], ["its builder", "Lesseps"]], extra: [], facts: '
            "[tea-book/leaf]}"
        )

        assert lint("match-mixed", question) == [
            (
                'question_bank/t.yaml:3:92: warning[match-mixed] the rights mix kinds: "433 '
                'million francs" is a count, another is a year\n  help: keep to one kind, or '
                "make two questions"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: matching, prompt: Match them., pairs: [["Hastings", '
                    '"1066"], ["Agincourt", "1415"], ["the treaty", "15 June 1215"]], extra: '
                    '["1815"], facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: matching, prompt: Match them., pairs: [["France", '
                    '"Paris"], ["Spain", "Madrid"], ["Peru", "Lima"]], extra: [], facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("match-mixed", question, **files) == []


class TestMatchLastFree:
    def test_as_many_rights_as_lefts(self, lint):
        question = (
            '- {id: a, type: matching, prompt: Match them., pairs: [["France", "Paris"], '
            '["Spain", "Madrid"], ["Peru", "Lima"]], extra: [], facts: [tea-book/leaf]}'
        )

        assert lint("match-last-free", question) == [
            (
                "question_bank/t.yaml:3:57: advice[match-last-free] 3 lefts and 3 rights: the "
                "last pair is free\n  help: add `extra: […]` with a right or two to spare"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: matching, prompt: Match them., pairs: [["France", '
                    '"Paris"], ["Spain", "Madrid"], ["Peru", "Lima"]], extra: ["Quito"], facts:'
                    " [tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: matching, prompt: Match them., pairs: [["a", "x"], ["b", '
                    '"x"], ["c", "y"]], extra: [], facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("match-last-free", question, **files) == []


class TestMatchSize:
    def test_eight_steps(self, lint):
        question = (
            '- {id: a, type: ordering, prompt: "Put these in order.", sequence: ["Mercury", '
            '"Venus", "Earth", "Mars", "Jupiter", "Saturn", "Uranus", "Neptune"], facts: '
            "[tea-book/leaf]}"
        )

        assert lint("match-size", question) == [
            (
                "question_bank/t.yaml:3:70: warning[match-size] 8 steps, more than 7\n  help: "
                "make two questions of it"
            ),
        ]

    def test_two_pairs(self, lint):
        question = (
            '- {id: a, type: matching, prompt: Match them., pairs: [["France", "Paris"], '
            '["Spain", "Madrid"]], extra: [], facts: [tea-book/leaf]}'
        )

        assert lint("match-size", question) == [
            (
                "question_bank/t.yaml:3:57: warning[match-size] 2 pairs, fewer than 3\n  help: "
                "add pairs, or ask it as a choice"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: matching, prompt: Match them., pairs: [["France", '
                    '"Paris"], ["Spain", "Madrid"], ["Peru", "Lima"]], extra: [], facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: ordering, prompt: "Put these in order.", sequence: '
                    '["Mercury", "Venus", "Earth", "Mars", "Jupiter", "Saturn", "Uranus"], '
                    "facts: [tea-book/leaf]}"
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("match-size", question, **files) == []


class TestOrderVisible:
    def test_dates_in_the_steps(self, lint):
        question = (
            '- {id: a, type: ordering, prompt: "Put these in order.", sequence: ["Fall of the '
            'Bastille, 1789", "Napoleon\'s coronation in 1804", "Waterloo"], facts: '
            "[tea-book/leaf]}"
        )

        assert lint("order-visible", question) == [
            (
                "question_bank/t.yaml:3:71: warning[order-visible] 2 of 3 steps show a date, such"
                ' as "Fall of the Bastille, 1789"\n  help: leave the dates out of the steps'
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: ordering, prompt: "Order these films by what they '
                    'earned.", sequence: ["Avatar (2009)", "Titanic (1997)", "Frozen (2013)"], '
                    "facts: [tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: ordering, prompt: "Put these in order.", sequence: '
                    '["Bastille", "Waterloo (1815)", "Sedan"], facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("order-visible", question, **files) == []


class TestOrderTie:
    def test_two_steps_of_one_date(self, lint):
        question = (
            '- {id: a, type: ordering, prompt: "Put these in order.", sequence: ["The tunnel was '
            'begun", "The bridge was begun", "The tunnel was opened"], facts: [tea-book/leaf, '
            "tea-book/bridge, tea-book/opened]}"
        )

        assert lint("order-tie", question, source=DATES) == [
            (
                'question_bank/t.yaml:3:95: warning[order-tie] "The tunnel was begun" and "The '
                'bridge was begun" have the same date in "tea-book/leaf" and "tea-book/bridge"'
                "\n  help: leave one of them out"
            ),
        ]

    def test_an_order_against_the_facts(self, lint):
        question = (
            '- {id: a, type: ordering, prompt: "Put these in order.", sequence: ["The bridge was '
            'begun", "The tunnel was opened", "The tunnel was begun"], facts: [tea-book/leaf, '
            "tea-book/opened]}"
        )

        assert lint("order-tie", question, source=DATES) == [
            (
                'question_bank/t.yaml:3:120: warning[order-tie] "The tunnel was begun" is earlier'
                ' by "tea-book/leaf" than "The tunnel was opened" by "tea-book/opened"\n  help: '
                "put the steps in the order of the facts"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: ordering, prompt: "Put these in order.", sequence: ["The '
                    'tunnel was begun", "The tunnel was opened", "The toll was raised"], facts:'
                    " [tea-book/leaf, tea-book/bridge, tea-book/opened]}"
                ),
                {"source": DATES},
            ),
            (
                (
                    '- {id: a, type: ordering, prompt: "Latest first.", sequence: ["The tunnel '
                    'was opened", "The tunnel was begun"], facts: [tea-book/leaf, '
                    "tea-book/bridge, tea-book/opened]}"
                ),
                {"source": DATES},
            ),
            (
                (
                    '- {id: a, type: ordering, prompt: "Put these in order.", sequence: '
                    '["Prophase", "Metaphase", "Anaphase"], facts: [tea-book/leaf, '
                    "tea-book/bridge, tea-book/opened]}"
                ),
                {"source": DATES},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("order-tie", question, **files) == []


class TestDiscussClosed:
    def test_a_yes_would_do(self, lint):
        question = (
            '- {id: a, type: essay, prompt: "Did the treaty of Versailles fail?", points: '
            '[{point: "Reparations"}, {point: "War guilt"}], facts: [tea-book/leaf]}'
        )

        assert lint("discuss-closed", question) == [
            (
                'question_bank/t.yaml:3:34: warning[discuss-closed] "did" can be answered in a '
                "word\n  help: ask why, how, or for reasons"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: essay, prompt: "Did the treaty fail? Give reasons.", '
                    'points: [{point: "a"}, {point: "b"}], facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: essay, prompt: "How did the treaty fail?", points: '
                    '[{point: "a"}, {point: "b"}], facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: essay, prompt: "Discuss whether the treaty failed.", '
                    'points: [{point: "a"}, {point: "b"}], facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("discuss-closed", question, **files) == []


class TestDiscussNoRubric:
    def test_one_point(self, lint):
        question = (
            '- {id: a, type: essay, prompt: "Discuss the salt tax.", points: [{point: "It fell on'
            ' the poor"}], facts: [tea-book/leaf]}'
        )

        assert lint("discuss-no-rubric", question) == [
            (
                "question_bank/t.yaml:3:67: warning[discuss-no-rubric] 1 point to look for, fewer"
                " than 2\n  help: add the points that a full answer names"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: essay, prompt: "Discuss the salt tax.", points: [{point: '
                    '"It fell on the poor"}, {point: "It paid for the roads"}], facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("discuss-no-rubric", question, **files) == []


class TestDiscussLeading:
    def test_praise_as_a_premise(self, lint):
        question = (
            '- {id: a, type: essay, prompt: "Why is Mozart so great?", points: [{point: "a"}, '
            '{point: "b"}], facts: [tea-book/leaf]}'
        )

        assert lint("discuss-leading", question) == [
            (
                'question_bank/t.yaml:3:34: warning[discuss-leading] "Why is Mozart so great" '
                "says what to think\n  help: ask for what speaks for and against it"
            ),
        ]

    def test_a_don_t_you_think(self, lint):
        question = (
            "- {id: a, type: essay, prompt: \"Don't you think that tariffs hurt the poor? "
            'Explain.", points: [{point: "a"}, {point: "b"}], facts: [tea-book/leaf]}'
        )

        assert lint("discuss-leading", question) == [
            (
                'question_bank/t.yaml:3:34: warning[discuss-leading] "Don\'t you" says what to '
                "think\n  help: ask for what speaks for and against it"
            ),
        ]

    def test_obviously(self, lint):
        question = (
            '- {id: a, type: true_false, prompt: "Obviously the earth is a sphere.", answer: '
            "true, facts: [tea-book/leaf]}"
        )

        assert lint("discuss-leading", question) == [
            (
                'question_bank/t.yaml:3:39: warning[discuss-leading] "Obviously" says what to '
                "think\n  help: ask for what speaks for and against it"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: essay, prompt: "Why was the treaty signed so late?", '
                    'points: [{point: "a"}, {point: "b"}], facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: essay, prompt: "What speaks for tariffs? Weigh it up.", '
                    'points: [{point: "a"}, {point: "b"}], facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: essay, prompt: "Who is meant by “clearly the best”? '
                    'Explain.", points: [{point: "a"}, {point: "b"}], facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: true_false, prompt: "The moon can be seen more clearly in '
                    'winter.", answer: true, facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("discuss-leading", question, **files) == []
