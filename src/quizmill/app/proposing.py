"""Questions proposed from a bank's facts, judged by the checker as if they were finished, become drafts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from quizmill.app.document_show import documents_at_hand
from quizmill.app.file_kinds import NEW
from quizmill.app.in_place import changed, text_in_place
from quizmill.app.new_question import known_kind, own_bank, place_of, taken_ids, topic_head, with_drafts
from quizmill.bank import yaml_out
from quizmill.bank.closest import nearest
from quizmill.bank.document import Documents
from quizmill.bank.load import LoadedBank
from quizmill.bank.model import Bank, Question, Topic, references_of
from quizmill.bank.ranges import listed
from quizmill.bank.reader.askable import faults_in
from quizmill.bank.write import question_fields
from quizmill.check import registry
from quizmill.check.conflicts import conflicts_of
from quizmill.check.context import context_of
from quizmill.check.grounds import Grounds, grounds_of
from quizmill.check.judging import Judge
from quizmill.check.rules.bank import ambiguous_prompt, cross_item_leak, duplicate_item, near_duplicate
from quizmill.check.rules.document import sentence_copied
from quizmill.check.texts import texts_of
from quizmill.drafts import Known, Proposal
from quizmill.drafts.account import account
from quizmill.drafts.choosing import Taken, Wanted, chosen
from quizmill.errors import BadRequest, Severity
from quizmill.export.publish import Product

_BESIDE = (duplicate_item, ambiguous_prompt, near_duplicate, cross_item_leak)  # what a question is to another
_UNREADABLE = "cannot be asked"
_DRAFT = "draft"
_ALL = "all"


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be proposed."""

    sources: Sequence[str]  # ids, or `all`
    facts: Sequence[str] = ()  # ids, or as source/fact
    kinds: Sequence[str] = ()
    topic: str | None = None
    count: int | None = None
    again: bool = False


class Proposed(msgspec.Struct, frozen=True, kw_only=True):
    """The drafts, in their file, which is not written yet."""

    proposals: tuple[Proposal, ...]
    left: str  # how many facts have no draft, by reason; "" for none
    lines: tuple[tuple[str, ...], ...]  # of each as it stands in the file
    path: Path
    product: Product | None  # None where there is nothing to add


def propose(folder: Path, asked: Request) -> Proposed:
    """Drafts of questions from facts of the bank in *folder*, to be put at the end of a topic.

    Raises BadRequest for a source, fact, kind or topic that cannot be, BankUnreadable without a bank,
    FileUnusable for a topic's file that cannot be added to.
    """
    loaded = own_bank(folder)
    asked = msgspec.structs.replace(asked, sources=_sources(loaded.bank, asked.sources))
    wanted = _wanted(loaded, asked)
    title, path = _place(loaded, asked)
    found = proposals(loaded.bank, folder, wanted, documents_at_hand(loaded, None))
    lines = tuple(tuple(_lines(each)) for each in found.proposals)
    product = None
    if lines:
        before = "" if title else text_in_place(folder, path)
        after = with_drafts(path, before or topic_head(loaded, title), lines)
        product = changed(before, after) if before else Product(after.encode(), NEW)
    return Proposed(
        proposals=found.proposals, left=account(wanted, found), lines=lines, path=path, product=product
    )


def proposals(bank: Bank, folder: Path, wanted: Wanted, documents: Documents | None = None) -> Taken:
    """The proposals that are wanted, without those in which the checker finds an error or a warning.

    They are held against the *documents* as well, where these are at hand.
    """
    disputed = {fact for conflict in conflicts_of(bank) for claim in conflict.claims for fact in claim.facts}
    grounds = grounds_of(bank, folder)
    found = chosen(Known(bank, disputed), wanted, _judge(grounds, documents))
    apart, repeating = _apart(found.proposals, bank, folder)
    return found._replace(proposals=apart, faults=(*found.faults, *repeating))


def _judge(grounds: Grounds, documents: Documents | None) -> Callable[[Question], str]:
    """The rule by which the checker finds more in a question than mere advice; "" for none."""
    language = grounds.bank.language
    judge = Judge.of(lambda rule: registry.can_judge(rule, language))
    is_copied = _copies(grounds.bank, documents)
    milder = {rule.ID: rule.SEVERITY for rule in registry.rules()}

    def fault_in(question: Question) -> str:
        if any(True for _ in faults_in(question, language)):
            return _UNREADABLE
        if is_copied(question):
            return sentence_copied.ID
        return next(
            (
                id
                for id, finding in judge.findings(question, grounds)
                if (finding.severity or milder[id]) is not Severity.ADVICE
            ),
            "",
        )

    return fault_in


def _copies(bank: Bank, documents: Documents | None) -> Callable[[Question], bool]:
    """Whether a question has a sentence of the *documents* in it; never without them."""
    if documents is None or not registry.can_judge(sentence_copied, bank.language):
        return lambda question: False
    originals = sentence_copied.originals_of(bank, documents)
    return lambda question: any(originals.copied_in(text) for _, text in texts_of(question))


def _apart(
    found: tuple[Proposal, ...], bank: Bank, folder: Path
) -> tuple[tuple[Proposal, ...], tuple[tuple[Proposal, str], ...]]:
    """The proposals without those that another question repeats, or gives away; and these with the rule."""
    out: list[tuple[Proposal, str]] = []
    while True:
        own = {each.question.id for each in found}
        topic = Topic(id="proposed", title=bank.title, questions=tuple(each.question for each in found))
        whole = msgspec.structs.replace(bank, topics=(*bank.topics, topic), drafts=(), left_out=())
        context = context_of(whole, folder)
        blamed = {
            finding.subject.id: rule.ID
            for rule in _BESIDE
            if registry.can_judge(rule, bank.language)
            for finding in rule.check_bank(whole, context)
            if finding.subject
            and finding.subject.id in own
            and (finding.severity or rule.SEVERITY) is not Severity.ADVICE
        }
        if not blamed:
            return found, tuple(out)
        out += [(each, blamed[each.question.id]) for each in found if each.question.id in blamed]
        found = tuple(each for each in found if each.question.id not in blamed)


def _wanted(loaded: LoadedBank, asked: Request) -> Wanted:
    bank = loaded.bank
    facts = bank.facts()
    if not facts:
        raise BadRequest("--from: this bank has no facts; questions are proposed from what its seeds say")
    of_sources = [ref for ref, (source, _) in facts.items() if source.id in asked.sources]
    named = [_fact(each, of_sources) for each in asked.facts]
    rested = {ref for _, question in bank.questions() for ref in references_of(question)}
    rested |= {ref for draft in bank.drafts for ref in _references(draft.tree)}
    return Wanted(
        facts=frozenset(named or of_sources),
        kinds=frozenset(map(known_kind, asked.kinds)),
        taken=frozenset(taken_ids(loaded)),
        asked=frozenset() if named else frozenset(rested),
        again=asked.again,
        most=asked.count,
    )


def _sources(bank: Bank, named: Sequence[str]) -> list[str]:
    """The ids of the sources that are named; raises BadRequest for one that there is not."""
    known = [source.id for source in bank.sources]
    for id in named:
        if id not in (*known, _ALL) and known:
            raise BadRequest(f'--from: there is no source "{id}"; {nearest(id, known)}')
    return known if _ALL in named else list(named)


def _fact(name: str, of_sources: Collection[str]) -> str:
    for reference in of_sources:
        if name in (reference, reference.partition("/")[2]):
            return reference
    raise BadRequest(f'--fact: there is no fact "{name}"; {nearest(name, of_sources)}')


def _references(tree: dict[str, Any]) -> Iterator[str]:
    """The facts that a draft names, which nobody has looked at yet."""
    facts = tree.get("facts")
    yield from (each for each in facts if isinstance(each, str)) if isinstance(facts, list) else ()
    points = tree.get("points")
    for point in points if isinstance(points, list) else ():
        yield from _references(point) if isinstance(point, dict) else ()


def _place(loaded: LoadedBank, asked: Request) -> tuple[str, Path]:
    """The title of a topic to be made, else "", and its file: the one that most rests on the sources."""
    bank = loaded.bank
    if asked.topic is not None or len(bank.topics) == 1:
        return place_of(loaded, asked.topic)
    resting = Counter(
        topic.id
        for topic, question in bank.questions()
        if any(ref.partition("/")[0] in asked.sources for ref in references_of(question))
    )
    if resting:
        return place_of(loaded, resting.most_common(1)[0][0])
    source = next(each for each in bank.sources if each.id in asked.sources)
    title, path = place_of(loaded, source.id)
    return title and source.name, path


def _lines(proposal: Proposal) -> list[str]:
    """The question as it stands in its file, with what a person must still do beside `state: draft`."""
    fields = question_fields(proposal.question)
    first = {name: fields.pop(name) for name in ("id", "type")}
    paragraphs: dict[str, set[int]] = {}
    for told in proposal.about:
        paragraphs.setdefault(told.source.id, set()).add(told.fact.paragraph)
    beside = "; ".join(f"{id} {listed('paragraph', sorted(own))}" for id, own in paragraphs.items())
    lines = yaml_out.item({**first, "state": _DRAFT, **fields})
    note = f"  # read it beside {beside}; then delete this line"
    return [f"{line}{note}" if line.strip() == f"state: {_DRAFT}" else line for line in lines]
