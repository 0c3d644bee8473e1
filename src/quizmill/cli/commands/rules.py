"""`quizmill rules`: what the checks look for, and what each of them means."""

from __future__ import annotations

import click

from quizmill.check.rule_pages import RulePage, page_of, pages
from quizmill.errors import Severity
from quizmill.faces.plain.terminal import Screen, Tone, rows_screen, stdout_screen

_HEADINGS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.ADVICE: "Advice"}


@click.command("rules")
@click.argument(
    "id",
    metavar="[ID]",
    required=False,
    shell_complete=lambda context, argument, start: [
        page.id for page in pages() if page.id.startswith(start)
    ],
)
def command(id: str | None) -> None:
    """Explain what the checks look for.

    Without an ID all rules are listed, one line each; with one its page is shown: what it finds, why that
    matters, where the rule comes from, and a bad and a good example.
    """
    if id is None:
        _list(rows_screen(), pages())
    else:
        _show(stdout_screen(), page_of(id))


def _list(screen: Screen, known: tuple[RulePage, ...]) -> None:
    widest = max(len(page.id) for page in known)
    for i, severity in enumerate(Severity):
        if i:
            screen.say()
        screen.say(_HEADINGS[severity], tone=Tone.HEADING)
        for page in known:
            if page.severity is severity:
                screen.row(f"  {page.id:{widest}}  ", page.summary)


def _show(screen: Screen, page: RulePage) -> None:
    when = ", found when documents are given (--documents)" if page.documents else ""
    when = ", found when answers are given (check --answers)" if page.answers else when
    where = ", in banks in English" if page.english else ""
    screen.say(f"{page.id} ({page.severity}{when}{where})", tone=Tone.HEADING)
    for paragraph in page.text.split("\n\n"):
        screen.say()
        if paragraph.startswith(("Bad:", "Good:", "|")):
            click.echo(paragraph)  # YAML, whose spaces count, or a table
        else:
            screen.say(" ".join(paragraph.split()))
