"""What makes the blanks of a cloze impossible to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizmill.bank import anki_cloze, cloze, yaml_out
from quizmill.bank.markup import plain
from quizmill.bank.model import Cloze
from quizmill.bank.reader.fault import Fault
from quizmill.bank.reader.written import said

_LONGEST = 400  # characters of a text that a help shows whole
_BESIDE = 30  # characters that show where in a text braces stand
_MEANT = r"code stands in backticks, mathematics in \(…\), and braces that are meant as"


def faults_in(question: Cloze) -> Iterator[Fault]:
    """What is wrong with its text."""
    found = cloze.blanks(question.text)
    written = (blank.part or blank.answer for blank in found)
    if deletion := next(filter(anki_cloze.is_deletion, written), ""):
        message = f"{said(f'{{{{{deletion}}}}}')} is a cloze deletion as Anki writes it"
        yield Fault(("text",), "anki-cloze", message, _as_blanks(question))
    elif strays := cloze.stray_braces(question.text):
        yield Fault(("text",), "stray-braces", *_stray(question.text, *strays[0]))
    elif not found:
        help = "put what is to be recalled in double braces: {{Amazon}}"
        if single := re.search(r"\{([^{}]+)\}", question.text):
            help = f"a blank has two braces on each side: {{{{{single[1]}}}}}"
        elif "___" in question.text:
            help = "write the answer in place of the line, in double braces: {{Amazon}}"
        yield Fault(("text",), "cloze-without-blank", "the text has no blank", help)
    if any(not plain(form).strip() for blank in found for form in (blank.answer, *blank.accept)):
        message = "a blank, or one of its other forms, is empty"
        yield Fault(("text",), "empty-blank", message, "write the answer into it")


def _as_blanks(question: Cloze) -> str:
    """How to write a text with deletions of Anki's."""
    if len(question.text) > _LONGEST:
        return "write `{{answer}}` for `{{c1::answer::hint}}`, and the hint as `hint: …`"
    text, hints = anki_cloze.rewritten(question.text)
    help = f"write `text: {yaml_out.scalar(text)}`"
    return help if question.hint or not hints else f"{help} and `hint: {yaml_out.scalar('; '.join(hints))}`"


def _stray(text: str, start: int, end: int) -> tuple[str, str]:
    """Message and help for double braces that hold no blank."""
    if text[start] == "{":
        beside = said(text[start : end + _BESIDE])
        return f"{beside} begins a blank that does not end", rf"end it, as in {{{{Amazon}}}}; {_MEANT} \{{{{"
    beside = said(text[max(0, start - _BESIDE) : end])
    return f"{beside} ends a blank that does not begin", rf"begin it, as in {{{{Amazon}}}}; {_MEANT} \}}}}"
