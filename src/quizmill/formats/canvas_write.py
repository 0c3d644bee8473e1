"""A paper as a QTI 1.2 package: one quiz, as Canvas's New Quizzes and Classic Quizzes read it."""

from __future__ import annotations

from quizmill.bank.html import literal
from quizmill.bank.markup import Picture
from quizmill.bank.model import Essay
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.formats import canvas_xml as xml
from quizmill.formats.canvas_posed import Presented, posed
from quizmill.formats.canvas_xml import CanvasFiles
from quizmill.formats.format import Settings
from quizmill.formats.packed import HEAD, archive, element
from quizmill.formats.posed import (
    explanation,
    tell_of_missing_files,
    tell_of_signs,
    transcript,
)
from quizmill.formats.report import Report

TYPE = "imsqti_xmlv1p2"
_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_OUTCOMES = element(
    "outcomes", element("decvar", maxvalue="100", minvalue="0", varname="SCORE", vartype="Decimal")
)
_ALL, _SAID_OF = "general_fb", "{}_fb"  # by these names Canvas tells feedback apart


def write(paper: Paper, settings: Settings, report: Report) -> bytes:
    """The package: its manifest, the quiz, and the pictures and sounds that it shows."""
    shown = CanvasFiles(settings)
    items = [_Writing(paper, exercise, settings, shown, report).item() for exercise in paper.exercises]
    section = element("section", "\n".join(["", *filter(None, items), ""]), ident="root_section")
    quiz = element("assessment", section, ident=paper.namespace, title=paper.title)
    return archive(
        {
            "imsmanifest.xml": _manifest(paper.namespace, sorted(shown.files)).encode(),
            f"{paper.namespace}.xml": f"{HEAD}{element('questestinterop', quiz, xmlns=_QTI)}\n".encode(),
            **dict(sorted(shown.files.items())),
        }
    )


def _manifest(named: str, paths: list[str]) -> str:
    """What the package holds, and what each of it is."""
    resources = [element("resource", element("file", href=f"{named}.xml"), identifier=named, type=TYPE)]
    for at, path in enumerate(paths, start=1):
        file = element("file", href=path)
        resources.append(
            element("resource", file, identifier=f"{named}-file-{at}", type="webcontent", href=path)
        )
    schema = element("schema", "IMS Content") + element("schemaversion", "1.1.3")
    inside = element("metadata", schema) + element("organizations") + element("resources", "".join(resources))
    return f"{HEAD}{element('manifest', inside, identifier=f'{named}-package', xmlns=_PACKAGE)}\n"


class _Writing:
    """One question as Canvas has it."""

    def __init__(
        self, paper: Paper, exercise: Exercise, settings: Settings, shown: CanvasFiles, report: Report
    ) -> None:
        self._paper = paper
        self._exercise = exercise
        self._question = exercise.question
        self._settings = settings
        self._shown = shown
        self._report = report

    def item(self) -> str:
        """The whole item; empty where there is none for it."""
        question = self._question
        of = posed(self._exercise, self._paper.language, self._shown, self._report)
        if of is None:
            return ""
        tell_of_signs(question, self._report)
        fields = xml.field("question_type", of.type) + xml.field("points_possible", str(question.marks))
        about = element("itemmetadata", element("qtimetadata", fields))
        asked = element("presentation", xml.material(self._asked(of)) + of.answered)
        said = {_ALL: self._explanation(), **{_SAID_OF.format(name): why for name, why in of.whys.items()}}
        said = {ident: html for ident, html in said.items() if html}
        told = "".join(
            element("itemfeedback", element("flow_mat", xml.material(html)), ident=ident)
            for ident, html in said.items()
        )
        marked = element("resprocessing", _OUTCOMES + self._conditions(of, said) + of.earns)
        # Not by a colon, which Canvas makes a dash; the same each time, so that a later import can know it.
        ident = f"{self._paper.namespace}-{question.id}"
        return element("item", about + asked + marked + told, ident=ident, title=question.id)

    def _conditions(self, of: Presented, said: dict[str, str]) -> str:
        """When each feedback is shown, before anything is marked."""
        found = ""
        if _ALL in said:
            found += xml.condition(element("other"), xml.feedback(_ALL), goes_on=True)
        for name in of.whys:
            chosen = xml.equal("response1", name)
            found += xml.condition(chosen, xml.feedback(_SAID_OF.format(name)), goes_on=True)
        return found

    def _asked(self, of: Presented) -> str:
        """What is above the prompt, the prompt, and what is shown or heard with it."""
        question, shown = self._question, self._shown
        tell_of_missing_files(question, self._settings, self._report)
        blocks = [shown.html(question.context) if question.context else "", of.prompt]
        if image := question.image:
            blocks.append(shown.picture(Picture(image.file, image.alt, image.credit)))
        if audio := question.audio:
            sound = shown.sound(audio.file)
            credit = f"<br><small>{literal(audio.credit)}</small>" if audio.credit else ""
            blocks.append(sound + credit if sound else "")
        blocks = [block for block in blocks if block]
        return blocks[0] if len(blocks) == 1 else "".join(f"<div>{block}</div>" for block in blocks)

    def _explanation(self) -> str:
        """The explanation, and at its end the points of an essay, and what a sound says."""
        told = explanation(self._exercise, self._paper.language, self._settings, self._report)
        html = self._shown.html(told) if told else ""
        question = self._question
        if isinstance(question, Essay):
            points = "".join(f"<li>{self._shown.html(point.point)}</li>" for point in question.points)
            rule = "the points of an essay stand at the end of the explanation"
            self._report.changed(question.id, "explanation", rule)
            html = f"{html and f'<div>{html}</div>'}{element('ul', points, **{'class': xml.POINTS})}"
        if said := transcript(self._exercise, self._paper.language, self._report):
            html = f"{html and f'<div>{html}</div>'}<div>{literal(said)}</div>"
        return html
