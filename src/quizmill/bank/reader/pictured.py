"""Options with pictures, as their author writes them, `{text: …, image: {file: …, alt: …}}`, become markup.

From there on such an option is a text like any other: told apart, placed and marked as one.
"""

from __future__ import annotations

from collections.abc import Callable

from quizmill.bank.closest import closest
from quizmill.bank.markup import Unfit, picture_line
from quizmill.bank.model import Image, Record, Text
from quizmill.bank.reader.fault import Fault, Path
from quizmill.bank.reader.tree import Tree

# Of each kind of question the fields that hold options, and how many lists are around each of these.
FIELDS: dict[str, dict[str, int]] = {
    "multiple_choice": {"answer": 0, "distractors": 1},
    "multiple_response": {"answers": 1, "distractors": 1},
    "true_false": {},
    "short_answer": {},
    "numerical": {},
    "cloze": {},
    "matching": {"pairs": 2, "extra": 1},
    "ordering": {"sequence": 1},
    "essay": {},
}
_PARTS = frozenset(
    ("text", "image", "file", "alt")
)  # by which a mapping is known to be meant as such an option
_UNREAD = "…"  # stands for an option with faults while the rest of the question is looked at


class PicturedOption(Record, frozen=True, kw_only=True):
    """An option that is a picture, or has one below its text.

    Attributes:
        text: The words above the picture, where there are some.
        image: The picture.
    """

    text: Text = ""
    image: Image


class PicturedDistractor(PicturedOption, frozen=True, kw_only=True):
    """A wrong option that is a picture, or has one below its text.

    Attributes:
        why: Why it tempts, shown to whoever picks it.
    """

    why: str = ""


Decode = Callable[[Tree, type[PicturedOption], Path], PicturedOption | tuple[Fault, ...]]


def spelt_out(
    tree: dict[str, Tree], kind: str, path: Path, decode: Decode
) -> tuple[dict[str, Tree], tuple[Fault, ...]]:
    """The question with its options as markup, and what is wrong with those that *decode* does not take."""
    fields = FIELDS[kind]
    for name in fields:
        if _has_mapping(tree.get(name, "")):
            break
    else:
        return tree, ()
    reading = _Options(decode)
    spelt = {
        name: reading.spelt(tree[name], depth, (*path, name))
        for name, depth in fields.items()
        if name in tree
    }
    return tree | spelt, tuple(reading.faults)


def _has_mapping(value: Tree) -> bool:
    """Whether there is a mapping in the value that may have a picture: hardly ever, so this is quick."""
    if isinstance(value, list):
        return any(not isinstance(each, str) and _has_mapping(each) for each in value)
    return isinstance(value, dict) and not (len(value) == 2 and "text" in value and "why" in value)


class _Options:
    """The options of one question."""

    def __init__(self, decode: Decode) -> None:
        self.faults: list[Fault] = []
        self._decode = decode

    def spelt(self, value: Tree, depth: int, path: Path) -> Tree:
        """What stands at *path*, *depth* lists around each option in it, with those as markup."""
        if depth and isinstance(value, list):
            return [self.spelt(each, depth - 1, (*path, i)) for i, each in enumerate(value)]
        wrong = "distractors" in path
        if depth or not isinstance(value, dict) or not _is_pictured(value, wrong=wrong):
            return value
        markup = self._markup(value, PicturedDistractor if wrong else PicturedOption, path)
        told: dict[str, Tree] = {"why": value["why"]} if wrong and "why" in value else {}
        return {"text": markup, **told} if wrong else markup

    def _markup(self, value: Tree, kind: type[PicturedOption], path: Path) -> str:
        found = self._decode(value, kind, path)
        if isinstance(found, tuple):
            self.faults += found
            return _UNREAD
        image = found.image
        try:
            line = picture_line(image.file, image.alt, image.credit)
        except Unfit as error:
            said = f"the {error.part} of a picture in an option holds what it cannot"
            help = f"write it without {error.what}"
            self.faults.append(Fault((*path, "image", error.part), "bad-form", said, help))
            return _UNREAD
        return f"{found.text.rstrip()}\n{line}" if found.text else line


def _is_pictured(value: dict[str, Tree], *, wrong: bool) -> bool:
    """Whether a mapping is meant as an option with a picture; a distractor needs none to be a mapping."""
    if wrong and "text" in value and all(name == "why" or name == "text" for name in value):
        return False
    return not _PARTS.isdisjoint(value) or any(closest(name, ["image"]) for name in value)
