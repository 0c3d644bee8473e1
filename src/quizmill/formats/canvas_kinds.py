"""What kind of question an item of QTI 1.2 is, by what Canvas and others call it, else by its shape."""

from __future__ import annotations

import re

from quizmill.bank.markup import plain
from quizmill.formats.canvas_key import Key
from quizmill.formats.canvas_texts import QtiTexts

_LABELS = ("question_type", "cc_profile", "qmd_questiontype", "bbmd_questiontype")
# By their letters alone: Canvas's names, then those of Common Cartridge, Desire2Learn and Blackboard.
_KINDS = {
    **dict.fromkeys("multiplechoicequestion ccmultiplechoicevp multiplechoice".split(), "multiple_choice"),
    **dict.fromkeys(
        "multipleanswersquestion ccmultipleresponsevp multipleresponse multiselect multipleanswer".split(),
        "multiple_response",
    ),
    **dict.fromkeys("truefalsequestion cctruefalsevp truefalse".split(), "true_false"),
    **dict.fromkeys("shortanswerquestion ccfibvp".split(), "short_answer"),
    **dict.fromkeys("numericalquestion numeric numerical".split(), "numerical"),
    **dict.fromkeys("matchingquestion".split(), "matching"),
    **dict.fromkeys("orderingquestion".split(), "ordering"),
    **dict.fromkeys("fillinmultipleblanksquestion".split(), "blanks"),
    **dict.fromkeys("multipledropdownsquestion".split(), "lists"),
    **dict.fromkeys(
        "essayquestion ccessayvp essay longanswer shortresponse writtenresponse".split(), "essay"
    ),
    **dict.fromkeys("textonlyquestion text textonly".split(), "text"),
}
# Names under which there are several shapes, so that the shape tells.
_ANY = frozenset("shortanswer fillintheblank fillintheblanks matching ordering".split())


def called(texts: QtiTexts) -> str:
    """What the file itself calls the type; empty where it names none."""
    return texts.about(*_LABELS)


def kind_of(texts: QtiTexts, key: Key) -> str:
    """One of the nine kinds, or `blanks`, `lists`, `gaps`, `text`; empty for what is not read."""
    name = re.sub(r"[^a-z]", "", called(texts).lower())
    if name in _KINDS:
        return _KINDS[name]
    return _by_shape(texts, key) if not name or name in _ANY else ""


def _by_shape(texts: QtiTexts, key: Key) -> str:
    choices = [*texts.item.iter("response_lid"), *texts.item.iter("response_grp")]
    typed = [*texts.item.iter("response_str"), *texts.item.iter("response_num")]
    others = [*texts.item.iter("response_xy"), *texts.item.iter("response_extension")]
    if (choices and typed) or (others and not choices and not typed):
        return ""
    if typed:
        return _typed(texts, key, len(typed))
    if len(choices) > 1:
        return _of_several(texts, [each.get("ident", "") for each in choices])
    if not choices:
        return "text"
    if next(choices[0].iter("response_label"), None) is None:
        return ""
    labels = {plain(texts.markup(each, "answer")).lower() for each in choices[0].iter("response_label")}
    if labels == {"true", "false"}:
        return "true_false"
    named = f"[{choices[0].get('ident', '').removeprefix('response_')}]"
    if named in texts.asked():
        return "lists"
    return {"multiple": "multiple_response", "ordered": "ordering"}.get(
        choices[0].get("rcardinality", "").lower(), "multiple_choice" if not _is_left(texts) else "matching"
    )


def _is_left(texts: QtiTexts) -> bool:
    """Whether what is asked for stands within the only choice: a pair to be made."""
    return texts.item.find("presentation/response_lid/material") is not None


def _typed(texts: QtiTexts, key: Key, count: int) -> str:
    if count > 1:
        return "gaps"
    if any(condition.bounds for condition in key.earning):
        return "numerical"
    if any(
        each.get("fibtype", "").lower() in ("decimal", "integer") for each in texts.item.iter("render_fib")
    ):
        return "numerical"
    return "short_answer" if key.right() else "essay"


def _of_several(texts: QtiTexts, idents: list[str]) -> str:
    asked = texts.asked()
    return "blanks" if any(f"[{each.removeprefix('response_')}]" in asked for each in idents) else "matching"
