"""What manners propose for facts that a test tells: a small document about an engine, and five names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quizmill.bank.model import Bank, Fact, Name, NameKind, Source
from quizmill.bank.write import question_fields
from quizmill.drafts import MANNERS, Known

NAMES = (
    Name(name="Ada Lovelace", kind=NameKind.PERSON, aliases=("Lovelace",)),
    Name(name="Charles Babbage", kind=NameKind.PERSON, aliases=("Babbage",)),
    Name(name="Luigi Menabrea", kind=NameKind.PERSON),
    Name(name="Mary Somerville", kind=NameKind.PERSON),
    Name(name="London", kind=NameKind.PLACE),
)
ENGINE = "Charles Babbage designed the Difference Engine."
NOTES = "Luigi Menabrea described the Difference Engine in a paper."
TUTOR = "Mary Somerville taught Ada Lovelace."
SORTS = (
    "Ada Lovelace was a programmer of engines.",
    "Charles Babbage was a programmer of engines.",
    "Luigi Menabrea was a programmer of engines.",
    "Mary Somerville, a programmer of engines, taught.",
)


def known(*facts: Fact | str, language: str = "en", disputed: tuple[str, ...] = (), **source: Any) -> Known:
    made = [
        each if isinstance(each, Fact) else fact(each, id=f"f{number}") for number, each in enumerate(facts)
    ]
    told = Source(id="life", title="A Life", facts=tuple(made), **source)
    return Known(
        Bank(title="T", namespace="t", language=language, sources=(told,), names=NAMES), disputed=disputed
    )


def fact(says: str, id: str = "it", **fields: Any) -> Fact:
    return Fact(id=id, paragraph=1, says=says, **fields)


def proposed(manner: str, *facts: Fact | str, **bank: Any) -> Iterator[dict[str, Any]]:
    """The fields of what a manner proposes, without explanation and facts."""
    for each in MANNERS[manner](known(*facts, **bank)):
        fields = question_fields(each.question)
        yield {
            name: value
            for name, value in fields.items()
            if name not in ("id", "explanation", "facts", "type")
        }


def asked(manner: str, *facts: Fact | str, **bank: Any) -> list[str]:
    """What a manner asks."""
    return [str(each.get("prompt", each.get("text", ""))) for each in proposed(manner, *facts, **bank)]
