"""Marks for every kind of question: verdict, marks, parts and what the learner is told."""

import msgspec
import pytest

from quizmill.bank.model import (
    Cloze,
    Distractor,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Name,
    Numerical,
    Ordering,
    Point,
    ShortAnswer,
    TrueFalse,
)
from quizmill.grade import (
    Blanks,
    Choice,
    Mark,
    Order,
    Pairing,
    Response,
    Skipped,
    Text,
    Verdict,
    Written,
    credit,
    mark,
)
from spoken import told

CHOICE = MultipleChoice(
    id="q",
    prompt="Who bought it?",
    answer="Amazon",
    distractors=(Distractor(text="eBay", why="It had bought *another* shop."), Distractor(text="JD.com")),
    shuffle=False,
)
SEVERAL = MultipleResponse(
    id="q",
    prompt="Which are true teas?",
    answers=("Assam", "Darjeeling", "Keemun", "Oolong"),
    distractors=(Distractor(text="Mate", why="A holly."), Distractor(text="Rooibos")),
    marks=4,
)
STATEMENT = TrueFalse(id="q", prompt="Mate is a tea.", answer=False, correction="Mate is a *holly*.")
PAIRS = Matching(id="q", prompt="Match.", pairs=(("a", "1st"), ("b", "2nd"), ("c", "3rd")), extra=("4th",))
STEPS = Ordering(id="q", prompt="Order.", sequence=("Pluck", "Wither", "Roll", "Oxidise", "Dry"))
GAPS = Cloze(id="q", text="In {{2004}} {{Amazon|Amazon.com}} paid ${{75}} million.", marks=3)
ESSAY = Essay(
    id="q", prompt="Why?", points=(Point(point="cash"), Point(point="fear"), Point(point="time")), marks=6
)


def at(exercise, *texts):
    return tuple(exercise.options.index(text) for text in texts)


def verdict_and_marks(got: Mark):
    return got.verdict, got.earned, got.possible


def test_the_right_option_earns_all_marks(posed):
    assert mark(posed(CHOICE), Choice((0,))) == Mark(verdict=Verdict.RIGHT, earned=1.0, possible=1.0)


def test_a_wrong_option_earns_nothing_and_is_told_why_it_tempts(posed):
    got = mark(posed(CHOICE), Choice((1,)))
    assert verdict_and_marks(got) == (Verdict.WRONG, 0.0, 1.0)
    assert told(got) == "It had bought another shop."
    assert told(mark(posed(CHOICE), Choice((2,)))) == ""


def test_two_options_where_one_is_asked_are_wrong(posed):
    assert mark(posed(CHOICE), Choice((0, 2))).verdict is Verdict.WRONG


def test_a_false_statement_judged_true_is_corrected(posed):
    assert mark(posed(STATEMENT), Choice((1,))).verdict is Verdict.RIGHT
    assert told(mark(posed(STATEMENT), Choice((0,)))) == "Mate is a holly."


@pytest.mark.parametrize(
    ("picked", "earned", "verdict", "feedback"),
    [
        (("Assam", "Darjeeling", "Keemun", "Oolong"), 4, Verdict.RIGHT, ""),
        (("Assam", "Darjeeling", "Keemun"), 3, Verdict.PARTIAL, "3 of 4 picked"),
        (("Assam", "Darjeeling", "Keemun", "Rooibos"), 2, Verdict.PARTIAL, "3 of 4 picked, 1 wrong"),
        (("Assam", "Rooibos"), 0, Verdict.WRONG, "1 of 4 picked, 1 wrong"),
        (("Rooibos",), 0, Verdict.WRONG, "0 of 4 picked, 1 wrong"),
        (
            ("Assam", "Darjeeling", "Keemun", "Oolong", "Mate", "Rooibos"),
            2,
            Verdict.PARTIAL,
            "4 of 4 picked, 2",
        ),
    ],
)
def test_several_options_earn_right_picks_less_wrong_ones(posed, picked, earned, verdict, feedback):
    exercise = posed(SEVERAL)
    got = mark(exercise, Choice(at(exercise, *picked)))
    assert verdict_and_marks(got) == (verdict, earned, 4.0)
    assert told(got).startswith(feedback)


def test_a_wrong_pick_is_told_by_its_letter_why_it_tempts(posed):
    exercise = posed(SEVERAL)
    (mate,) = at(exercise, "Mate")
    assert told(mark(exercise, Choice((mate,)))) == f"0 of 4 picked, 1 wrong. {'abcdef'[mate]}: A holly."


@pytest.mark.parametrize(
    ("rights", "earned", "parts", "feedback"),
    [
        (("1st", "2nd", "3rd"), 1, (True, True, True), ""),
        (("1st", "3rd", "2nd"), 1 / 3, (True, False, False), "1 of 3 pairs"),
        (("1st", "2nd", None), 2 / 3, (True, True, False), "2 of 3 pairs"),
        (("4th", "4th", "4th"), 0, (False, False, False), "0 of 3 pairs"),
    ],
)
def test_pairs_earn_their_fraction(posed, rights, earned, parts, feedback):
    exercise = posed(PAIRS)
    got = mark(exercise, Pairing(tuple(right and exercise.options.index(right) for right in rights)))
    assert (got.earned, got.parts, told(got)) == (pytest.approx(earned), parts, feedback)


@pytest.mark.parametrize(
    ("given", "earned", "feedback"),
    [
        (("Pluck", "Wither", "Roll", "Oxidise", "Dry"), 1, ""),
        (("Wither", "Pluck", "Roll", "Oxidise", "Dry"), 0.75, "4 of 5 steps are in order"),
        (("Dry", "Pluck", "Wither", "Roll", "Oxidise"), 0.75, "4 of 5 steps are in order"),
        (("Pluck", "Roll", "Wither", "Dry", "Oxidise"), 0.5, "3 of 5 steps are in order"),
        (("Dry", "Oxidise", "Roll", "Wither", "Pluck"), 0, "1 of 5 steps are in order"),
    ],
)
def test_steps_earn_their_longest_rising_run(posed, given, earned, feedback):
    exercise = posed(STEPS)
    got = mark(exercise, Order(at(exercise, *given)))
    assert (got.earned, told(got)) == (earned, feedback)
    assert got.parts == tuple(one == other for one, other in zip(given, STEPS.sequence, strict=True))


def test_two_steps_are_right_or_wrong(posed):
    exercise = posed(Ordering(id="q", prompt="Order.", sequence=("first", "then")))
    assert mark(exercise, Order(at(exercise, "first", "then"))).earned == 1
    assert mark(exercise, Order(at(exercise, "then", "first"))).earned == 0


@pytest.mark.parametrize(
    ("texts", "parts", "feedback"),
    [
        (("2004", "amazon", "75"), (True, True, True), ""),
        (("2004", "Amazon.com", "$75 million"), (True, True, True), ""),
        (("2004", "Amzon", "75"), (True, True, True), 'blank 2: it is spelt "Amazon"'),
        (("2005", "Amazon", "57"), (False, True, False), "1 of 3 blanks"),
        (("August 2004", "Amazon", "75 billion"), (True, True, False), "2 of 3 blanks"),
        (("2004", "", ""), (True, False, False), "1 of 3 blanks"),
        (("2004",), (True, False, False), "1 of 3 blanks"),
        (
            ("04", "Amazon", "75"),
            (False, True, True),
            "2 of 3 blanks; blank 1: write the year with all four digits",
        ),
    ],
)
def test_blanks_earn_their_fraction(posed, names, texts, parts, feedback):
    got = mark(posed(GAPS), Blanks(texts), names)
    assert (got.earned, got.parts, got.possible) == (pytest.approx(sum(parts)), parts, 3.0)
    assert told(got) == feedback or told(got).startswith(feedback + "; ")


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("In the end they paid {{75}} million dollars.", "75 million dollars"),
        ("In the end they paid {{75}} million dollars.", "75 million"),
        ("In the end they paid {{75}} million, in dollars.", "75 million"),
        ("It lies between 20 and {{30}}", "20 and 30"),
        ("It lies between 20 and {{30}}", "between 20 and 30"),
        ("It fell to minus {{5}} degrees.", "minus 5 degrees"),
        ("It fell to minus {{5}} degrees.", "minus 5"),
        ("They paid ${{75}} million.", "$75 million"),
        ("They paid €{{75}} million.", "€75"),
        ("He was no. #{{7}} of them.", "#7"),
    ],
)
def test_what_stands_beside_a_blank_may_be_typed_along(posed, text, given):
    assert mark(posed(Cloze(id="q", text=text)), Blanks((given,))).verdict is Verdict.RIGHT


@pytest.mark.parametrize("given", ["75 billion", "million", "30 and 20", "$75"])
def test_what_stands_beside_a_blank_is_no_answer_and_other_words_are_another(posed, given):
    paid = posed(Cloze(id="q", text="They paid {{75}} million, between 20 and 30."))

    assert mark(paid, Blanks((given,))).verdict is Verdict.WRONG


@pytest.mark.parametrize(
    ("text", "given", "parts"),
    [
        (r"The circumference is \(2{{\pi|\text{pi}}}r\).", ("π",), (True,)),
        (r"The circumference is \(2{{\pi|\text{pi}}}r\).", ("pi",), (True,)),
        (r"Then \(E = {{mc^2}}\).", ("mc²",), (True,)),
        (r"It is \(x^{{-2}}\), \(\frac{{{1}}}{{{x^2}}}\).", ("-2", "1", "x²"), (True, True, True)),
        (r"It is \(x^{{-2}}\), \(\frac{{{1}}}{{{x^2}}}\).", ("2", "2", "x"), (False, False, False)),
    ],
)
def test_a_blank_in_a_formula_is_answered_as_it_is_read(posed, text, given, parts):
    assert mark(posed(Cloze(id="q", text=text)), Blanks(given)).parts == parts


def test_a_cloze_is_near_when_all_it_misses_is_near(posed):
    assert mark(posed(GAPS), Blanks(("04", "Amazon", "75"))).near
    assert not mark(posed(GAPS), Blanks(("04", "eBay", "75"))).near
    assert not mark(posed(GAPS), Blanks(("2004", "Amazon", "75"))).near


def test_an_essay_that_nobody_marked_counts_for_nothing(posed):
    got = mark(posed(ESSAY), Written("They feared a shortage of cash."))
    assert verdict_and_marks(got) == (Verdict.UNMARKED, 0.0, 0.0)


def test_an_essay_earns_the_points_its_marker_ticked(posed):
    got = mark(posed(ESSAY), Written("…", (True, True, False)))
    assert (verdict_and_marks(got), told(got)) == ((Verdict.PARTIAL, 4.0, 6.0), "2 of 3 points")
    assert mark(posed(ESSAY), Written("…", (True, True, True))).verdict is Verdict.RIGHT
    assert mark(posed(ESSAY), Written("…", (False, False, False))).verdict is Verdict.WRONG
    assert mark(posed(ESSAY), Written("…", (True,))).parts == (True, False, False)
    short = Essay(id="q", prompt="Why?", points=(Point(point="cash"),))
    assert told(mark(posed(short), Written("…", (False,)))) == "0 of 1 point"


QUESTIONS = (
    CHOICE,
    SEVERAL,
    STATEMENT,
    PAIRS,
    STEPS,
    GAPS,
    ESSAY,
    ShortAnswer(id="q", prompt="?", answer="a"),
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_skipped_earns_nothing_of_its_marks(posed, question):
    exercise = posed(question)
    expected = Mark(verdict=Verdict.SKIPPED, earned=0.0, possible=float(question.marks))
    assert mark(exercise, Skipped()) == mark(exercise, Skipped(), hinted=True) == expected


@pytest.mark.parametrize(
    ("question", "response"),
    [
        (ShortAnswer(id="q", prompt="?", answer="a"), Text("  ")),
        (GAPS, Blanks(("", " ", ""))),
        (PAIRS, Pairing((None, None, None))),
        (SEVERAL, Choice(())),
        (ESSAY, Written(" ")),
    ],
)
def test_an_empty_response_is_a_skip(posed, question, response):
    assert mark(posed(question), response).verdict is Verdict.SKIPPED


def test_a_hint_costs_half_and_leaves_the_verdict(posed):
    exercise = posed(SEVERAL)
    everything = Choice(exercise.key)
    assert verdict_and_marks(mark(exercise, everything, hinted=True)) == (Verdict.RIGHT, 2.0, 4.0)
    assert mark(exercise, Choice(exercise.key[:3]), hinted=True).earned == 1.5


def test_a_response_of_another_kind_is_the_callers_mistake(posed):
    with pytest.raises(TypeError, match="Text is no response to multiple_choice"):
        mark(posed(CHOICE), Text("Amazon"))


def test_a_number_is_read_with_the_unit_beside_its_line(posed):
    exercise = posed(
        Numerical(id="q", prompt="How much was it?", answer="¥9,000", unit="yuan", tolerance="1%")
    )
    assert mark(exercise, Text("9050")).verdict is Verdict.RIGHT
    assert mark(exercise, Text("9050 yuan")).verdict is Verdict.RIGHT
    assert mark(exercise, Text("9100")).verdict is Verdict.WRONG


def test_a_unit_of_time_leaves_a_year_a_year(posed):
    exercise = posed(Numerical(id="q", prompt="When was it founded?", answer="2010", unit="year"))
    assert mark(exercise, Text("April 2010")).verdict is Verdict.RIGHT
    assert mark(exercise, Text("2011")).verdict is Verdict.WRONG


def test_a_name_that_looks_like_a_number_is_a_name(posed):
    exercise = posed(ShortAnswer(id="q", prompt="Which company makes tape?", answer="3M"))
    names = (Name(name="3M"),)
    assert mark(exercise, Text("3m"), names).verdict is Verdict.RIGHT
    assert mark(exercise, Text("3 million"), names).verdict is Verdict.WRONG


def test_responses_survive_being_saved():
    said = [
        Choice((1,)),
        Text("a"),
        Blanks(("a", "")),
        Pairing((None, 2)),
        Order((1, 0)),
        Written("a", (True,)),
        Skipped(),
    ]
    assert [msgspec.json.decode(msgspec.json.encode(each), type=Response) for each in said] == said


def test_where_nothing_is_asked_nothing_is_earned():
    assert credit.picks((0,), ()) == 0
    assert credit.fraction(()) == 0


def test_the_longest_rising_run_may_have_gaps():
    assert [credit.order(ranks, 1) for ranks in ([0], [])] == [1, 0]  # one step is in order, or not there
    assert [credit.run(ranks) for ranks in ([], [0], [3, 0, 4, 1, 2], [2, 1, 0], [0, 2, 1, 3])] == [
        0,
        1,
        3,
        1,
        3,
    ]


@pytest.mark.parametrize("given", ["3", "3 nm", "3nm", "three"])
def test_a_unit_named_in_the_answer_and_again_beside_the_box_is_one_unit(posed, given):
    exercise = posed(Numerical(id="q", prompt="How fine is the process?", answer="3 nm", unit="nm"))
    assert mark(exercise, Text(given)).verdict is Verdict.RIGHT
    assert mark(exercise, Text("3 mm")).verdict is Verdict.WRONG
