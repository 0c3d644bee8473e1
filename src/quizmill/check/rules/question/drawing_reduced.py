"""Something of a drawing (SVG) is not shown.

Three things are told:

- **What does more than draw goes nowhere**: scripts, attributes such as `onclick`, links, foreignObject,
  entities, and whatever is fetched from elsewhere, by an address, by `url(…)` or by `@import`. A browser runs
  a drawing like a page. What is in the drawing stays: `url(#…)`, `#…`, and PNG and JPEG pictures as `data:`.
  A drawing that has none of it goes out as it is, byte for byte.
- **What paper does not draw**: filters, masks, blending, text along a path or turned letter by letter, and
  what moves. Gradients, patterns, markers, clips, opacity and text are drawn; letters are set in the faces of
  the sheet, so a text may be a little wider than on the screen.
- **How large it is** stands nowhere, neither as `width` and `height` nor as `viewBox`: programs make it 300
  by 150 pixels and cut off the rest.

Why: a learner sees less than its author did.

Source: our own; what draws is what SVG 2 and browsers have, attribute by attribute.

Bad:
    image: {file: images/heart.svg, alt: The four chambers of the heart}    # with <image href="https://…">

Good:
    image: {file: images/heart.svg, alt: The four chambers of the heart}    # with the picture in it, as data:
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizmill.bank.model import Question
from quizmill.bank.picture import Drawn
from quizmill.bank.pictures import files
from quizmill.check.finding import Finding
from quizmill.check.grounds import Grounds
from quizmill.errors import Severity

ID = "drawing-reduced"
SEVERITY = Severity.WARNING

_MOST = 5  # parts that are told one by one


def check_question(question: Question, grounds: Grounds) -> Iterator[Finding]:
    """For each drawing one finding for what is shown nowhere, for what paper lacks, and for no size."""
    for path, file in files(question):
        shown = grounds.pictures.get(file)
        if shown and shown.drawn:
            for message, help in _told(file, shown.drawn):
                yield Finding(path=path, message=message, help=help)


def _told(file: str, drawn: Drawn) -> Iterator[tuple[str, str]]:
    if drawn.removed:
        yield (
            f'the drawing "{file}" is shown without what does more than draw: {_some(drawn.removed)}',
            "save it without that, as plain SVG",
        )
    if drawn.off_paper:
        yield (
            f'the drawing "{file}" is printed without {_some(drawn.off_paper)}',
            f"draw it without; if it is good so, or not for paper: allow: {{{ID}: looked at on paper}}",
        )
    if not drawn.sized:
        yield (
            f'the drawing "{file}" does not say how large it is',
            'give its <svg> a viewBox="0 0 WIDTH HEIGHT"',
        )


def _some(parts: Sequence[str]) -> str:
    more = len(parts) - _MOST
    return ", ".join(parts[:_MOST]) + (f" and {more} more" if more > 0 else "")
