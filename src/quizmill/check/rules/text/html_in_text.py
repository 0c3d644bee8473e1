"""A text has tags or character codes of HTML in it.

Passed over are code, generics such as `List<String>`, comparisons, addresses in angle brackets, a tag in
quotation marks, and texts that speak of HTML or a language like it, of tags or browsers.

Why: a bank knows no HTML: `<br>` and `&nbsp;` stay as they are on a card, on paper and on the screen.

Source: our own.

Bad:
    prompt: What is the common name of NH<sub>3</sub>?

Good:
    prompt: What is the common name of NH₃?
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.check.finding import Finding
from quizmill.check.language import html
from quizmill.check.texts import Texts, prose
from quizmill.errors import Severity

ID = "html-in-text"
SEVERITY = Severity.WARNING

_SPOKEN_OF = re.compile(
    r"(?<![^\W_])(?:[xdx]?html\d?|xml|svg|jsx|css|php|xss|javascript|typescript|(?-i:DOM|React|Vue|Angular)|markup"
    r"|markdown|browsers?|web ?(?:sites?|pages?)|style ?sheets?|tags?|bbcode"
    r"|wiki|etiquetas?|balises?|znaczniki?|теги?)(?![^\W_])"
    r"|标签|標籤|网页|タグ|태그",
    re.IGNORECASE,
)


def check_texts(texts: Texts) -> Iterator[Finding]:
    """One finding a text, for the first HTML in it."""
    for path, text in texts.written:
        if ("<" in text or "&" in text) and (found := html.first_in(prose(text))):
            if _is_the_matter(texts):
                return
            yield Finding(
                path=path,
                message=f'"{found}" is HTML, which is shown as it is written',
                help=f"{html.instead_of(found)}; if it is meant as such, put it in backticks",
            )


def _is_the_matter(texts: Texts) -> bool:
    """Whether the record is about HTML: it says so, or one of its texts is a tag and nothing else."""
    return bool(_SPOKEN_OF.search(texts.about)) or any(html.is_tag(text) for _, text in texts.written)
