"""The page's log is the program's: the same lines, read and written by both, tell both the same."""

from __future__ import annotations

import datetime
import json
import random
from pathlib import Path

from quizmill.study import memory
from quizmill.study.day import day_of
from quizmill.study.history import export, queries
from quizmill.study.history.merging import merge
from quizmill.study.history.naming import Naming
from quizmill.study.history.reading import history_of
from quizmill.study.history.store import empty_in_memory
from script_modules import in_node

BANK = "tea-and-sea"
NOW = datetime.datetime(2026, 11, 30, 18, 0, tzinfo=datetime.UTC)
TODAY = day_of(NOW)

ENTER = """
const log = given.deeds.reduce((log, deed) => page.entered(log, {...deed, at: new Date(deed.at)}), []);
const today = page.todayOf(log, given.day);
return {
  lines: page.asLines(log),
  schedules: [...today.schedules],
  met: [...today.met].sort(),
  introduced: today.introduced,
  reviewed: today.reviewed,
};
"""


def deed(question: str, at: datetime.datetime, verdict: str = "right", **changes: object) -> dict:
    earned = {"right": 1.0, "partial": 0.5}.get(verdict, 0.0)
    given = {
        "text": "a",
        "response": {"type": "Choice", "picks": [0]},
        "mark": {"verdict": verdict, "earned": earned, "possible": 1.0},
        "hinted": False,
    }
    told = {"at": at.isoformat(), "key": "00112233445566778899aabbccddeeff", "place": "practice"}
    told |= {"bank": BANK, "question": question, "digest": "0123456789abcdef", "action": "Give"}
    return {**told, "given": given, "seconds": 2.5, **changes}


def courses(count: int) -> list[dict]:
    """Weeks of answers at random, some of them taken back or called right."""
    chance = random.Random(3)
    made = []
    for _ in range(count):
        at, deeds, sitting = NOW - datetime.timedelta(days=30), [], 0
        standing: list[dict] = []  # what may be taken back, in this sitting
        for _ in range(chance.randint(1, 25)):
            at += datetime.timedelta(hours=chance.choice([0, 0, 1, 12, 24, 50]), seconds=chance.randint(1, 9))
            if chance.random() < 0.3:
                sitting, standing = sitting + 1, []
            place = ("practice", "review", "exam", "cram")[sitting % 4]
            told = {"key": f"{sitting:032x}", "place": place}
            if standing and chance.random() < 0.2:
                last = standing.pop()
                deeds.append(deed(last["question"], at, action="Undo", **told) | {"given": None})
            elif standing and standing[-1]["action"] == "Give" and chance.random() < 0.2:
                deeds.append(deed(standing.pop()["question"], at, action="Appeal", **told))
            else:
                verdict = chance.choice(["right", "partial", "wrong", "skipped", "unmarked"])
                deeds.append(deed(chance.choice("abcd"), at, verdict, **told))
                standing.append(deeds[-1])
        made.append({"deeds": deeds, "day": TODAY})
    return made


def merged(*files: str):
    history = empty_in_memory(Path("page.db"))
    for lines in files:
        other = history_of(lines.encode(), Path("page.jsonl"))
        found = merge(history, other, now=NOW, reschedule=memory.after)
    return history, found


def test_a_line_has_the_keys_of_an_export_in_which_answers_and_schedule_stand():
    given = {"deeds": [deed("tea-plant", NOW)], "day": TODAY}
    (told,) = in_node("history.js", ENTER, given)
    (line,) = map(json.loads, told["lines"].splitlines())

    after = memory.after(None, memory.Rating.GOOD, TODAY)
    assert line == {
        "id": 1,
        "at": "2026-11-30T18:00:00.000Z",
        "day": "2026-11-30",
        "sitting": 1,
        "place": "practice",
        "bank": BANK,
        "question": "tea-plant",
        "digest": "0123456789abcdef",
        "action": "Give",
        "supersedes": None,
        "stands": True,
        "answer": "a",
        "response": {"type": "Choice", "picks": [0]},
        "verdict": "right",
        "earned": 1,
        "possible": 1,
        "appealed": False,
        "hinted": False,
        "seconds": 2.5,
        "rating": 3,
        "stability": after.stability,
        "difficulty": after.difficulty,
        "due": datetime.date.fromordinal(after.due).isoformat(),
        "key": "00112233445566778899aabbccddeeff",
        "number": 1,
    }
    assert set(line) == set(export.Line.__struct_fields__)


def test_what_the_page_makes_of_its_log_is_what_the_program_makes_of_it():
    tried = courses(60)
    for told in in_node("history.js", ENTER, *tried):
        history, _ = merged(told["lines"])
        naming = Naming(BANK)

        found = queries.schedules(history, naming, TODAY)
        assert {id: (each["due"], each["last"]) for id, each in told["schedules"]} == {
            id: (each.due, each.last) for id, each in found.items()
        }
        assert told["met"] == sorted(queries.answered_on(history, naming, TODAY))
        assert told["introduced"] == len(queries.introduced_on(history, naming, TODAY))
        assert told["reviewed"] == queries.scheduled_on(history, naming, TODAY)


def test_merged_twice_or_with_what_came_later_it_adds_what_is_new_and_no_more():
    (course,) = courses(1)
    half = {**course, "deeds": course["deeds"][: len(course["deeds"]) // 2]}
    first, whole = (told["lines"] for told in in_node("history.js", ENTER, half, course))

    history, last = merged(first, whole, whole)

    assert (last.sittings, last.answers, last.questions) == (0, 0, 0)
    assert "".join(export.as_jsonl(export.lines(history))).count("\n") == whole.count("\n") + len(
        history.select(tuple[int], "SELECT id FROM event WHERE place = 'merge'")
    )


def test_a_terminals_export_comes_into_the_page_once_and_tells_it_the_same():
    code = """
      const { lines, others, faults } = page.linesIn(given.text, given.bank);
      const log = page.merged([], lines);
      return {
        others,
        faults,
        same: page.asLines(page.merged(log, lines)) === page.asLines(log),
        back: page.asLines(page.merged(page.merged([], log), log)) === page.asLines(log),
        schedules: [...page.schedules(log, given.day)].map(([id, { due }]) => [id, due]),
      };"""
    (course,) = courses(1)
    (told,) = in_node("history.js", ENTER, course)
    history, _ = merged(told["lines"])
    text = "".join(export.as_jsonl(export.lines(history)))

    (found,) = in_node("history.js", code, {"text": text + "\nno line\n", "bank": BANK, "day": TODAY})

    assert found["faults"] == [text.count("\n") + 2]
    assert (found["others"], found["same"], found["back"]) == (0, True, True)
    assert sorted(found["schedules"]) == sorted([id, each["due"]] for id, each in told["schedules"])


def test_the_day_turns_at_4_by_the_clock_on_the_wall():
    moments = [datetime.datetime(2026, 11, 30, hour, 59) for hour in range(24)]
    parts = [[m.year, m.month - 1, m.day, m.hour, m.minute] for m in moments]
    found = in_node("history.js", "return page.dayOf(new Date(...given))", *parts)

    assert found == list(map(day_of, moments))
