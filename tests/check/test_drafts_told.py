"""Many drafts of a topic are told in one line; few, and what is wrong with them, one by one."""

from __future__ import annotations

from quizmill.check.drafts_told import with_few_drafts
from quizmill.errors import Diagnostic, Location, Severity


def advice(
    line: int, id: str | None, rule: str = "draft", severity: Severity = Severity.ADVICE
) -> Diagnostic:
    place = Location("tea.yaml", line, 5)
    return Diagnostic(location=place, severity=severity, rule=rule, message="m", question=id)


def told(*found: Diagnostic) -> list[str]:
    return [f"{each.location.line} {each.rule} {each.message}" for each in with_few_drafts(found)]


def test_three_are_told_one_by_one():
    assert told(*(advice(n, f"q{n}") for n in (1, 2, 3))) == ["1 draft m", "2 draft m", "3 draft m"]


def test_four_are_told_in_one_line_without_what_they_lack():
    drafts = [each for n in (1, 2, 3, 4) for each in (advice(n, f"q{n}"), advice(n, f"q{n}", "empty"))]

    assert told(*drafts, advice(9, "asked", "long-prompt"), advice(4, "q4", "lost", Severity.ERROR)) == [
        "1 draft 4 questions are drafts, which are asked nowhere: q1, q2, q3 and q4",
        "9 long-prompt m",
        "4 lost m",
    ]


def test_those_without_an_id_are_told_by_their_lines():
    assert told(*(advice(n * 10, None) for n in (1, 2, 3, 4))) == [
        "10 draft 4 questions are drafts, which are asked nowhere, in lines 10-40"
    ]


def test_what_each_lacks_is_shown_by_another_command():
    (one,) = with_few_drafts(advice(n, f"q{n}") for n in range(20))

    assert one.message.endswith(", in lines 0-19")
    assert one.help == (
        "`quizmill list --state draft` shows what each lacks; finish one, and delete its `state: draft`"
    )
