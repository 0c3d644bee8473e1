"""`quizmill document show`: paragraphs beside their facts, and the questions that rest on them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from quizmill.app.document_show import documents_at_hand, shown_documents
from quizmill.app.file_kinds import DOCUMENT_PAGE
from quizmill.app.talk import count
from quizmill.bank.load import load_bank
from quizmill.bank.markup import plain
from quizmill.bank.ranges import in_ranges, listed, spread
from quizmill.cli.options import bank_option, documents_option, format_option
from quizmill.documents.beside import DocumentBeside, FactBeside, Paragraph, Resting, as_json
from quizmill.errors import BadRequest
from quizmill.faces.plain.terminal import Screen, Tone, complain, stdout_screen

_LINES = 3  # of a paragraph, where it is not asked for by its number


@click.command("show")
@bank_option
@click.argument("source", required=False)
@click.option(
    "--paragraph",
    "paragraphs",
    multiple=True,
    envvar="QUIZMILL_DOCUMENT_PARAGRAPH",
    metavar="N",
    help="Only this paragraph, or several as in 4-7,9; in full. Repeatable.",
)
@click.option("--unread", is_flag=True, help="Only the paragraphs that nobody has accounted for.")
@documents_option
@click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write a page to read through instead. It holds the documents' text: keep it to yourself.",
)
@format_option(
    "text", "json", variable="QUIZMILL_DOCUMENT_FORMAT", help="Text to read, or all of it for programs."
)
def command(
    folder: Path,
    source: str | None,
    paragraphs: tuple[str, ...],
    unread: bool,
    documents: Path | None,
    html: Path | None,
    form: str,
) -> None:
    """Show a document beside its facts and questions.

    Paragraph by paragraph: its text, dimmed and cut, the facts that stand in it, drafts among them, and the
    questions that rest on each. Without SOURCE all documents of the bank. Without the documents' texts facts
    and questions stand below the number of their paragraph.
    """
    loaded = load_bank(folder)
    numbers = _numbers(paragraphs)
    at_hand = documents_at_hand(loaded, documents, complain)
    found = shown_documents(loaded, source, at_hand, paragraphs=numbers, unread=unread)
    if html:
        _write_page(html, found, loaded.bank.title, loaded.bank.language)
    elif form == "json":
        sys.stdout.buffer.write(as_json(found))
    else:
        screen = stdout_screen()
        for each in found:
            _print(screen, each, whole=bool(numbers))


def _numbers(typed: tuple[str, ...]) -> frozenset[int]:
    found: set[int] = set()
    for each in typed:
        numbers = spread(each.strip())
        if numbers is None or "0" in numbers:
            raise BadRequest(f'--paragraph: "{each}" is no number of a paragraph; type 4, or 4-7,9')
        found.update(map(int, numbers))
    return frozenset(found)


def _write_page(path: Path, found: list[DocumentBeside], title: str, language: str) -> None:
    from quizmill.documents.page.page import page  # Jinja2, which the text does not need
    from quizmill.export.publish import Product, publish

    publish({path: Product(page(found, title, language), DOCUMENT_PAGE, private=True)})
    complain(f"note: wrote {path}, for you alone: it holds the text of documents")


def _print(screen: Screen, shown: DocumentBeside, *, whole: bool) -> None:
    screen.say(f"{shown.title} ({shown.id})", tone=Tone.HEADING)
    screen.say(_summary(shown, some=whole), tone=Tone.QUIET)
    margin = len(str(max((each.number for each in shown.paragraphs), default=1))) + 2
    known = [each for each in shown.paragraphs if each.text is not None or each.facts]
    for paragraph in known:
        screen.say()
        if paragraph.heading and paragraph.heading != paragraph.text:
            screen.say(paragraph.heading, tone=Tone.HEADING)
        _paragraph(screen, shown, paragraph, margin, whole=whole)
    empty = [each.number for each in shown.paragraphs if each.states_nothing and each not in known]
    if empty:
        screen.say()
        screen.say(in_ranges(empty), label="state nothing: ")
    screen.say()


def _summary(shown: DocumentBeside, *, some: bool) -> str:
    facts = [fact for each in shown.paragraphs for fact in each.facts]
    drafts = sum(fact.draft for fact in facts)
    length = "the text is not at hand" if shown.length is None else count(shown.length, "paragraph")
    if some and shown.paragraphs:
        length = f"{listed('paragraph', (each.number for each in shown.paragraphs))} of {shown.length or '?'}"
    parts = [length, count(len(facts) - drafts, "fact")]
    if not shown.paragraphs:
        return f"{length} · none is unread"
    parts += [count(drafts, "draft")] if drafts else []
    parts += [f"unread: {listed('paragraph', shown.unread)}"] if shown.unread else []
    return " · ".join(parts)


def _paragraph(
    screen: Screen, shown: DocumentBeside, paragraph: Paragraph, margin: int, *, whole: bool
) -> None:
    label = f"{paragraph.number:>{margin - 2}}  "
    is_heading = paragraph.heading == paragraph.text
    text = _cut(paragraph.text or "", 0 if whole else (screen.width - margin) * _LINES)
    screen.say(text, label=label, tone=Tone.HEADING if is_heading else Tone.QUIET)
    if paragraph.unread:
        screen.say("unread", indent=margin, tone=Tone.PARTLY)
    elif paragraph.states_nothing:
        screen.say("states nothing", indent=margin)
    for fact in paragraph.facts:
        _fact(screen, shown, fact, margin, whole=whole)


def _fact(screen: Screen, shown: DocumentBeside, fact: FactBeside, margin: int, *, whole: bool) -> None:
    draft = "draft of a fact: " if fact.draft else ""
    says = fact.says or ", ".join(fact.terms) or "nothing said yet"
    screen.say(f"{draft}{says}", label="- ", indent=margin)
    notes = [f"{shown.id}/{fact.id}" if fact.id else "", f"as of {fact.as_of}" if fact.as_of else ""]
    if any(notes):
        screen.say(" · ".join(filter(None, notes)), indent=margin + 2, tone=Tone.QUIET)
    if fact.doubt:
        screen.say(fact.doubt, label="disputed: ", indent=margin + 2, tone=Tone.PARTLY)
    room = screen.width - margin - 4
    for each in fact.questions:
        name = f"{'draft ' if each.draft else ''}{each.id}"
        asked = _asked(each, room * _LINES if whole else room, name)
        screen.say(f"{name}: {asked}", label="? ", indent=margin + 2)
    if not fact.questions and not fact.draft:
        screen.say("no question rests on it", indent=margin + 2, tone=Tone.PARTLY)


def _asked(question: Resting, most: int, name: str) -> str:
    """What is asked, and the answer, cut to so many characters behind the name."""
    key = f" → {', '.join(map(plain, question.key))}" if question.key else ""
    return _cut(f"{' '.join(plain(question.prompt).split())}{key}", max(20, most - len(name) - 2))


def _cut(text: str, most: int) -> str:
    """The beginning of a text, up to the end of a word; all of it where *most* is 0."""
    if not most or len(text) <= most:
        return text
    return f"{text[: most - 1].rsplit(' ', 1)[0]}…"
