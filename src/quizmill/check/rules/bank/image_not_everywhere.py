"""A picture is sound, and some outputs cannot show it.

| picture | on paper | in Anki |
| --- | --- | --- |
| GIF, JPEG, PNG, WebP | yes; of a moving one the first | yes |
| the same, called by no such ending, as in `tea.tif` | yes | no |
| the same, of more than 25 million pixels | no | yes |
| SVG | yes, as lines and letters (drawing-reduced); not with letters that paper lacks | yes |
| BMP | no | yes |
| AVIF | no | yes, but not on old phones and in old versions |
| TIFF, HEIC, PDF and others | no | no: an error, image-broken |

The terminal shows the words of its `alt`, and opens any picture in a window of its own. Whether all of a
picture is whole is seen only when it is printed. What more than half of the questions have, or more than
twenty, is said once, as advice.

Why: one such picture, and `worksheet`, `flashcards` or `anki` refuses the selection it is in.

Source: our own; what Anki shows is what the browser in it shows.

Bad:
    image: {file: images/heart.bmp, alt: The four chambers of the heart}

Good:
    image: {file: images/heart.png, alt: The four chambers of the heart}
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank.model import Bank
from quizmill.bank.picture import Limit
from quizmill.bank.pictures import files
from quizmill.bank.reader.fault import Path
from quizmill.check.context import Context
from quizmill.check.finding import BANK, Finding, question_subject
from quizmill.check.measure.usual import is_usual
from quizmill.errors import Severity

ID = "image-not-everywhere"
SEVERITY = Severity.WARNING

Use = tuple[str, str, Path]  # the question's id, the file of a picture, and where that stands


def check_bank(bank: Bank, context: Context) -> Iterator[Finding]:
    """One finding for each such question; one for all where they are usual."""
    for limit, uses in _limited(context).items():
        having = len({id for id, *_ in uses})
        if is_usual(having, len(context.questions)):
            yield _once(limit, uses[0][1], having, len(context.questions))
        else:
            yield from (_finding(limit, *use) for use in uses)


def _limited(context: Context) -> dict[Limit, list[Use]]:
    found: dict[Limit, list[Use]] = {}
    for question in context.questions:
        for path, file in files(question):
            shown = context.pictures.get(file)
            for limit in shown.limits if shown else ():
                found.setdefault(limit, []).append((question.id, file, path))
    return found


def _once(limit: Limit, first: str, having: int, total: int) -> Finding:
    return Finding(
        subject=BANK,
        message=f'the image of {having} of {total} questions {limit.reason}: "{first}" is the first',
        help=f"{limit.cure}; if they are never for {limit.output}, which refuses them, in bank.yaml: "
        f"{_allow(limit)}",
        severity=Severity.ADVICE,
    )


def _finding(limit: Limit, id: str, file: str, path: Path) -> Finding:
    return Finding(
        subject=question_subject(id),
        path=path,
        message=f'the image "{file}" {limit.reason}',
        help=f"{limit.cure}; if it is never for {limit.output}, which refuses it: {_allow(limit)}",
    )


def _allow(limit: Limit) -> str:
    return f"allow: {{{ID}: not for {limit.output}}}"
