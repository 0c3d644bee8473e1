"""Rules about cards: what is asked from memory, alone, months later."""

from __future__ import annotations

import pytest

FACTS = "facts: [tea-book/leaf]"


class TestNotAtomic:
    @pytest.mark.parametrize(
        ("prompt", "word"),
        [
            ("How does a wound heal whose edges gape and which fills from below?", ""),
            ("What is the art of painting on wet plaster called, in which the colour is bound?", ""),
            ("In which year and where was Newton born?", "where"),
        ],
    )
    def test_a_second_clause_about_a_thing_asks_nothing(self, lint, prompt, word):
        found = lint("not-atomic", f"- {{id: a, type: short_answer, prompt: {prompt!r}, answer: x, {FACTS}}}")

        assert [f'the second with "{word}"' in each for each in found] == [True] * bool(word)

    def test_two_question_words(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "When and where was the first atomic pile '
            'built?", answer: "Chicago", facts: [tea-book/leaf]}'
        )

        assert lint("not-atomic", question) == [
            (
                "question_bank/t.yaml:3:41: warning[not-atomic] two things are asked: the "
                'second with "where"\n  help: make two questions of it'
            ),
        ]

    def test_a_second_clause(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "Who discovered penicillin, and in which '
            'year?", answer: "Fleming", facts: [tea-book/leaf]}'
        )

        assert lint("not-atomic", question) == [
            (
                "question_bank/t.yaml:3:41: warning[not-atomic] two things are asked: the "
                'second with "which"\n  help: make two questions of it'
            ),
        ]

    def test_two_values(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "When did the Great Fire of London break '
            'out?", answer: "1666 and 1667", facts: [tea-book/leaf]}'
        )

        assert lint("not-atomic", question) == [
            (
                "question_bank/t.yaml:3:97: warning[not-atomic] the answer is 2 things: 1666, "
                "1667\n  help: make two questions of it, or say in the prompt how many are "
                "wanted"
            ),
        ]

    def test_two_sentences(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "What did Galileo say of the earth?", answer: '
            '"It moves. It turns.", facts: [tea-book/leaf]}'
        )

        assert lint("not-atomic", question) == [
            (
                "question_bank/t.yaml:3:87: warning[not-atomic] the answer has 2 sentences\n  "
                "help: make two questions of it, or say in the prompt how many are wanted"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which French chemist named oxygen, '
                    'and was beheaded in 1794?", answer: "Lavoisier", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "In which country, where tea grows, '
                    'was the ship built?", answer: "China", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which two countries signed the '
                    'treaty?", answer: "Spain and Portugal", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "What does the study say about how '
                    'and why cells age?", answer: "they shorten", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "In which city and country was he '
                    'born, if not Rome?", answer: "Lima", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Who founded the firm that made the '
                    'phone which sold best?", answer: "Jobs", facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("not-atomic", question, **files) == []


class TestEnumeration:
    def test_four_parts(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "Name the inner planets.", answer: "Mercury, '
            'Venus, Earth and Mars", facts: [tea-book/leaf]}'
        )

        assert lint("enumeration", question) == [
            (
                "question_bank/t.yaml:3:76: warning[enumeration] the answer has 4 parts, more "
                "than 3\n  help: ask for one part a card, or make it a multiple response, an "
                "ordering or an essay"
            ),
        ]

    def test_three_are_advice(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "Which colours has the flag?", answer: "red, '
            'white and blue", facts: [tea-book/leaf]}'
        )

        assert lint("enumeration", question) == [
            (
                "question_bank/t.yaml:3:80: advice[enumeration] the answer has 3 parts, more "
                "than 2\n  help: ask for one part a card, or make it a multiple response, an "
                "ordering or an essay"
            ),
        ]

    def test_a_prompt_that_asks_for_many(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "What are the four chambers of the heart?", '
            'answer: "atria and ventricles", facts: [tea-book/leaf]}'
        )

        assert lint("enumeration", question) == [
            (
                "question_bank/t.yaml:3:41: warning[enumeration] the prompt asks for 4, more "
                "than 3\n  help: ask for one part a card, or make it a multiple response, an "
                "ordering or an essay"
            ),
        ]

    def test_name_all(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "Name all planets with rings.", answer: '
            '"Saturn", facts: [tea-book/leaf]}'
        )

        assert lint("enumeration", question) == [
            (
                'question_bank/t.yaml:3:41: warning[enumeration] "Name all" asks for a list\n  '
                "help: ask for one part a card, or make it a multiple response, an ordering or "
                "an essay"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which two colours has the flag?", '
                    'answer: "red and white", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which sum was paid?", answer: '
                    '"1,000,000", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "What are the three days called?", '
                    'answer: "a weekend", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "What are the 30 years of war '
                    'called?", answer: "the Thirty Years’ War", facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("enumeration", question, **files) == []


class TestYesNoCard:
    def test_the_answer_is_yes(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "Is the whale a mammal?", answer: "yes", '
            "facts: [tea-book/leaf]}"
        )

        assert lint("yes-no-card", question) == [
            (
                'question_bank/t.yaml:3:75: warning[yes-no-card] the answer is "yes"\n  help: '
                "ask who, what, when or how many; or make it a `true_false`"
            ),
        ]

    def test_the_prompt_asks_for_it(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "Did Rome conquer Greece?", answer: "it did", '
            "facts: [tea-book/leaf]}"
        )

        assert lint("yes-no-card", question) == [
            (
                'question_bank/t.yaml:3:41: warning[yes-no-card] "did" is answered by yes or no'
                "\n  help: ask who, what, when or how many; or make it a `true_false`"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: short_answer, prompt: "To which class does the whale '
                    'belong?", answer: "mammals", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Is the whale a fish or a mammal?", '
                    'answer: "a mammal", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which vitamin has the letter of '
                    'no?", answer: "N", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: numerical, prompt: "By which factor did it grow?", answer:'
                    ' "3", facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("yes-no-card", question, **files) == []


class TestOrphanPronoun:
    def test_he_and_it(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "When did he discover it?", answer: "1928", '
            "facts: [tea-book/leaf]}"
        )

        assert lint("orphan-pronoun", question) == [
            (
                'question_bank/t.yaml:3:41: warning[orphan-pronoun] "he" stands for nothing that '
                "the prompt names\n  help: name it"
            ),
        ]

    def test_it_as_a_subject(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "In what year was it founded?", answer: '
            '"1928", facts: [tea-book/leaf]}'
        )

        assert lint("orphan-pronoun", question) == [
            (
                'question_bank/t.yaml:3:41: warning[orphan-pronoun] "it" stands for nothing that '
                "the prompt names\n  help: name it"
            ),
        ]

    def test_they_after_what_is_asked_for(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "Which country did they invade in 1939?", '
            'answer: "Poland", facts: [tea-book/leaf]}'
        )

        assert lint("orphan-pronoun", question) == [
            (
                'question_bank/t.yaml:3:41: warning[orphan-pronoun] "they" stands for nothing '
                "that the prompt names\n  help: name it"
            ),
        ]

    def test_a_listing_below_is_pointed_at(self, lint):
        question = (
            '- {{id: a, type: short_answer, prompt: "What do these lines print?{}", answer: "1", '
            "facts: [tea-book/leaf]}}"
        )

        assert lint("orphan-pronoun", question.format(r"\n```\nprint(1)\n```")) == []
        assert len(lint("orphan-pronoun", question.format(""))) == 1
        he = question.replace("What do these lines", "What did he")
        assert len(lint("orphan-pronoun", he.format(r"\n```\nprint(1)\n```"))) == 1

    def test_a_company_pointed_at(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "Who founded this company in 1976?", answer: '
            '"Steve Jobs", facts: [tea-book/leaf]}'
        )

        assert lint("orphan-pronoun", question) == [
            (
                'question_bank/t.yaml:3:41: warning[orphan-pronoun] "this" stands for nothing '
                "that the prompt names\n  help: name it"
            ),
        ]

    def test_its(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "What is its capital?", answer: "Lima", facts:'
            " [tea-book/leaf]}"
        )

        assert lint("orphan-pronoun", question) == [
            (
                'question_bank/t.yaml:3:41: warning[orphan-pronoun] "its" stands for nothing '
                "that the prompt names\n  help: name it"
            ),
        ]

    def test_in_a_statement(self, lint):
        question = (
            '- {id: a, type: true_false, prompt: "She won two Nobel Prizes.", answer: true, '
            "facts: [tea-book/leaf]}"
        )

        assert lint("orphan-pronoun", question) == [
            (
                'question_bank/t.yaml:3:39: warning[orphan-pronoun] "She" stands for nothing that'
                " the prompt names\n  help: name it"
            ),
        ]

    @pytest.mark.parametrize(
        ("word", "prompt"),
        [
            ("it", "Why did it fail, in the view of Alexander Fleming?"),
            ("they", "What did they sell, according to Fleming?"),
            ("he", "In May, he founded what?"),
            ("he", "In the end, he sold what?"),
            ("it", "In 1999, it was sold to whom?"),
        ],
    )
    def test_what_follows_a_comma_does_not_name_it(self, lint, word, prompt):
        question = (
            f'- {{id: a, type: short_answer, prompt: "{prompt}", answer: "1928", facts: [tea-book/leaf]}}'
        )

        assert [found.splitlines()[0] for found in lint("orphan-pronoun", question)] == [
            f'question_bank/t.yaml:3:41: warning[orphan-pronoun] "{word}" stands for nothing that the prompt '
            "names"
        ]

    @pytest.mark.parametrize(
        "prompt",
        [
            "When he wrote it, Newton was in which town?",
            "In his office, what did Newton keep?",
            "From where, by its own account, does the Tea Book know it?",
            "Why did it fall to Newton to answer?",
        ],
    )
    def test_unless_the_pronoun_stands_in_a_clause_put_first(self, lint, prompt):
        question = (
            f'- {{id: a, type: short_answer, prompt: "{prompt}", answer: "1928", facts: [tea-book/leaf]}}'
        )

        assert lint("orphan-pronoun", question) == []

    def test_in_a_cloze(self, lint):
        question = (
            '- {id: a, type: cloze, text: "It was founded in the year {{1863}} by Henry Dunant.",'
            " facts: [tea-book/leaf]}"
        )

        assert lint("orphan-pronoun", question) == [
            (
                'question_bank/t.yaml:3:32: warning[orphan-pronoun] "It" stands for nothing that '
                "the prompt names\n  help: name it"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: short_answer, prompt: "What do plants lose through their '
                    'leaves?", answer: "water", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "How does a cell get its energy?", '
                    'answer: "fermentation", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Before his exile to Elba, of which '
                    'country was Napoleon emperor?", answer: "France", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "When he wrote it, how old was '
                    'Newton?", answer: "23", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "What is it called when a solid '
                    'turns into gas?", answer: "sublimation", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "How long does it take for light to '
                    'reach the earth?", answer: "8 minutes", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "Which of these is a mammal?", '
                    'answer: "whale", distractors: ["shark", "tuna"], facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which firm sold its shops?", '
                    'answer: "Joyo", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Who wrote it that Rome was his '
                    'city?", answer: "Livy", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which department is called IT?", '
                    'answer: "computing", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: cloze, text: "The {{Danube}} rises in Germany; it flows '
                    'into a sea.", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "What did they find?", answer: '
                    '"gold", context: Two men dug for gold., facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("orphan-pronoun", question, **files) == []


class TestAnItThatStandsForNothing:
    @pytest.mark.parametrize(
        "prompt",
        [
            "How far is it by road from Oslo to Bergen?",
            "How long is it until the next full moon after 3 May?",
            "What is it that makes leaves green?",
            "Why is it said that glass flows?",
            "Is it true that bats are blind?",
            "What would it cost to paint a wall of 12 m² at 3 € per square metre?",
            "How much does it cost to post a letter?",
            "Why is it not possible to divide by zero?",
            "In which month does it rain most in Mumbai?",
            "Where does it snow in July?",
            "What makes it rain?",
            "When it is winter in Chile, which season is it in Norway?",
            "At what time is it low tide if high tide is at noon?",
            "How likely is it that two dice show the same?",
            "How many times must a coin be tossed until it shows heads twice on average?",
            "Which sentence says that it will rain?",
            "Why is it important to wash your hands?",
            "What does it mean to be bilingual?",
            "What is it like to live at 4,000 m?",
            "How is it that a ship of steel floats?",
            "Whose turn is it after black has moved?",
            "If it takes 5 minutes to fill one bucket, how long does it take to fill three?",
            "Why is it easier to float in the Dead Sea?",
            "What is the weather like when it hails?",
            "On which day is it longest light in Stockholm?",
            "How dark is it at noon in Tromsø in December?",
            "How deep is it safe to dive without stops?",
            "What time will it be in Sydney?",
            "Which is hotter, and by how much is it hotter?",
            "Was it Newton or Leibniz who wrote the integral sign?",
            "Under what condition does it follow that a = b?",
            "It is 20 °C outside. Which clothes fit?",
            "Two trains leave at noon. When do they meet?",
            "It was a rainy Saturday in spring. How many puddles were there?",
            "A ball is thrown. How high does it rise?",
            "Ann has five apples and eats two. How many does she have left?",
            "A patient is pale. What should he be given?",
            "How does a plant get its water?",
            "What did Newton see when he looked at light through a prism?",
            "Does it matter in which order numbers are added?",
            "Why did it take so long to find the cause of scurvy?",
            "What is the name of the river that has Vienna on its banks?",
        ],
    )
    def test_is_no_pronoun_without_a_name(self, lint, prompt):
        question = f"- {{id: a, type: short_answer, prompt: {prompt!r}, answer: x, {FACTS}}}"

        assert lint("orphan-pronoun", question) == []

    @pytest.mark.parametrize(
        "prompt",
        ["When was it built?", "What is its capital?", "What colour is it?", "How many legs does it have?"],
    )
    def test_what_is_spoken_of_must_be_named(self, lint, prompt):
        question = f"- {{id: a, type: short_answer, prompt: {prompt!r}, answer: x, {FACTS}}}"

        (found,) = lint("orphan-pronoun", question)
        assert "stands for nothing that the prompt names" in found


class TestUnnamedSource:
    @pytest.mark.parametrize(
        "prompt",
        [
            "Which ratio changes in the course of a round trip?",
            "How does the light depend on the distance from the source?",
            "Which element stands first in the document?",
            "Which method is defined in the class?",
        ],
    )
    def test_a_source_of_light_is_none(self, lint, prompt):
        assert (
            lint("unnamed-source", f"- {{id: a, type: short_answer, prompt: {prompt}, answer: x, {FACTS}}}")
            == []
        )

    def test_the_article(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "According to the article, who built the '
            'tower?", answer: "Eiffel", facts: [tea-book/leaf]}'
        )

        assert lint("unnamed-source", question) == [
            (
                'question_bank/t.yaml:3:41: warning[unnamed-source] "According to the article" '
                "does not say which\n  help: name it by its title, or leave it out"
            ),
        ]

    def test_the_author(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "What does the author say about Paris?", '
            'answer: "beautiful", facts: [tea-book/leaf]}'
        )

        assert lint("unnamed-source", question) == [
            (
                'question_bank/t.yaml:3:41: warning[unnamed-source] "does the author" does not '
                "say which\n  help: name it by its title, or leave it out"
            ),
        ]

    def test_above(self, lint):
        question = (
            '- {id: a, type: true_false, prompt: "As mentioned above, enzymes are proteins.", '
            "answer: true, facts: [tea-book/leaf]}"
        )

        assert lint("unnamed-source", question) == [
            (
                'question_bank/t.yaml:3:39: warning[unnamed-source] "As mentioned above" does not'
                " say which\n  help: name it by its title, or leave it out"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: short_answer, prompt: "According to the article *A Short '
                    'Book of Tea*, which plant gives tea?", answer: "Camellia", facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "According to the passage, who built'
                    ' it?", answer: "Eiffel", context: Eiffel built it., facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "By the author of *Emma*, which '
                    'novel has a Darcy?", answer: "Pride", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which story of the tower has a '
                    'restaurant?", answer: "second", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: cloze, text: "The novel was written by the author {{Mary '
                    'Shelley}} at a lake.", facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("unnamed-source", question, **files) == []


class TestNotStandalone:
    def test_the_price(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "What was the price?", answer: "ten pounds", '
            "facts: [tea-book/leaf]}"
        )

        assert lint("not-standalone", question) == [
            (
                "question_bank/t.yaml:3:41: warning[not-standalone] the prompt names nothing "
                "that it is about\n  help: name the person, thing or term it is about"
            ),
        ]

    def test_the_company(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "Who founded the company?", answer: "Steve '
            'Jobs", facts: [tea-book/leaf]}'
        )

        assert lint("not-standalone", question) == [
            (
                "question_bank/t.yaml:3:41: warning[not-standalone] the prompt names nothing "
                "that it is about\n  help: name the person, thing or term it is about"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: short_answer, prompt: "What is osmosis?", answer: '
                    '"diffusion of water", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "What was the price of tea?", '
                    'answer: "ten pounds", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Who founded Rome?", answer: '
                    '"Romulus", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "What is *price* in French?", '
                    'answer: "prix", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: numerical, prompt: "What is 7 times 8?", answer: "56", '
                    "facts: [tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "What was the price?", answer: "ten '
                    'pounds", context: A pound of tea., facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("not-standalone", question, **files) == []


class TestAnswerInPrompt:
    @pytest.mark.parametrize(
        ("prompt", "answer"),
        [
            ("What forms when sodium reacts with chlorine to make sodium chloride?", "sodium chloride"),
            ("In the past, what did Newton call fluxions?", "fluxions"),
        ],
    )
    def test_a_form_that_is_not_asked_for_excuses_nothing(self, lint, prompt, answer):
        (found,) = lint(
            "answer-in-prompt",
            f"- {{id: a, type: short_answer, prompt: {prompt!r}, answer: {answer}, {FACTS}}}",
        )

        assert f'"{answer}" can be read before it is answered' in found

    @pytest.mark.parametrize(
        ("prompt", "answer"),
        [
            ("What is the plural of *sheep*?", "sheep"),
            ("What is the past tense of the verb *spread*?", "spread"),
        ],
    )
    def test_a_form_of_the_word_may_be_the_word(self, lint, prompt, answer):
        question = f"- {{id: a, type: short_answer, prompt: {prompt!r}, answer: {answer}, {FACTS}}}"

        assert lint("answer-in-prompt", question) == []

    def test_beside_the_question(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "Which gas, carbon dioxide, do plants take '
            'in?", answer: "carbon dioxide", facts: [tea-book/leaf]}'
        )

        assert lint("answer-in-prompt", question) == [
            (
                'question_bank/t.yaml:3:41: warning[answer-in-prompt] "carbon dioxide" can be '
                "read before it is answered\n  help: reword what is visible, or ask for "
                "something else"
            ),
        ]

    def test_in_the_hint(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "Which metal is liquid in a warm room?", '
            'answer: "mercury", hint: Old thermometers hold mercury., facts: [tea-book/leaf]}'
        )

        assert lint("answer-in-prompt", question) == [
            (
                'question_bank/t.yaml:3:107: warning[answer-in-prompt] "mercury" can be read '
                "before it is answered\n  help: reword what is visible, or ask for something "
                "else"
            ),
        ]

    def test_the_key_of_a_choice(self, lint):
        question = (
            '- {id: a, type: multiple_choice, prompt: "The rainforest has its name from which '
            'river, the Amazon?", answer: "the Amazon", distractors: ["the Nile", "the Congo"], '
            "facts: [tea-book/leaf]}"
        )

        assert lint("answer-in-prompt", question) == [
            (
                'question_bank/t.yaml:3:44: warning[answer-in-prompt] "the Amazon" can be read '
                "before it is answered\n  help: reword what is visible, or ask for something "
                "else"
            ),
        ]

    def test_a_value(self, lint):
        question = (
            '- {id: a, type: numerical, prompt: "In 1912 the ship sank. When did it sink?", '
            'answer: "1912", facts: [tea-book/leaf]}'
        )

        assert lint("answer-in-prompt", question) == [
            (
                'question_bank/t.yaml:3:38: warning[answer-in-prompt] "1912" can be read before '
                "it is answered\n  help: reword what is visible, or ask for something else"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which planet is larger, Venus or '
                    'Earth?", answer: "Earth", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which university did Newton '
                    'attend?", answer: "University of Cambridge", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "Of the Nile and the Amazon, '
                    'which is longer?", answer: "the Nile", distractors: ["the Amazon", '
                    '"neither"], facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: numerical, prompt: "On the 4 ships, how many masts had '
                    'each?", answer: "4", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which drink does *A Short Book of '
                    'Tea* praise?", answer: "tea", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Who gains?", answer: "the seller", '
                    "level: apply, context: The seller has a shop., facts: [tea-book/leaf]}"
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("answer-in-prompt", question, **files) == []


class TestLongPrompt:
    def test_hard_to_read(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "Considering the circumstance that the '
            "Mediterranean had been geographically separated from the Atlantic throughout the "
            'Messinian period, what meteorological consequence immediately occurred?", answer: '
            '"evaporation", facts: [tea-book/leaf]}'
        )

        assert lint("long-prompt", question) == [
            (
                "question_bank/t.yaml:3:41: advice[long-prompt] the prompt reads at grade 17.1,"
                " above 12\n  help: say it in fewer and shorter words, or in two sentences"
            ),
        ]

    def test_long(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "Name the ship: it is red and it is red and it'
            " is red and it is red and it is red and it is red and it is red and it is red and it"
            ' is red and it is red and it is red and old.", answer: "Cutty Sark", facts: '
            "[tea-book/leaf]}"
        )

        assert lint("long-prompt", question) == [
            (
                "question_bank/t.yaml:3:41: advice[long-prompt] the prompt has 48 words, more "
                "than 35\n  help: say it in fewer and shorter words, or in two sentences"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: short_answer, prompt: "What happened to the Mediterranean '
                    'when it was cut off from the Atlantic, some six million years ago?", '
                    'answer: "it dried up", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which philosophical '
                    'consideration?", answer: "doubt", facts: [tea-book/leaf]}'
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("long-prompt", question, **files) == []


class TestOpinionAsFact:
    def test_praise_in_the_prompt(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "Which visionary composer wrote the Ninth '
            'Symphony?", answer: "Beethoven", facts: [tea-book/leaf]}'
        )

        assert lint("opinion-as-fact", question) == [
            (
                'question_bank/t.yaml:3:41: advice[opinion-as-fact] "visionary" is an opinion,'
                " and nobody is named who holds it\n  help: leave it out, or say who says so"
            ),
        ]

    def test_praise_in_the_key(self, lint):
        question = (
            '- {id: a, type: multiple_choice, prompt: "What was the Ninth Symphony?", answer: "a '
            'truly new work", distractors: ["a mass", "an opera"], facts: [tea-book/leaf]}'
        )

        assert lint("opinion-as-fact", question) == [
            (
                'question_bank/t.yaml:3:84: advice[opinion-as-fact] "truly" is an opinion, and'
                " nobody is named who holds it\n  help: leave it out, or say who says so"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which composer does Grove call a '
                    'brilliant pianist?", answer: "Liszt", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which treatment is the best choice '
                    'for a burn?", answer: "water", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "What is the greatest common divisor'
                    ' of 12 and 18?", answer: "6", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "According to The Tea Book, which '
                    'tea is the finest?", answer: "oolong", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which word means “brilliant” in '
                    'French?", answer: "brillant", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "Which of the following best '
                    'describes osmosis?", answer: "a", distractors: ["b", "c"], facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("opinion-as-fact", question, **files) == []


class TestAmbiguousPrompt:
    def test_two_answers_to_one_prompt(self, lint):
        question = "\n".join(
            (
                (
                    '- {id: a, type: numerical, prompt: "When was the university of Bologna '
                    'founded?", answer: "1088", facts: [tea-book/leaf]}'
                ),
                (
                    '- {id: b, type: numerical, prompt: "When was the University of Bologna '
                    'founded?", answer: "1158", facts: [tea-book/leaf]}'
                ),
            )
        )

        assert lint("ambiguous-prompt", question) == [
            (
                'question_bank/t.yaml:4:38: warning[ambiguous-prompt] "a" asks the same and wants'
                ' another answer: "1088"\n  help: say in each what is meant: the source, the '
                "date, the place"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: numerical, prompt: "When was the university of Bologna '
                    'founded?", answer: "1088", facts: [tea-book/leaf]}\n- {id: b, type: '
                    'numerical, prompt: "When was the University of Bologna founded?", answer: '
                    '"1088", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: numerical, prompt: "How many moons has Mars?", answer: '
                    '"2", facts: [tea-book/leaf]}\n- {id: b, type: numerical, prompt: "How many '
                    'moons has Venus?", answer: "0", facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: multiple_choice, prompt: "Which of these is a mammal?", '
                    'answer: "whale", distractors: ["shark", "tuna"], facts: [tea-book/leaf]}\n-'
                    ' {id: b, type: multiple_choice, prompt: "Which of these is a mammal?", '
                    'answer: "bat", distractors: ["owl", "crow"], facts: [tea-book/leaf]}'
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which phone followed the Mi 1?", '
                    'answer: "Mi 2", facts: [tea-book/leaf]}\n- {id: b, type: short_answer, '
                    'prompt: "Which phone followed the Mi 2?", answer: "Mi 3", facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("ambiguous-prompt", question, **files) == []


class TestInterference:
    def test_one_word_apart(self, lint):
        question = "\n".join(
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which hormone of the pancreas raises '
                    'the level of sugar in the blood?", answer: "glucagon", facts: [tea-book/leaf]}'
                ),
                (
                    '- {id: b, type: short_answer, prompt: "Which hormone of the pancreas lowers '
                    'the level of sugar in the blood?", answer: "insulin", facts: [tea-book/leaf]}'
                ),
            )
        )

        assert lint("interference", question) == [
            (
                'question_bank/t.yaml:4:41: advice[interference] "a" asks nearly the same and '
                'wants "glucagon": 71% of the words are the same, 70% and more are confused\n  '
                "help: word them differently, or add a card that sets one against the other"
            ),
        ]

    @pytest.mark.parametrize(
        ("question", "files"),
        [
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which hormone raises the sugar?", '
                    'answer: "glucagon", facts: [tea-book/leaf]}\n- {id: b, type: short_answer, '
                    'prompt: "Which hormone lowers the sugar?", answer: "insulin", facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
            (
                (
                    '- {id: a, type: short_answer, prompt: "Which hormone of the pancreas '
                    'raises the level of sugar in the blood?", answer: "glucagon", facts: '
                    '[tea-book/leaf]}\n- {id: b, type: numerical, prompt: "How many hormones of '
                    'the pancreas raise the level of sugar in the blood?", answer: "1", facts: '
                    "[tea-book/leaf]}"
                ),
                {},
            ),
        ],
    )
    def test_nothing_is_wrong_with(self, lint, question, files):
        assert lint("interference", question, **files) == []


class TestTrivialDetail:
    FILLER = "".join(
        f"\n- {{id: f{n}, type: true_false, prompt: Tea is drunk in place {n}., answer: true, "
        "facts: [tea-book/cargo]}"
        for n in range(30)
    )
    PLANT = (
        "- {id: a, type: short_answer, prompt: Which ship was launched in 1869?, answer: Cutty Sark, "
        "facts: [tea-book/clipper]}"
    )

    def test_a_name_of_one_fact_that_no_other_question_needs(self, lint):
        assert lint("trivial-detail", self.PLANT + self.FILLER) == [
            'question_bank/t.yaml:3:83: advice[trivial-detail] "Cutty Sark" stands in one fact, '
            '"tea-book/clipper", and in no other question\n'
            "  help: keep it if something hangs on it; else ask for what does"
        ]

    def test_another_question_that_names_it_is_reason_enough(self, lint):
        other = (
            "\n- {id: b, type: true_false, prompt: The Cutty Sark was a ship., answer: true, "
            "facts: [tea-book/clipper]}"
        )

        assert lint("trivial-detail", self.PLANT + other + self.FILLER) == []

    def test_a_small_bank_cannot_tell(self, lint):
        assert lint("trivial-detail", self.PLANT) == []


class TestTitlesWithAQuestionMark:
    """In `In *Why Tea?* of 1990 …` the mark ends no sentence: the lead is the whole question."""

    def test_they_cut_no_question_in_two(self, lint):
        asked = "did the firm vow to invest further in tea, according to *Why Drink Tea?* of 1990?"
        questions = (
            f'- {{id: a, type: short_answer, prompt: "How much {asked}", answer: ten pounds, '
            "facts: [tea-book/leaf]}\n"
            f'- {{id: b, type: short_answer, prompt: "To what end {asked}", answer: to fight coffee, '
            "facts: [tea-book/leaf]}"
        )

        assert lint("ambiguous-prompt", questions) == []

    def test_a_document_that_is_described_is_named(self, lint):
        question = (
            '- {id: a, type: short_answer, prompt: "What did the firm promise, according to the '
            'document that tells of 1990?", answer: tea, facts: [tea-book/leaf]}'
        )

        assert lint("unnamed-source", question) == []
