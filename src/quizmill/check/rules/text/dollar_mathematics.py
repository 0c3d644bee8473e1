r"""Mathematics stands between dollars, as in LaTeX.

Passed over are sums of money, variables of shells and programs, code, and texts that speak of LaTeX or of
such programs.

Why: a bank writes mathematics as `\(…\)`; dollars stay as they are in every output.

Source: our own.

Bad:
    prompt: What is the slope of $y = x^2$ at $x = 3$?

Good:
    prompt: What is the slope of \(y = x^2\) at \(x = 3\)?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.check.finding import Finding
from quizmill.check.texts import Texts, prose
from quizmill.errors import Severity

ID = "dollar-mathematics"
SEVERITY = Severity.WARNING

_BETWEEN = re.compile(
    r"""(?<![\\$A-Za-z0-9])(?:\$\$(?P<display>[^$]+)\$\$(?!\$)
      | \$(?![\s$])(?P<inline>[^$]{1,500})(?<!\s)\$(?![A-Za-z0-9_$({]))""",
    re.VERBOSE,
)
# A command, a power, an index: what prose between two sums of money has not.
_LATEX = re.compile(
    r"\\[A-Za-z]{2,}|\\[,;!{}|]|[\w)}\]]\s?\^\s?[\w{\\(+*-]|(?<![^\W\d_])[^\W\d_]_(?:\{|[^\W_](?![^\W_]))|^\{\}\^"
)
_VARIABLE = re.compile(r"^\{[A-Za-z_]\w*[}.:\[]")  # of a template: ${name}
# Letters and figures alone: x, 2n + 1, f(x) = y, AB. A word of two small letters is no variable.
_SYMBOLS = re.compile(
    r"(?:(?<![A-Za-z])(?:[A-Za-z]|[A-Z]{2,3}|sin|cos|tan|log|ln|lim|max|min|len|mod)(?![A-Za-z])"
    r"|[\d\s+\-*/=<>()\[\]|,.!:'−·×≤≥°%√π])+"
)
_FIGURES = re.compile(
    r"[\d\s.,]*(?:[-+*/=:<>−·×≤≥%°()√]|\\%)[\d\s.,+\-*/=:<>−·×≤≥%°()√π\\]*"
)  # 3/4, (3, 4), 20\%
_LETTER = re.compile(r"[A-Za-z]")
_SPOKEN_OF = re.compile(
    r"(?<![^\W_])(?:(?:la|xe|lua|bib)tex|(?-i:TeX|Perl|Excel)|mathjax|katex|markdown|dollar signs?"
    r"|bash|zsh|php"
    r"|(?:unix |posix |the )shell|shell (?:scripts?|commands?|variables?)|jquery|javascript"
    r"|powershell|awk|makefile"
    r"|regex|regular expressions?|spreadsheets?)(?![^\W_])",
    re.IGNORECASE,
)
_LONGEST = 80  # characters that are quoted


def check_texts(texts: Texts) -> Iterator[Finding]:
    """One finding a text, for the first mathematics in it."""
    for path, text in texts.written:
        if text.count("$") > 1 and (found := _mathematics(text)) and not _SPOKEN_OF.search(texts.about):
            whole, inside = (each if len(each) <= _LONGEST else f"{each[:_LONGEST]}…" for each in found)
            yield Finding(
                path=path,
                message=f'"{whole}" is LaTeX, whose dollars would be shown',
                help=f"write `\\({inside}\\)`, in single quotes or in none",
            )


def _mathematics(text: str) -> tuple[str, str] | None:
    """The first mathematics, with its dollars and without."""
    text, at = prose(text), 0
    while found := _BETWEEN.search(text, at):
        inside = (found["display"] or found["inline"]).strip()
        if _is_latex(inside):
            return found[0], inside
        at = found.end() - 1  # what ends one pair may begin another
    return None


def _is_latex(inside: str) -> bool:
    if _VARIABLE.match(inside):
        return False
    if _LATEX.search(inside) or (_SYMBOLS.fullmatch(inside) and _LETTER.search(inside)):
        return True
    return _FIGURES.fullmatch(inside) is not None
