"""What is seen of a question: head, the question itself, the place to answer, what is said, and the keys."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.visual import Visual

from quizmill.bank.model import Audio
from quizmill.compose.exercise import Exercise
from quizmill.faces.feedback import Feedback
from quizmill.faces.screen import feedback
from quizmill.faces.screen.answers.area import Area
from quizmill.faces.screen.foot import Foot
from quizmill.faces.screen.head import Head
from quizmill.faces.screen.keys import Item
from quizmill.faces.screen.prose import Pen, Prose
from quizmill.study.session import Session
from quizmill.study.sitting import Answer

_VERDICT = 3  # lines of what is said about an answer that are seen whatever there is above it


class Stage(Vertical):
    """One question at a time. It shows what it is told to, and decides nothing."""

    def __init__(self, session: Session, pen: Pen, area: Area | None) -> None:
        super().__init__(classes="column")
        self._session = session
        self._pen = pen
        self._asked = tuple(feedback.asked(area.exercise, pen)) if area else ()
        self._explained: set[type[Area]] = set()
        self.area = area
        self.head = Head(session, pen)
        self.foot = Foot()
        self.body = VerticalScroll(classes="body", can_focus=False)
        self._question = Prose(*self._asked, id="asked")
        self._how = Prose(id="how")
        self._note = Prose(id="note")
        self._told = Prose(id="told")

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield self.head
        yield self.foot
        with self.body:
            yield self._question
            if self.area:
                yield self.area
            yield self._how
            yield self._note
            yield self._told

    async def exchange(self, area: Area, *between: Visual) -> None:
        """Another question, or the same one answered in another way; *between* stands after its prompt."""
        with self.app.batch_update():
            if self.area:
                await self.area.remove()
            self.area = area
            self._question.say(*feedback.asked(area.exercise, self._pen), *between)
            self._told.say()
            await self.body.mount(area, after=self._question)
            self.body.scroll_home(animate=False)

    def explain(self, area: Area, note: str = "") -> None:
        """Say how an answer is given, the first time that it is given so, and *note*."""
        new = type(area) not in self._explained
        self._explained.add(type(area))
        self._how.say(*([self._pen.literal(area.how, "$quiet")] if new else []))
        self.note(note)

    def tell(self, answer: Answer, found: Feedback) -> None:
        """How the answer did, on the spot and in words."""
        if self.area:
            self.area.settle(answer)
        self.note("")
        self._how.say()
        self._told.say(*feedback.told(found, answer.mark, self._pen))
        self._told.set_classes(str(answer.mark.verdict))
        self.screen.set_focus(None)
        self.call_after_refresh(self._show_told)

    def tell_more(self, answer: Answer, found: Feedback, *, in_full: bool) -> None:
        """The same at another length; what is said *in_full* is read from its beginning."""
        self._told.say(*feedback.told(found, answer.mark, self._pen))
        self.call_after_refresh(self._read_told if in_full else self._show_told)

    def _show_told(self, times: int = 3) -> None:
        """As much as there is room for of the marked answer and of what is said, the verdict in any case."""
        top = self.area.virtual_region.y if self.area else 0
        said, room = self._told.virtual_region, self.body.size.height
        if not said.height and times > 1:  # what stood below the screen has no place after one refresh
            self.call_after_refresh(self._show_told, times - 1)
            return
        verdict = max(0, said.y + min(_VERDICT, said.height) - room)
        self.body.scroll_to(y=max(verdict, min(top, said.bottom - room)), animate=False)

    def _read_told(self) -> None:
        said, room = self._told.virtual_region, self.body.size.height
        self.body.scroll_to(y=max(0, min(said.y, said.bottom - room)), animate=False)

    def note(self, text: str) -> None:
        """Say this beneath the answer, and what is the matter; it stays until something else is said."""
        text = "\n".join(filter(None, (text, self._session.trouble)))
        self._note.say(*([self._pen.literal(text, "$partly")] if text else []))
        if text and self.is_attached:
            self.call_after_refresh(self._note.scroll_visible, animate=False)

    def recite(self, audio: Audio) -> None:
        """What is said in the question's sound, beneath the answer until something else is said."""
        self._note.say(*feedback.transcript(audio, self._pen))
        self.call_after_refresh(self._note.scroll_visible, animate=False)

    def edges(self, exercise: Exercise | None, number: int, keys: list[Item]) -> None:
        """Bring head and foot up to date, and how to answer into view however long the question is."""
        self.set_class(self.body.max_scroll_y > 0, "-long")
        self.head.show(exercise, number)
        self.foot.show(*keys)

    @property
    def more(self) -> bool:
        """Whether there is text below what is seen."""
        return self.body.max_scroll_y > self.body.scroll_offset.y

    @property
    def begun_above(self) -> bool:
        """Whether the question begins above what is seen."""
        return self.body.scroll_offset.y > 0

    def read_on(self, pages: int, lines: int = 0) -> None:
        """So many screenfuls and lines further down."""
        self.body.scroll_relative(y=pages * max(1, self.body.size.height - 2) + lines, animate=False)
