"""What answers say against the questions of a bank, as findings at the places where these are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from quizmill.analysis.answer import Place
from quizmill.analysis.flags import FlagCode, ItemFlag
from quizmill.analysis.said import LOOK, measured
from quizmill.app.item_report import AnsweredItem, ItemReport, option_text
from quizmill.app.talk import Tell, count
from quizmill.bank.load import LoadedBank
from quizmill.bank.model import Bank, Question
from quizmill.bank.reader.fault import Path
from quizmill.check import registry
from quizmill.check.phrasing import some
from quizmill.compose.exercise import options_of
from quizmill.errors import Diagnostic, clipped

_NAMED = 5  # questions
_DIFFICULTY = (FlagCode.EASY_CONTRADICTED, FlagCode.HARD_CONTRADICTED)
WHERE: dict[Place, str] = {
    "paper": "on paper",
    "html": "on pages",
    "exam": "in exams at the terminal",
    "practice": "in practice",
}


class _Raised(msgspec.Struct, frozen=True):
    """A flag, and where it was raised."""

    place: Place
    flag: ItemFlag

    @property
    def strength(self) -> tuple[float, int]:
        """How far beyond the limit the interval stays; of two alike more students count."""
        interval, limit = self.flag.interval, self.flag.limit
        return max(interval.low - limit, limit - interval.high), self.flag.n


def answer_findings(report: ItemReport, loaded: LoadedBank) -> tuple[Diagnostic, ...]:
    """The flags of the *report* that nobody has allowed: what several places show once, the strongest."""
    severities = {rule.ID: rule.SEVERITY for rule in registry.ANSWER_RULES}
    found = list[Diagnostic]()
    for question, raised in _by_question(report.items):
        for alike in _alike(raised):
            strongest = max(alike, key=lambda each: each.strength)
            flag = strongest.flag
            if flag.code in question.allow:
                continue
            found.append(
                Diagnostic(
                    location=loaded.origins.of_question(question.id, _path(question, flag)),
                    severity=severities[flag.code],
                    rule=flag.code.value,
                    message=clipped(measured(flag, _option(question, flag))),
                    help=f"{LOOK[flag.code]} ({_where(strongest, alike)})",
                    question=question.id,
                )
            )
    return tuple(found)


def tell_what_answers(report: ItemReport, bank: Bank, tell: Tell) -> None:
    """Tell how much was looked at, and which questions have answers to older wordings only."""
    current = {item.question.id for item in report.items if item.question and item.current}
    older = [item.question.id for item in report.items if item.question and item.question.id not in current]
    looked = f"{count(report.answers, 'answer')} of {count(report.students, 'student')}"
    if not current and not older:
        tell(f"note: {looked}, none of them to a question of {bank.namespace}")
        return
    tell(f"note: {looked}, to {count(len(current), 'question')} as worded now")
    if older:
        only = list(dict.fromkeys(older))
        named = some(only, _NAMED)
        tell(f"note: of {count(len(only), 'question')} only older wordings were answered: {named}")


def _by_question(items: Iterable[AnsweredItem]) -> Iterator[tuple[Question, list[_Raised]]]:
    found: dict[str, tuple[Question, list[_Raised]]] = {}
    for item in items:
        if item.question and item.flags:
            _, raised = found.setdefault(item.question.id, (item.question, []))
            raised += (_Raised(item.key.place, flag) for flag in item.flags)
    yield from found.values()


def _alike(raised: Iterable[_Raised]) -> Iterable[list[_Raised]]:
    """Those that say one thing together."""
    groups: dict[tuple[FlagCode, object], list[_Raised]] = {}
    for each in raised:
        groups.setdefault((each.flag.code, each.flag.choice), []).append(each)
    return groups.values()


def _where(strongest: _Raised, alike: Iterable[_Raised]) -> str:
    others = " and ".join(WHERE[each.place] for each in alike if each is not strongest)
    return f"{WHERE[strongest.place]}, and so too {others}" if others else WHERE[strongest.place]


def _option(question: Question, flag: ItemFlag) -> str:
    return option_text(question, flag.choice) if flag.choice else ""


def _path(question: Question, flag: ItemFlag) -> Path:
    """Where in its question a flag is looked at: its distractor, the difficulty, else the whole."""
    if flag.code in _DIFFICULTY:
        return ("difficulty",)
    if flag.choice is None:
        return ()
    wrong = getattr(question, "distractors", ())
    at = flag.choice.option - (len(options_of(question)) - len(wrong))
    return ("distractors", at) if 0 <= at < len(wrong) else ()
