"""What the page hands in is what the program reads: every kind of answer, as a file and as a code."""

from __future__ import annotations

import random

import pytest

import samples
from quizmill.classroom.hand_in import HandIn, codes_in, read_file
from quizmill.compose.paper import compose
from quizmill.grade.on_paper import Copied, read_handed_in
from quizmill.grade.response import Blanks, Choice, Order, Pairing, Skipped, Text
from script_modules import in_node

TEXTS = ["", "1869", "Cutty Sark", " a | b \\| c ", "雷军 🙂", "two\nlines", '"quoted" <b>', "x\x1fy", "[z]"]
MOMENTS = {"started": "2026-11-30T18:00:00.250Z", "finished": "2026-11-30T18:20:30Z"}

HAND_IN = """
const handed = {...given, started: new Date(given.started), finished: new Date(given.finished)};
if (given.packs === false) delete globalThis.CompressionStream;
return {file: page.answerFile(handed), code: await page.answerCode(handed)};
"""


@pytest.fixture(scope="module")
def exercises(tmp_path_factory):
    bank = samples.load(tmp_path_factory.mktemp("bank")).bank
    return compose(bank, tuple(bank.questions()), seed=5).exercises


def responses(exercise, chance):
    """Answers at random, as the page holds them, and what each means."""
    options = range(len(exercise.options))
    match exercise.kind:
        case "multiple_choice" | "true_false":
            pick = chance.choice(options)
            yield {"type": "Choice", "picks": [pick]}, Choice((pick,))
        case "multiple_response":
            picks = tuple(sorted(chance.sample(options, chance.randint(1, len(options)))))
            yield {"type": "Choice", "picks": list(picks)}, Choice(picks)
        case "matching":
            rights = tuple(chance.choice([None, *options]) for _ in exercise.key)
            wanted = Pairing(rights) if any(right is not None for right in rights) else Skipped()
            yield {"type": "Pairing", "rights": list(rights)}, wanted
        case "ordering":
            steps = chance.sample(options, len(options))
            yield {"type": "Order", "steps": steps}, Order(tuple(steps))
        case "cloze":
            texts = [chance.choice(["", "1869", "a | b", "Cutty Sark"]) for _ in exercise.blanks]
            yield {"type": "Blanks", "texts": texts}, Blanks(tuple(texts)) if any(texts) else Skipped()
        case "short_answer" | "numerical":
            text = chance.choice(["Cutty Sark", "9000 yuan", "a | b"])
            yield {"type": "Text", "text": f" {text} "}, Text(text)
    yield None, Skipped()


def test_an_answer_of_every_kind_means_what_was_given(exercises):
    chance = random.Random(4)
    tried = [
        (exercise, given, wanted)
        for exercise in exercises
        for _ in range(20)
        for given, wanted in responses(exercise, chance)
    ]
    texts = in_node(
        "handin.js",
        "return page.answerText(given.kind, given.response)",
        *({"kind": exercise.kind, "response": given} for exercise, given, _ in tried),
    )

    found = [read_handed_in(exercise, text) for (exercise, _, _), text in zip(tried, texts, strict=True)]
    assert [each.response for each in found if isinstance(each, Copied)] == [
        None if exercise.kind == "essay" else wanted for exercise, _, wanted in tried
    ]


@pytest.mark.parametrize("packs", [True, False])
def test_a_file_and_a_code_hold_what_was_handed_in(packs):
    handed = {"paper": "00112233", "form": "B", "name": " Zoë O'Brien ", **MOMENTS, "packs": packs}
    cases = [{**handed, "answers": answers} for answers in ([], TEXTS, ["a"] * 60, ["long " * 20_000])]
    for case, told in zip(cases, in_node("handin.js", HAND_IN, *cases), strict=True):
        wanted = HandIn(
            place="x",
            paper="00112233",
            form="B",
            name="Zoë O'Brien",
            started="2026-11-30T18:00:00Z",
            finished="2026-11-30T18:20:30Z",
            answers=tuple(case["answers"]),
        )
        assert read_file(told["file"].encode(), "x") == wanted
        assert list(codes_in(told["code"], "x")) == [wanted]


def test_halves_of_characters_are_told_as_marks_that_one_was_there():
    code = (
        "return (await (async (given) => {"
        + HAND_IN
        + "})({...given, answers: ['a\\ud83d'], name: '\\ude42'}))"
    )
    (told,) = in_node("handin.js", code, {"paper": "0", "form": "", **MOMENTS})

    (coded,) = codes_in(told["code"], "x")
    assert read_file(told["file"].encode(), "x") == coded
    assert (coded.name, coded.answers) == ("\ufffd", ("a\ufffd",))


def test_a_code_is_short_and_of_letters_and_digits_that_nobody_confuses():
    answers = ["b", "a c", "true", "1869", "b c a", "3 1 2"] * 4
    handed = {"paper": "00112233", "form": "B", "name": "Ann Lee", **MOMENTS, "answers": answers}
    (told,) = in_node("handin.js", HAND_IN, handed)
    head, *lines = told["code"].split("\n")

    signs = "".join(lines).removesuffix("]").replace(" ", "")
    assert head == f"[quizmill 1 {len(signs)}:"
    assert set(signs) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    assert len(told["code"]) < 400
    assert max(map(len, lines)) <= 60


def test_the_file_is_called_after_paper_and_pupil():
    names = [("Tea: a quiz", "Zoë O'Brien"), ("茶", "雷军"), ("../..", ""), ("x" * 200, "y")]
    found = in_node("handin.js", "return page.answerFileName(...given)", *map(list, names))

    assert found == ["Tea-a-quiz-Zoë-O-Brien.json", "茶-雷军.json", "answers.json", "x" * 80 + ".json"]
