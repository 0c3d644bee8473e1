"""`quizmill document add`: the skeleton of a source, made of a file."""

from __future__ import annotations

import shlex
from datetime import datetime
from pathlib import Path

import click

from quizmill.app.document_add import AddedDocument, AddedDocuments, documents_added
from quizmill.app.document_head import Options
from quizmill.app.input_file import read_input
from quizmill.app.talk import count
from quizmill.bank.default import nearest_bank
from quizmill.bank.model import Cut
from quizmill.bank.ranges import gathered
from quizmill.check.phrasing import some
from quizmill.cli.options import bank_option
from quizmill.errors import BadRequest
from quizmill.export.publish import publish, rehearse
from quizmill.faces.plain.terminal import complain

_KINDS = "person, company, place, product or other"
_NAMES = 12  # that are listed


@click.command("add")
@click.argument(
    "files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False)
)
@bank_option
@click.option(
    "--id", "id", metavar="ID", help="What it is called in facts and questions.  [default: of its title]"
)
@click.option(
    "--title", metavar="TEXT", help="Its title.  [default: what the file says, or its first heading]"
)
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DAY",
    help="The day on which it was published, as 2025-08-30.  [default: what the file says]",
)
@click.option(
    "--paragraphs",
    type=click.Choice([str(cut) for cut in Cut]),
    help="What a paragraph of a plain text is: a line, or what blank lines part.  [default: by its lines]",
)
@click.option(
    "--text",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where its text goes.  [default: the folder `documents` of bank.yaml]",
)
@click.option("--names", is_flag=True, help="Put names that seem new into names.yaml.")
@click.option("--dry-run", is_flag=True, help="Write nothing, and print what the seeds would have.")
def command(
    files: tuple[Path, ...],
    folder: Path,
    id: str | None,
    title: str | None,
    published: datetime | None,
    paragraphs: str | None,
    text: Path | None,
    names: bool,
    dry_run: bool,
) -> None:
    """Make the skeleton of a source from a document.

    Its file in the seeds gets head, fingerprint, sections, what states nothing, and for each other paragraph
    the draft of a fact: figures, dates and names that stand there, never a sentence. What it says is for you
    to write. The text goes beside the bank, to prove facts against.
    """
    if len(files) > 1 and (id or title or published):
        raise BadRequest("--id, --title and --published are of one document: name one FILE")
    options = Options(
        id=id,
        title=title,
        published=published.date() if published else None,
        paragraphs=Cut(paragraphs) if paragraphs else None,
    )
    given = [(path, read_input(path, "document")) for path in files]
    made = documents_added(folder, given, options, text=text, names=names)
    (rehearse if dry_run else publish)(made.files, read=files)
    for document in made.documents:
        if dry_run:
            click.echo(document.seeds, nl=False)
        _tell(document)
    if not dry_run:
        for path in made.files:
            click.echo(path)
    _tell_more(made)
    if dry_run:
        complain("nothing is written")
    else:
        _say_what_next(made, folder)


def _tell(made: AddedDocument) -> None:
    source, nothing = made.source, gathered(made.source.states_nothing)
    cut = (
        "blank lines part them"
        if source.paragraphs is Cut.BLANK_LINE
        else "each line that is not blank is one"
    )
    complain(f"{made.path}: {source.title}")
    complain(f"  id: {source.id}; published: {source.published or 'not told'}")
    total = len(made.skeleton.drafts) + len(source.states_nothing)
    complain(f"  {count(total, 'paragraph')}: {cut}; {count(len(source.sections), 'section')}")
    complain(f"  {count(len(made.skeleton.drafts), 'draft')} of facts, to be finished")
    if nothing:
        complain(f"  states nothing: {', '.join(map(str, nothing))}")
    for note in made.notes:
        complain(f"  {note}")
    for left in made.left:
        complain(f"  left out: {left}")


def _tell_more(made: AddedDocuments) -> None:
    if made.named:
        complain(f"bank.yaml: {', '.join(made.named)}")
    if made.new_names:
        where = (
            f"are in names.yaml now; say of what kind each is: {_KINDS}"
            if made.are_names_added
            else "may be new names"
        )
        complain(f"{some(made.new_names, _NAMES)} {where}")
        if not made.are_names_added:
            complain("  --names puts them into names.yaml, where answers find their other spellings")


def _say_what_next(made: AddedDocuments, folder: Path) -> None:
    where = "" if folder == nearest_bank(Path.cwd()) else f" --bank {shlex.quote(str(folder))}"
    complain("Next: write what each fact `says`, in your own words, and delete its `state: draft`.")
    complain(f"  quizmill check{where}    proves what is finished, and tells what is not")
    copied = sorted({str(each.text.parent) for each in made.documents if each.is_copied})
    if copied:
        complain(f"The text in {', '.join(copied)} may be another's: keep it out of what you publish.")
