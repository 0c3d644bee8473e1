"""The page: one file that needs nothing else, and shows all of it without its script.

Every text goes through Jinja's autoescape, but a bank's texts, whose markup comes as safe HTML from
`export.web.markup_html`.
"""

from __future__ import annotations

import base64
import hashlib
import pkgutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

import msgspec
from markupsafe import Markup

from quizmill.analysis.answer import Place
from quizmill.analysis.flags import FlagCode
from quizmill.analysis.intervals import Interval
from quizmill.analysis.rasch import RaschItem
from quizmill.analysis.said import LACKING, SHORT
from quizmill.analysis.summary import SatTest
from quizmill.app.item_report import PLACES, ItemReport
from quizmill.app.items_page import charts, figures
from quizmill.app.items_page.cards import TITLES, PlaceShown, QuestionCard, cards
from quizmill.app.talk import count
from quizmill.bank.curators_page import page_environment
from quizmill.bank.model import Bank, kind_of
from quizmill.compose.exercise import key_of, prompt_of
from quizmill.export.web.markup_html import Setter
from quizmill.export.web.media import MediaInPlace

_Z = 1.96  # standard errors to either side of 95 %
FEW = 59  # students, below which no distractor can be shown dead: 0 of 59 is the first that is


class MapShown(msgspec.Struct, frozen=True):
    """The items of a place that have both figures, drawn and in words."""

    place: Place
    title: str
    drawn: Markup
    items: int
    flagged: int
    facility: float  # their median
    discrimination: float


def items_page(report: ItemReport, bank: Bank, pictures: Mapping[str, bytes]) -> bytes:
    """The page in UTF-8; *pictures* are the bytes of what the questions of the report show, by file."""
    media = MediaInPlace(pictures, {})
    setter = Setter(media)
    environment = page_environment("quizmill.app.items_page")
    environment.filters |= {
        "html": lambda text: Markup(setter.html(text)),  # noqa: S704  # escaped there
        "picture": lambda image: Markup(media.image(image)),  # noqa: S704
        "key": key_of,
        "prompt": prompt_of,
        "count": count,
        "kind": lambda question: kind_of(question).replace("_", " "),
        "short": SHORT.__getitem__,
        "about": _about,
        "left_out": _left_out,
    }
    environment.globals |= {name: getattr(figures, name) for name in _FIGURES}
    environment.globals |= {"track": charts.track, "bar": charts.bar, "short": SHORT, "lacking": LACKING}
    made, script = cards(report, bank), _script()
    shown = [each for card in made for each in card.places]
    return (
        environment.get_template("page.html")
        .render(
            report=report,
            bank=bank,
            cards=[card for card in made if card.question],
            gone=[card for card in made if not card.question],
            places=_places(report),
            titles=TITLES,
            maps=[each for place in PLACES if (each := _map(place, shown, made))],
            flagged=_flagged(made),
            topics=_topics(made),
            most=max((each.item.result.n for each in shown), default=0),
            few=FEW,
            speaks=Markup(' lang="{}"').format(bank.language),
            script=Markup(script),  # noqa: S704  # our own
            script_hash=_hash(script),
        )
        .encode("utf-8", "replace")
    )


_FIGURES = ("percent", "percents", "signed", "span", "time", "days")


def _places(report: ItemReport) -> dict[Place, int]:
    """The places in their order, each with how many items have answers there."""
    found = Counter(item.key.place for item in report.items)
    return {place: found[place] for place in PLACES if found[place]}


def _flagged(made: Sequence[QuestionCard]) -> dict[FlagCode, list[QuestionCard]]:
    """By flag, the questions that have it at any place."""
    found: defaultdict[FlagCode, list[QuestionCard]] = defaultdict(list)
    for card in made:
        for code in {told.code for place in card.places for told in place.told}:
            found[code].append(card)
    return {code: found[code] for code in FlagCode if code in found}


def _topics(made: Sequence[QuestionCard]) -> dict[str, str]:
    return {card.topic.id: card.topic.title for card in made if card.topic}


def _map(place: Place, shown: Iterable[PlaceShown], made: Sequence[QuestionCard]) -> MapShown | None:
    names = {each.address: card.id for card in made for each in card.places}
    dots = [
        charts.Dot(
            each.address, names[each.address], result.facility, result.discrimination.r, bool(each.told)
        )
        for each in shown
        if each.judged and each.item.key.place == place
        for result in (each.item.result,)
        if result.facility is not None and result.discrimination.r is not None
    ]
    if not dots:
        return None
    return MapShown(
        place=place,
        title=TITLES[place],
        drawn=charts.item_map(dots),
        items=len(dots),
        flagged=sum(dot.flagged for dot in dots),
        facility=median(dot.facility for dot in dots),
        discrimination=median(dot.discrimination for dot in dots),
    )


def _about(item: RaschItem) -> Interval:
    """95 % of a difficulty."""
    return Interval(item.difficulty - _Z * item.error, item.difficulty + _Z * item.error)


def _left_out(test: SatTest) -> list[str]:
    """What of a test does not count, and why it has no Rasch difficulties."""
    paper, solved = test.paper, test.solved
    found = [
        (paper.empty, "empty sheet", ""),
        (paper.incomplete, "sheet", " with an answer that has no mark, left out"),
        (len(paper.unmarked), "question", " that most sheets have no mark for, left out"),
        (paper.unreached, "sheet", " ended before the last question"),
        (solved.unfinished, "sheet", " for that not in the Rasch model"),
    ]
    told = [f"{count(number, noun)}{what}" for number, noun, what in found if number]
    lack = test.rasch.lack
    return [*told, f"no Rasch difficulties: {LACKING[lack]}"] if lack else told


def _hash(script: str) -> Markup:
    """The script's name in the page's policy."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return Markup(f"'sha256-{digest}'")  # noqa: S704


def _script() -> str:
    data = pkgutil.get_data("quizmill.app.items_page", "script/page.js")
    assert data is not None  # noqa: S101  # the package's own
    return data.decode("utf-8")
