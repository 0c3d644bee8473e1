"""What may stand beside a right name: what the author's own forms put there, and a remark about the thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from quizmill.grade.names import NameIndex
from quizmill.grade.normalise import tokens
from quizmill.pattern import pattern

_REMARK = pattern(
    r" ?\((?:the|an?|its|his|her|their|where|who|which|whose|because|as|since) [^()]*\)$"
    r"| ?, (?:where|who|which|whose|because"
    r"|(?:the|an?|its|his|her|their) [\w' -]+ (?:of|in|at|that|who|which)) .*$"
)
_LONGEST_NAME = 3  # words, of those that are looked for in a remark
_JOINING = frozenset(("and", "or"))


class Beside(msgspec.Struct, frozen=True):
    """Words that stand before one of the forms in another of them, and behind one."""

    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()


NONE = Beside()


def beside(forms: Iterable[str]) -> Beside:
    """What the forms put beside one another: of "Wuhan University, China" China, which goes with any of them.

    A form with "and" names more things than one, and tells nothing.
    """
    spoken = [words for form in forms if _JOINING.isdisjoint(words := tokens(form))]
    before: set[str] = set()
    after: set[str] = set()
    for whole in spoken:
        for part in spoken:
            for place in _places(part, whole):
                before.update(whole[:place])
                after.update(whole[place + len(part) :])
    return Beside(frozenset(before), frozenset(after)) if before or after else NONE


def _places(part: tuple[str, ...], whole: tuple[str, ...]) -> Iterator[int]:
    """Where the words of a shorter form stand in a longer one."""
    if part and len(part) < len(whole):
        yield from (i for i in range(len(whole) - len(part) + 1) if whole[i : i + len(part)] == part)


def without_remark(text: str, known: frozenset[str], names: NameIndex) -> str:
    """*text* without what is told of the thing behind it, in brackets or as a clause: India (the top brand).

    Not where this names another thing, in words that are not *known*.
    """
    match = _REMARK.search(text)
    if match is None or not match.start():
        return text
    said = tokens(match[0])
    runs = (said[i : i + length] for length in range(1, _LONGEST_NAME + 1) for i in range(len(said)))
    named = any(names.named(run) and not known.issuperset(run) for run in runs)
    return text if named else text[: match.start()]
