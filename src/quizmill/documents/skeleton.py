"""The skeleton of a source: sections, what states nothing, and the draft of a fact for all else."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import msgspec

from quizmill.bank.model import DraftFact, Name, Section
from quizmill.documents.extract import Part
from quizmill.documents.extract.plain_kinds import without_marks
from quizmill.documents.fact_ids import fact_id
from quizmill.documents.fact_kinds import kind_of
from quizmill.documents.terms import Term, Terms

_SILENT = ("heading", "furniture", "listing")  # kinds of paragraphs that state nothing
_LONGEST = 120  # characters of a section's title
_BARE = 30  # characters of a paragraph that states nothing when nothing telling stands in it


class Skeleton(msgspec.Struct, frozen=True):
    """What a source's file is begun with; paragraphs are counted from 1."""

    sections: tuple[Section, ...]
    drafts: tuple[DraftFact, ...]
    states_nothing: tuple[int, ...]
    new_names: tuple[str, ...]  # names that names.yaml does not have, the most frequent first


def skeleton(
    source: str,
    parts: Sequence[Part],
    names: Sequence[Name],
    language: str,
    *,
    title: str = "",
    taken: Collection[str] = (),
) -> Skeleton:
    """The skeleton of a document's *parts*, of which each is a paragraph.

    Known *names* are found by all their forms. No id is among those *taken*; what stands before the first
    heading is the section of the document's *title*.
    """
    silent = _head_rows(parts)
    stating = [
        n
        for n, part in enumerate(parts, 1)
        if _states(part) and without_marks(part.text) != title and n not in silent
    ]
    terms = Terms([parts[n - 1].text for n in stating], names, language)
    used = set(taken)
    told = [(at, n, terms.of(at)) for at, n in enumerate(stating)]
    told = [each for each in told if each[2] or len(parts[each[1] - 1].text) > _BARE]
    sections = tuple(_sections(parts, title, told[0][1] if told else len(parts)))
    drafts = []
    for at, n, found in told:
        about = next((each.title for each in reversed(sections) if each.first <= n), "")
        id = fact_id(found, n, used, words=terms.words(at), section=about)
        used.add(id)
        drafts.append(_draft(source, id, n, parts[n - 1].text, found))
    return Skeleton(
        sections=sections,
        drafts=tuple(drafts),
        states_nothing=tuple(sorted({*range(1, len(parts) + 1)} - {each.paragraph for each in drafts})),
        new_names=terms.new_names(),
    )


def _states(part: Part) -> bool:
    return part.kind not in _SILENT and any(map(str.isalnum, part.text))


def _head_rows(parts: Sequence[Part]) -> set[int]:
    """The first rows of tables, which tell what their columns are: no figure stands in them."""
    tables = [part.kind == "table" for part in parts]
    return {
        n
        for n, part in enumerate(parts, 1)
        if tables[n - 1 : n + 1] == [True, True]
        and not (n > 1 and tables[n - 2])
        and not any(map(str.isdigit, part.text))
    }


def _draft(source: str, id: str, paragraph: int, text: str, terms: Sequence[Term]) -> DraftFact:
    tree = {
        "id": id,
        "paragraph": paragraph,
        "says": "",
        "terms": [term.text for term in terms],
        "kind": str(kind_of(text, terms)),
        "state": "draft",
    }
    return DraftFact(id=id, source=source, paragraph=paragraph, tree=tree)


def _sections(parts: Sequence[Part], title: str, stating: int) -> Iterator[Section]:
    """The headings, those that follow each other as one; the first section begins with the document.

    It begins with its title, where what is before that is a menu: not *stating*, the first that states.
    """
    is_titled = parts[0].kind != "heading" and any(part.kind == "heading" for part in parts)
    heads = [title] if is_titled else []
    titled = (n for n, part in enumerate(parts[: stating - 1], 1) if without_marks(part.text) == title)
    first = next(titled, 1)
    for n, part in enumerate(parts, 1):
        if part.kind == "heading" and not (is_titled and without_marks(part.text) == title):
            first = first if heads else n
            heads.append(without_marks(part.text))
        elif heads and _states(part):
            yield Section(title=": ".join(heads)[:_LONGEST], first=first)
            heads = []
