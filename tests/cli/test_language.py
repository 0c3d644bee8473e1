"""--language: what is not the bank's own text is said in another language than the bank's."""

from __future__ import annotations

import json

import pytest


@pytest.mark.parametrize(
    ("code", "heading", "verdict", "score"),
    [
        ("de", "Frage 1 von 1, Tea, 1 Punkt", "Richtig: 1 von 1 Punkt.", "Ergebnis: 1 von 1 Punkt (100 %)"),
        ("es", "Pregunta 1 de 1, Tea, 1 punto", "Correcta: 1 de 1 punto.", "Resultado: 1 de 1 punto (100 %)"),
        (
            "fr",
            "Question 1 sur 1, Tea, 1 point",
            "Juste : 1 sur 1 point.",
            "Résultat : 1 sur 1 point (100 %)",
        ),
        ("zh", "第 1 题，共 1 题，Tea，1 分", "正确：得 1 分，满分 1 分。", "成绩：1 分（满分 1 分，100%）"),
    ],
)
def test_a_quiz_speaks_it_and_the_results_stay_in_the_banks(
    quizmill, bank, tmp_path, code, heading, verdict, score
):
    asked = ("--bank", bank, "--id", "tea-herbs", "--seed", "7", "--language", code, "--results", "r.json")
    run = quizmill("quiz", *asked, typed="f\n")

    assert heading in run.stdout
    assert verdict in run.stdout
    assert score in run.stdout
    wrong = quizmill("quiz", *asked[:-2], "--results", "w.json", typed="t\n")
    assert wrong.returncode == 0
    record = json.loads((tmp_path / "w.json").read_text(encoding="utf-8"))
    assert record["questions"][0]["feedback"] == "Peppermint is no Camellia, so its tea is an infusion."


def test_a_review_and_its_title_speak_it(quizmill, bank):
    asked = ("--bank", bank, "--history", "h.db", "--language", "de", "--new", "1")

    assert (
        "Wiederholung, 0 fällig und 1 neu" in quizmill("review", *asked, typed="Camellia sinensis\n").stdout
    )
    assert quizmill("review", *asked).stdout.startswith("Heute ist nichts fällig.\n")


def test_so_does_what_was_left_when_it_is_gone_on_with_and_the_command_for_it(quizmill, bank):
    asked = ("--bank", bank, "--history", "h.db")
    run = quizmill("quiz", *asked, "--seed", "7", "--language", "de", "--feedback", "full", typed="\n")
    spoken = "--language de --feedback full"
    assert f"quizmill quiz --bank question_bank --history h.db {spoken} --resume\n" in run.stdout

    assert "Hay uno sin terminar" in quizmill("quiz", *asked, "--language", "es").stdout
    assert "Sigues en la pregunta 2" in quizmill("quiz", *asked, "--resume", "--language", "es").stdout


def test_and_the_progress(quizmill, bank):
    quizmill("quiz", "--bank", bank, "--history", "h.db", "--id", "tea-herbs", typed="f\n")
    shown = quizmill("stats", "--bank", bank, "--history", "h.db", "--language", "es").stdout

    assert "punto" in shown
    assert "mark" not in shown


def test_a_language_there_is_none_of_is_refused(quizmill, bank):
    run = quizmill("quiz", "--bank", bank, "--language", "tlh")

    assert run.returncode == 2
    assert "'tlh' is not one of" in run.stderr
