"""Banks in other languages: what reads English words is silent there, and the rest goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizmill.bank.load import load_bank
from quizmill.check import registry
from quizmill.check.run import check

SPANISH = """\
title: Té
questions:
  - id: puerto
    type: multiple_choice
    prompt: El té verde llegó por primera vez a
    answer: Ámsterdam
    distractors: [Oporto, Londres, Esmirna]
    explanation: Lo llevaron los holandeses.
  - id: dos-paises
    type: multiple_response
    prompt: ¿Qué dos países figuran entre los grandes productores de té?
    answers: [China, Kenia]
    distractors: [Noruega, Canadá]
    explanation: Noruega y Canadá son demasiado fríos.
  - id: ladrillo
    type: numerical
    prompt: ¿Cuántos centímetros mide un ladrillo de té de Yunnan?
    answer: 30 cm
    explanation: Más o menos.
  - id: destino
    type: cloze
    text: El botánico Robert Fortune llevó las plantas de té robadas desde China a {{Calcuta}} por mar.
    explanation: Iban en cajas de Ward.
  - id: no-es-lo-mismo
    type: true_false
    prompt: He bebido té no es lo mismo que he comprado té.
    answer: true
    explanation: Se puede beber sin comprar.
"""
CHINESE = """\
title: 茶
questions:
  - id: zhiwu
    type: multiple_choice
    prompt: 所有真正的茶都来自哪种植物？
    answer: 茶树
    distractors: [山茶, 巴拉圭冬青, 路易波士]
    explanation: 绿茶和红茶来自同一种植物。
  - id: fajiao
    type: cloze
    text: "红茶在制作过程中要经过{{发酵}}，绿茶则不发酵。"
    explanation: 这是两者的主要区别。
"""
GERMAN = """\
title: Tee
questions:
  - id: anbau
    type: essay
    prompt: Was spricht für den Anbau von Tee in Indien? Nenne zwei Gründe.
    points: [Der Preis, Das Silber]
    explanation: Beides kam zusammen.
"""


def found(folder: Path, language: str, topic: str) -> list[str]:
    (folder / "bank.yaml").write_text(f"title: T\nnamespace: t-t\nlanguage: {language}\n", encoding="utf-8")
    (folder / "t.yaml").write_text(topic, encoding="utf-8")
    return [f"{each.location.line} {each.rule}" for each in check(load_bank(folder))]


@pytest.mark.parametrize(("language", "topic"), [("es", SPANISH), ("zh-Hans", CHINESE), ("de", GERMAN)])
def test_a_question_that_asks_as_its_language_asks_is_not_blamed(tmp_path: Path, language: str, topic: str):
    assert found(tmp_path, language, topic) == []


def test_in_a_bank_said_to_be_in_english_they_are(tmp_path: Path):
    rules = ["5 grammar-cue", "5 unfocused-stem", "11 ms-count", "17 num-unit", "22 cloze-article"]
    assert found(tmp_path, "en-GB", SPANISH) == [*rules, "26 orphan-pronoun", "26 tf-negated"]


def test_what_needs_no_words_is_found_in_every_language(tmp_path: Path):
    long = "因为茶多酚在发酵过程中氧化成了茶黄素和茶红素"
    topic = CHINESE.replace("answer: 茶树", f"answer: {long}").replace(
        "    explanation: 这是两者的主要区别。\n", ""
    )
    rules = ["6 key-longest", "6 option-length-outlier", "9 explanation-missing"]
    assert found(tmp_path, "zh", topic) == rules


def test_a_cloze_that_hides_nearly_all_is_found_in_chinese(tmp_path: Path):
    topic = 'title: T\nquestions:\n- {id: a, type: cloze, text: "红茶要{{发酵}}。", explanation: 是。}\n'
    assert found(tmp_path, "zh", topic) == ["3 cloze-density"]


def test_an_allow_of_a_rule_that_was_not_run_is_left_alone(tmp_path: Path):
    topic = GERMAN.replace("    points", "    allow: {discuss-closed: Was heißt what.}\n    points")
    assert found(tmp_path, "de", topic) == []


@pytest.mark.parametrize(
    ("language", "judged"), [("en", True), ("EN-us", True), ("en_GB", True), ("es", False), ("enm", False)]
)
def test_which_languages_are_english(language: str, judged: bool):
    reading = [rule for rule in registry.rules() if registry.reads_english(rule)]
    assert {registry.can_judge(rule, language) for rule in reading} == {judged}
    assert len(reading) == 25


@pytest.mark.parametrize(
    ("option", "rule"),
    [
        ("Todas las anteriores", "all-of-the-above"),
        ("Todas las respuestas anteriores son correctas.", "all-of-the-above"),
        ("Ninguna de las anteriores", "none-of-the-above"),
        ("Ninguno de los demás", "none-of-the-above"),
        ("以上都是", "all-of-the-above"),
        ("以上皆是。", "all-of-the-above"),
        ("以上都不是", "none-of-the-above"),
        ("上述选项均不正确", "none-of-the-above"),
    ],
)
def test_an_option_that_speaks_of_the_others_is_known_in_spanish_and_chinese(
    tmp_path: Path, option: str, rule: str
):
    topic = f"""\
title: T
questions:
  - id: a
    type: multiple_choice
    prompt: ¿Qué país exporta más té?
    answer: Kenia
    distractors: [China, India, {option}]
    explanation: Vende casi todo.
"""
    assert found(tmp_path, "es", topic) == [f"7 {rule}"]


@pytest.mark.parametrize("option", ["Todas las casas", "Ninguna reina", "以上海为中心", "Toda la India"])
def test_an_option_that_only_begins_so_is_none(tmp_path: Path, option: str):
    topic = (
        "title: T\nquestions:\n- {id: a, type: multiple_choice, prompt: '¿Qué?', answer: Los reyes de hoy, "
    )
    topic += f"distractors: [Las damas de hoy, {option}], explanation: No.}}\n"

    assert not {"3 all-of-the-above", "3 none-of-the-above"} & set(found(tmp_path, "es", topic))
