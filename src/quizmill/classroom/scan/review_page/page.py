"""The page: every doubt with its crops, a guess, and keys to decide it; the decisions leave it as a file."""

from __future__ import annotations

import base64
import hashlib
import pkgutil
from collections.abc import Sequence

import msgspec
from markupsafe import Markup

from quizmill.bank.curators_page import page_environment
from quizmill.classroom.class_set import ClassSet
from quizmill.classroom.scan.cards import (
    Card,
    Decision,
    Kind,
    LineDecision,
    PictureDecision,
    Shot,
    Whereabouts,
    percent,
)
from quizmill.classroom.scan.dealing import in_order, whereabouts
from quizmill.compose.answer_sheet.layout import Layout
from quizmill.words import Words, language_among

# What a key does, under the keys that do it.
_KEYS = (
    (("A", "B", "…"), "doubts.key.letter"),
    (("⇧ A", "⇧ B", "…"), "doubts.key.one_more"),
    (("+",), "doubts.key.both"),
    (("-", "0", "⌫"), "doubts.key.none"),
    (("↵", "doubts.space"), "doubts.key.confirm"),
    (("↓", "↑", "J", "K"), "doubts.key.move"),
    (("U",), "doubts.key.undo"),
    (("Z",), "doubts.key.more"),
    (("G",), "doubts.key.gallery"),
    (("Esc", "X"), "doubts.key.out"),
    (("S",), "doubts.key.save"),
    (("?",), "doubts.key.help"),
)


class Saving(msgspec.Struct, frozen=True):
    """What the decisions are saved as, the paper's own file, beside which they belong, and what to run."""

    file: str
    beside: str
    command: str


class SheetReview(msgspec.Struct, frozen=True, kw_only=True):
    """What the page is about."""

    title: str
    paper: str  # the fingerprint of the first form
    language: str
    cards: tuple[Card, ...]
    sheets: tuple[Whereabouts, ...] = ()
    pupils: tuple[str, ...] = ()
    decided: tuple[Decision, ...] = ()
    saving: Saving
    names: bool = False  # whether names may be seen


class _Group(msgspec.Struct, frozen=True):
    """The cards of a kind; *guessed* counts those that all can be taken of at once."""

    kind: str
    title: str
    why: str
    cards: tuple[Card, ...]

    @property
    def guessed(self) -> int:
        return sum(card.guess is not None for card in self.cards)


def review_of(
    made: ClassSet,
    layout: Layout,
    cards: Sequence[Card],
    saving: Saving,
    *,
    names: bool,
    decided: Sequence[Decision] = (),
) -> SheetReview:
    """The review of a class set; what was *decided* before goes into the new file too."""
    return SheetReview(
        title=made.title,
        paper=made.papers[0].fingerprint,
        language=language_among(str(made.looks.get("language", "")), made.papers[0].language),
        cards=in_order(cards),
        sheets=whereabouts(made, layout, made.words, names=names),
        pupils=tuple(made.labels) if names else (),
        decided=tuple(decided),
        saving=saving,
        names=names,
    )


def review_page(review: SheetReview, words: Words) -> str:
    """The page as HTML that needs nothing else; hundreds of cards are a few megabytes."""
    script = _file("script/page.js")
    environment = page_environment("quizmill.classroom.scan.review_page")
    environment.filters["base64"] = lambda data: base64.b64encode(data).decode()
    environment.filters["told"] = lambda shot, card: _told(shot, card, words)
    groups = [_group(kind, review.cards, words) for kind in Kind]
    cards = [card for group in groups for card in group.cards]
    return environment.get_template("page.html").render(
        review=review,
        groups=[group for group in groups if group.cards],
        count=len(cards),
        say=words,
        data=_data(review, cards, words),
        shortcuts=[([_key(each, words) for each in keys], words(said)) for keys, said in _KEYS],
        script=Markup(script),  # noqa: S704  # our own
        script_hash=Markup(f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"),  # noqa: S704
    )


def _group(kind: Kind, cards: Sequence[Card], words: Words) -> _Group:
    title, why = words(f"doubts.kind.{kind}"), words(f"doubts.why.{kind}")
    return _Group(kind, title, why, tuple(card for card in cards if card.kind is kind))


def _key(key: str, words: Words) -> str:
    return words(key) if key.startswith("doubts.") else key


def _told(shot: Shot, card: Card, words: Words) -> str:
    """What a screen reader says instead of the picture."""
    rings = zip(card.labels, shot.darkness, strict=True) if shot.darkness else ()
    told = words("list.items").join(
        f"{label} {words('number.percent', number=percent(dark))}" for label, dark in rings
    )
    return words("doubts.darkness", rings=told) if told else words("doubts.picture")


def _data(review: SheetReview, cards: Sequence[Card], words: Words) -> dict[str, object]:
    """What the script knows."""
    return {
        "paper": review.paper,
        "file": review.saving.file,
        "doubts": [
            {
                "id": card.id,
                "kind": card.kind,
                "about": msgspec.to_builtins(card.about),
                "labels": card.labels,
                "several": card.several,
                "guess": card.guess,
                "both": card.both,
                "own": msgspec.to_builtins(card.own),
                "after": card.after,
            }
            for card in cards
        ],
        "sheets": msgspec.to_builtins(review.sheets),
        "answers": [msgspec.to_builtins(each) for each in review.decided if isinstance(each, LineDecision)],
        "pictures": [
            msgspec.to_builtins(each) for each in review.decided if isinstance(each, PictureDecision)
        ],
        "words": {key: words.text(key) for key in words.keys("doubts.")},
    }


def _file(name: str) -> str:
    data = pkgutil.get_data("quizmill.classroom.scan.review_page", name)
    assert data is not None  # noqa: S101  # the package's own
    return data.decode("utf-8")
