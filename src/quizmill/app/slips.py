"""Slips to hand back: the marks of each pupil as a page, in one file or one each."""

from __future__ import annotations

from pathlib import Path

from quizmill.app.decisions import decisions
from quizmill.app.file_kinds import SLIPS
from quizmill.app.talk import Watch, unwatched
from quizmill.bank.model import Essay
from quizmill.bank.printable import obstacle
from quizmill.classroom.class_set import ClassSet, beside_class
from quizmill.classroom.gradebook import number
from quizmill.classroom.grades import Grades
from quizmill.classroom.print_run import file_name
from quizmill.classroom.scripts import Marked, Script, ScriptAnswer, copy_of
from quizmill.errors import BadRequest
from quizmill.export.paper.decisions import Decided
from quizmill.export.paper.printed_name import unprintable_name
from quizmill.export.paper.slips import Slip, SlipAnswer, SlipLooks, slips_pdf
from quizmill.export.publish import Product
from quizmill.grade import feedback
from quizmill.grade.marking import Verdict
from quizmill.words import Words


def slips(
    made: ClassSet,
    marked: Marked,
    base: Path,
    *,
    split: bool,
    grades: Grades | None = None,
    watch: Watch = unwatched,
) -> dict[Path, Product]:
    """The PDFs of a slip for everybody who answered, by where they go.

    Raises BadRequest when nobody did, and ExportRefused for what cannot be printed.
    """
    words = made.words
    told = [_slip(made, script, grades, words) for script in marked.scripts]
    if not told:
        raise BadRequest("--slips: nobody has answered, so that there is nothing to hand back")
    looks = SlipLooks(size=made.looks.get("size", "a4"), large_print=bool(made.looks.get("large_print")))
    files = {}
    with watch(len(told), "printing") as tick:
        if not split:
            pdf = slips_pdf(told, looks, words, made.images, progress=tick)
            return {base.with_name(f"{base.name}.pdf"): Product(pdf, SLIPS)}
        digits = len(str(len(told)))
        for place, (slip, script) in enumerate(zip(told, marked.scripts, strict=True), start=1):
            path = base.with_name(f"{base.name}-{place:0{digits}}-{file_name(script.student)}.pdf")
            pdf = slips_pdf([slip], looks, words, made.images, progress=tick)
            files[path] = Product(pdf, SLIPS)
    return files


def _slip(made: ClassSet, script: Script, grades: Grades | None, words: Words) -> Slip:
    copy = copy_of(script)
    star = "*" if script.unread else ""  # behind what is not final
    total = f"{words.number(number(script.earned))} / {script.possible}{star}"
    result = [total, words("number.percent", number=words.number(f"{script.percent:.1f}"))]
    result += [words("sheet.slip_grade", grade=grades.grade(script.percent) + star)] if grades else []
    paper = made.paper(script.form) or made.papers[0]
    decided = decisions(made, words)
    student = beside_class(script.student, copy.group)
    return Slip(
        paper=paper,
        student="" if unprintable_name(student) else student,
        group="" if unprintable_name(copy.group) else copy.group,
        result=" · ".join(result),
        note=words("class.unread") if script.unread else "",
        answers=tuple(
            _answer(answer, decided.of(paper, answer.exercise), words)
            for answer in script.answers
            if not answer.void
        ),
        void=tuple(answer.number for answer in script.answers if answer.void),
    )


def _answer(answer: ScriptAnswer, decided: Decided, words: Words) -> SlipAnswer:
    verdict = answer.typed.mark.verdict if answer.typed else Verdict.UNMARKED
    unmarked = verdict is Verdict.UNMARKED
    return SlipAnswer(
        number=answer.number,
        exercise=answer.exercise,
        given=""
        if verdict is Verdict.SKIPPED or isinstance(answer.exercise.question, Essay)  # whose cell has marks
        else "".join("·" if obstacle(each) else each for each in " ".join(answer.text.split())),
        verdict=words("sheet.slip_unmarked" if unmarked else f"verdict.{verdict}"),
        marks=f"{'–' if unmarked else words.number(number(answer.earned))} / {answer.possible}",
        why=feedback(answer.typed.mark.reasons, words) if answer.typed else "",
        right=verdict is Verdict.RIGHT,
        accepted=decided.accepted,
    )
