"""Facts that are not finished: kept as they are written, and told in one line a source."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from quizmill.bank.model import DraftFact, Fact
from quizmill.bank.ranges import listed
from quizmill.bank.reader.decode import decode
from quizmill.bank.reader.fault import Fault
from quizmill.bank.reader.origins import Origin
from quizmill.bank.reader.reading import Reading, id_of
from quizmill.bank.reader.tree import Tree
from quizmill.errors import Severity


class Begun:
    """The unfinished facts of one source, by where they were written."""

    def __init__(self, reading: Reading, source: str) -> None:
        self.reading = reading
        self.source = source
        self.drafts: dict[Origin, DraftFact] = {}

    def add(self, tree: dict[str, Tree], origin: Origin) -> None:
        """Keep the entry as it is written. What would lose something of it is an error; a slip is advice."""
        id = id_of(tree) or ""
        is_first(self.reading, self.source, id, origin)
        for fault in self.reading.parsed(origin):
            self.reading.report(origin, fault)
        written = {name: value for name, value in tree.items() if name != "state" and value != ""}
        found = decode(written, Fact, ())
        for fault in found if isinstance(found, tuple) else ():
            if fault.rule != "missing-field":
                self.reading.report(origin, replace(fault, severity=Severity.ADVICE))
        paragraph = tree.get("paragraph")
        number = int(paragraph) if isinstance(paragraph, str) and paragraph.isdecimal() else 0
        self.drafts[origin] = DraftFact(id=id, source=self.source, paragraph=number, tree=tree)

    def tell(self) -> None:
        """Give the advice on all of them, at the first, with their paragraphs as they can be pasted."""
        for first in list(self.drafts)[:1]:
            self.reading.report(first, _told(tuple(self.drafts.values())))


def is_first(reading: Reading, source: str, id: str | None, origin: Origin) -> bool:
    """Whether no other fact of the source has that id; the fault is reported, or where it stands noted."""
    reference = f"{source}/{id}"
    if id and reference in reading.origins.facts:
        reading.report(origin, reading.taken(id, reading.origins.facts[reference]))
        return False
    if id:
        reading.origins.facts[reference] = origin
    return True


def _told(drafts: Sequence[DraftFact]) -> Fault:
    known = sorted({draft.paragraph for draft in drafts if draft.paragraph})
    where = f", of {listed('paragraph', known)}" if known else ""
    what = "1 fact is a draft" if len(drafts) == 1 else f"{len(drafts):,} facts are drafts"
    help = (
        "write what each says and delete its `state: draft`; or delete the fact, and add its paragraph to "
        "`states_nothing`"
    )
    message = f"{what}, on which nothing can rest{where}"
    return Fault(("state",), "draft-facts", message, help, severity=Severity.ADVICE)
