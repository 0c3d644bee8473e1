"""Numbered questions in plain text, line by line: what each line is, and which question it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quizmill.formats.coded import seen
from quizmill.formats.report import Report
from quizmill.formats.text_key import (
    Asked,
    Line,
    bare_entry,
    fits,
    in_a_row,
    is_list_head,
    is_open,
    is_to_write_on,
    keyed,
    list_on_line,
    pieces,
    told_below,
    told_of,
)
from quizmill.formats.text_signs import CHOICE, NUMBERED, beside, heads_section, ticked

_BOX = re.compile(r"\[(?P<star>[*xX]?) ?\]\s+(?P<text>.*)")
_HEAD = re.compile(
    r"(?P<name>quiz title|quiz description|title|points|type|text title|text|pick|points per question)"
    r"\s*:\s*(?P<text>.*)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"(?:(?P<sign>\.\.\.|[~@])\s*|(?P<side>[+-])\s+"
    r"|(?:feedback|explanation|rationale|begründung|erklärung|explicación|justificación|explication|解析)\s*[:：]\s*)"
    r"(?P<text>.*)",
    re.IGNORECASE,
)
_FENCE = re.compile(r"\s*```")
_ANSWER = 25  # characters that hardly an answer in a list has without being one to a question there
_OUTSIDE = "it stands outside a question, and is left out"


class Reading:
    """The questions of a text, and what it says of them all."""

    def __init__(self, report: Report, unit: str = "line") -> None:
        """Of a text in *unit* `paragraph` each line is whole: none goes on with an option."""
        self._report = report
        self._unit = unit
        self.found: list[Asked] = []
        self._numbered: dict[int, list[Asked]] = {}
        self._heads: dict[str, str] = {}  # what was said since the last question of the one to come
        self._in_list = False
        self._at = 0  # the number of the line
        self._last: tuple[object, str] | None = None  # what a line that begins nothing goes on with
        self._topic = ""
        self.title = ""
        self.is_markdown = False

    def of(self, text: str) -> list[Asked]:
        """The questions, in order; nothing that stands in them is run."""
        self.is_markdown = re.search(r"^(?:quiz title:|\.\.\. |\[\*\] |= )", text, re.I | re.M) is not None
        lines = enumerate(text.replace("\t", "    ").split("\n"), start=1)
        for number, line in lines:
            if _FENCE.match(line):
                self._fenced(number, line, lines)
            elif line.strip() == "COMMENT":
                any(after.strip() == "END_COMMENT" for _, after in lines)
            elif not line.startswith("%"):
                self.take(number, line)
        return self.found

    @property
    def is_open(self) -> bool:
        """Whether a question has begun that has no answer yet."""
        return self._last is not None and not self.found[-1].is_answered

    @property
    def in_list(self) -> bool:
        """Whether the list of answers at the end has begun."""
        return self._in_list

    def under(self, title: str) -> None:
        """What follows stands under a heading."""
        self._topic = title
        self._last = None
        self._in_list = False

    def take(self, number: int, line: str) -> None:
        """A line of the text, by its number."""
        if not line.strip():
            if self._last:
                self._go_on("", number)
            return
        self._at = number
        parts = beside(line) if not self._in_list else []
        for part in parts or [line]:
            self._take(number, part)

    def match(
        self, number: int, prompt: str, lefts: Sequence[tuple[int, str]], rights: Sequence[Line]
    ) -> None:
        """Numbered lefts and lettered rights, of the question that is open, else of one with *prompt*."""
        place = f"{self._unit} {number}"
        if not self.is_open:
            self.found.append(Asked(place, 0, prompt, topic=self._topic))
        for at, text in lefts:
            left = Asked(place, at, text, choices=[Line(right.text, letter=right.letter) for right in rights])
            self.found[-1].lefts.append(left)
            self._numbered.setdefault(at, []).append(left)
        self._last = None

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
            self._outside(number, "\n".join(held), rule)
        else:
            self._go_on("\n".join(held), number)

    def _take(self, number: int, line: str) -> None:
        bare = line.strip()
        asked = self.found[-1] if self.found else None
        if asked and self._in_key(number, bare):
            return
        if heads_section(seen(bare), is_open=self.is_open and not self.found[-1].is_keyed):
            self.under(seen(bare))
        elif bare in ("GROUP", "END_GROUP"):
            self._report.note("", "file", "groups of which some are picked are read as questions in a row")
        elif head := _HEAD.fullmatch(bare):
            self._head(number, head["name"].lower(), head["text"])
        elif found := NUMBERED.fullmatch(bare):
            self._begin(number, int(found["number"] or found["alone"]), found["text"] or "")
        elif asked is None or self._heads or not self._answer(asked, bare, line):
            self._other(number, bare)

    def _in_key(self, number: int, bare: str) -> bool:
        """Take a line of a key at the end, or where one begins; false for other lines."""
        text = seen(bare)
        if is_list_head(text):
            self._in_list = True
        elif listed := list_on_line(text) or (text if self._is_entry(text) else ""):
            self._in_list = True
            self._listed(number, listed)
        elif (row := in_a_row(text)) and self._is_of_all(row):
            self._in_a_row(number, row, bare)
        elif self._in_list and not heads_section(text, is_open=False) and not self._goes_on(bare):
            self._listed(number, bare)
        else:
            return False
        return True

    def _is_entry(self, bare: str) -> bool:
        """Whether a line is one of a list of answers that has no head: it fits a question that lacks one."""
        entry = bare_entry(bare)
        asked = told_of(self._numbered.get(entry[0], [])) if entry else None
        return entry is not None and asked is not None and fits(asked, entry[1])

    def _is_of_all(self, row: Sequence[str]) -> bool:
        """Whether letters in a row are one for each question, none of which has an answer yet."""
        return len(row) == len(self.found) > 1 and not any(each.is_keyed for each in self.found)

    def _in_a_row(self, number: int, row: Sequence[str], bare: str) -> None:
        """Key all questions in their order, unless the letters could as well be all of the last one."""
        if len({*row}) == len(row) and all(fits(self.found[-1], letter) for letter in row):
            rule = "these may be answers of one question or of all: number them"
            self._outside(number, bare, rule)
            return
        for asked, letter in zip(self.found, row, strict=True):
            self._key(asked, letter)
        self._last = None

    def _key(self, asked: Asked, told: str) -> None:
        if is_open(seen(told)) and not asked.is_answered:
            self._report.note(asked.place, "answer", "the key says that many answers are right", seen(told))
        elif not keyed(asked, told):
            self._report.lost(asked.place, "answer", "the answer is none of the options", seen(told))

    def _other(self, number: int, bare: str) -> None:
        """A line that begins nothing: of paragraphs an option has only one, unless a sentence goes on."""
        of = self._last[0] if self._last else None
        is_whole = self._unit == "paragraph" and isinstance(of, Line) and bool(of.text.strip())
        if is_whole and not seen(bare)[:1].islower():
            self._last = None
        self._go_on(bare, number)

    def _goes_on(self, bare: str) -> bool:
        """Whether a line in a list of answers is the next question after all."""
        found = NUMBERED.fullmatch(bare)
        if not found or len(seen(found["text"] or "")) <= _ANSWER or int(found["number"]) in self._numbered:
            return False
        self._in_list = False
        return True

    def _head(self, number: int, name: str, text: str) -> None:
        if name == "quiz title":
            self.title = text
        elif name in ("title", "points", "type"):
            self._heads[name] = text
        elif name not in ("pick", "points per question"):
            self._outside(number, text)
        self._last = None

    def _begin(self, line: int, number: int, text: str) -> None:
        heads, self._heads = self._heads, {}
        title, points, kind = (heads.get(name, "") for name in ("title", "points", "type"))
        place = f"{self._unit} {line}"
        made = Asked(place, number, text, title=title, points=points, type=kind, topic=self._topic)
        self.found.append(made)
        self._numbered.setdefault(number, []).append(made)
        self._last = (made, "prompt")

    def _answer(self, asked: Asked, bare: str, line: str) -> bool:
        """Take a line of the answer, or of what is said of it; false for a line that is neither."""
        if found := CHOICE.fullmatch(bare):
            text, is_right = ticked(found["text"])
            letter = found["letter"].upper()
            asked = self._with(letter, asked)
            self._add(asked.choices, Line(text, bool(found["star"]) or is_right, letter))
        elif found := _BOX.fullmatch(bare):
            self._add(asked.boxes, Line(found["text"], bool(found["star"])))
        elif bare.startswith("* ") and not asked.choices and not asked.boxes:
            self._add(asked.forms, Line(bare[1:].strip(), right=True))
        elif bare.startswith("= ") and not asked.is_answered:
            asked.value = bare[1:].strip()
        elif re.fullmatch(r"___+|\^\^\^+", bare) and not asked.is_answered:
            asked.open = bare[0]
        elif is_to_write_on(seen(bare)):
            return True
        elif told := told_below(bare):
            self._key(asked, told)
            self._last = None if self._unit == "paragraph" else self._last
        elif (found := _TOLD.fullmatch(bare)) and (not found["side"] or self._is_side(asked, line)):
            self._tell(asked, found["side"] or found["sign"] or "", found["text"])
        else:
            return False
        return True

    def _with(self, letter: str, asked: Asked) -> Asked:
        """The question that has an option of this letter: a new one below *asked* if that has it already."""
        if letter not in {line.letter for line in asked.choices}:
            return asked
        asked.choices[-1].text, _, prompt = asked.choices[-1].text.partition("\n")
        above = len(prompt.splitlines())
        place = f"{self._unit} {self._at - above}"
        made = Asked(place, 0, prompt.strip(), topic=self._topic)
        self.found.append(made)
        rule = "the letters begin again: a question of its own begins below the last option"
        self._report.note(made.place, "question", rule, seen(prompt))
        return made

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
            self._outside(number, text)
            return
        of, name = self._last
        was = getattr(of, name)
        setattr(of, name, f"{was}\n{text}" if was else text)

    def _outside(self, number: int, text: str, rule: str = _OUTSIDE) -> None:
        self._report.lost(f"{self._unit} {number}", "question", rule, seen(text))

    def _listed(self, number: int, bare: str) -> None:
        """A line of the list of right answers at the end."""
        found = list(pieces(bare))
        for of, told in found:
            asked = told_of(self._numbered.get(of, []))
            if asked is None or not told or not (is_open(told) or keyed(asked, told)):
                self._outside(number, f"{of}. {told}")
            elif is_open(told):
                self._key(asked, told)
        if not found:
            self._outside(number, bare)
