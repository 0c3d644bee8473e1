"""An option, an answer or a term stands in typographic quotation marks, which stay part of it.

YAML quotes with straight marks alone. Looked at are whole answers, accepted forms, options, steps, sides of
pairs, the blanks of a cloze, and the terms and the value of a fact, but no prose. Options that are all
quotations are meant so.

Why: the marks are shown, one option looks unlike the others, and a term is looked for with them.

Source: our own.

Bad:
    answer: “Olympus Mons”
    distractors: [Arsia Mons, Pavonis Mons]

Good:
    answer: "Olympus Mons"
    distractors: [Arsia Mons, Pavonis Mons]
"""

from __future__ import annotations

from collections.abc import Iterator

from quizmill.bank import cloze, quotation, yaml_out
from quizmill.bank.model import Cloze, Matching
from quizmill.bank.reader.fault import Path
from quizmill.check.finding import Finding
from quizmill.check.texts import Texts, WrittenText
from quizmill.errors import Severity

ID = "kept-quotes"
SEVERITY = Severity.WARNING

_OPTIONS = frozenset(("answer", "answers", "distractors", "sequence", "extra"))
_ALONE = frozenset(("accept", "terms", "value"))
_PROSE = "why"  # of a distractor


def check_texts(texts: Texts) -> Iterator[Finding]:
    """One finding for each text in marks."""
    if not any(quotation.may_be_in(text) for _, text in texts.written):
        return
    for group in _groups(texts):
        inside = [quotation.inside(text.strip()) for _, text in group]
        if len(group) > 1 and all(inside):
            continue
        for (path, text), bare in zip(group, inside, strict=True):
            if bare:
                yield Finding(
                    path=path,
                    message=f'"{text.strip()}" keeps its quotation marks',
                    help=f"write `{_line(path, bare)}`",
                )


def _groups(texts: Texts) -> Iterator[list[WrittenText]]:
    """What is compared by a learner, together; what stands for itself, alone."""
    if isinstance(texts.record, Cloze):
        for blank in cloze.blanks(texts.record.text):
            yield from ([WrittenText(("text",), form)] for form in (blank.answer, *blank.accept))
    yield [each for each in texts.written if each.path[0] in _OPTIONS and each.path[-1] != _PROSE]
    if isinstance(texts.record, Matching):
        pairs = [each for each in texts.written if each.path[0] == "pairs"]
        yield from ([each for each in pairs if each.path[-1] == side] for side in (0, 1))
    yield from ([each] for each in texts.written if each.path[0] in _ALONE)


def _line(path: Path, text: str) -> str:
    if path == ("text",):
        return f"{{{{{text}}}}}"
    return f"{path[0]}: {yaml_out.scalar(text)}" if len(path) == 1 else yaml_out.scalar(text)
