"""The drafts of a bank: what each is, where it stands, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from quizmill.bank.fold import fold
from quizmill.compose.search import read_search, texts_in
from quizmill.compose.selection import Selection
from quizmill.compose.traits import Traits, refuse_unknown
from quizmill.errors import BadRequest

if TYPE_CHECKING:
    from quizmill.bank.load import LoadedBank
    from quizmill.bank.model import Draft
    from quizmill.errors import Diagnostic, Location

_ITSELF = "draft"  # the advice that says that it is one


class Drafted(msgspec.Struct, frozen=True, kw_only=True):
    """A draft, as it is listed; its id, type and prompt are empty where it has none yet."""

    id: str
    type: str
    topic: str
    file: str
    line: int
    prompt: str
    lacks: tuple[str, ...]
    written: dict[str, Any]  # its fields as they stand in the file


def drafts(loaded: LoadedBank, selection: Selection) -> list[Drafted]:
    """The drafts that fit the selection by topic, type, tag, id and words, in the bank's order.

    Raises BadRequest for a topic or an id that none has, and when none fits.
    """
    bank = loaded.bank
    refuse_unknown("topic", selection.topics, (topic.id for topic in bank.topics))
    refuse_unknown("id", selection.ids, (draft.id for draft in bank.drafts if draft.id))
    sought = read_search(selection.search) if selection.search else None
    places = [loaded.origins.locate(origin) for origin in loaded.origins.drafts]
    found = [
        Drafted(
            id=draft.id,
            type=_text(draft, "type"),
            topic=draft.topic,
            file=place.file,
            line=place.line,
            prompt=_prompt(draft),
            lacks=tuple(_lacks(loaded.diagnostics, draft, place, places)),
            written=draft.tree,
        )
        for draft, place in zip(bank.drafts, places, strict=True)
        if _fits(draft, selection) and (not sought or sought.fits(_said(draft)))
    ]
    if bank.drafts and not found:
        raise BadRequest(f"none of the {len(bank.drafts)} drafts fits the selection")
    return found[: selection.count]


def _fits(draft: Draft, selection: Selection) -> bool:
    return _has(draft, selection, empty=True) and not _has(draft, selection.without, empty=False)


def _has(draft: Draft, traits: Traits, *, empty: bool) -> bool:
    """Whether the draft has one of the names of every trait, or of any: *empty* is what no names say."""
    tags = draft.tree.get("tags")
    asked = (
        (traits.topics, {draft.topic}),
        (traits.types, {_text(draft, "type")}),
        (traits.ids, {draft.id}),
        (traits.tags, set(map(str, tags if isinstance(tags, list) else [tags]))),
    )
    return (all if empty else any)(
        not having.isdisjoint(names) if names else empty for names, having in asked
    )


def _lacks(
    found: Iterable[Diagnostic], draft: Draft, place: Location, places: Sequence[Location]
) -> Iterator[str]:
    """What was told of the draft but that it is one; without an id it is what stands before the next."""
    after = min((each for each in places if each.file == place.file and each > place), default=None)
    for each in found:
        at = each.location
        here = at.file == place.file and at >= place and (not after or at < after)
        if each.rule != _ITSELF and here and each.question == (draft.id or None):
            yield each.message


def _said(draft: Draft) -> str:
    return fold("\0".join(text for _, text in texts_in(draft.tree)))


def _prompt(draft: Draft) -> str:
    return next((text for name, text in texts_in(draft.tree) if name in ("prompt", "text")), "")


def _text(draft: Draft, name: str) -> str:
    found = draft.tree.get(name)
    return found if isinstance(found, str) else ""
