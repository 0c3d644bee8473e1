"""Importance, drafts, former names, origins, credits and an author's own fields, as they are read."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

import samples
from quizmill.bank.load import LoadedBank, load_bank
from quizmill.bank.model import Draft, Importance, Provenance
from quizmill.compose.paper import Paper, compose
from quizmill.errors import Severity

BANK = "title: B\nnamespace: b\n"
QUESTION = "  - id: a\n    type: true_false\n    prompt: P\n    answer: true\n"


def load(folder: Path, questions: str = QUESTION, bank: str = BANK, head: str = "") -> LoadedBank:
    return samples.load(folder, t=f"title: T\n{head}questions:\n{questions}", bank=bank)


def told(loaded: LoadedBank) -> list[str]:
    return [str(found).replace(f"{loaded.folder}/", "") for found in loaded.diagnostics]


class TestImportance:
    def test_a_question_is_useful_unless_it_says_otherwise(self, tmp_path: Path):
        loaded = load(tmp_path, QUESTION + QUESTION.replace("id: a", "id: b\n    importance: core"))

        assert [q.importance for _, q in loaded.bank.questions()] == [Importance.USEFUL, Importance.CORE]

    def test_there_are_three(self, tmp_path: Path):
        assert told(load(tmp_path, QUESTION + "    importance: cor\n")) == [
            't.yaml:7:17: error[unknown-value] "cor" is none of the known values\n'
            '  help: did you mean "core"? It is one of core, useful, detail'
        ]


def errors(loaded: LoadedBank) -> list[str]:
    """The rules of the errors, in their order."""
    return [found.rule for found in loaded.diagnostics if found.severity is Severity.ERROR]


class TestDrafts:
    DRAFT = "  - id: d\n    state: draft\n    type: essay\n    promt: unfinished\n    marks: many\n"

    def test_a_draft_is_kept_as_it_is_written_and_asked_nowhere(self, tmp_path: Path):
        loaded = load(tmp_path, self.DRAFT + QUESTION)
        written = {"id": "d", "state": "draft", "type": "essay", "promt": "unfinished", "marks": "many"}

        assert [q.id for _, q in loaded.bank.questions()] == ["a"]
        assert loaded.bank.drafts == (Draft(id="d", topic="t", tree=written),)
        assert str(loaded.origins.locate(loaded.origins.drafts[0])).endswith("t.yaml:3:5")

    def test_what_it_lacks_is_told_as_advice(self, tmp_path: Path):
        assert told(load(tmp_path, self.DRAFT + QUESTION)) == [
            "t.yaml:3:5: advice[explanation-missing] the question has no explanation\n"
            "  help: add `explanation: …`, why the answer is right and what tempts people to others",
            't.yaml:3:5: advice[missing-field] "points" is missing\n  help: add `points: […]`',
            "t.yaml:4:12: advice[draft] this is a draft: it is asked nowhere\n"
            "  help: delete `state: draft` when it is finished",
            't.yaml:6:5: advice[unknown-field] unknown field "promt"\n  help: did you mean "prompt"?',
            't.yaml:7:12: advice[wrong-type] expected a whole number, got "many"\n'
            "  help: write a whole number from 1 to 100",
        ]

    @pytest.mark.parametrize(
        ("fields", "lacks"),
        [
            ("", ['missing-field a question needs "type"']),
            ("type: short_answer, prompt: P", ['missing-field "answer" is missing']),
            (
                "type: true_false, prompt: P, answer: false",
                ["missing-field a false statement needs its correction"],
            ),
            ("type: multiple_choice, prompt: P, answer: A", ['missing-field "distractors" is missing']),
            ("type: essay, prompt: P, points: []", ["wrong-count at least 1 needed, 0 given"]),
            ("type: cloze, text: no blank", ["cloze-without-blank the text has no blank"]),
            (
                "type: multiple_choice, prompt: P, answer: A, distractors: [a, b]",
                ['key-among-distractors "a" is both the answer and a distractor'],
            ),
            ("type: multiple_choice, prompt: P, answer: A, distractors: [a, b], compare: case", []),
            ("type: numerical, prompt: P, answer: '3'", []),
        ],
    )
    def test_it_lacks_what_a_question_would(self, tmp_path: Path, fields: str, lacks: list[str]):
        draft = f"  - {{id: d, state: draft, explanation: E, {fields}}}\n"
        found = load(tmp_path, draft + QUESTION).diagnostics

        assert {each.severity for each in found} == {Severity.ADVICE}
        assert {each.question for each in found} == {"d"}
        assert [f"{each.rule} {each.message}" for each in found if each.rule != "draft"] == lacks

    def test_the_bank_says_for_it_too_what_counts(self, tmp_path: Path):
        draft = "{id: d, state: draft, explanation: E, type: ordering, prompt: P, sequence: [m, M]}"
        topic = f"title: T\nquestions:\n  - {draft}\n{QUESTION}"
        bank = "title: T\nnamespace: t\ncompare: case\n"

        assert [each.rule for each in samples.load(tmp_path, t=topic, bank=bank).diagnostics] == ["draft"]

    def test_in_a_bank_with_seeds_it_lacks_its_facts(self, tmp_path: Path):
        drafts = [
            f"  - {{id: d{i}, state: draft, explanation: E, type: essay, prompt: P, points: [a]{facts}}}\n"
            for i, facts in enumerate(["", ", facts: [tea-book/lef]"])
        ]
        loaded = samples.load(tmp_path, t="title: T\nquestions:\n" + "".join(drafts))

        assert [str(each.message) for each in loaded.diagnostics if each.severity is Severity.ADVICE][:4] == [
            '"facts" is missing',
            "this is a draft: it is asked nowhere",
            "this is a draft: it is asked nowhere",
            'there is no fact "tea-book/lef"',
        ]

    def test_a_bank_of_drafts_alone_has_no_questions(self, tmp_path: Path):
        loaded = load(tmp_path, self.DRAFT)

        assert errors(loaded) == ["empty-bank"]
        said = "all questions of this bank are drafts, which are asked nowhere"
        assert [each.help for each in loaded.diagnostics if each.message == said] == [
            "finish one in t.yaml, and delete its `state: draft`"
        ]

    def test_drafts_of_an_import_may_be_imported_otherwise(self, tmp_path):
        draft = self.DRAFT.replace("state: draft", "state: draft\n    origin: {format: gift, file: a.gift}")
        [told] = [each for each in load(tmp_path, draft).diagnostics if each.rule == "empty-bank"]

        assert told.help == (
            "finish one in t.yaml, and delete its `state: draft`; import again with --into and --unexplained "
            "to ask what lacks only an explanation"
        )

    def test_its_id_is_taken(self, tmp_path: Path):
        loaded = load(tmp_path, self.DRAFT + QUESTION.replace("id: a", "id: d"))

        assert errors(loaded) == ["duplicate-id"]

    def test_it_needs_no_id(self, tmp_path: Path):
        loaded = load(tmp_path, "  - state: draft\n" + QUESTION)

        assert loaded.bank.drafts == (Draft(id="", topic="t", tree={"state": "draft"}),)

    def test_what_would_be_lost_of_it_is_told(self, tmp_path: Path):
        loaded = load(tmp_path, "  - {id: d, state: draft, tags: [16,000], tags: [x]}\n" + QUESTION)

        assert errors(loaded) == ["split-number", "duplicate-key"]

    @pytest.mark.parametrize(
        ("state", "said"), [("ready", '"ready"'), ("''", '""'), ("[draft]", "a list or mapping")]
    )
    def test_there_is_no_other_state(self, tmp_path: Path, state: str, said: str):
        assert told(load(tmp_path, f"{QUESTION}    state: {state}\n")) == [
            f"t.yaml:7:12: error[unknown-value] {said} is no state of a question\n"
            "  help: write `state: draft`, or leave it out when the question is finished"
        ]


class TestFormerNames:
    @pytest.mark.parametrize(
        ("written", "read"), [("old", ("old",)), ("[old, older]", ("old", "older")), ("[]", ())]
    )
    def test_one_or_several_of_a_question_a_topic_and_a_namespace(
        self, tmp_path: Path, written: str, read: tuple[str, ...]
    ):
        line = f"formerly: {written}\n"
        bank = load(tmp_path, f"{QUESTION}    {line}", bank=BANK + line, head=line).bank

        assert (bank.formerly, bank.topics[0].formerly, bank.topics[0].questions[0].formerly) == (read,) * 3

    def test_it_is_an_id(self, tmp_path: Path):
        assert told(load(tmp_path, QUESTION + "    formerly: Old One\n")) == [
            't.yaml:7:15: error[bad-form] "Old One" will not do\n'
            "  help: an id is lower-case letters and digits, parted by single hyphens: old-one"
        ]

    HELP = "\n  help: a former name is one that nothing has any more, and that one thing had"

    def test_an_old_id_that_a_question_still_has(self, tmp_path: Path):
        questions = QUESTION + "    formerly: b\n" + QUESTION.replace("id: a", "id: b")

        assert told(load(tmp_path, questions)) == [
            't.yaml:7:15: error[taken-name] "b" is the name of a question still' + self.HELP
        ]

    def test_an_old_id_that_a_draft_still_has(self, tmp_path: Path):
        questions = QUESTION + "    formerly: b\n  - {id: b, state: draft}\n"

        assert errors(load(tmp_path, questions)) == ["taken-name"]

    def test_an_old_id_of_two_questions(self, tmp_path: Path):
        one, two = QUESTION + "    formerly: o\n", QUESTION.replace("id: a", "id: b\n    formerly: [p, o]")

        assert told(load(tmp_path, one + two)) == [
            't.yaml:9:19: error[taken-name] "o" is said to be the former name of "a" already' + self.HELP
        ]

    def test_the_same_of_topics_and_the_namespace(self, tmp_path: Path):
        assert told(load(tmp_path, head="formerly: t\n", bank=BANK + "formerly: [c, b]\n")) == [
            'bank.yaml:3:15: error[taken-name] "b" is the name of a bank still' + self.HELP,
            't.yaml:2:11: error[taken-name] "t" is the name of a topic still' + self.HELP,
        ]


class TestTheAuthorsOwn:
    def test_fields_that_begin_with_x_are_kept_untouched_everywhere(self, tmp_path: Path):
        own = {"x-note": "no", "x-": ["1", {"a": ""}]}
        line = "x-note: no\nx-: [1, {a: ''}]\n"
        indented = "    x-note: no\n    x-: [1, {a: ''}]\n"
        source = f"id: s\ntitle: S\n{line}facts:\n  - id: f\n    paragraph: 1\n    says: F\n{indented}"
        topic = f"title: T\n{line}questions:\n{QUESTION}    facts: [s/f]\n{indented}"
        loaded = samples.load(tmp_path, t=topic, source=source, bank=f"{BANK}{line}seeds: ../seeds\n")
        bank, (found,) = loaded.bank, loaded.bank.sources
        (topic_read,) = bank.topics

        assert loaded.diagnostics == ()
        assert [each.own for each in (bank, topic_read, topic_read.questions[0], found, found.facts[0])] == (
            [own] * 5
        )

    @pytest.mark.parametrize("line", ["own: {x-a: b}", "X-a: b", "xa: b"])
    def test_other_fields_stay_strict(self, tmp_path: Path, line: str):
        (found,) = load(tmp_path, f"{QUESTION}    {line}\n").diagnostics

        assert (found.rule, found.message) == ("unknown-field", f'unknown field "{line.partition(":")[0]}"')

    @pytest.mark.parametrize("value", ["{}", "{x-a: b}", "''"])
    def test_a_field_may_be_called_no_more_than_that(self, tmp_path: Path, value: str):
        (question,) = (q for _, q in load(tmp_path, f"{QUESTION}    x-: {value}\n").bank.questions())

        assert question.own == {"x-": {"{}": {}, "{x-a: b}": {"x-a": "b"}, "''": ""}[value]}

    def test_no_other_record_has_any(self, tmp_path: Path):
        line = "    image: {file: a.png, alt: A, x-source: me}\n"

        assert [found.message for found in load(tmp_path, QUESTION + line).diagnostics] == [
            'unknown field "x-source"'
        ]

    def test_a_fault_beside_them_is_told_at_its_place(self, tmp_path: Path):
        assert told(load(tmp_path, QUESTION + "    x-note: n\n    formerly: o\n    marks: 0\n")) == [
            't.yaml:9:12: error[bad-form] "0": the number must be at least 1\n'
            "  help: write a whole number from 1 to 100"
        ]


def test_where_an_import_found_a_question_and_whose_a_picture_is(tmp_path: Path):
    lines = "    origin: {format: gift, file: week1.gift, id: '17'}\n"
    lines += "    image: {file: a.png, alt: A, credit: 'Ann, CC BY 4.0'}\n"
    (question,) = (q for _, q in load(tmp_path, QUESTION + lines).bank.questions())

    assert question.origin == Provenance(format="gift", file="week1.gift", id="17")
    assert question.image is not None
    assert question.image.credit == "Ann, CC BY 4.0"


class TestPapers:
    """Papers of earlier releases are known by their fingerprints, which stand on printed sheets."""

    def paper(self, folder: Path, *lines: str, order: str = "shuffled") -> Paper:
        topic = (
            re.sub(" *allow: {html-in-text.*\n", "", samples.TOPIC)
            + "    image: {file: a.png, alt: A}\n"
            + "".join(f"    {line}\n" for line in lines)
        )
        bank = samples.load(folder, tea=topic).bank
        return compose(bank, tuple(bank.questions()), seed=3, order=order)

    def test_a_paper_of_this_bank_has_the_fingerprint_it_had_in_the_first_release(self, tmp_path: Path):
        assert self.paper(tmp_path).fingerprint == "bf52d028"

    def test_what_is_not_shown_leaves_it_as_it_is(self, tmp_path: Path):
        lines = "importance: core", "formerly: old", "origin: {format: gift}", "x-note: mine"

        plain = self.paper(tmp_path, order="bank").fingerprint
        assert self.paper(tmp_path, *lines, order="bank").fingerprint == plain

    def test_what_matters_most_comes_first_and_makes_another_paper(self, tmp_path: Path):
        paper = self.paper(tmp_path, "importance: core")

        assert [exercise.question.importance for exercise in paper.exercises][:2] == ["core", "useful"]
        assert paper.fingerprint != "bf52d028"

    def test_a_paper_saved_before_there_were_these_fields_is_read(self, tmp_path: Path):
        paper = self.paper(tmp_path)
        tree = msgspec.to_builtins(paper)
        for exercise in tree["exercises"]:
            for name in ("importance", "formerly", "origin", "x-"):
                del exercise["question"][name]

        assert msgspec.convert(tree, Paper) == paper


def test_the_sample_bank_has_no_drafts(tmp_path: Path):
    assert load_bank(samples.write(tmp_path)).bank.drafts == ()
