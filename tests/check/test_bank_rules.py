"""Rules that look at a bank as a whole."""

from __future__ import annotations

import itertools

import pytest

import samples
from quizmill.bank.load import load_bank
from quizmill.check.run import check

BARE_BANK = "title: B\nnamespace: b\n"


@pytest.fixture
def judged(lint):
    """What a rule says of *questions* in a bank without seeds: messages, without the help."""

    def run(rule: str, questions: list[str]) -> list[str]:
        found = lint(rule, "\n".join(f"- {{{fields}}}" for fields in questions), bank=BARE_BANK)
        return [line.partition("\n")[0] for line in found]

    return run


def choice(n: int, answer: str, *wrong: str, more: str = "") -> str:
    return (
        f"id: c{n}, type: multiple_choice, prompt: What of substance {n}?, answer: {answer}, "
        f"distractors: [{', '.join(wrong)}]{more}"
    )


def statement(n: int, answer: bool, text: str = "") -> str:
    correction = "" if answer else ", correction: C"
    prompt = text or f"Statement {n} holds."
    return f"id: s{n}, type: true_false, prompt: {prompt}, answer: {str(answer).lower()}{correction}"


class TestKeyPosition:
    @staticmethod
    def fixed(places: list[int]) -> list[str]:
        return [
            choice(n, "w", "x", "y", "z", more=f", shuffle: false, place: {place}")
            for n, place in enumerate(places)
        ]

    def test_one_place_in_sixteen_of_24(self, judged):
        assert judged("key-position", self.fixed([2] * 16 + [1, 3, 4] * 2 + [1, 3])) == [
            "question_bank/bank.yaml:1:1: warning[key-position] of the 24 multiple choices whose 4 "
            "options keep their "
            "order, the key is at a 3, b 16, c 3, d 2: p = 6e-05, less than 0.01"
        ]

    def test_a_warning_below_one_in_a_hundred(self, judged):
        found = judged("key-position", self.fixed([2] * 12 + [1, 3, 4] * 2 + [1, 3]))

        assert [line.split("[")[0] for line in found] == ["question_bank/bank.yaml:1:1: warning"]

    def test_of_few_questions_most_in_one_place(self, judged):
        assert judged("key-position", self.fixed([3] * 7 + [1, 2, 4])) == [
            "question_bank/bank.yaml:1:1: warning[key-position] of the 10 multiple choices whose 4 "
            "options keep their "
            "order, the key is at a 1, b 1, c 7, d 1: 70%, more than 60%"
        ]
        assert judged("key-position", self.fixed([3] * 6 + [1, 2, 4, 4])) == []

    def test_values_ascend_so_their_author_places_the_key(self, judged):
        middle = [choice(n, f"{n + 100}", f"{n}", f"{n + 200}") for n in range(20)]

        assert ["whose 3 options keep their order" in line for line in judged("key-position", middle)] == [
            True
        ]

    def test_what_chance_places_is_even(self, judged):
        assert judged("key-position", [choice(n, "w", "x", "y", "z") for n in range(60)]) == []


class TestKeyRuns:
    def test_nine_true_statements_in_a_row(self, judged):
        answers = [True] * 9 + [False, True, False]

        assert judged("key-runs", [statement(n, answer) for n, answer in enumerate(answers)]) == [
            "question_bank/bank.yaml:1:1: advice[key-runs] the answer is the same in 9 of the 12 "
            "true/false questions in "
            "a row, more than 7.6"
        ]

    def test_never_the_same_twice(self, judged):
        answers = [n % 2 == 0 for n in range(20)]

        assert judged("key-runs", [statement(n, answer) for n, answer in enumerate(answers)]) == [
            "question_bank/bank.yaml:1:1: advice[key-runs] the answer repeats the one before in 0 of "
            "19 true/false "
            "questions, more seldom than chance would (10; p = 2e-06, less than 0.01)"
        ]

    def test_as_a_coin_falls(self, judged):
        answers = [char == "h" for char in "hhthttthhhtththttthh"]

        assert judged("key-runs", [statement(n, answer) for n, answer in enumerate(answers)]) == []


class TestTfBalance:
    @pytest.mark.parametrize(
        ("true", "false", "found"),
        [
            (
                9,
                1,
                "warning[tf-balance] 9 of 10 statements are true: 90%, not 40% to 60% (p = 0.02, less "
                "than 0.05)",
            ),
            (8, 2, None),
            (5, 5, None),
            (9, 0, None),
            (
                28,
                12,
                "warning[tf-balance] 28 of 40 statements are true: 70%, not 40% to 60% (p = 0.02, "
                "less than 0.05)",
            ),
            (
                12,
                28,
                "warning[tf-balance] 12 of 40 statements are true: 30%, not 40% to 60% (p = 0.02, "
                "less than 0.05)",
            ),
        ],
    )
    def test_shares(self, judged, true, false, found):
        questions = [statement(n, n < true) for n in range(true + false)]

        assert judged("tf-balance", questions) == ([f"question_bank/bank.yaml:1:1: {found}"] if found else [])


class TestTestwiseScore:
    def test_the_longest_option_wins_too_often(self, judged):
        cued = [choice(n, "a rather long and careful answer", "short", "small", "tiny") for n in range(20)]
        fair = [choice(n, "small", "short", "a longer one", "tiny") for n in range(20, 40)]
        found = judged("testwise-score", cued + fair)

        assert (
            "question_bank/bank.yaml:1:1: warning[testwise-score] who picks the longest option gets "
            "50% of 40 questions "
            "right, by chance 25%: 25 points more, 10 or more (p = 0.00057, less than 0.0014)"
        ) in found

    def test_the_help_lists_the_questions_it_wins(self, lint):
        cued = "\n".join(f"- {{{choice(n, 'a rather long answer', 'b', 'c')}}}" for n in range(30))

        assert any(
            "take the cue out of some of the questions it wins: c0, c1, c2" in line
            for line in lint("testwise-score", cued, bank=BARE_BANK)
        )

    def test_few_questions_are_advice(self, judged):
        cued = [choice(n, "a rather long answer", "b", "c", "d") for n in range(10)]

        assert {line.split(" ")[1].split("[")[0] for line in judged("testwise-score", cued)} == {"advice"}

    def test_absolute_words_tell_false_statements(self, judged):
        always = [statement(n, False, f"Metal {n} always melts.") for n in range(15)]
        plain = [statement(n, True, f"Metal {n} once melted.") for n in range(15, 30)]

        assert any(
            "an option without always, never or all gets 100% of 15" in line
            for line in judged("testwise-score", always + plain)
        )

    def test_options_alike_win_nothing(self, judged):
        assert judged("testwise-score", [choice(n, "iron", "zinc", "lead", "gold") for n in range(60)]) == []


class TestLengthCueRate:
    def test_the_key_is_longest_in_more_than_half(self, judged):
        cued = [choice(n, "a longer answer", "short", "small", "tiny") for n in range(22)]
        fair = [choice(n, "small", "short", "a longer one", "tiny") for n in range(22, 40)]

        assert judged("length-cue-rate", cued + fair) == [
            "question_bank/bank.yaml:1:1: warning[length-cue-rate] the key is the longest option in "
            "22 of 40 multiple "
            "choices: 55%, more than 40%"
        ]
        assert judged("length-cue-rate", cued[:12] + fair) == []

    def test_as_long_as_another_is_not_longest(self, judged):
        assert judged("length-cue-rate", [choice(n, "iron", "zinc", "lead") for n in range(40)]) == []


ACID = "type: short_answer, prompt: Which acid is found in the stomach of mammals?, answer: hydrochloric acid"


class TestDuplicateItem:
    def test_the_same_question_twice(self, lint):
        assert lint("duplicate-item", f"- {{id: a, {ACID}}}\n- {{id: b, {ACID}}}", bank=BARE_BANK) == [
            'question_bank/t.yaml:4:41: warning[duplicate-item] this asks what "a" asks, in the same words\n'
            "  help: delete one of them"
        ]

    def test_another_answer_context_or_kind_makes_another_question(self, judged):
        other = ACID.replace("hydrochloric acid", "gastric acid")
        context = f"{ACID}, context: Given is a cow."
        kind = f"type: multiple_choice, {ACID.partition(', ')[2]}, distractors: [sulphuric acid, citric acid]"

        assert (
            judged(
                "duplicate-item", [f"id: q{n}, {each}" for n, each in enumerate((ACID, other, context, kind))]
            )
            == []
        )


class TestNearDuplicate:
    def test_the_same_words_and_the_same_answer(self, lint):
        again = ACID.replace("Which acid is found in", "Which digestive acid is found in")
        found = lint("near-duplicate", f"- {{id: a, {ACID}}}\n- {{id: b, {again}}}", bank=BARE_BANK)

        assert found == [
            'question_bank/t.yaml:4:41: warning[near-duplicate] this asks nearly what "a" asks: 80% '
            "of their words agree, "
            "75% or more, and the answer is the same\n  help: keep one, or ask the fact from its other side"
        ]

    def test_the_reverse_another_answer_and_few_words_are_none(self, judged):
        reverse = "type: short_answer, prompt: In which organ is hydrochloric acid found?, answer: stomach"
        other = ACID.replace("mammals", "insects").replace("hydrochloric acid", "formic acid")
        short = [
            f"type: short_answer, prompt: What is {verb}?, answer: water" for verb in ("melted", "melting")
        ]

        assert (
            judged(
                "near-duplicate",
                [f"id: q{n}, {each}" for n, each in enumerate((ACID, reverse, other, *short))],
            )
            == []
        )

    def test_an_answer_in_another_notation_is_the_same(self, judged):
        one = "type: numerical, prompt: What does a gram of gold cost in London now?, answer: $75 million"
        other = one.replace("$75 million", "75m USD").replace("What does", "How much does")

        assert len(judged("near-duplicate", [f"id: a, {one}", f"id: b, {other}"])) == 1


class TestCrossItemLeak:
    ASKED = (
        "id: asked, type: short_answer, prompt: Which metal is liquid at room temperature?, answer: mercury"
    )
    OTHERS = tuple(
        f"id: o{n}, type: short_answer, prompt: Which {thing} has symbol number {n}?, answer: thing {n}"
        for n, thing in enumerate("gas salt acid base oxide alloy ore gem".split())
    )

    def leak(self, lint, giving: str) -> list[str]:
        questions = (self.ASKED, giving, *self.OTHERS)
        return lint("cross-item-leak", "\n".join(f"- {{{each}}}" for each in questions), bank=BARE_BANK)

    def test_a_prompt_that_gives_the_answer(self, lint):
        prompt = "Since mercury is liquid at room temperature, in what is it kept?"

        assert self.leak(lint, f'id: gives, type: short_answer, prompt: "{prompt}", answer: flasks') == [
            "question_bank/t.yaml:4:45: warning[cross-item-leak] this gives away the answer "
            '"mercury" of "asked"\n'
            '  help: say it in other words here, or do not ask it in "asked"'
        ]

    @pytest.mark.parametrize(
        ("fields", "place"),
        [
            ('context: "Mercury is a metal, liquid at room temperature.", distractors: [A, B]', '"Mercury'),
            ("distractors: [because mercury is liquid at room temperature, it shines]", "because mercury"),
        ],
        ids=["context", "option"],
    )
    def test_the_place_is_the_field_that_gives_it(self, lint, fields, place):
        giving = f"id: gives, type: multiple_choice, prompt: Why is it kept so?, answer: It is, {fields}"
        [found] = self.leak(lint, giving)

        assert found.startswith(f"question_bank/t.yaml:4:{len('  - {') + giving.index(place) + 1}: ")

    @pytest.mark.parametrize(
        "giving",
        [
            "id: g, type: short_answer, prompt: Which planet is nearest to the sun after mercury?, "
            "answer: Venus",
            "id: g, type: multiple_choice, prompt: Which metal conducts best?, answer: silver, "
            "distractors: [mercury, iron]",
            "id: g, type: true_false, prompt: The metal mercury is liquid at room temperature., "
            "answer: false, correction: C",
            "id: g, type: short_answer, prompt: Which metal is solid at room temperature?, answer: iron",
        ],
        ids=["another matter", "an option", "a false statement", "no answer"],
    )
    def test_what_gives_nothing_away(self, lint, giving):
        assert self.leak(lint, giving) == []

    def test_an_answer_that_stands_everywhere_tells_nothing(self, judged):
        many = [
            f"id: m{n}, type: short_answer, prompt: Is mercury a liquid metal at room temperature in "
            f"case {n}?, answer: it is {n}"
            for n in range(5)
        ]

        assert judged("cross-item-leak", [self.ASKED, *many]) == []


class TestDistractorReuse:
    def test_never_right_and_everywhere(self, judged):
        four = [choice(n, f"metal {n}", "helium", f"gas {n}") for n in range(4)]

        assert judged("distractor-reuse", four) == [
            'question_bank/t.yaml:3:98: advice[distractor-reuse] "helium" is a distractor in 4 '
            "questions, 4 or more, and "
            "never right"
        ]
        assert judged("distractor-reuse", [*four, choice(9, "helium", "neon")]) == []

    def test_too_often_even_if_it_is_right_once(self, judged):
        six = [choice(n, f"metal {n}", "helium") for n in range(6)]

        assert len(judged("distractor-reuse", [*six, choice(9, "helium", "neon")])) == 1

    def test_right_and_never_wrong(self, judged):
        assert judged("distractor-reuse", [choice(n, "helium", f"gas {n}") for n in range(4)]) == [
            'question_bank/t.yaml:3:75: advice[distractor-reuse] "helium" is right in 4 questions, 4 '
            "or more, and nowhere "
            "a distractor"
        ]

    def test_figures_are_not_counted(self, judged):
        assert judged("distractor-reuse", [choice(n, f"metal {n}", "12") for n in range(9)]) == []


class TestMix:
    def test_memory_alone_and_no_hard_question(self, judged):
        same = [f"{statement(n, True)}, difficulty: {'easy' if n % 2 else 'medium'}" for n in range(20)]

        assert judged("difficulty-mix", same) == [
            "question_bank/bank.yaml:1:1: advice[difficulty-mix] 20 of 20 questions ask for memory "
            "alone (level "
            "remember): 100%, more than 70%",
            "question_bank/bank.yaml:1:1: advice[difficulty-mix] 0 of 20 questions are hard: 0%, "
            "less than 10%",
        ]
        assert judged("difficulty-mix", same[:19]) == []

    def test_a_fair_mix(self, judged):
        mixed = zip(
            range(20), itertools.cycle(["easy", "medium", "hard"]), itertools.cycle(["remember", "apply"])
        )

        assert (
            judged(
                "difficulty-mix",
                [f"{statement(n, True)}, difficulty: {d}, level: {lv}" for n, d, lv in mixed],
            )
            == []
        )

    def test_kinds(self, judged):
        found = judged(
            "type-mix", [statement(n, True) for n in range(38)] + [choice(n, "a", "b") for n in range(2)]
        )

        assert [line.partition("[type-mix] ")[2] for line in found] == [
            "2 of 40 questions are multiple_choice, less than 3",
            "0 of 40 questions are multiple_response, less than 3",
            "38 of 40 questions are true_false: 95%, more than 40%",
            "0 of 40 questions are short_answer, less than 3",
            "0 of 40 questions are numerical, less than 3",
            "0 of 40 questions are cloze, less than 3",
            "0 of 40 questions are matching, less than 3",
            "0 of 40 questions are ordering, less than 3",
            "0 of 40 questions are essay, less than 3",
        ]
        assert judged("type-mix", [statement(n, True) for n in range(39)]) == []


SOURCE = """\
id: tea-book
title: The Tea Book
sections: [{title: Leaves, from: 1}, {title: Ships, from: 5}]
facts:
  - {id: leaf, paragraph: 2, says: S, about: tea/plant, value: Camellia}
  - {id: rival, paragraph: 3, says: S, about: tea/plant, value: Ilex}
  - {id: then, paragraph: 3, says: S, about: tea/price, value: $5, as_of: "1870"}
  - {id: later, paragraph: 3, says: S, about: tea/price, value: $7, as_of: "1880"}
  - {id: ship, paragraph: 6, says: S}
"""


class TestSourceCoverage:
    def test_a_section_that_nobody_asks(self, lint):
        asked = "- {id: a, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf]}"

        assert lint("source-coverage", asked, source=SOURCE) == [
            "seeds/tea-book.yaml:3:38: warning[source-coverage] no question rests on the 1 fact of "
            'the section "Ships"\n'
            "  help: ask what matters in it"
        ]

    def test_of_a_bank_without_questions_no_more_is_said_than_that(self, tmp_path):
        bank = f"{BARE_BANK}seeds: ../seeds\nallow: {{source-coverage: Ships are for another day.}}\n"
        folder = samples.write(tmp_path, t="title: T\n", source=SOURCE, bank=bank)

        assert {each.rule for each in check(load_bank(folder))} == {"empty-bank", "fingerprint-missing"}

    def test_it_can_be_accepted_in_bank_yaml(self, lint):
        asked = "- {id: a, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf]}"
        bank = f"{BARE_BANK}seeds: ../seeds\nallow: {{source-coverage: Ships are for another day.}}\n"

        assert lint("source-coverage", asked, source=SOURCE, bank=bank) == []
        assert lint("unused-allow", asked, source=SOURCE, bank=bank) == []

    def test_shares_of_documents(self, lint, tmp_path):
        (tmp_path / "seeds").mkdir()
        facts = "{id: f, paragraph: 1, says: S, about: tea/plant}, {id: g, paragraph: 1, says: S}"
        (tmp_path / "seeds" / "b.yaml").write_text(f"id: b\ntitle: Book B\nfacts: [{facts}]\n")
        questions = [
            f"- {{{statement(n, True)}, facts: [tea-book/{'leaf' if n % 2 else 'ship'}]}}" for n in range(19)
        ]
        questions.append(f"- {{{statement(19, True)}, facts: [b/f]}}")
        found = lint("source-coverage", "\n".join(questions), source=SOURCE)

        assert [line.partition("\n")[0].partition(" ")[2] for line in found] == [
            "warning[source-coverage] 0 of 20 questions rest on two documents or more: 0%, less than 5%",
            "warning[source-coverage] 5% of the questions rest on Book B, less than 15%",
            "warning[source-coverage] 95% of the questions rest on The Tea Book, more than 71%",
        ]

    @pytest.mark.parametrize(
        ("says", "names", "told"),
        [
            ("She carried tea.", "", 0),  # documents that have nothing in common
            ("The Taeping won.", "names: [{name: Taeping}]", 1),
            ("TP won.", "names: [{name: Taeping, aliases: [TP]}, {name: Ariel}]", 1),
            ("Ariel lost.", "names: [{name: Taeping}, {name: Ariel}]", 0),
        ],
    )
    def test_only_documents_with_something_in_common_are_asked_together(
        self, lint, tmp_path, says, names, told
    ):
        (tmp_path / "seeds").mkdir()
        (tmp_path / "seeds/b.yaml").write_text(
            f'id: b\ntitle: B\nfacts: [{{id: f, paragraph: 1, says: "{says}"}}]\n'
        )
        source = SOURCE.replace("says: S}", "says: The Taeping sailed.}")
        asked = [
            f"- {{{statement(n, True)}, facts: [{'b/f' if n % 2 else 'tea-book/ship'}]}}" for n in range(20)
        ]
        found = lint("source-coverage", "\n".join(asked), source=source, names=names or "names: []")

        assert sum("rest on two documents or more" in line for line in found) == told


class TestConflictCovered:
    def test_one_side_of_a_conflict_is_not_asked(self, lint):
        asked = "- {id: a, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf]}"

        assert lint("conflict-covered", asked, source=SOURCE) == [
            'seeds/tea-book.yaml:6:65: advice[conflict-covered] on tea/plant others say "Camellia", '
            "and no question asks "
            'who says "Ilex"\n  help: ask which document says which'
        ]

    def test_both_sides_are_asked_and_other_times_are_no_conflict(self, lint):
        asked = "- {id: a, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf, tea-book/rival]}"

        assert lint("conflict-covered", asked, source=SOURCE) == []


class TestReadability:
    DOCUMENT = "Tea is a leaf. It is dried. Some like it hot. Some do not. A ship took it home."
    HARD = (
        "Considering the considerable deterioration of international transportation, which administrative "
        "reorganisation necessitated the abandonment of intercontinental navigation?"
    )

    def readable(self, lint, prompt: str, **more: str) -> list[str]:
        question = f'- {{id: a, type: short_answer, prompt: "{prompt}", answer: tea, facts: [tea-book/leaf]}}'
        source = SOURCE.replace("title: The Tea Book", "title: The Tea Book\ndocument: tea.txt")
        return lint("readability", question, documents={"tea.txt": self.DOCUMENT}, source=source, **more)

    def test_a_prompt_far_above_its_document(self, lint):
        assert [line.partition(":")[2].partition("\n")[0] for line in self.readable(lint, self.HARD)] == [
            "3:41: advice[readability] the prompt reads at grade 30.5, its document at -2.3: more "
            "than 2 above"
        ]

    def test_an_essay_of_which_only_a_point_rests_on_the_document(self, lint):
        points = "points: [{point: Tea, facts: [tea-book/leaf]}]"
        source = SOURCE.replace("title: The Tea Book", "title: The Tea Book\ndocument: tea.txt")
        found = lint(
            "readability",
            f'- {{id: a, type: essay, prompt: "{self.HARD}", {points}}}',
            documents={"tea.txt": self.DOCUMENT},
            source=source,
        )

        assert [line.partition(" ")[0] for line in found] == ["question_bank/t.yaml:3:34:"]

    def test_a_prompt_of_few_words(self, lint):
        assert self.readable(lint, "Which administrative reorganisation necessitated it?") == []

    def test_another_language(self, lint):
        bank = "title: B\nnamespace: b\nlanguage: de\nseeds: ../seeds\n"

        assert self.readable(lint, self.HARD, bank=bank) == []
