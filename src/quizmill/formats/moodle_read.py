"""Moodle XML read as Moodle reads it; what has no place in a bank is told, type by type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from quizmill.bank import guard
from quizmill.bank.model import Audio
from quizmill.errors import FileUnusable
from quizmill.formats import moodle_answer, moodle_category, moodle_gaps
from quizmill.formats.format import Found
from quizmill.formats.item import Item
from quizmill.formats.moodle_texts import XmlTexts, decimal, said
from quizmill.formats.of_right import explained
from quizmill.formats.posed import ranks_of
from quizmill.formats.report import Report

_WHOLES = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
_BACKUP = "MOODLE_BACKUP"
_TAG = re.compile(r"<[^>]*>")
_OLD_IMAGE = "image-of-1.9"
_USUAL = frozenset(  # what Moodle itself puts there, in the languages of its packs
    """
    your answer is correct|your answer is partially correct|your answer is incorrect
    die antwort ist richtig|die antwort ist teilweise richtig|die antwort ist falsch
    votre réponse est correcte|votre réponse est partiellement correcte|votre réponse est incorrecte
    respuesta correcta|respuesta parcialmente correcta|respuesta incorrecta
    您的回答正确|您的回答部分正确|您的回答不正确|回答正确|回答部分正确|回答错误
    risposta corretta|risposta parzialmente esatta|risposta errata
    a sua resposta está correta|a sua resposta está parcialmente correta|a sua resposta está incorreta
    sua resposta está correta|sua resposta está parcialmente correta|sua resposta está incorreta
    je antwoord is juist|je antwoord is gedeeltelijk juist|je antwoord is onjuist
    """.strip()
    .replace("\n    ", "|")
    .split("|")
)
_USUAL_PENALTIES = ("", "0", "1", "0.1", "0.3333333", "0.33")  # which Moodle puts there by itself


def read(data: bytes, name: str, report: Report) -> Found:
    """The questions of a Moodle XML file. Raises FileUnusable for what is none."""
    root = guard.tree(data, name)
    if root.tag == _BACKUP:
        problem = "this is a course that Moodle has backed up; export its question bank as Moodle XML"
        raise FileUnusable(name, problem)
    if root.tag != "quiz":
        raise FileUnusable(
            name, f"the outermost element of Moodle XML is <quiz>, and here it is <{root.tag}>"
        )
    questions = root.findall("question")
    named = Counter(said(question.find("name")) for question in questions)
    usual = _usual(questions, report)
    items, files = [], dict[str, bytes]()
    title, topic = "", ""
    for at, question in enumerate(questions, start=1):
        if question.get("type") == "category":
            names = moodle_category.names(said(question.find("category")))
            title, topic = title or "".join(names[:-1][:1]), "".join(names[-1:])
            continue
        called = said(question, "idnumber")
        if not called and named[said(question.find("name"))] == 1:
            called = said(question.find("name"))  # else it would not tell it from others
        place = f"question {at}"
        _take_up_image(question)
        item = _item(XmlTexts(question, called or place, report, files), called, place, topic, usual)
        items += [item] if item else []
        question.clear()
    return Found(items=tuple(items), files=files, title=title)


def _take_up_image(question: Element) -> None:
    """Put the picture that Moodle 1.9 has beside the question text at its end, as Moodle does."""
    asked, data = question.find("questiontext"), said(question, "image_base64")
    if asked is None or not data:
        return
    file = SubElement(asked, "file", name=_OLD_IMAGE)
    file.text = data
    text = asked.find("text")
    if text is not None:
        text.text = f'{text.text or ""} <img src="@@PLUGINFILE@@/{_OLD_IMAGE}" alt="">'


def _item(texts: XmlTexts, id: str, place: str, topic: str, usual: Collection[str]) -> Item | None:
    question = texts.question
    kind = question.get("type", "")
    asked = question.find("questiontext")
    if kind == "description":
        texts.report.lost(texts.called, "question", "a description asks nothing", said(asked))
        return None
    if rule := moodle_gaps.unaskable(kind, texts):
        texts.report.lost(texts.called, "question", rule, moodle_gaps.bare(said(asked)))
        return None
    fields = _answered(kind, texts)
    if fields is None:
        rule = f"a bank has no questions of Moodle's type {kind or '(none)'}"
        texts.report.lost(texts.called, "question", rule, moodle_gaps.bare(said(asked)))
        return None
    prompt = texts.rich(asked, "prompt") if "prompt" not in fields else ""
    _tell_of_wholes(texts, usual)
    _tell_of_penalty(texts)
    if texts.is_on("hidden", "0"):
        texts.report.note(texts.called, "question", "it is hidden in Moodle")
    tags, ranks = _tags(question)
    ours = {**ranks, **fields.pop("ours", {})}
    return Item(
        place=place,
        id=id,
        topic=topic,
        explanation=explained(
            texts.child("generalfeedback", "explanation"), texts.of_right, texts.called, texts.report
        ),
        hint=_hint(texts),
        tags=tags,
        ours=ours,
        audio=Audio(file=texts.sound[0], transcript=texts.sound[1]) if texts.sound else None,
        **{"prompt": prompt, "marks": _marks(texts), **fields},
    )


def _answered(kind: str, texts: XmlTexts) -> dict[str, Any] | None:
    """What a question has for Moodle's type alone; None for a type that is not read."""
    match kind:
        case "multichoice" | "multichoiceset":
            return moodle_answer.choices(texts)
        case "truefalse":
            return moodle_answer.truth(texts)
        case "shortanswer":
            return moodle_answer.typed(texts)
        case "numerical":
            return moodle_answer.number(texts)
        case "matching" | "match" | "ddmatch":
            return moodle_answer.pairs(texts)
        case "ordering":
            return moodle_answer.steps(texts)
        case "essay":
            return moodle_answer.essay(texts)
        case "calculated" | "calculatedsimple":
            return moodle_answer.calculated(texts)
        case _:
            return moodle_gaps.gapped(kind, texts)


def _marks(texts: XmlTexts) -> int:
    told = texts.option("defaultgrade", "1")
    marks = decimal(told)
    if marks is not None and marks == int(marks) and 1 <= marks <= 100:
        return int(marks)
    texts.lost("marks", "marks are a whole number from 1 to 100", told)
    return 1


def _usual(questions: Sequence[Element], report: Report) -> frozenset[str]:
    """What several questions say alike to who answers, be it Moodle's own words: it explains none."""
    spoken = Counter(told for each in questions for name in _WHOLES if (told := said(each.find(name))))
    alike = {told for told, count in spoken.items() if count > 1}
    for told in sorted(alike):
        if not _is_usual(told):
            report.lost("", "why", "what is said alike of several questions is left out", told)
    return frozenset(alike)


def _is_usual(told: str) -> bool:
    """Whether it is one of Moodle's own sentences, in whatever marks."""
    return _TAG.sub("", told).strip().rstrip(".!。！").lower() in _USUAL


def _tell_of_wholes(texts: XmlTexts, usual: Collection[str]) -> None:
    """What is said of all answers together: to who is right it may be the explanation."""
    for name in _WHOLES:
        found = texts.child(name, "why")
        if _is_usual(found) or said(texts.question.find(name)) in usual:
            continue
        if name == "correctfeedback":
            texts.right(found)
        else:
            texts.lost("why", "what is said of a partly or wholly wrong answer is left out", found)


def _tell_of_penalty(texts: XmlTexts) -> None:
    """What a further try costs, where somebody has set it."""
    penalty = texts.option("penalty")
    number = decimal(penalty)
    if number is None or f"{number.normalize():f}" not in _USUAL_PENALTIES:
        texts.lost("marks", "what each further try costs is left out", penalty)


def _hint(texts: XmlTexts) -> str:
    hints = [hint for each in texts.all("hint") if (hint := texts.rich(each, "hint"))]
    if len(hints) > 1:
        texts.report.changed(texts.called, "hint", "several hints become one", " | ".join(hints))
    return "\n\n".join(hints)


def _tags(question: Element) -> tuple[tuple[str, ...], dict[str, Any]]:
    """Words to choose by; those that say how hard or weighty a question is say it of ours."""
    return ranks_of(map(said, question.iterfind("tags/tag")))
