"""What the reader of answer sheets doubts, one by one: a picture of the rings, and a line to be typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quizmill.classroom.scan.cards import (
    Card,
    Decision,
    Kind,
    LineDecision,
    Shot,
    Whereabouts,
    parts,
    percent,
)
from quizmill.classroom.scan.crops import ring_greys
from quizmill.faces.plain.lines import Lines
from quizmill.faces.plain.sheet_doubt_lines import Move, decision_in, move_in, nothing
from quizmill.faces.plain.terminal import Screen, Tone
from quizmill.words import Words

_WIDEST = 12  # columns for a ring; with more nothing more is seen
_BAR = 20  # columns of a bar that is black


class SheetDoubts:
    """Goes through the cards; every decision is handed to *keep* at once, so that nothing is ever lost."""

    def __init__(
        self,
        cards: Sequence[Card],
        sheets: Sequence[Whereabouts],
        screen: Screen,
        lines: Lines,
        keep: Callable[[Decision], None],
    ) -> None:
        """*sheets* are those that a picture may be of."""
        self._cards = cards
        self._sheets = sheets
        self._screen = screen
        self._lines = lines
        self._keep = keep
        self._decided: dict[int, Decision] = {}
        self._places = {card.id: place for place, card in enumerate(cards)}

    def run(self) -> int:
        """Ask until all is gone through, somebody stops, or the input ends; how many are left then."""
        at: int | None = 0
        self._screen.say(self._screen.words("doubts.type.moves"))
        while at is not None:
            self._show(at)
            move = self._asked(at)
            if move is Move.QUIT:
                break
            others = range(at - 1, -1, -1) if move is Move.BACK else range(at + 1, len(self._cards))
            at = next(filter(self._is_open, others), at if move is Move.BACK else None)
        words = self._screen.words
        left = len({*filter(self._is_open, range(len(self._cards)))} - self._decided.keys())
        self._screen.say(words("doubts.left", n=left) if left else words("doubts.all_done"))
        return left

    def _is_open(self, at: int) -> bool:
        """Whether it is still asked: not what two pictures say once they are not of one pupil."""
        before = (self._decided.get(self._places[each]) for each in self._cards[at].after)
        return not any(map(parts, before))

    def _show(self, at: int) -> None:
        card, words = self._cards[at], self._screen.words
        self._screen.say()
        if at == 0 or self._cards[at - 1].kind is not card.kind:
            self._screen.say(words(f"doubts.kind.{card.kind}"), tone=Tone.HEADING)
            self._screen.say(words(f"doubts.why.{card.kind}"))
        place = words("doubts.progress", done=at + 1, n=len(self._cards))
        self._screen.say(card.name, label=f"{place}  ", tone=Tone.HEADING)
        if card.several:
            self._screen.say(f"({words('doubts.several')})")
        for shot in card.shots:
            if shot.picture != card.name:
                self._screen.say(shot.picture, tone=Tone.QUIET)
            if card.labels:
                self._rings(card, shot, self._guess(at) or ())

    def _guess(self, at: int) -> tuple[str, ...] | None:
        """What an empty line says: what was decided already, else what the reader guesses."""
        decided = self._decided.get(at)
        return decided.marked if isinstance(decided, LineDecision) else self._cards[at].guess

    def _rings(self, card: Card, shot: Shot, guess: tuple[str, ...]) -> None:
        """A picture with the letters and how dark each is below it; without greys a bar for each."""
        labels = [f"[{label}]" if label in guess else label for label in card.labels]
        percents = [self._screen.words("number.percent", number=percent(dark)) for dark in shot.darkness]
        across = min(_WIDEST, self._screen.width // len(card.labels))
        if shot.crop and self._screen.has_greys and across > 2:
            self._screen.greys(ring_greys(shot.crop, shot.rings, across))
            for texts in (labels, percents):
                self._screen.line("".join(text.center(across) for text in texts))
            return
        for label, dark, said in zip(labels, shot.darkness, percents, strict=True):
            bar = "█" * round(_BAR * min(max(dark, 0), 1))
            self._screen.line(f"  {label:^5} {bar:{_BAR}} {said:>5}")

    def _asked(self, at: int) -> Move | None:
        """Have it answered, and keep that; or the move that is made instead."""
        card, words = self._cards[at], self._screen.words
        if at in self._decided:
            self._screen.say(words("doubts.decided", marked=_outcome(self._decided[at], words)))
        self._screen.say(self._how(at), tone=Tone.QUIET)
        while True:
            line = self._lines.read("> ")
            if line is None:
                return Move.QUIT
            line = line.strip()
            if move := move_in(line):
                return move
            if line[:1] == ":" or line == "?":
                self._help(at, "" if line == "?" else line)
                continue
            if at in self._decided and not line:
                return None
            if decision := decision_in(line, card, self._sheets):
                self._decided[at] = decision
                self._keep(decision)
                return None
            self._screen.say(words("doubts.not_understood", line=line) if line else words("doubts.no_guess"))

    def _help(self, at: int, unknown: str) -> None:
        words = self._screen.words
        if unknown:
            self._screen.say(words("doubts.not_understood", line=unknown))
        self._screen.say(words("doubts.type.moves"))
        self._screen.say(self._how(at), tone=Tone.QUIET)

    def _how(self, at: int) -> str:
        """What can be typed."""
        card, words = self._cards[at], self._screen.words
        if card.kind is Kind.WHOSE:
            return words("doubts.type.whose")
        if card.kind is Kind.NAME:
            return words("doubts.type.name")
        if card.kind is Kind.SHARED:
            return words("doubts.type.shared" if card.own else "doubts.type.name")
        marks = words(
            "doubts.type.marks",
            labels=" ".join(card.labels),
            several="".join(card.labels[:2]),
            none=nothing(card),
        )
        guess = self._guess(at)
        if guess is None:
            return marks
        enter = words("doubts.type.enter", guess=" ".join(guess) or words("doubts.nothing"))
        return words("list.sentences", first=marks, second=enter)


def _outcome(decision: Decision, words: Words) -> str:
    """What was decided."""
    if isinstance(decision, LineDecision):
        return " ".join(decision.marked) or words("doubts.nothing")
    if decision.leave_out:
        return words("doubts.left_out")
    return decision.name or " ".join(
        str(each) for each in (decision.copy, decision.form, decision.page) if each
    )
