"""What `quizmill check --answers LOG --suggest` shows, and writes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
import msgspec

from quizmill.analysis.said import facility_said
from quizmill.app.answer_findings import WHERE, tell_what_answers
from quizmill.app.answer_report import answer_report
from quizmill.app.answer_suggestions import Suggestion, accepted, named, suggestions
from quizmill.app.opening import open_for_reading
from quizmill.check.focus import Focus
from quizmill.cli.exit_code import ExitCode
from quizmill.cli.suggest_options import Suggesting
from quizmill.export.publish import publish
from quizmill.faces.plain.terminal import Screen, Tone, complain, rows_screen


def suggest(folder: Path, focus: Focus, wish: Suggesting, form: str) -> ExitCode:
    """Show the difficulties that the answers speak for, and write those that are accepted."""
    loaded = open_for_reading(folder, complain)
    report = answer_report(wish.answers, loaded.bank)
    tell_what_answers(report, loaded.bank, complain)
    made = suggestions(report, loaded, focus.questions(loaded.bank))
    taken = made if wish.accept_all else named(made, wish.accept)
    written = accepted(taken, loaded)
    publish(written.files)
    done = {each.question for each in taken} - written.refused.keys()
    if form == "json":
        click.echo(_as_json(made, done), nl=False)
    else:
        _show(made, rows_screen())
    for id, reason in written.refused.items():
        complain(f"note: {id} stays as it is: {reason}")
    for path in written.files:
        complain(f"changed: {path}")
    if made and not taken:
        complain("note: --accept ID writes one into the bank, --accept-all all of them")
    return ExitCode.FINE


def _show(made: Sequence[Suggestion], screen: Screen) -> None:
    for each in made:
        screen.say(f"{each.location}: {each.question}", tone=Tone.HEADING)
        screen.say(f"{facility_said(each.n, each.facility, each.interval)}, {WHERE[each.place]}", indent=2)
        if each.is_told:
            screen.say(f"difficulty: {each.before}", label="- ", indent=4, tone=Tone.BAD)
        screen.say(f"difficulty: {each.after}", label="+ ", indent=4, tone=Tone.GOOD)
    if len(made) == 1:
        screen.say("1 difficulty")
    else:
        screen.say(f"{len(made)} difficulties" if made else "no difficulty that the answers contradict")


def _as_json(made: Sequence[Suggestion], done: set[str]) -> str:
    """An array of what is suggested, with whether it was written."""
    rows = [
        {
            "file": each.location.file,
            "line": each.location.line,
            "column": each.location.column,
            "question": each.question,
            "before": each.before.value,
            "after": each.after.value,
            "place": each.place,
            "n": each.n,
            "facility": each.facility,
            "interval": list(each.interval),
            "written": each.question in done,
        }
        for each in made
    ]
    return msgspec.json.format(msgspec.json.encode(rows), indent=2).decode() + "\n"
