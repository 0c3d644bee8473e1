"""`quizmill coverage`: which facts are taught and asked, how often and how, and which are not."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quizmill.app.document_show import documents_at_hand
from quizmill.app.file_kinds import PAGE
from quizmill.app.opening import open_for_reading
from quizmill.bank.ranges import listed
from quizmill.check.coverage import Coverage, FactCovered, SectionCovered, SourceCovered, as_json, coverage
from quizmill.cli.options import bank_option, format_option
from quizmill.faces.plain.terminal import Screen, Tone, complain, stdout_screen

_HEAD = "facts  asked  taught  both  times  "


@click.command("coverage")
@bank_option
@click.option(
    "--documents",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Also show which paragraphs of the documents in DIR state no fact.  [default: as bank.yaml says]",
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
    """Show which facts are asked and taught, and which are not.

    For each document and section: its facts, how many of them are asked, taught (a lesson below `learn`
    rests on them) and both, how often they are asked, and by which kinds of question. What core questions
    rest on comes first.
    """
    loaded = open_for_reading(folder, complain)
    bank = loaded.bank
    found = coverage(bank, documents_at_hand(loaded, documents, complain))
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
    if found.core.facts:
        _print_core(screen, found)
    for source in found.sources:
        _print_source(screen, source, teaches=bool(found.lessons))
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


def _print_core(screen: Screen, found: Coverage) -> None:
    """What core questions rest on; where nothing is taught at all, no more than that."""
    core = found.core
    counts = f"taught and asked {len(core.facts) - len(core.untaught)}, asked only {len(core.untaught)}"
    none = "none is taught, since no lesson (`learn`) rests on facts"
    screen.say("What the core rests on", tone=Tone.HEADING)
    screen.say(f"{len(core.facts)}, {counts if found.lessons else none}", label="core facts: ")
    if found.lessons:
        untaught = set(core.untaught)
        for source in found.sources:
            for fact in source.whole.facts:
                if fact.id in untaught:
                    _print_fact(screen, fact, "asked only")
        for question in core.untaught_questions:
            screen.say(question, label="  rests on nothing taught: ")
    screen.say()


def _print_source(screen: Screen, source: SourceCovered, *, teaches: bool) -> None:
    screen.say(f"{source.title} ({source.id})", tone=Tone.HEADING)
    screen.say("section, and the kinds of question", label=_HEAD)
    for section in source.sections:
        _print_section(screen, section, section.title or "(before the first section)")
    if len(source.sections) > 1:
        _print_section(screen, source.whole, "the whole document")
    for fact in source.whole.facts:
        if not fact.questions:
            neither = "neither" if teaches else "not asked"
            _print_fact(screen, fact, "taught only" if fact.taught else neither)
    only_asked = [
        fact.id.partition("/")[2] for fact in source.whole.facts if fact.questions and not fact.taught
    ]
    if teaches and only_asked:
        screen.say(", ".join(only_asked), label="  asked only: ")
    if source.whole.begun:
        screen.say(listed("paragraph", source.whole.begun), label="  begun: ")
    if source.whole.unread:
        screen.say(listed("paragraph", source.whole.unread), label="  not accounted for: ")
    if source.whole.empty:
        screen.say(listed("paragraph", source.whole.empty), label="  without a fact: ")
    screen.say()


def _print_fact(screen: Screen, fact: FactCovered, what: str) -> None:
    screen.say(f"{fact.id}, paragraph {fact.paragraph}: {fact.says}", label=f"  {what}: ")


def _print_section(screen: Screen, section: SectionCovered, title: str) -> None:
    counts = f"{len(section.facts):5}  {section.asked:5}  {section.taught:6}  {section.both:4}"
    label = f"{counts}  {section.times:5}  "
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
