"""What was found before is known again, wherever it stands now; what is new or gone is told apart."""

from __future__ import annotations

import pytest

from quizmill.check.baseline import Written, compare, read_report
from quizmill.check.report import as_json
from quizmill.errors import Diagnostic, Location, Severity


def finding(message: str, within: str = "fact tea-book/leaf", line: int = 1, rule: str = "r") -> Diagnostic:
    return Diagnostic(
        location=Location("tea.yaml", line),
        severity=Severity.WARNING,
        rule=rule,
        message=message,
        within=within,
    )


def written(*findings: Diagnostic) -> tuple[Written, ...]:
    """As they come back from a report."""
    return read_report(as_json(findings).encode())


def test_a_finding_is_known_on_another_line():
    before, now = finding("no explanation"), finding("no explanation", line=90)

    assert compare([now], written(before)) == ((), (now,), ())


@pytest.mark.parametrize(
    "now",
    [
        finding("no explanation", within="fact tea-book/ship"),
        finding("no hint"),
        finding("no explanation", rule="q"),
    ],
)
def test_one_of_another_record_rule_or_message_is_new(now):
    before = written(finding("no explanation"))

    assert compare([now], before) == ((now,), (), before)


def test_a_measure_may_change_but_no_figure_that_is_quoted():
    before = written(
        finding("46 of 1,049 questions ask for memory: 94.5%, more than 70% (p = 4e-11)"),
        finding('"1869" stands in no fact'),
        finding('of 100 students those who took "-1": r -0.05 (95 %: up to 0.10)'),
    )
    measured = finding("7 of 50 questions ask for memory: 14%, more than 70% (p = 0.002)")
    quoted = finding('"1870" stands in no fact')
    signed = finding('of 104 students those who took "-1": r 0.02 (95 %: up to -0.01)')

    assert compare([measured, quoted, signed], before) == ((quoted,), (measured, signed), before[1:2])


def test_what_was_found_once_is_known_once():
    twice = [finding("no why", line=3), finding("no why", line=4)]

    assert compare(twice, written(twice[0])) == (tuple(twice[1:]), tuple(twice[:1]), ())
    assert compare(twice[:1], written(*twice)) == ((), tuple(twice[:1]), written(twice[1]))


def test_what_is_gone_comes_in_the_order_in_which_it_was_written():
    before = written(finding("b"), finding("a"), finding("c"))

    assert compare([finding("a")], before).gone == (before[0], before[2])


def test_texts_that_are_no_unicode_are_known_too():
    odd = finding("caf\udce9", within="file caf\udce9.yaml")

    assert compare([odd], written(odd)).known == (odd,)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[1]",
        b'[{"rule": "r", "message": "m"}]',
        b'[{"rule": "r", "message": "m", "record": null}]',
        b"\xff",
        b"[" * 200_000,
        b"title: T",
    ],
)
def test_what_is_no_report_is_refused(data):
    with pytest.raises(ValueError, match=r"."):
        read_report(data)
