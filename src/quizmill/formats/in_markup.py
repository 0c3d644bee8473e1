"""What other programs say, spelt in our markup, so that reading it gives the same again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizmill.bank import mathematics
from quizmill.bank.markup import Listing, Span, Spans, Style, blocks, escape, plain, spans
from quizmill.bank.markup.span import joined
from quizmill.bank.markup.whole_text import has_marks

# What other programs put around LaTeX. A dollar alone is mostly money: there must be something in it that
# only a formula has, and no blank beside it.
_FORMULA = re.compile(
    r"\\\((?P<inline>(?:[^\\]|\\[^()])+?)\\\)|\\\[(?P<display>(?:[^\\]|\\[^\[\]])+?)\\\]"
    r"|\$\$(?P<double>[^$]+)\$\$|(?<![\w$\\])\$(?P<single>(?=\S)[^$\n]*?[\\^_{=][^$\n]*?(?<=\S))\$(?![\w$])"
)
ANY_TEXT = "a star stands for any text there, and for none here"
UNREAD = "a formula has what no formula here has: its LaTeX stands as it is"
_MARKS = {Style.PLAIN: "", Style.EMPHASIS: "*", Style.STRONG: "**"}


def as_markup(of: Spans) -> str:
    """A run of text as markup: `spans(as_markup(of)) == of`, but for a style where no mark can stand."""
    for tried in (of, tuple(_unstressed(span) for span in of)):
        run = joined(tried)
        text = "".join(map(_written, run))
        if spans(text) == run:
            return text
    return escape("".join(span.said for span in of))


def _unstressed(span: Span) -> Span:
    return Span(span.text) if span.style in (Style.EMPHASIS, Style.STRONG) else span


def _written(span: Span) -> str:
    match span.style:
        case Style.CODE:
            return f"`{span.text}`" if "`" not in span.text else escape(span.text)
        case Style.MATHEMATICS:
            return rf"\({span.text}\)"
        case Style.PLAIN | Style.EMPHASIS | Style.STRONG:
            mark = _MARKS[span.style]
            bare = span.text.strip() if mark else span.text
            if not bare:
                return span.text
            before, _, after = span.text.partition(bare)
            return f"{before}{mark}{escape(bare)}{mark}{after}"


def with_formulas(of: Spans) -> Spans:
    """The spans with what their plain text has of LaTeX as formulas, as far as they are of our subset."""
    return joined(part for span in of for part in _parts(span))


def unread_formulas(of: Spans) -> Iterator[str]:
    """The LaTeX that is still plain text, since ours has not what is in it."""
    return (
        found[0]
        for span in of
        if span.style not in (Style.CODE, Style.MATHEMATICS)
        for found in _FORMULA.finditer(span.text)
    )


def _parts(span: Span) -> Iterator[Span]:
    if span.style is Style.CODE or span.style is Style.MATHEMATICS:
        yield span
        return
    end = 0
    for found in _FORMULA.finditer(span.text):
        source = next(each for each in found.groups() if each).strip()
        if isinstance(mathematics.read(source), mathematics.Formula):
            yield Span(span.text[end : found.start()], span.style)
            yield Span(source, Style.MATHEMATICS)
            end = found.end()
    yield Span(span.text[end:], span.style)


def fenced(code: str, language: str = "") -> str:
    """A listing as markup; text that no fence can hold is escaped."""
    text = f"```{language}\n{code}\n```"
    return text if blocks(text) == (Listing(code, language),) else escape(code)


def row(cells: Sequence[str]) -> str:
    """A row of a table."""
    return f"| {' | '.join(' '.join(cell.split()).replace('|', chr(92) + '|') for cell in cells)} |"


def literal(text: str) -> str:
    r"""Plain text of another program as markup: every sign is itself, but what is written as `\(…\)`."""
    text = text.strip()
    if "\n" not in text and "$" not in text and not has_marks(text):
        return text
    return as_markup(with_formulas((Span(text),)))


def is_plain(text: str) -> bool:
    """Whether the markup has no mark at all, so that a program which knows none shows it whole."""
    return plain(text) == text
