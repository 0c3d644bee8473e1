"""Running all rules: order, allowances, pages."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

import samples
from quizmill.analysis.flags import FlagCode
from quizmill.bank.load import load_bank
from quizmill.check import registry, rule
from quizmill.check import rules as rules_package
from quizmill.check.run import check, errors
from quizmill.errors import Severity

BARE = "{id: a, type: true_false, prompt: P, answer: true, facts: [tea-book/leaf]"


def test_the_readers_faults_and_the_rules_findings_are_one_list_in_the_order_of_the_files(tmp_path: Path):
    third = BARE.replace("id: a", "id: c").replace("prompt: P", "prompt: Q")
    topic = f"title: T\nquestions:\n  - {BARE}}}\n  - {{id: b, type: essai}}\n  - {third}}}\n"
    found = check(load_bank(samples.write(tmp_path, t=topic, z="title: Z\nqestions: []\n")))

    assert [(Path(d.location.file).name, d.location.line, d.rule, d.question) for d in found] == [
        ("t.yaml", 3, "explanation-missing", "a"),
        ("t.yaml", 4, "unknown-type", "b"),
        ("t.yaml", 5, "explanation-missing", "c"),
        ("z.yaml", 2, "unknown-field", None),
        ("tea-book.yaml", 1, "fingerprint-missing", None),
        ("tea-book.yaml", 14, "fact-unasked", None),
        ("tea-book.yaml", 21, "fact-unasked", None),
    ]


def test_errors_are_found_without_the_rules_that_yield_none(tmp_path: Path):
    unlike = "{id: e, facts: [tea-book/leaf], type: numerical, prompt: P, answer: 5 t, unit: kg}"
    topic = f"title: T\nquestions:\n  - {BARE}}}\n  - {{id: b, type: essai}}\n  - {unlike}\n"
    loaded = load_bank(samples.write(tmp_path, t=topic))

    assert [d.rule for d in errors(loaded)] == ["unknown-type", "num-unit"]
    assert errors(loaded) == tuple(d for d in check(loaded) if d.severity is Severity.ERROR)


def test_the_rules_that_may_yield_errors_are_those_that_speak_of_them():
    speaking = {rule.ID for rule in registry.rules() if "Severity.ERROR" in inspect.getsource(rule)}

    assert {rule.ID for rule in registry.rules() if registry.can_be_error(rule)} == speaking


def test_the_sample_bank_is_sound(tmp_path: Path):
    loaded = load_bank(samples.write(tmp_path))

    assert {d.rule for d in check(loaded)} == {"fingerprint-missing"}


class TestAllow:
    def test_a_finding_that_was_looked_at_is_silent_where_it_is_allowed(self, lint):
        questions = f"""
            - {BARE}, allow: {{explanation-missing: It speaks for itself.}}}}
            - {BARE.replace("id: a", "id: b")}}}
            """

        assert [line.split(" ")[0] for line in lint("explanation-missing", questions)] == [
            "question_bank/t.yaml:4:5:"
        ]

    def test_on_a_fact_it_silences_what_is_told_there_by_a_rule_over_the_bank(self, lint):
        source = samples.SOURCE + '    allow: {fact-unasked: "Too small."}\n'

        assert len(lint("fact-unasked", f"- {BARE}}}")) == 2
        assert len(lint("fact-unasked", f"- {BARE}}}", source=source)) == 1

    def test_on_the_bank_it_silences_what_concerns_no_question_or_fact(self, lint):
        bank = samples.BANK + "allow: {fact-unasked: For later.}\n"

        assert lint("unused-allow", f"- {BARE}}}", bank=bank) == [
            'question_bank/bank.yaml:7:9: warning[unused-allow] "fact-unasked" finds nothing here that could '
            "be allowed\n  help: delete it"
        ]

    def test_a_rule_nobody_knows(self, lint):
        question = f"- {BARE}, explanation: E, allow: {{explanation-mising: R}}}}"

        assert lint("unused-allow", question) == [
            'question_bank/t.yaml:3:104: warning[unused-allow] there is no rule "explanation-mising"\n'
            '  help: did you mean "explanation-missing"?'
        ]

    def test_a_rule_that_finds_nothing_any_more(self, lint):
        question = f"- {BARE}, explanation: E, allow: {{explanation-missing: R}}}}"

        assert lint("unused-allow", question) == [
            'question_bank/t.yaml:3:104: warning[unused-allow] "explanation-missing" finds nothing here that '
            "could be allowed\n  help: delete it"
        ]

    def test_a_rule_that_was_not_run_is_left_alone(self, lint):
        question = f"- {BARE}, explanation: E, allow: {{sentence-copied: R}}}}"

        assert lint("unused-allow", question) == []
        assert len(lint("unused-allow", question, documents={"tea.txt": "Leaves"})) == 1


class TestPages:
    @pytest.mark.parametrize("rule", registry.rules(), ids=lambda rule: rule.ID)
    def test_a_rule_has_a_page_with_its_reason_its_source_and_two_examples(self, rule):
        page = inspect.getdoc(rule)
        assert page

        summary, *rest = page.split("\n\n")
        assert summary.endswith(".")
        assert [part.partition(":")[0] for part in rest if re.match("(Why|Source|Bad|Good):", part)] == [
            "Why",
            "Source",
            "Bad",
            "Good",
        ]

    @pytest.mark.parametrize("rule", registry.rules(), ids=lambda rule: rule.ID)
    def test_a_rule_is_the_module_of_its_name(self, rule):
        assert rule.__name__.rpartition(".")[2] == rule.ID.replace("-", "_")

    def test_what_answers_say_has_a_page_of_its_name(self):
        assert {rule.ID for rule in registry.ANSWER_RULES} == set(FlagCode)

    def test_every_module_is_in_a_table_once(self):
        modules = [path.stem for path in Path(rules_package.__file__).parent.rglob("[a-z]*.py")]

        assert sorted(rule.ID.replace("-", "_") for rule in registry.rules()) == sorted(modules)

    @pytest.mark.parametrize(
        ("table", "protocol"),
        [
            (registry.QUESTION_RULES, rule.QuestionRule),
            (registry.TEXT_RULES, rule.TextRule),
            (registry.ITEM_RULES, rule.ItemRule),
            (registry.FACT_RULES, rule.FactRule),
            (registry.SOURCE_RULES, rule.SourceRule),
            (registry.BANK_RULES, rule.BankRule),
            (registry.DOCUMENT_RULES, rule.DocumentRule),
        ],
    )
    def test_every_module_of_a_table_does_what_its_protocol_says(self, table, protocol):
        (name,) = (name for name in vars(protocol) if name.startswith("check_"))
        _, *wanted = inspect.signature(getattr(protocol, name)).parameters.values()

        assert table
        for each in table:
            assert list(inspect.signature(getattr(each, name)).parameters.values()) == wanted, each.ID
            assert isinstance(each.SEVERITY, Severity)
