"""Items of other programs' files become questions of ours, or drafts with what they lack."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

import msgspec

from quizmill.bank.model import Draft, Id, Question
from quizmill.bank.reader import askable
from quizmill.bank.reader.decode import as_id, decode_question
from quizmill.bank.reader.fault import Fault
from quizmill.bank.reader.lacking import NO_EXPLANATION
from quizmill.bank.reader.links import references
from quizmill.bank.skeletons import short_id
from quizmill.bank.write import question_fields
from quizmill.errors import Severity
from quizmill.formats.item import Item
from quizmill.formats.report import Report

_TOPIC = "imported"
_NO_FACTS = "this bank has seeds; add `facts: [source/fact]`, what it rests on, and delete `state: draft`"
# What programs call questions among themselves: a digest, or a number drawn; `origin` keeps it.
_DRAWN = re.compile(r"[a-z]?[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A question made from an item.

    *fields* are those of its entry in a topic's file; a draft's have its state.
    """

    id: str
    topic: str  # the title of its topic; empty for that of the file
    fields: dict[str, Any]
    question: Question | None  # None for a draft
    exported: dict[str, str] = {}  # digests of the fields that the table was written from
    finished: bool = False  # it is in the bank and asked there, whatever the file's lacks

    @property
    def is_draft(self) -> bool:
        """Whether it is asked nowhere as yet."""
        return self.question is None and not self.finished

    def as_draft(self, topic: str) -> Draft:
        """The entry as a bank has it that read it."""
        return Draft(id=self.id, topic=topic, tree=self.fields)


class Maker:
    """Makes questions of items, of one file or several; no two get one id."""

    def __init__(
        self,
        report: Report,
        *,
        language: str = "en",
        unexplained: bool = False,
        facts: Collection[str] | None = None,
        taken: Iterable[str] = (),
        finished: Collection[str] = (),
    ) -> None:
        """What lacks only an explanation is asked all the same if *unexplained* is.

        *facts*, ids that are *taken* and those that are *finished* questions are those of the bank into which
        it goes; its facts are None where it has no seeds, and so needs none.
        """
        self._report = report
        self._language = language
        self._unexplained = unexplained
        self._facts = facts
        self._taken = set(taken)
        self._finished = finished
        self.names: dict[tuple[str, str], str] = {}  # ids, by the file, and what reports called the item

    def made(
        self, items: Sequence[Item], format: str, file: str, known: Sequence[str] = ()
    ) -> tuple[Entry, ...]:
        """The questions of one *file*, by the base of its name, in its order; what they lack is told.

        *known* has the ids of those that are in the bank already, each at the place of its item, else "".
        """
        ids = known or [""] * len(items)
        return tuple(self._made(item, format, file, id) for item, id in zip(items, ids, strict=True))

    def _made(self, item: Item, format: str, file: str, known: str) -> Entry:
        id = known or self._id(item)
        self.names.setdefault((self._report.file, item.called), id)
        origin = {"format": format, "file": file, "id": item.id}
        tree = {"id": id, "type": item.kind, **self._rested(fields_of(item), item)}
        tree["origin"] = {name: value for name, value in origin.items() if value}
        found = decode_question(_as_text(tree), ())
        faults = found if isinstance(found, tuple) else tuple(askable.faults_in(found, self._language))
        stops = (fault for fault in faults if fault.severity is Severity.ERROR)
        lacking = [(_field(fault), *_why(fault)) for fault in stops]
        if not item.explanation and not self._unexplained:
            lacking.append(("explanation", NO_EXPLANATION, ""))
        if self._facts is not None and not (isinstance(found, tuple) or any(references(found))):
            lacking.append(("facts", _NO_FACTS, ""))
        finished = id in self._finished
        for field, rule, was in () if finished else lacking:
            self._report.note(item.called, field, f"kept as a draft: {rule}", was)
        if lacking or isinstance(found, tuple):
            drafted = {**tree, "state": "draft"}
            made = Entry(id=id, topic=item.topic, fields=drafted, question=None, exported=item.exported)
            return msgspec.structs.replace(made, finished=finished)
        told = question_fields(found)
        return Entry(id=id, topic=item.topic, fields=told, question=found, exported=item.exported)

    def _rested(self, fields: dict[str, Any], item: Item) -> dict[str, Any]:
        """The fields with those facts that the bank has; others become a field of the author's own."""
        strange: dict[str, None] = {}
        there = self._facts or ()

        def known(facts: Sequence[str]) -> list[str]:
            strange.update(dict.fromkeys(fact for fact in facts if fact not in there))
            return [fact for fact in facts if fact in there]

        kept = known(fields.pop("facts", []))
        if points := fields.get("points"):
            fields["points"] = [
                {**point, "facts": known(point["facts"])} if isinstance(point, dict) else point
                for point in points
            ]
        if strange:
            rule = "the bank has no such facts: they are kept as x-facts"
            self._report.changed(item.called, "facts", rule, ", ".join(strange), "x-facts")
            fields["x-facts"] = list(strange)
        return {**fields, **({"facts": kept} if kept else {})}

    def _id(self, item: Item) -> str:
        """The file's own id where it is legal and nobody has it yet, else one of the wording."""
        id = own_id(item)
        base, number = id if id not in self._taken else of_wording(item), 2
        id = base
        while id in self._taken:
            id, number = f"{base}-{number}", number + 1
        self._taken.add(id)
        return id


def topic_id(title: str, file: str) -> str:
    """The id of the topic of that title, of what is imported from *file*."""
    id = as_id(title) or as_id(file.rpartition(".")[0]) or _TOPIC
    return f"{id}-{_TOPIC}" if id == "bank" else id


def own_id(item: Item) -> str:
    """The id that the file gives where it is one of ours and can be read, else one of the wording."""
    return item.id if _is_id(item.id) and not _DRAWN.fullmatch(item.id) else of_wording(item)


def _is_id(text: str) -> bool:
    try:
        msgspec.convert(text, Id)
    except msgspec.ValidationError:
        return False
    return True


def of_wording(item: Item) -> str:
    """An id that is the same for the same wording, whatever file it is in."""
    wording = [item.kind, item.prompt, item.context, *(choice.text for choice in item.choices)]
    wording += [*item.answers, *(text for pair in item.pairs for text in pair), *item.steps, *item.points]
    digest = hashlib.blake2b(msgspec.json.encode(wording), digest_size=3).hexdigest()
    return f"{short_id(item.prompt) or item.kind.replace('_', '-')}-{digest}"


def fields_of(item: Item) -> dict[str, Any]:
    """The fields that say something, of its kind first, as a topic's file has them."""
    shared = {
        "explanation": item.explanation,
        "hint": item.hint,
        "context": item.context,
        "tags": tuple("-".join(tag.split()) for tag in item.tags if tag.strip()),
        "marks": item.marks if item.marks != 1 else None,
        "image": _record(item.image),
        "audio": _record(item.audio),
    }
    fields = {**_OF_KIND[item.kind](item), **shared, **item.ours}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in fields.items()
        if _says(value)
    }


def _says(value: Any) -> bool:
    return value is not None and value != "" and value != () and value != []


def _record(value: msgspec.Struct | None) -> dict[str, Any] | None:
    return None if value is None else {k: v for k, v in msgspec.structs.asdict(value).items() if v}


def _wrong(item: Item) -> list[Any]:
    wrong = (choice for choice in item.choices if not choice.right)
    return [{"text": each.text, "why": each.why} if each.why else each.text for each in wrong]


def _one_choice(item: Item) -> dict[str, Any]:
    right = [choice.text for choice in item.choices if choice.right]
    place = next((at for at, choice in enumerate(item.choices, start=1) if choice.right), 1)
    kept = item.ours.get("shuffle") is False and place != 1
    return {
        "prompt": item.prompt,
        "answer": right[0] if right else "",
        "distractors": _wrong(item),
        "place": place if kept else None,
    }


_OF_KIND: dict[str, Callable[[Item], dict[str, Any]]] = {
    "multiple_choice": _one_choice,
    "multiple_response": lambda item: {
        "prompt": item.prompt,
        "answers": [choice.text for choice in item.choices if choice.right],
        "distractors": _wrong(item),
    },
    "true_false": lambda item: {
        "prompt": item.prompt,
        "answer": item.truth,
        "correction": item.correction if item.truth is False else "",
    },
    "short_answer": lambda item: {
        "prompt": item.prompt,
        "answer": "".join(item.answers[:1]),
        "accept": item.answers[1:],
    },
    "numerical": lambda item: {
        "prompt": item.prompt,
        "answer": "".join(item.answers[:1]),
        "unit": item.unit,
        "tolerance": item.tolerance if item.tolerance not in ("", "0") else None,
    },
    "cloze": lambda item: {"text": item.prompt},
    "matching": lambda item: {
        "prompt": item.prompt,
        "pairs": [list(pair) for pair in item.pairs],
        "extra": item.extra,
    },
    "ordering": lambda item: {"prompt": item.prompt, "sequence": item.steps},
    "essay": lambda item: {"prompt": item.prompt, "points": item.points},
}


def _why(fault: Fault) -> tuple[str, str]:
    """A sentence that is the same for all that are kept for one reason, and what is wrong with this one."""
    if fault.rule == "missing-field":
        return fault.message, ""
    return f"it is not whole ({fault.rule})", fault.message


def _field(fault: Fault) -> str:
    return str(fault.path[0]) if fault.path else "question"


def _as_text(value: Any) -> Any:
    """A tree as the reader of banks gets it: every scalar is text."""
    if isinstance(value, dict):
        return {name: _as_text(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_as_text(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)
