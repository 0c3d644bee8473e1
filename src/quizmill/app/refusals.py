"""What exports refuse: gathered from all that is made together, and told with its place in the bank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path

from quizmill.errors import ExportRefused, Refusal, shown


class Refusals:
    """Gathers what several exports refuse, so that one that stops does not hide what the next would say."""

    def __init__(self) -> None:
        self._found: dict[Refusal, None] = {}

    @contextmanager
    def caught(self) -> Iterator[None]:
        """Go on after what is made here, whatever it refuses."""
        try:
            yield
        except ExportRefused as refused:
            self._found |= dict.fromkeys(refused.refusals)

    def finish(self) -> None:
        """Raise ExportRefused with all that was refused, if anything was."""
        if self._found:
            raise ExportRefused(tuple(self._found))


@contextmanager
def placed(folder: Path) -> Iterator[None]:
    """Have ExportRefused tell of each question once, and where it stands in the bank in *folder*."""
    try:
        yield
    except ExportRefused as refused:
        check = f"`quizmill check --bank {shown(str(folder))}`"
        advice = f"nothing is written; {check} shows in its place what is known before printing"
        raise ExportRefused(_told(folder, refused.refusals), advice) from refused


def _told(folder: Path, refusals: Iterable[Refusal]) -> tuple[str, ...]:
    """A line for everything that is refused, in the order of files and lines."""
    from quizmill.bank.load import load_bank  # what is printed may come from a copy, which knows no places

    origins = load_bank(folder).origins
    reasons: dict[str, list[str]] = {}
    for about, reason in refusals:
        reasons.setdefault(about, []).append(reason)
    places = {about: origins.of_question(about) for about in reasons if about in origins.questions}
    lines = {about: _line(about, said) for about, said in reasons.items()}
    elsewhere = [line for about, line in lines.items() if about not in places]
    inside = [f"{place}: {lines[about]}" for about, place in sorted(places.items(), key=itemgetter(1))]
    return (*elsewhere, *inside)


def _line(about: str, reasons: list[str]) -> str:
    more = f" (and {len(reasons) - 1} more)" if len(reasons) > 1 else ""
    return f"{Refusal(about, reasons[0])}{more}"
