"""What the answers in a log, or in files with its rows, say of a bank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from quizmill.analysis.answer import AnswerRow
from quizmill.analysis.summary import summary
from quizmill.app.item_report import ItemReport, item_report
from quizmill.bank.model import Bank
from quizmill.errors import BadRequest, FileUnusable


def answer_report(paths: Sequence[Path], bank: Bank) -> ItemReport:
    """The report of all answers in *paths* together.

    Raises FileUnusable for what is neither a log nor has its rows, BadRequest where a package is missing.
    """
    try:
        return item_report(summary(row for path in paths for row in _rows(path)), bank)
    except ImportError as error:
        raise BadRequest("to read answers, pyarrow is needed: pip install 'quizmill[scale]'") from error


def _rows(path: Path) -> Iterator[AnswerRow]:
    if path.is_dir():
        from quizmill.app.answer_log import AnswerLog  # with pyarrow, which a table does without

        return AnswerLog(path).rows()
    from quizmill.app.answer_kinds import What, answers_of_file, what_is
    from quizmill.app.input_file import read_input

    what = what_is(read_input(path, "file"))
    if what not in (What.TABLE, What.LINES):
        raise FileUnusable(str(path), "this is no log of answers, and no table or lines with its columns")
    return iter(answers_of_file(path, what, "", with_text=False))
