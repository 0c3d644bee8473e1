"""All questions of the paper at a glance: to go to one, and in an exam to hand in."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quizmill.bank.markup import plain
from quizmill.bank.ranges import in_ranges
from quizmill.compose.exercise import Exercise
from quizmill.faces.screen.foot import Foot
from quizmill.faces.screen.keys import key_name
from quizmill.faces.screen.prose import Pen, Prose
from quizmill.faces.text import cells
from quizmill.study.sitting import Mode, Sitting

HAND_IN = 0  # chosen instead of a question's number
_FEW = 40  # questions that are named one by one


class Overview(Screen[int | None]):
    """Gives the number of the question to go to, HAND_IN, or None for none of them."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,g,f5", "leave"), Binding("h", "hand_in")]

    def __init__(self, sitting: Sitting, pen: Pen) -> None:
        super().__init__()
        self._sitting = sitting
        self._pen = pen
        self._typed = ""

    @property
    def _exam(self) -> bool:
        return self._sitting.mode is Mode.EXAM

    def compose(self) -> ComposeResult:
        """What is open, then the list."""
        with Vertical(classes="column"):
            yield Foot()
            yield Prose(*self._open(), id="open")
            yield OptionList(*self._rows(), id="list", compact=True, markup=False)

    def on_mount(self) -> None:
        words = self._pen.words
        keys = [
            (key_name("Enter", words), words("screen.key.go_there"), "choose"),
            ("1-9", words("screen.key.a_number"), "none"),
        ]
        if self._exam:
            keys.insert(0, ("h", words("screen.key.hand_in"), "hand_in"))
        back = (key_name("Esc", words), words("screen.key.back"), "leave")
        self.query_one(Foot).show(*keys, back)
        listed = self.query_one(OptionList)
        listed.focus()
        listed.highlighted = 0 if self._behind_last else self._sitting.position + self._exam

    @property
    def _behind_last(self) -> bool:
        return self._sitting.current is None

    def _open(self) -> list[Content]:
        exercises = self._sitting.paper.exercises
        without = [n for n, each in enumerate(exercises, 1) if each.id not in self._sitting.answers]
        flagged = [n for n, each in enumerate(exercises, 1) if each.id in self._sitting.flagged]
        words = self._pen.words
        title = words("face.last_question" if self._behind_last else "screen.questions")
        said = [Content.styled(title, "bold")]
        if without and len(without) <= _FEW:
            said.append(Content(words("face.without_answer", numbers=in_ranges(without))))
        elif without:
            said.append(Content(words("screen.without_answers", n=len(without))))
        if flagged:
            said.append(Content(words("face.flagged_are", numbers=in_ranges(flagged))))
        return said

    def _rows(self) -> list[Option]:
        rows = (
            [Option(Content.styled(self._pen.words("screen.hand_in"), "bold"), id=str(HAND_IN))]
            if self._exam
            else []
        )
        return rows + [
            Option(self._row(number, exercise), id=str(number))
            for number, exercise in enumerate(self._sitting.paper.exercises, 1)
        ]

    def _row(self, number: int, exercise: Exercise) -> Content:
        signs, words = self._pen.signs, self._pen.words
        states = (words("screen.is_open", sign=signs.off), words("screen.is_answered", sign=signs.on))
        state = states[exercise.id in self._sitting.answers]
        state += " " * (max(map(cells, states)) - cells(state))
        flagged = exercise.id in self._sitting.flagged
        flag = f" {words('screen.flagged', sign=signs.flag)}" if flagged else ""
        prompt = " ".join(plain(exercise.prompt).split())
        return self._pen.literal(f"{number:>3}. {state}{flag}  {prompt}")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(int(event.option.id or 0))

    def on_key(self, event: events.Key) -> None:
        """Digits, one after the other, go to the question of that number in the list."""
        character = event.character or ""
        if not (character.isascii() and character.isdigit()):
            self._typed = ""
            return
        count = len(self._sitting.paper.exercises)
        self._typed = self._typed + character if 0 < int(self._typed + character) <= count else character
        if 0 < int(self._typed) <= count:
            self.query_one(OptionList).highlighted = int(self._typed) - 1 + self._exam

    def action_choose(self) -> None:
        """The one that is highlighted."""
        self.query_one(OptionList).action_select()

    def action_none(self) -> None:
        """Nothing: digits are typed."""

    def action_hand_in(self) -> None:
        """In an exam, hand in."""
        if self._exam:
            self.dismiss(HAND_IN)

    def action_leave(self) -> None:
        """Back to where the learner was; behind the last question, to the last."""
        self.dismiss(len(self._sitting.paper.exercises) if self._behind_last else None)
