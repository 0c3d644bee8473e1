"""Numbered questions in plain text, line by line: what each line is, and which question it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from quizmill.formats.report import Report

NUMBERED = re.compile(r"(?:question\s*|q)?(?P<number>\d{1,4})\s*[.):]\s+(?P<text>.*)", re.IGNORECASE)
CHOICE = re.compile(r"(?:[-•]\s+)?(?P<star>\*?)\s?(?P<letter>[A-Za-z])(?:\)|\.(?=\s|$))\s*(?P<text>.*)")
_BOX = re.compile(r"\[(?P<star>[*xX]?) ?\]\s+(?P<text>.*)")
_HEAD = re.compile(
    r"(?P<name>quiz title|quiz description|title|points|type|text title|text|pick|points per question)"
    r"\s*:\s*(?P<text>.*)",
    re.IGNORECASE,
)
_KEY = re.compile(r"(?:correct )?answer\s*:\s*(?P<letters>[a-z](?:\s*,\s*[a-z])*)[.)]?", re.IGNORECASE)
_TOLD = re.compile(
    r"(?:(?P<sign>\.\.\.|[~@])\s*|(?P<side>[+-])\s+|(?:feedback|explanation|rationale)\s*:\s*)(?P<text>.*)",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?P<number>\d{1,4})\s*[.):]\s*(?P<letters>[A-Za-z](?:[\s,]*\b[A-Za-z])*|true|false)\W*"
)
_FENCE = re.compile(r"\s*```")
_OUTSIDE = "it stands outside a question, and is left out"


class Line(msgspec.Struct):
    """An option, a form of the answer, or a side of the feedback, with what is said of it."""

    text: str
    right: bool = False
    letter: str = ""
    why: str = ""


class Asked(msgspec.Struct):
    """The lines of one question."""

    line: int
    number: int
    prompt: str
    title: str = ""
    points: str = ""
    type: str = ""
    choices: list[Line] = []
    boxes: list[Line] = []
    forms: list[Line] = []
    value: str = ""
    open: str = ""  # the line of signs that stands for an essay or an upload
    told: str = ""
    if_right: str = ""
    if_wrong: str = ""

    @property
    def place(self) -> str:
        """Where it stands, for a report."""
        return f"line {self.line}"

    @property
    def is_answered(self) -> bool:
        """Whether an answer of any kind has begun."""
        return bool(self.choices or self.boxes or self.forms or self.value or self.open)


class Reading:
    """The questions of a text, and what it says of them all."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._found: list[Asked] = []
        self._heads: dict[str, str] = {}  # what was said since the last question of the one to come
        self._in_list = False
        self._last: tuple[object, str] | None = None  # what a line that begins nothing goes on with
        self.title = ""
        self.is_markdown = False

    def of(self, text: str) -> list[Asked]:
        """The questions, in order; nothing that stands in them is run."""
        self.is_markdown = re.search(r"^(?:quiz title:|\.\.\. |\[\*\] |= )", text, re.I | re.M) is not None
        lines = enumerate(text.expandtabs(4).split("\n"), start=1)
        for number, line in lines:
            if _FENCE.match(line):
                self._fenced(number, line, lines)
            elif line.strip() == "COMMENT":
                any(after.strip() == "END_COMMENT" for _, after in lines)
            elif line.strip() and not line.startswith("%"):
                self._take(number, line)
            elif self._last and not line.strip():
                self._go_on("")
        return self._found

    def _fenced(self, number: int, line: str, lines: Iterable[tuple[int, str]]) -> None:
        """A listing belongs to what it stands in; code that would write questions is left out."""
        indent = len(line) - len(line.lstrip())
        held = [line.strip()]
        for _, after in lines:
            held.append(after.rstrip() if after[:indent].strip() else after[indent:].rstrip())
            if _FENCE.match(after):
                break
        if ".run" in line:
            rule = "code that would write questions is never run: it is left out"
            self._report.lost(f"line {number}", "question", rule, "\n".join(held))
        else:
            self._go_on("\n".join(held), number)

    def _take(self, number: int, line: str) -> None:
        bare = line.strip()
        asked = self._found[-1] if self._found else None
        if self._in_list:
            self._listed(number, bare)
        elif bare.lower().rstrip() == "answers:":
            self._in_list = True
        elif bare in ("GROUP", "END_GROUP"):
            self._report.note("", "file", "groups of which some are picked are read as questions in a row")
        elif head := _HEAD.fullmatch(bare):
            self._head(number, head["name"].lower(), head["text"])
        elif found := NUMBERED.fullmatch(bare):
            self._begin(number, int(found["number"]), found["text"])
        elif asked is None or self._heads or not self._answer(asked, bare, line):
            self._go_on(bare, number)

    def _head(self, number: int, name: str, text: str) -> None:
        if name == "quiz title":
            self.title = text
        elif name in ("title", "points", "type"):
            self._heads[name] = text
        elif name not in ("pick", "points per question"):
            self._report.lost(f"line {number}", "question", _OUTSIDE, text)
        self._last = None

    def _begin(self, line: int, number: int, text: str) -> None:
        heads, self._heads = self._heads, {}
        title, points, kind = (heads.get(name, "") for name in ("title", "points", "type"))
        self._found.append(Asked(line, number, text, title=title, points=points, type=kind))
        self._last = (self._found[-1], "prompt")

    def _answer(self, asked: Asked, bare: str, line: str) -> bool:
        """Take a line of the answer, or of what is said of it; false for a line that is neither."""
        if found := CHOICE.fullmatch(bare):
            self._add(asked.choices, Line(found["text"], bool(found["star"]), found["letter"].upper()))
        elif found := _BOX.fullmatch(bare):
            self._add(asked.boxes, Line(found["text"], bool(found["star"])))
        elif bare.startswith("* ") and not asked.choices and not asked.boxes:
            self._add(asked.forms, Line(bare[1:].strip(), right=True))
        elif bare.startswith("= ") and not asked.is_answered:
            asked.value = bare[1:].strip()
        elif re.fullmatch(r"___+|\^\^\^+", bare) and not asked.is_answered:
            asked.open = bare[0]
        elif (found := _KEY.fullmatch(bare)) and asked.choices:
            mark(asked, found["letters"])
        elif (found := _TOLD.fullmatch(bare)) and (not found["side"] or self._is_side(asked, line)):
            self._tell(asked, found["side"] or found["sign"] or "", found["text"])
        else:
            return False
        return True

    def _is_side(self, asked: Asked, line: str) -> bool:
        return not line.startswith(" ") and not asked.is_answered and self.is_markdown

    def _add(self, to: list[Line], line: Line) -> None:
        to.append(line)
        self._last = (line, "text")

    def _tell(self, asked: Asked, sign: str, text: str) -> None:
        options = asked.choices or asked.boxes or asked.forms
        if sign == "..." and options:
            self._last = (options[-1], "why")
        else:
            name = {"+": "if_right", "~": "if_right", "-": "if_wrong", "@": "if_wrong"}.get(sign, "told")
            self._last = (asked, name)
        self._go_on(text)

    def _go_on(self, text: str, number: int = 0) -> None:
        """Set a line below what stands last, or tell of what belongs to nothing."""
        if self._last is None:
            self._report.lost(f"line {number}", "question", _OUTSIDE, text)
            return
        of, name = self._last
        was = getattr(of, name)
        setattr(of, name, f"{was}\n{text}" if was else text)

    def _listed(self, number: int, bare: str) -> None:
        """A line of the list of right answers at the end."""
        found = _LISTED.fullmatch(bare)
        asked = [each for each in self._found if found and each.number == int(found["number"])]
        if found and asked and asked[-1].choices:
            mark(asked[-1], found["letters"])
        else:
            self._report.lost(f"line {number}", "question", _OUTSIDE, bare)


def mark(asked: Asked, letters: str) -> None:
    """Take the options of these letters for right; `T` and `F`, or `true`, where these are the options."""
    named = (
        [letters.upper()] if len(letters) > 1 and letters.isalpha() else re.findall("[A-Z]", letters.upper())
    )
    for choice in asked.choices:
        at_letter = choice.letter in named
        by_text = named[0][0] in "TF" and choice.text.upper()[:1] == named[0][0]
        choice.right = choice.right or at_letter or (len(asked.choices) == 2 and by_text)
