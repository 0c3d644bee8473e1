"""What the answers say, for programs: the keys stand in docs/how-to/programs.md, and stay."""

from __future__ import annotations

from typing import Any

import msgspec

from quizmill.analysis.answer import ItemKey
from quizmill.analysis.flags import ItemFlag
from quizmill.analysis.intervals import Interval
from quizmill.analysis.items import Discrimination, OptionResult
from quizmill.analysis.said import said
from quizmill.analysis.summary import SatTest
from quizmill.app.item_report import AnsweredItem, ItemReport, option_text
from quizmill.bank.model import kind_of


def as_json(report: ItemReport) -> bytes:
    """The whole report."""
    told = {
        "answers": report.answers,
        "students": report.students,
        "first": report.first or None,
        "last": report.last or None,
        "items": [_item(item) for item in report.items],
        "tests": [_test(test) for test in report.tests],
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n"


def _item(item: AnsweredItem) -> dict[str, Any]:
    result = item.result
    return _named(item.key) | {
        "place": item.key.place,
        "type": kind_of(item.question) if item.question else None,
        "current": item.current,
        "n": result.n,
        "facility": result.facility,
        **_ends("facility", result.interval),
        "discrimination": _discrimination(result.discrimination),
        "upper": result.upper,
        "lower": result.lower,
        "spread": result.spread,
        "chance": result.chance,
        "omitted": result.omitted,
        "unreached": result.unreached,
        "unmarked": result.unmarked,
        "seconds": result.seconds,
        "options": [_option(item, option) for option in result.options],
        "flags": [_flag(item, flag) for flag in item.flags],
    }


def _named(key: ItemKey) -> dict[str, Any]:
    return {"namespace": key.namespace, "id": key.question, "wording": key.digest}


def _ends(name: str, interval: Interval | None) -> dict[str, float | None]:
    return {
        f"{name}_low": interval.low if interval else None,
        f"{name}_high": interval.high if interval else None,
    }


def _discrimination(found: Discrimination) -> dict[str, Any]:
    return {
        "r": found.r,
        "low": found.interval.low if found.interval else None,
        "high": found.interval.high if found.interval else None,
        "students": found.persons,
        "lack": found.lack,
    }


def _option(item: AnsweredItem, option: OptionResult) -> dict[str, Any]:
    return {
        "place": option.choice.place,
        "option": option.choice.option,
        "text": option_text(item.question, option.choice),
        "right": option.is_right,
        "n": option.n,
        "share": option.share,
        "most": option.most,
        "rest": option.rest,
        "discrimination": option.discrimination.r,
        "upper": option.upper,
        "lower": option.lower,
        "dead": option.dead,
    }


def _flag(item: AnsweredItem, flag: ItemFlag) -> dict[str, Any]:
    option = option_text(item.question, flag.choice) if flag.choice else ""
    return {
        "code": flag.code,
        "n": flag.n,
        "value": flag.value,
        "low": flag.interval.low,
        "high": flag.interval.high,
        "limit": flag.limit,
        "option": flag.choice.option if flag.choice else None,
        "place": flag.choice.place if flag.choice else None,
        "sentence": said(flag, option),
    }


def _test(test: SatTest) -> dict[str, Any]:
    paper, found = test.paper, test.paper.reliability
    return {
        "namespace": paper.namespace,
        "place": paper.place,
        "students": found.persons,
        "possible": paper.possible,
        "mean": found.mean,
        "sd": found.sd,
        "alpha": found.alpha,
        **_ends("alpha", found.interval),
        "error": found.error,
        "lack": found.lack,
        "empty": paper.empty,
        "unreached": paper.unreached,
        "incomplete": paper.incomplete,
        "rasch_students": test.rasch.persons,
        "rasch_lack": test.rasch.lack,
        "questions": [_question(test, at) for at in range(len(paper.items))],
    }


def _question(test: SatTest, at: int) -> dict[str, Any]:
    key, found = test.paper.items[at], test.paper.reliability.questions
    scaled = {test.solved.items[each.question]: each for each in test.rasch.items}.get(key)
    lacks = dict(test.solved.left_out) | {
        test.solved.items[place]: why for place, why in test.rasch.left_out.items()
    }
    return {
        "id": key.question,
        "wording": key.digest,
        "weight": found[at].weight if found else None,
        "efficiency": found[at].efficiency if found else None,
        "alpha_without": found[at].alpha_without if found else None,
        "difficulty": scaled.difficulty if scaled else None,
        "difficulty_error": scaled.error if scaled else None,
        "infit": scaled.infit if scaled else None,
        "outfit": scaled.outfit if scaled else None,
        "lack": lacks.get(key),
    }
