"""What a marker says, as a learner reads it."""

from __future__ import annotations

import pytest

from quizmill.bank.markup import shown
from quizmill.bank.model import Distractor, Matching, MultipleChoice, MultipleResponse, Numerical, TrueFalse
from quizmill.compose.cited import sources
from quizmill.compose.exercise import Evidence, Exercise
from quizmill.faces.phrases import answer_parts, comment, given, misread, verdict
from quizmill.grade import Choice, Misread, Pairing, Text, mark, read_response
from quizmill.study.sitting import Answer
from quizmill.words import Words, words_in

WORDS = words_in("en")


def answer_lines(exercise: Exercise, words: Words) -> list[str]:
    return [part.label + shown(part.text) for part in answer_parts(exercise, words)]


def said(why: str) -> str:
    question = MultipleChoice(id="q", prompt="?", answer="a", distractors=(Distractor(text="b", why=why),))
    exercise = Exercise(question=question, topic="t", topic_title="T", options=("a", "b"), key=(0,))
    return comment(mark(exercise, Choice((1,))), WORDS)


def test_what_the_author_says_keeps_its_first_letter():
    """A name in a program is another with a capital."""
    assert said("`word` is still tied to its text.") == "word is still tied to its text."
    assert said("pH is no unit") == "pH is no unit."
    assert said("") == ""


def test_what_the_marker_says_begins_with_a_capital():
    question = Numerical(id="q", prompt="?", answer="$75 million")
    exercise = Exercise(question=question, topic="t", topic_title="T")

    assert comment(mark(exercise, Text("75 million euros")), WORDS) == "Right amount, wrong currency."


@pytest.mark.parametrize(("marks", "said"), [(1, "1 of 2 pairs."), (2, "")])
def test_a_count_that_the_marks_repeat_is_not_said(marks, said):
    question = Matching(id="q", prompt="?", pairs=(("a", "1"), ("b", "2")), marks=marks)
    exercise = Exercise(question=question, topic="t", topic_title="T", options=("1", "2", "3"), key=(0, 1))

    assert comment(mark(exercise, Pairing((0, 2))), WORDS) == said


HERBS = Exercise(
    question=TrueFalse(id="q", prompt="?", answer=False, correction="It is mint"),
    topic="t",
    topic_title="T",
    options=("True", "False"),
    key=(1,),
)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", "False. It is mint"),
        ("de", "Falsch. It is mint"),
        ("es", "Falso. It is mint"),
        ("fr", "Faux. It is mint"),
        ("zh", "错。It is mint"),
    ],
)
def test_the_right_answer_says_true_and_false_in_the_language_of_the_bank(code, told):
    assert answer_lines(HERBS, words_in(code)) == [told]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", '"x" is neither true nor false: answer t or f.'),
        ("de", "„x“ ist weder richtig noch falsch: antworte mit r (richtig) oder f (falsch)."),
        ("fr", "«\u202fx\u202f» n’est ni vrai ni faux\u202f: réponds v (vrai) ou f (faux)."),
        ("es", "«x» no es verdadero ni falso: responde v o f."),
        ("zh", "“x”既不是对也不是错：请输入“对”或“错”，也可以输入 t 或 f。"),
    ],
)
def test_what_cannot_be_an_answer_is_told_as_a_sentence_of_the_language(code, told):
    read = read_response(HERBS, "x", code)

    assert isinstance(read, Misread)
    assert misread(read, words_in(code)) == told


@pytest.mark.parametrize(
    ("code", "typed"), [("de", "tf"), ("es", "vf"), ("fr", "vf"), ("fr", "tf"), ("zh", "tf"), ("zh", "对错")]
)
def test_what_it_asks_for_is_read(code, typed):
    assert [read_response(HERBS, letter, code) for letter in typed] == [Choice((0,)), Choice((1,))]


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("火星太远。", "2 个正确选项中选对了 1 个，另外错选了 1 个。c：火星太远。"),
        ("太远了！", "2 个正确选项中选对了 1 个，另外错选了 1 个。c：太远了！"),
        ("太远", "2 个正确选项中选对了 1 个，另外错选了 1 个。c：太远。"),
    ],
)
def test_sentences_of_chinese_end_in_its_full_stop_and_no_other(why, told):
    question = MultipleResponse(
        id="q", prompt="?", answers=("月球", "太阳"), distractors=(Distractor(text="火星", why=why),)
    )
    exercise = Exercise(
        question=question, topic="t", topic_title="T", options=("月球", "太阳", "火星"), key=(0, 1)
    )

    assert comment(mark(exercise, Choice((0, 2))), words_in("zh")) == told


def test_a_source_is_one_text_without_gaps_where_the_language_has_none():
    about = {"source": "s", "title": "T", "name": "茶书", "paragraph": 3, "says": "茶来自一种植物。"}
    evidence = Evidence(**about, as_of="1870")

    assert sources((evidence,), words_in("zh")) == ("茶书，第 3 段：茶来自一种植物。（截至 1870。）",)
    assert sources((evidence,), words_in("en")) == ("茶书, paragraph 3: 茶来自一种植物。 (As of 1870.)",)


def test_a_place_with_several_facts_is_named_once():
    about = {"source": "s", "title": "T", "name": "Tea", "paragraph": 3}
    found = tuple(Evidence(**about, says=says) for says in ("One plant.", "Two colours."))

    assert sources(found, WORDS) == ("Tea, paragraph 3: One plant. Two colours.",)


@pytest.mark.parametrize(
    ("language", "told", "why"),
    [
        ("en", "Wrong: 0 of 1 mark.", "Too far off: up to 1,500.5 either way is allowed."),
        (
            "de",
            "Falsch: 0 von 1 Punkt.",
            "Zu weit daneben: erlaubt sind höchstens 1.500,5 nach oben oder unten.",
        ),
        (
            "fr",
            "Faux\u202f: 0 sur 1 point.",
            "Trop loin\u202f: l’écart admis est de 1\u202f500,5, en plus ou en moins.",
        ),
    ],
)
def test_a_margin_is_told_with_the_signs_of_the_language(language, told, why):
    question = Numerical(id="q", prompt="?", answer="90000", tolerance="1500.5")
    exercise = Exercise(question=question, topic="t", topic_title="T")
    found = mark(exercise, Text("70000"), language=language)

    assert verdict(found, words_in(language)) == told
    assert comment(found, words_in(language)) == why


@pytest.mark.parametrize(("language", "share"), [("en", "2.5%"), ("de", "2,5\u00a0%"), ("fr", "2,5\u202f%")])
def test_a_share_is_told_with_the_per_cent_sign_of_the_language(language, share):
    question = Numerical(id="q", prompt="?", answer="90000", tolerance="2.5%")
    exercise = Exercise(question=question, topic="t", topic_title="T")

    assert share in comment(mark(exercise, Text("70000"), language=language), words_in(language))


@pytest.mark.parametrize(
    ("options", "picks", "told"),
    [
        (("Green tea", "*The Tea Book*"), (1, 0), "b. “The Tea Book”; a. Green tea"),
        (("Green tea", "```\nx\n```"), (1,), "typed"),  # a listing has no room in a line
    ],
)
def test_what_was_chosen_is_named_where_the_question_is_not_seen(options, picks, told):
    question = MultipleResponse(id="q", prompt="?", answers=options[:1], distractors=())
    exercise = Exercise(question=question, topic="t", topic_title="T", options=options, key=(0,))
    response = Choice(picks)

    assert given(exercise, Answer("typed", response, mark(exercise, response)), WORDS) == told


def test_true_and_false_are_named_and_what_is_typed_stays():
    response = Choice((0,))
    assert given(HERBS, Answer("t", response, mark(HERBS, response)), words_in("es")) == "Verdadero"
    number = Exercise(question=Numerical(id="q", prompt="?", answer="3"), topic="t", topic_title="T")
    typed = Text("three")
    assert given(number, Answer("three", typed, mark(number, typed)), WORDS) == "three"
