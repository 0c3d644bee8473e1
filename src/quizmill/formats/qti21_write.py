"""A paper as a package of QTI 2.1: a manifest, a test, an item a question, and the files that they show."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import msgspec

from quizmill.bank.html import printable
from quizmill.bank.markup import ItemList, Picture, Table
from quizmill.compose.exercise import Exercise
from quizmill.compose.paper import Paper
from quizmill.formats import qti21_xml as xml
from quizmill.formats.format import Settings
from quizmill.formats.losses import blocks_of
from quizmill.formats.packed import HEAD, archive, element, legal, said
from quizmill.formats.posed import (
    explanation,
    ranked_tags,
    tell_of_missing_files,
    tell_of_signs,
    transcript,
)
from quizmill.formats.qti21_posed import ItemParts, posed
from quizmill.formats.qti21_texts import XhtmlFiles, in_words, part
from quizmill.formats.report import Report

MANIFEST = "imsmanifest.xml"
ITEM, TEST = "imsqti_item_xmlv2p1", "imsqti_test_xmlv2p1"  # types of resources
QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
LOM = "http://ltsc.ieee.org/xsd/LOM"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_TEST_FILE = "test.xml"
# One try each, after which what there is to say is said.
_CONTROL = element("itemSessionControl", maxAttempts="1", showFeedback="true")
_SUM = element("sum", element("testVariables", variableIdentifier="SCORE"))


class _Item(msgspec.Struct, frozen=True):
    """An item: its name in the package, its file, the files it shows, and what it is of."""

    name: str
    xml: str
    files: tuple[str, ...]
    exercise: Exercise


def write(paper: Paper, settings: Settings, report: Report) -> bytes:
    """The package; each topic is a section of the test."""
    shown = XhtmlFiles(settings)
    items = [
        item
        for exercise in paper.exercises
        if (item := _Writing(paper, exercise, settings, shown, report).item())
    ]
    files = {
        MANIFEST: _manifest(paper, items),
        _TEST_FILE: _test(paper, items),
        **{f"{item.name}.xml": item.xml for item in items},
    }
    written = {name: legal(f"{HEAD}{text}\n").encode() for name, text in files.items()}
    return archive({**written, **dict(sorted(shown.files.items()))})


def _manifest(paper: Paper, items: Sequence[_Item]) -> str:
    """What the package holds, and what each of it is."""
    needed = "".join(element("dependency", identifierref=item.name) for item in items)
    test = element("file", href=_TEST_FILE) + needed
    resources = element("resource", test, identifier="test", type=TEST, href=_TEST_FILE)
    for item in items:
        name = f"{item.name}.xml"
        held = "".join(element("file", href=path) for path in (name, *item.files))
        resources += element(
            "resource", _about(paper, item) + held, identifier=item.name, type=ITEM, href=name
        )
    schema = element("schema", "QTIv2.1 Package") + element("schemaversion", "1.0.0")
    inside = element("metadata", schema) + element("organizations") + element("resources", resources)
    return element("manifest", inside, identifier=f"package-{paper.namespace}", xmlns=_PACKAGE)


def _about(paper: Paper, item: _Item) -> str:
    """The tags of a question, as words to find it by."""
    tags = ranked_tags(item.exercise.question)
    if not tags:
        return ""
    language = {"language": paper.language}
    words = "".join(element("keyword", element("string", said(printable(tag)), **language)) for tag in tags)
    return element("metadata", element("lom", element("general", words), xmlns=LOM))


def _test(paper: Paper, items: Sequence[_Item]) -> str:
    """The items in their order, a section for each topic."""
    sections = ""
    by_topic = groupby(items, key=lambda item: (item.exercise.topic, item.exercise.topic_title))
    for at, ((_, title), group) in enumerate(by_topic, start=1):
        held = "".join(
            element("assessmentItemRef", identifier=item.name, href=f"{item.name}.xml") for item in group
        )
        name = {"identifier": f"section-{at}", "title": printable(title)}
        sections += element("assessmentSection", held, visible="true", **name)
    part = element(
        "testPart",
        _CONTROL + sections,
        identifier="part-1",
        navigationMode="nonlinear",
        submissionMode="individual",
    )
    inside = xml.outcome("SCORE", "float", value="0") + part
    inside += element("outcomeProcessing", xml.becomes("SCORE", _SUM))
    name = {"identifier": f"test-{paper.namespace}", "title": printable(paper.title)}
    return element("assessmentTest", inside, xmlns=QTI, toolName="quizmill", **name)


class _Writing:
    """One question as an item."""

    def __init__(
        self, paper: Paper, exercise: Exercise, settings: Settings, shown: XhtmlFiles, report: Report
    ) -> None:
        self._paper = paper
        self._exercise = exercise
        self._question = exercise.question
        self._settings = settings
        self._shown = shown
        self._report = report

    def item(self) -> _Item | None:
        """The item; None where QTI has nothing for the question."""
        self._shown.named.clear()
        of = posed(self._exercise, self._paper.language, self._shown, self._report)
        if of is None:
            return None
        question = self._question
        tell_of_signs(question, self._report)
        self._tell_of_looks()
        body = element("itemBody", self._above() + of.body + self._hint())
        said = {name: self._shown.html(why) for name, why in of.whys.items()}
        told = self._explanation()
        inside = (
            of.declared
            + self._outcomes(of, told)
            + body
            + self._processing(of, told)
            + "".join(_feedback("FEEDBACK", name, html) for name, html in said.items())
            + (_feedback("EXPLANATION", "shown", told) if told else "")
        )
        # The same each time, so that who imports it later can know it; an identifier begins with a letter.
        name = f"q-{self._paper.namespace}-{question.id}"
        about = {"title": question.id, "xml:lang": self._paper.language, "toolName": "quizmill"}
        about |= {"adaptive": "false", "timeDependent": "false"}
        whole = element("assessmentItem", inside, xmlns=QTI, identifier=name, **about)
        return _Item(name, whole, tuple(sorted(self._shown.named)), self._exercise)

    def _tell_of_looks(self) -> None:
        """QTI's XHTML has no words for where cells stand, and for a list's first number."""
        for field, block in blocks_of(self._question):
            if isinstance(block, Table) and any(block.sides):
                rule = "where the cells of a column stand is not told"
                self._report.changed(self._question.id, field, rule)
            if isinstance(block, ItemList) and (block.first or 1) != 1:
                self._report.changed(self._question.id, field, "a list is numbered from 1", str(block.first))

    def _outcomes(self, of: ItemParts, told: str) -> str:
        marks = str(self._question.marks)
        found = xml.outcome("SCORE", "float", value="0", most=marks)
        found += xml.outcome("MAXSCORE", "float", value=marks)
        if of.whys:
            found += xml.outcome("FEEDBACK", "identifier", cardinality="multiple" if of.several else "single")
        return found + (xml.outcome("EXPLANATION", "identifier") if told else "")

    def _processing(self, of: ItemParts, told: str) -> str:
        """What is earned, and what is said."""
        found = of.earns + (xml.becomes("FEEDBACK", xml.variable("RESPONSE")) if of.whys else "")
        found += xml.becomes("EXPLANATION", xml.value("identifier", "shown")) if told else ""
        return element("responseProcessing", found) if found else ""

    def _above(self) -> str:
        """What stands above the prompt, and what is shown or heard with it."""
        question, shown = self._question, self._shown
        tell_of_missing_files(question, self._settings, self._report)
        found = part("context", shown.html(question.context) if question.context else "")
        if image := question.image:
            found += part("picture", shown.picture(Picture(image.file, image.alt, image.credit)))
        if audio := question.audio:
            sound = shown.sound(audio.file)
            credit = element("br") + element("small", in_words(audio.credit)) if audio.credit else ""
            found += part("sound", sound + credit if sound else "")
        return found

    def _hint(self) -> str:
        """The hint, for whoever helps."""
        hint = self._question.hint
        if not hint:
            return ""
        return element("rubricBlock", part("hint", self._shown.html(hint)), view="tutor")

    def _explanation(self) -> str:
        """The explanation, and at its end what a sound says."""
        told = explanation(self._exercise, self._paper.language, self._settings, self._report)
        html = self._shown.html(told) if told else ""
        if said := transcript(self._exercise, self._paper.language, self._report):
            html = (element("div", html) if html else "") + element("div", in_words(said))
        return html


def _feedback(outcome: str, name: str, html: str) -> str:
    return element("modalFeedback", html, outcomeIdentifier=outcome, identifier=name, showHide="show")
