"""`quizmill document update`: a source follows its document into a new edition."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quizmill.app.document_update import NewEdition, Updated, update_document
from quizmill.app.document_update_report import Followed, Heading, Term, UpdateReport, as_json, report
from quizmill.app.talk import count
from quizmill.bank import yaml_out
from quizmill.bank.ranges import in_ranges, listed
from quizmill.cli.exit_code import ExitCode
from quizmill.cli.options import bank_option, format_option
from quizmill.documents.moved import How
from quizmill.export.publish import publish, rehearse
from quizmill.faces.plain.terminal import Screen, Tone, complain, stdout_screen

_PATH = click.Path(path_type=Path)


@click.command("update")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@bank_option
@click.option("--source", metavar="ID", help="Of which source it is.  [default: told by its name or content]")
@click.option(
    "--before",
    type=_PATH,
    metavar="OLDFILE",
    help="The text before the change.  [default: the one with the fingerprint, in the folder or in git]",
)
@click.option(
    "--documents", type=_PATH, metavar="DIR", help="The documents' folder, if bank.yaml names none."
)
@click.option("--no-drafts", is_flag=True, help="Begin no drafts of facts for paragraphs that are new.")
@click.option("--force", is_flag=True, help="Even if it has little in common with the text before.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing.")
@format_option(
    "text", "json", variable="QUIZMILL_DOCUMENT_UPDATE_FORMAT", help="For people, or each fact for programs."
)
def command(folder: Path, dry_run: bool, no_drafts: bool, form: str, **asked: object) -> ExitCode:
    """Follow a document that has changed.

    FILE is the document as it is now: the same file, changed in its place, or another. Its source is given
    the new numbers of paragraphs and sections, and the new fingerprint; nothing else in it is touched.

    Exits with 1 when facts have lost their words.
    """
    updated = update_document(folder, NewEdition(drafts=not no_drafts, **asked))  # type: ignore[arg-type]
    told = report(updated)
    if dry_run:
        rehearse(updated.files)
    else:
        publish(updated.files)
    if form == "json":
        sys.stdout.buffer.write(as_json(told))
    else:
        _print(stdout_screen(), updated, told)
    for path in updated.files:
        complain(f"note: {'would write' if dry_run else 'wrote'} {path}")
    return ExitCode.FAULTS if told.lost else ExitCode.FINE


def _print(screen: Screen, updated: Updated, told: UpdateReport) -> None:
    screen.say(f"{updated.source.name} ({told.source})", tone=Tone.HEADING)
    screen.say(f"the source is told by {told.told_by}", indent=2)
    if told.nothing_to_do:
        screen.say("this is the text that its facts were read from: nothing to do", indent=2)
        return
    screen.say(_compared(told), indent=2)
    screen.say(_counts(told), indent=2)
    _print_facts(screen, "Facts that have lost their words", told.lost)
    _print_facts(screen, "Drafts of facts that have lost their words: delete them", told.drafts_lost)
    _print_facts(screen, "Facts in words that are new: read them again", told.reworded)
    _print_rest(screen, updated, told)


def _compared(told: UpdateReport) -> str:
    if told.compared_with:
        was = count(told.paragraphs_before, "paragraph")
        return f"compared with {told.compared_with}: {was} there, {told.paragraphs} now"
    return "the text before is not known, so facts go where their terms stand; --before names that text"


def _counts(told: UpdateReport) -> str:
    kept = [fact for fact in told.facts if not fact.lost]
    moved = sum(fact.paragraph != fact.was for fact in kept)
    return (
        f"{count(len(told.facts), 'fact')}: {len(kept) - moved} where they were, {moved} with a new number, "
        f"{len(told.lost)} without their words"
    )


def _print_facts(screen: Screen, heading: str, facts: list[Followed]) -> None:
    if facts:
        screen.say()
        screen.say(heading, tone=Tone.HEADING)
    for fact in facts:
        screen.say(_place(fact), label=f"  {fact.id}: ")
        for term in fact.missing:
            screen.say(_missing(term, fact), indent=4)
        if fact.questions:
            screen.say(", ".join(fact.questions), label="    asked by ")


def _as_section(heading: Heading) -> str:
    """As it can be pasted below `sections`."""
    return yaml_out.inline({"title": heading.title, "from": heading.first})


def _place(fact: Followed) -> str:
    if fact.how == How.GONE:
        return f"paragraph {fact.was} is gone; put beside {fact.paragraph}"
    return f"paragraph {fact.paragraph}" + (f", before {fact.was}" if fact.paragraph != fact.was else "")


def _missing(term: Term, fact: Followed) -> str:
    if not term.now_in:
        return f'"{term.term}" stands nowhere now'
    return f'"{term.term}" stands in {listed("paragraph", term.now_in)}'


def _print_rest(screen: Screen, updated: Updated, told: UpdateReport) -> None:
    lines = [f"ended: {section.title}" for section in told.ended]
    known = {section.title for section in updated.source.sections}
    lines += [f"now called: {section.title}" for section in told.sections if section.title not in known]
    lines += [f"may begin here: {_as_section(heading)}" for heading in told.headings]
    if lines:
        screen.say()
        screen.say("Sections", tone=Tone.HEADING)
        for line in lines:
            screen.say(line, indent=2)
    if told.drafts:
        screen.say()
        screen.say("New paragraphs, each begun as the draft of a fact", tone=Tone.HEADING)
        for draft in told.drafts:
            screen.say(f"paragraph {draft.paragraph}", label=f"  {draft.id}: ")
    if told.unread:
        screen.say()
        screen.say("Paragraphs to read, on which no fact rests", tone=Tone.HEADING)
        screen.say(in_ranges(told.unread), indent=2)
