"""All pictures of a question, whether they stand in `image`, in a text or in an option."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from quizmill.bank.cloze import with_gaps
from quizmill.bank.markup import Picture, blocks
from quizmill.bank.model import Image, Question

if TYPE_CHECKING:  # a question is shown without reading a file
    from quizmill.bank.reader.fault import Path

# In the order of reading, whatever the kind: what is asked, what there is to choose from, and why.
_ASKED = "context prompt text image answer answers distractors pairs extra sequence".split()
_TOLD = "accept points correction explanation hint".split()


def pictures(question: Question) -> tuple[Image, ...]:
    """Its pictures in reading order; one that is shown twice stands there twice."""
    return tuple([image for _, image in placed(question)]) if _may_have(question) else ()


def is_illustrated(question: Question) -> bool:
    """Whether whoever answers is shown a picture."""
    return question.image is not None or bool(asked_pictures(question))


def asked_pictures(question: Question) -> tuple[Image, ...]:
    """Those that whoever answers is shown, in reading order."""
    return tuple([image for _, image in _in_fields(question, _ASKED)]) if _may_have(question) else ()


def placed(question: Question) -> Iterator[tuple[Path, Image]]:
    """Its pictures in reading order, each with the path of its file, as far as that has one."""
    return _in_fields(question, (*_ASKED, *_TOLD))


def files(question: Question) -> tuple[tuple[Path, str], ...]:
    """The files of its pictures, each once, with the path where it is named first."""
    if not _may_have(question):
        return ()
    first: dict[str, Path] = {}
    for path, image in placed(question):
        first.setdefault(image.file, path)
    return tuple((path, file) for file, path in first.items())


def pictures_in(text: str) -> tuple[Image, ...]:
    """The pictures of one text that may have blocks, in reading order."""
    return tuple([image for _, image in _in(text, ())])


def _may_have(question: Question) -> bool:
    """Whether there may be a picture: most questions have none, and in bytes that is seen soonest."""
    return question.image is not None or b"![" in msgspec.msgpack.encode(question)


def _in_fields(question: Question, names: Iterable[str]) -> Iterator[tuple[Path, Image]]:
    for name in names:
        value = getattr(question, name, "")
        if value:
            yield from _in(value, (name,))


def _in(value: object, path: Path) -> Iterator[tuple[Path, Image]]:
    if isinstance(value, str):
        if "![" in value:
            gapped = with_gaps(value) if path == ("text",) else value
            for block in blocks(gapped):
                if isinstance(block, Picture):
                    yield (*path, "image", "file"), _image(block)
    elif isinstance(value, Image):
        yield (*path, "file"), value
    elif isinstance(value, tuple):
        for i, each in enumerate(value):
            yield from _in(each, (*path, i))
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:  # a distractor's text and picture are one where they are read
            yield from _in(getattr(value, field), path if field == "text" else (*path, field))


def _image(block: Picture) -> Image:
    return Image(file=block.file, alt=block.alt, credit=block.credit)
