"""The end of a sitting: score, topics, kinds, what a guesser would score, what to look at again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import msgspec
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.visual import Visual

from quizmill.faces import phrases
from quizmill.faces.ending import Ending
from quizmill.faces.feedback import Beside, Detail, feedback_on
from quizmill.faces.phrases import answer_parts
from quizmill.faces.replies import closing, marked, scored
from quizmill.faces.screen import feedback
from quizmill.faces.screen.keys import Item, key_name
from quizmill.faces.screen.page import SCROLLING, Page
from quizmill.faces.screen.prose import BLANK, Hanging, Pen, Prose
from quizmill.faces.screen.signs import verdict_sign
from quizmill.study.guessing import guessing_percent
from quizmill.study.results import Outcome, outcomes
from quizmill.study.retry import missed
from quizmill.study.sitting import Sitting
from quizmill.study.summary import Group, by_kind, by_topic, look_again, reached, slips


class ResultPage(Page[Ending]):
    """What it came to, and how to go on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *SCROLLING,
        Binding("r", "retry"),
        Binding("q,escape", "leave"),
        Binding("enter,d", "details"),
    ]

    def __init__(
        self,
        sitting: Sitting,
        pen: Pen,
        *,
        detail: Detail = Detail.BRIEF,
        opening: str = "",
        earlier: str = "",
    ) -> None:
        """*opening* stands above the score, *earlier* tells how the same questions went the time before."""
        super().__init__()
        self._detail = detail
        self._sitting = sitting
        self._found = outcomes(sitting)
        self._pen = pen
        self._opening = opening
        self._earlier = earlier
        self._guess = guessing_percent(sitting.paper)
        again = missed(sitting)
        self._missed = len(again.exercises) if again else 0
        self._detailed = False

    def page(self) -> list[Visual]:
        """The summary, or every question in full."""
        return list(self._details() if self._detailed else self._summary())

    def keys(self) -> list[Item]:
        """To try again only where something was missed."""
        words, n = self._pen.words, self._missed
        retry = [("r", words("screen.key.retry", n=n), "retry")] if n else []
        details = (
            key_name("Enter", words),
            words("screen.key.summary" if self._detailed else "screen.key.in_full"),
            "details",
        )
        return [*retry, details, ("q", words("screen.key.leave"), "leave"), *self.below(words)]

    def action_retry(self) -> None:
        """Only the missed ones, once more."""
        if self._missed:
            self.dismiss(Ending.RETRY)

    def action_leave(self) -> None:
        """To the command line."""
        self.dismiss(Ending.LEFT)

    def action_details(self) -> None:
        """Turn the page."""
        self._detailed = not self._detailed
        self.query_one("#page", Prose).say(*self.page())
        self.turned()

    def _summary(self) -> Iterator[Visual]:
        if self._opening:
            yield Content(self._opening)
            yield BLANK
        heading, *rest = closing(self._found, self._pen.words)
        yield Content.styled(heading, "bold $accent")
        yield from map(Content, rest)
        if self._earlier:
            yield self._pen.literal(self._earlier)
        yield Content.styled(self._pen.words("face.guessing", percent=f"{self._guess:.0f}"), "$quiet")
        yield from self._groups(self._pen.words("face.by_topic"), by_topic(self._found))
        yield from self._groups(self._pen.words("face.by_kind"), by_kind(self._found, self._pen.words))
        yield from self._slips(slips(self._found))
        yield from self._again(look_again(self._found))

    def _groups(self, title: str, groups: tuple[Group, ...]) -> Iterator[Visual]:
        if groups:
            yield BLANK
            yield Content.styled(title, "bold")
        for group in groups:
            yield Hanging("  ", self._pen.literal(scored(group, self._pen.words)))

    def _slips(self, found: tuple[Outcome, ...]) -> Iterator[Visual]:
        if found:
            yield BLANK
            yield Content.styled(self._pen.words("face.spelt_otherwise"), "bold")
        for outcome in found:
            number = Content.styled(f"{outcome.number}. ", "bold")
            yield Hanging(number, self._pen.literal(outcome.answer.text if outcome.answer else ""))
            yield Hanging("   ", self._pen.literal(phrases.spelling(outcome.mark, self._pen.words)))

    def _again(self, found: tuple[Outcome, ...]) -> Iterator[Visual]:
        if found:
            yield BLANK
            yield Content.styled(self._pen.words("face.look_again"), "bold")
        for outcome in found:
            colour = feedback.COLOURS[outcome.mark.verdict]
            sign = verdict_sign(self._pen.signs, outcome.mark.verdict)
            how = f"{sign} {marked(outcome, self._pen.words)}"
            yield feedback.question_line(outcome.number, outcome.exercise, self._pen)
            yield Hanging("   ", Content.styled(how, colour))
            for said in feedback.answers(answer_parts(outcome.exercise, self._pen.words), self._pen):
                yield Hanging("   = ", said)

    def _details(self) -> Iterator[Visual]:
        you, _ = feedback.labels(self._pen, "you", "answer")
        for outcome in reached(self._found):
            yield feedback.question_line(outcome.number, outcome.exercise, self._pen)
            if outcome.answer:
                given = phrases.given(outcome.exercise, outcome.answer, self._pen.words)
                yield Hanging(Content.styled(you, "bold"), self._pen.literal(given))
            said = feedback_on(
                outcome.exercise,
                outcome.answer,
                outcome.mark,
                self._sitting,
                self._pen.words,
                detail=self._detail,
                beside=Beside.PROMPT,
            )
            yield from feedback.told(said, msgspec.structs.replace(outcome.mark, near=False), self._pen)
            yield BLANK
