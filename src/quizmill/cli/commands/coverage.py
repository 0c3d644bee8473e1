"""`quizmill coverage`: which facts of the documents are asked, how often and how, and which are not."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quizmill.app.file_kinds import PAGE
from quizmill.app.opening import open_for_reading
from quizmill.check.coverage import Coverage, SectionAsked, SourceAsked, as_json, coverage
from quizmill.check.documents import read_documents
from quizmill.check.phrasing import listed
from quizmill.cli.options import bank_option, format_option
from quizmill.faces.plain.terminal import Screen, Tone, complain, stdout_screen

_HEAD = "facts  asked  times  "


@click.command("coverage")
@bank_option
@click.option(
    "--documents",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Also show which paragraphs of the original documents in DIR state no fact.",
)
@click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Also write a page to read through: each fact beside its questions.",
)
@format_option(
    "text", "json", variable="QUIZMILL_COVERAGE_FORMAT", help="A table, or every fact with its questions."
)
def command(folder: Path, documents: Path | None, html: Path | None, form: str) -> None:
    """Show which facts are asked, and which are not.

    For each document and section: its facts, how many of them are asked, how often, and by which kinds of
    question.
    """
    bank = open_for_reading(folder, complain).bank
    read = read_documents(documents, bank.sources) if documents else None
    for source, reason in (read.unread if read else {}).items():
        complain(f"note: the document of {source} {reason}")
    found = coverage(bank, read)
    if html:
        _write_page(html, found, bank.language)
    if form == "json":
        sys.stdout.buffer.write(as_json(found))
        return
    _print(stdout_screen(), found)


def _write_page(path: Path, found: Coverage, language: str) -> None:
    from quizmill.check.coverage_page.page import page  # Jinja2, which the table does not need
    from quizmill.export.publish import Product, publish

    publish({path: Product(page(found, language), PAGE)})
    complain(f"note: wrote {path}")


def _print(screen: Screen, found: Coverage) -> None:
    for source in found.sources:
        _print_source(screen, source)
    for heading, lines in (
        ("Where documents disagree", _conflicts(found)),
        ("Questions that rest on no fact", list(found.without_facts) if found.sources else []),
    ):
        if lines:
            screen.say(heading, tone=Tone.HEADING)
            for line in lines:
                screen.say(line, label="  ")
            screen.say()
    if not found.sources:
        screen.say("This bank has no seeds, so there are no facts to cover.")


def _print_source(screen: Screen, source: SourceAsked) -> None:
    screen.say(f"{source.title} ({source.id})", tone=Tone.HEADING)
    screen.say("section, and the kinds of question", label=_HEAD)
    for section in source.sections:
        _print_section(screen, section, section.title or "(before the first section)")
    if len(source.sections) > 1:
        _print_section(screen, source.whole, "the whole document")
    for fact in source.whole.facts:
        if not fact.questions:
            screen.say(f"{fact.id}, paragraph {fact.paragraph}: {fact.says}", label="  not asked: ")
    if source.whole.unread:
        screen.say(listed("paragraph", source.whole.unread), label="  not accounted for: ")
    if source.whole.empty:
        screen.say(listed("paragraph", source.whole.empty), label="  without a fact: ")
    screen.say()


def _print_section(screen: Screen, section: SectionAsked, title: str) -> None:
    label = f"{len(section.facts):5}  {section.asked:5}  {section.times:5}  "
    screen.say(title, label=label)
    kinds = ", ".join(f"{count} {kind.replace('_', ' ')}" for kind, count in section.types.items())
    if kinds:
        screen.say(kinds, label=" " * len(label), tone=Tone.QUIET)


def _conflicts(found: Coverage) -> list[str]:
    asked = {fact.id for source in found.sources for fact in source.whole.facts if fact.questions}
    return [
        f"{conflict.about}: "
        + "; ".join(
            f"{claim.value} ({', '.join(claim.facts)}{'' if asked & {*claim.facts} else ', not asked'})"
            for claim in conflict.claims
        )
        for conflict in found.conflicts
    ]
