"""Pages to be handed in: for the class, each form or each pupil, and the paper that marks them."""

from __future__ import annotations

from itertools import chain, repeat
from pathlib import Path

import msgspec
from msgspec.structs import replace

from quizmill.app.file_kinds import PAGE, PAPER
from quizmill.app.opening import SoundBank
from quizmill.app.sounds import sounds
from quizmill.bank.bare_files import bare
from quizmill.classroom.class_set import ClassSet, Clock
from quizmill.classroom.print_run import whole_run
from quizmill.classroom.saved import save
from quizmill.compose.paper import Paper
from quizmill.export.publish import Product
from quizmill.export.web.hand_in import HandInPage, posed, posed_forms
from quizmill.export.web.media import Media
from quizmill.export.web.page import page, script
from quizmill.export.web.payload import Payload, words_for
from quizmill.export.web.questions import Asker
from quizmill.words import language_among, words_in


class HandInWish(msgspec.Struct, frozen=True, kw_only=True):
    """How pages are handed in, and where they go."""

    output: Path  # the page; others are called after it
    language: str = ""  # of the page's own words, by default the bank's
    minutes: float = 0  # 0: as long as it takes
    no_pause: bool = False
    split: bool = False  # with a roster a page for each pupil, else one in which to choose the name
    compressed: bool = True


def hand_in_pages(made: ClassSet, loaded: SoundBank, wish: HandInWish) -> dict[Path, Product]:
    """The pages of a class set, and the set as JSON beside them, by where they go.

    Raises FileUnusable for a sound that cannot be read.
    """
    base = wish.output.with_suffix("")
    heard = sounds(loaded.folder, made.papers[0].exercises)
    if made.copies and not wish.split:
        places = {paper.form: place for place, paper in enumerate(made.papers)}
        names = tuple(
            (label, places[copy.form]) for label, copy in zip(made.labels, made.copies, strict=True)
        )
        pages = {wish.output: _page(made, made.papers, heard, wish, names=names)}
    else:
        sheets = whole_run(made).sheets
        pages = {
            base.with_name(f"{base.name}{sheet.mark}.html"): _page(
                made, (sheet.paper,), heard, wish, name=name
            )
            for sheet, name in zip(sheets, chain(made.labels, repeat("")), strict=False)
        }
    return {
        **{path: Product(data, PAGE) for path, data in pages.items()},
        base.with_name(f"{base.name}.json"): Product(save(_timed(made, wish)), PAPER),
    }


def _timed(made: ClassSet, wish: HandInWish) -> ClassSet:
    """The set that knows how long its pages give."""
    return replace(made, clock=Clock(minutes=wish.minutes, no_pause=wish.no_pause)) if wish.minutes else made


def _page(
    made: ClassSet,
    papers: tuple[Paper, ...],
    heard: dict[str, bytes],
    wish: HandInWish,
    *,
    name: str = "",
    names: tuple[tuple[str, int], ...] = (),
) -> bytes:
    first = papers[0]
    wanted = (wish.language, first.language)
    words = words_in(*wanted)
    media = Media(
        {file: bare(data) for file, data in made.images.items()},
        {file: bare(data) for file, data in heard.items()},
    )
    topics = tuple(dict.fromkeys(exercise.topic for exercise in first.exercises))
    payload = Payload(
        title=first.title,
        language=first.language,
        spoken=language_among(*wanted),
        bank="",
        paper=first.fingerprint,
        form=first.form if len(papers) == 1 else "",
        license=first.license,
        topics=(),
        questions=posed(first, Asker(media, topics, (), words), words),
        words=words_for(script(), words),
        hand_in=HandInPage(
            forms=posed_forms(papers),
            name=name,
            names=names,
            minutes=wish.minutes,
            no_pause=wish.no_pause,
        ),
    )
    return page(payload, media.urls, words, compressed=wish.compressed)
