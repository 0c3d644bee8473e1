"""Rules about clozes."""

from __future__ import annotations

import pytest

NAMES2 = """\
names:
  - {name: Amazon, kind: company, aliases: [Amazon.com]}
  - {name: Alibaba, kind: company, aliases: [Ali]}
  - {name: Marks & Spencer, kind: company, aliases: [M or S]}
"""


class TestClozeSelfReveal:
    def test_the_answer_beside_its_blank(self, lint):
        question = (
            '- {id: a, type: cloze, text: "The first vaccine, the vaccine against smallpox, was a'
            ' shield from {{smallpox}}.", facts: [tea-book/leaf]}'
        )

        assert lint("cloze-self-reveal", question) == [
            (
                'question_bank/t.yaml:3:32: warning[cloze-self-reveal] "smallpox" can be read '
                'outside its blank: "smallpox"\n  help: reword what is visible'
            ),
        ]

    def test_a_word_that_the_context_offers_among_others_is_given_away_by_nobody(self, lint):
        question = (
            '- {{id: a, type: cloze, context: "Completa con {}.", text: "El libro {{{{está}}}} en la mesa.", '
            "facts: [tea-book/leaf]}}"
        )

        assert lint("cloze-self-reveal", question.format("*hay* o con *está*")) == []
        for context in ("*está*", "hay o con está", "*hay* o con está", "*el libro está* o *hay*"):
            (told,) = lint("cloze-self-reveal", question.format(context))
            assert '"está" can be read outside its blank' in told

    def test_a_word_of_the_same_stem(self, lint):
        question = (
            '- {id: a, type: cloze, text: "The king lost the war by gambling; his last {{gamble}}'
            ' cost him the crown.", facts: [tea-book/leaf]}'
        )

        assert lint("cloze-self-reveal", question) == [
            (
                'question_bank/t.yaml:3:32: warning[cloze-self-reveal] "gamble" can be read '
                'outside its blank: "gambling"\n  help: reword what is visible'
            ),
        ]

    def test_a_word_of_a_name_that_is_one_word_to_the_marker(self, lint):
        question = (
            '- {id: a, type: cloze, text: "The text names its author in the field {{text.author}} of'
            ' the form.", facts: [tea-book/leaf]}'
        )

        assert lint("cloze-self-reveal", question) == [
            (
                'question_bank/t.yaml:3:32: warning[cloze-self-reveal] "text.author" can be read '
                'outside its blank: "author"\n  help: reword what is visible'
            ),
        ]

    def test_its_initials(self, lint):
        question = (
            '- {id: a, type: cloze, text: "The agency called WHO is spelt out the {{World Health '
            'Organization}} and sits in Geneva.", facts: [tea-book/leaf]}'
        )

        assert lint("cloze-self-reveal", question) == [
            (
                'question_bank/t.yaml:3:32: warning[cloze-self-reveal] "World Health '
                'Organization" can be read outside its blank: its initials are "WHO"\n  help: '
                "reword what is visible"
            ),
        ]

    def test_the_hint(self, lint):
        question = (
            '- {id: a, type: cloze, text: "The gas that plants give off in sunlight is '
            '{{oxygen}}.", hint: Oxygen is what we breathe., facts: [tea-book/leaf]}'
        )

        assert lint("cloze-self-reveal", question) == [
            (
                'question_bank/t.yaml:3:97: warning[cloze-self-reveal] "oxygen" can be read '
                'outside its blank: "oxygen"\n  help: reword what is visible'
            ),
        ]

    def test_a_short_name_by_names_yaml(self, lint):
        question = (
            '- {id: a, type: cloze, text: "The ship Mi 1, built by the yard, was called the {{Mi '
            '1}} by her crew.", facts: [tea-book/leaf]}'
        )

        assert lint("cloze-self-reveal", question, names="names:\n  - {name: Mi 1, kind: product}\n") == [
            (
                'question_bank/t.yaml:3:32: warning[cloze-self-reveal] "Mi 1" can be read outside'
                ' its blank: "Mi 1"\n  help: reword what is visible'
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: cloze, text: "Plants turn water into {{oxygen}} in '
                    'sunlight.", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: cloze, text: "In 1905 the man wrote five papers; in '
                    '{{1915}} he wrote one on gravity.", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: cloze, text: "A spider has {{8}} legs, which is 2 more '
                    'than 6 and 8 in all.", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: cloze, text: "*A Short Book of Tea* says that in China the'
                    ' leaf is called {{tea}}.", facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("cloze-self-reveal", question, **files) == []


class TestClozeArticle:
    def test_an_before_a_blank(self, lint):
        question = (
            '- {id: a, type: cloze, text: "In botany a plant that lives for one season is called '
            'an {{annual}}.", facts: [tea-book/leaf]}'
        )

        assert lint("cloze-article", question) == [
            (
                'question_bank/t.yaml:3:32: advice[cloze-article] "an" before a blank tells how'
                ' "annual" begins\n  help: put the article into the blank, write a(n), or reword'
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: cloze, text: "In botany a plant that lives for one season '
                    'is called {{an annual}}.", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: cloze, text: "Such a plant is called a(n) {{annual}}.", '
                    "facts: [tea-book/leaf]}"
                ),
                {},
            ),
            (('- {id: a, type: cloze, text: "They call it the {{annual}}.", facts: [tea-book/leaf]}'), {}),
            (
                (
                    '- {id: a, type: cloze, text: "Vitamin A {{retinol}} is good for the '
                    'eyes.", facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("cloze-article", question, **files) == []


class TestClozeDensity:
    def test_three_blanks(self, lint):
        question = (
            '- {id: a, type: cloze, text: "{{Bell}} patented the {{telephone}} in the year '
            '{{1876}} in Boston after long work.", facts: [tea-book/leaf]}'
        )

        assert lint("cloze-density", question) == [
            (
                "question_bank/t.yaml:3:32: warning[cloze-density] 3 blanks in 13 words, more than 2\n  "
                "help: make several questions of it"
            ),
        ]

    def test_as_many_blanks_as_there_are_eight_words_for_each(self, lint):
        question = (
            '- {id: a, type: cloze, text: "The first stone was laid in {{1248}}. Work came to a stop in '
            '{{1560}}, and not before {{1880}} was the cathedral of Cologne finished as planned.", '
            "facts: [tea-book/leaf]}"
        )

        assert lint("cloze-density", question) == []

    def test_much_hidden(self, lint):
        question = (
            '- {id: a, type: cloze, text: "Water {{boils at one hundred}} degrees under normal '
            'pressure.", facts: [tea-book/leaf]}'
        )

        assert lint("cloze-density", question) == [
            (
                "question_bank/t.yaml:3:32: warning[cloze-density] 4 of 9 words are hidden: "
                "44%, more than 25%\n  help: hide less, or say more around it"
            ),
        ]

    def test_little_left(self, lint):
        question = (
            '- {id: a, type: cloze, text: "At what it is then is {{100}} degrees or so.", facts:'
            " [tea-book/leaf]}"
        )

        assert lint("cloze-density", question) == [
            (
                "question_bank/t.yaml:3:32: warning[cloze-density] 1 word of meaning left to "
                "read, fewer than 3\n  help: say more around the blank: who, what, when"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: cloze, text: "The inventor Alexander Graham Bell patented '
                    'the telephone in the year {{1876}}.", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: cloze, text: "It boils at {{100}} degrees.", context: '
                    "Water stands in an open pot at the level of the sea under normal "
                    "pressure., facts: [tea-book/leaf]}"
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("cloze-density", question, **files) == []


class TestClozeTrivial:
    def test_an_auxiliary(self, lint):
        question = (
            '- {id: a, type: cloze, text: "The Suez Canal {{was}} opened by an empress.", facts: '
            "[tea-book/leaf]}"
        )

        assert lint("cloze-trivial", question) == [
            (
                'question_bank/t.yaml:3:32: advice[cloze-trivial] "was" is a word that anyone '
                "supplies\n  help: hide what is to be known: a name, a figure, a term"
            ),
        ]

    def test_an_adjective_that_anyone_supplies(self, lint):
        question = (
            '- {id: a, type: cloze, text: "The Nile is a very {{important}} river.", facts: [tea-book/leaf]}'
        )

        assert lint("cloze-trivial", question) == [
            (
                'question_bank/t.yaml:3:32: advice[cloze-trivial] "important" is a word that '
                "anyone supplies\n  help: hide what is to be known: a name, a figure, a term"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: cloze, text: "In Python the keyword {{def}} begins a '
                    'function.", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (('- {id: a, type: cloze, text: "Gold has the symbol {{Au}}.", facts: [tea-book/leaf]}'), {}),
            (
                ('- {id: a, type: cloze, text: "The vitamin of the sun is {{D}}.", facts: [tea-book/leaf]}'),
                {},
            ),
            (('- {id: a, type: cloze, text: "There are {{two}} poles.", facts: [tea-book/leaf]}'), {}),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("cloze-trivial", question, **files) == []


class TestClozeManyFits:
    def test_a_bare_preposition(self, lint):
        question = (
            '- {id: a, type: cloze, text: "The Red Cross was founded in {{1863}} by Henry '
            'Dunant.", facts: [tea-book/leaf]}'
        )

        assert lint("cloze-many-fits", question) == [
            (
                "question_bank/t.yaml:3:32: advice[cloze-many-fits] many answers fit after "
                '"cross was founded in"\n  help: say before the blank what is wanted: the year, '
                "the city of, the company"
            ),
        ]

    def test_by_whom_or_what(self, lint):
        question = (
            '- {id: a, type: cloze, text: "The bookshop was bought by {{Amazon}} long ago.", '
            "facts: [tea-book/leaf]}"
        )

        assert lint("cloze-many-fits", question, names=NAMES2) == [
            (
                "question_bank/t.yaml:3:32: advice[cloze-many-fits] many answers fit after "
                '"bookshop was bought by"\n  help: say before the blank what is wanted: the '
                "year, the city of, the company"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: cloze, text: "The Red Cross was founded in the year '
                    '{{1863}}.", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: cloze, text: "The Red Cross was founded in the city of '
                    '{{Geneva}}.", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: cloze, text: "The bridge cost the state {{75}} million.", '
                    "facts: [tea-book/leaf]}"
                ),
                {},
            ),
            (('- {id: a, type: cloze, text: "In August {{2004}} it was sold.", facts: [tea-book/leaf]}'), {}),
            (('- {id: a, type: cloze, text: "It grew by {{50}} percent.", facts: [tea-book/leaf]}'), {}),
            (('- {id: a, type: cloze, text: "Water boils in {{Geneva}} town.", facts: [tea-book/leaf]}'), {}),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("cloze-many-fits", question, **files) == []
