"""What the columns of somebody's table of questions hold, by their titles in five languages, or as named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from quizmill.bank.fold import fold
from quizmill.formats.games import plain_title


def _known(*lists: str) -> frozenset[str]:
    return frozenset(fold(each) for text in lists for each in text.split(", "))


TITLES = {
    "prompt": _known(
        "question, questions, question text, text of the question, prompt, stem, front, term, item",
        "frage, fragen, fragetext, aufgabe, vorderseite, pregunta, preguntas, enunciado",
        "texto de la pregunta, énoncé, intitulé, texte de la question, 题目, 问题, 题干, 试题",
    ),
    "answer": _known(
        "answer, correct answer, correct answers, correct, right answer, correct option, answer key, key",
        "correct index, answer index, correct answer index, correct option index, right index",
        "solution, back, definition, antwort, richtige antwort, korrekte antwort, lösung, rückseite",
        "richtige lösung, korrekte lösung, musterlösung, richtig",
        "richtige antworten, respuesta, respuesta correcta, respuestas correctas, solución, correcta",
        "réponse, bonne réponse, bonnes réponses, réponse correcte, 答案, 正确答案, 标准答案, 参考答案",
    ),
    "explanation": _known(
        "explanation, answer explanation, rationale, feedback, justification, erklärung, begründung",
        "erläuterung, explicación, justificación, retroalimentación, explication, 解析, 解释, 答案解析",
    ),
    "hint": _known("hint, tip, hinweis, tipp, pista, ayuda, indice, aide, 提示"),
    "topic": _known(
        "topic, category, chapter, subject, thema, kategorie, kapitel, tema, categoría, capítulo",
        "thème, catégorie, chapitre, 主题, 分类, 章节, 知识点",
    ),
    "tags": _known("tags, tag, keywords, schlagwörter, etiquetas, étiquettes, mots-clés, 标签"),
    "marks": _known("marks, points, score, punkte, puntos, puntuación, barème, 分值, 分数"),
    "type": _known("type, question type, typ, fragetyp, tipo, tipo de pregunta, type de question, 题型"),
    "id": _known("id, 编号"),
    "unit": _known("unit, einheit, unidad, unité, 单位"),
    "options": _known(
        "options, choices, answers, answer options, answer choices, possible answers, alternatives",
        "antworten, antwortmöglichkeiten, optionen, opciones, respuestas, alternativas, choix",
        "réponses, 选项",
    ),
}
NAMES = (*TITLES, "option", "wrong")
_OPTION = re.compile(
    r"(?:option|choice|answer|antwort|auswahl|antwortmöglichkeit|opcion|respuesta|reponse|choix|proposition"
    r"|选项)?\s*([a-j]|[1-9])"
)
_WRONG = re.compile(
    r"(?:(?:incorrect|wrong|false) (?:answer|option)|distractor|falsche antwort|distraktor"
    r"|(?:falsch|wrong|incorrect|false|falsche losung|incorrect[ao]|fals[ao]|fau(?:x|sse)|错误)(?=\s*\d)"
    r"|(?:respuesta|opcion) incorrecta|(?:mauvaise|fausse) reponse"
    r"|reponse incorrecte|错误(?:答案|选项)|干扰项)s?\s*\d*"
)


class Columns(msgspec.Struct, frozen=True):
    """Where what stands: single columns by name, and those of options and of wrong answers in their order."""

    of: Mapping[str, int]
    options: tuple[int, ...]
    wrong: tuple[int, ...]

    @property
    def are_enough(self) -> bool:
        """Whether there is something to ask and something to answer."""
        return "prompt" in self.of and bool({"answer", "options"} & self.of.keys() or self.options)

    @property
    def known(self) -> frozenset[int]:
        """The places of all of them."""
        return frozenset((*self.of.values(), *self.options, *self.wrong))


def columns(titles: Sequence[str], named: Mapping[str, Sequence[str]]) -> Columns:
    """The columns of a row of titles; those that somebody has *named*, by NAMES, before those found."""
    plain = [plain_title(title) for title in titles]
    asked = {name: [plain_title(title) for title in given] for name, given in named.items()}
    taken = {title for given in asked.values() for title in given}

    def found(name: str) -> list[int]:
        if name in asked:
            return [plain.index(title) for title in asked[name] if title in plain]
        return [at for at, title in enumerate(plain) if title not in taken and _is(name, title)]

    of = {name: at[0] for name in TITLES if (at := found(name))}
    return Columns(
        of,
        tuple(at for at in found("option") if at not in of.values()),
        tuple(at for at in found("wrong") if at not in of.values()),
    )


def numbered(named: Mapping[str, Sequence[str]]) -> Columns | None:
    """The columns that somebody has *named* by their numbers, from 1; None where a name is no number."""
    given = [number for numbers in named.values() for number in numbers]
    if not named or not all(number.isascii() and number.isdecimal() and int(number) for number in given):
        return None
    places = {name: tuple(int(number) - 1 for number in numbers) for name, numbers in named.items()}
    of = {name: at[0] for name, at in places.items() if name in TITLES}
    return Columns(of, places.get("option", ()), places.get("wrong", ()))


def _is(name: str, title: str) -> bool:
    match name:
        case "option":
            return _OPTION.fullmatch(title) is not None
        case "wrong":
            return _WRONG.fullmatch(title) is not None
        case _:
            return title in TITLES[name]
