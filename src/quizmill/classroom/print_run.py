"""What of a class set goes to the printer: everything, or the sheets of some students and forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

import msgspec

from quizmill.bank.closest import closest
from quizmill.classroom.class_set import ClassSet, beside_class
from quizmill.classroom.names import same_name
from quizmill.classroom.register import Register
from quizmill.compose.paper import Paper
from quizmill.errors import BadRequest

_UNSAFE = re.compile(r"[^\w -]+")  # in a file's name, on one system or another
_ROOM = 80  # bytes of a student's name in a file's name; many disks hold 255 in all


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A form to print, and for whom; *mark* is what the name of a file of its own ends with."""

    paper: Paper
    mark: str
    student: str = ""  # told apart from others of the name and class
    group: str = ""
    copy: int = 0  # which of the named and spare sheets of the whole set it is, from 1; 0 for any other


class PrintRun(msgspec.Struct, frozen=True, kw_only=True):
    """The sheets in order, the forms they are of, and the forms whose keys are printed as well.

    *mark* is what the name of one file of all sheets ends with, so that it is not taken for everybody's.
    """

    sheets: tuple[Sheet, ...]
    forms: tuple[Paper, ...]
    keys: tuple[Paper, ...]
    mark: str = ""


def whole_run(made: ClassSet) -> PrintRun:
    """A sheet for each copy and the spare ones, without a roster each form once; and all keys."""
    return PrintRun(
        sheets=(*_named(made), *_spare(made)) or _blank(made.papers), forms=made.papers, keys=made.papers
    )


def run_for(made: ClassSet, students: Sequence[str], letters: Sequence[str]) -> PrintRun:
    """The sheets of those *students*, and those of the forms with those *letters* with their keys.

    Everything when neither is given. A form that nobody on the roster has is printed without a name. Case and
    blanks do not matter. Raises BadRequest with every name and letter that is not there, and the nearest.
    """
    if not students and not letters:
        return whole_run(made)
    register = Register(made)
    faults = (*_strangers(made, register, students), *_no_forms(made, letters))
    if faults:
        raise BadRequest("\n".join(faults))
    asked = {same_name(letter) for letter in letters}
    wanted = {found.place for name in students for found in register.find(name)}
    keys = tuple(paper for paper in made.papers if same_name(paper.form) in asked)
    given = {copy.form for copy in made.copies}
    sheets = tuple(s for at, s in enumerate(_named(made)) if s.paper in keys or at in wanted)
    sheets += _blank([paper for paper in keys if paper.form not in given])
    printed = {sheet.paper.form for sheet in sheets}
    forms = tuple(paper for paper in made.papers if paper.form in printed)
    return PrintRun(sheets=sheets, forms=forms, keys=keys, mark=_mark(sheets, keys, of_some=bool(students)))


def suffix(paper: Paper) -> str:
    """What the names of the form's own files end with."""
    return f"-{paper.form}" if paper.form else ""


def _mark(sheets: Sequence[Sheet], keys: Sequence[Paper], *, of_some: bool) -> str:
    if not of_some:
        return "".join(map(suffix, keys))
    return sheets[0].mark if len(sheets) == 1 else "-some"


def _named(made: ClassSet) -> tuple[Sheet, ...]:
    papers = {paper.form: paper for paper in made.papers}
    digits = len(str(len(made.copies)))
    return tuple(
        Sheet(
            paper=papers[copy.form],
            mark=f"-{place:0{digits}}-{file_name(copy.student)}",
            student=beside_class(label, copy.group),
            group=copy.group,
            copy=place,
        )
        for place, (label, copy) in enumerate(zip(made.labels, made.copies, strict=True), start=1)
    )


def _spare(made: ClassSet) -> tuple[Sheet, ...]:
    """The sheets for whoever is not on the roster."""
    papers = {paper.form: paper for paper in made.papers}
    return tuple(
        Sheet(paper=papers[form], mark=f"-spare-{place}", copy=len(made.copies) + place)
        for place, form in enumerate(made.spare, start=1)
    )


def _blank(papers: Sequence[Paper]) -> tuple[Sheet, ...]:
    return tuple(Sheet(paper=paper, mark=suffix(paper)) for paper in papers)


def file_name(student: str) -> str:
    """The name with letters and digits of any script, and nothing that a system forbids."""
    words = _UNSAFE.sub(" ", unicodedata.normalize("NFC", student))
    name = "-".join(words.replace("_", " ").split())
    return name.encode()[:_ROOM].decode(errors="ignore").rstrip("-")


def _strangers(made: ClassSet, register: Register, students: Sequence[str]) -> Iterator[str]:
    if students and not made.copies:
        yield "--student: this paper was made without a roster; leave --student out"
        return
    known = {same_name(copy.student): copy.student for copy in made.copies}
    for name in students:
        if not register.find(name):
            near = closest(same_name(name), known)
            help = f'did you mean "{known[near]}"?' if near else "give it as it stands on the sheet"
            yield f'--student: nobody on the roster is called "{name}"; {help}'


def _no_forms(made: ClassSet, letters: Sequence[str]) -> Iterator[str]:
    known = [paper.form for paper in made.papers if paper.form]
    if letters and not known:
        yield "--form: this paper has one form, without a letter; leave --form out"
        return
    for letter in letters:
        if same_name(letter) not in map(same_name, known):
            yield f'--form: there is no form "{letter}"; the forms are {known[0]} to {known[-1]}'
