"""A line on the plain face: what it means, and when the face asks again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizmill.bank.model import (
    Cloze,
    Distractor,
    Essay,
    Matching,
    MultipleChoice,
    MultipleResponse,
    Numerical,
    Ordering,
    Point,
    ShortAnswer,
    TrueFalse,
)
from quizmill.grade import (
    Blanks,
    Choice,
    Misread,
    Order,
    Pairing,
    Skipped,
    Text,
    Written,
    mark,
    read_response,
)
from spoken import refused


def options(*texts):
    return tuple(Distractor(text=text) for text in texts)


ONE = MultipleChoice(
    id="q", prompt="?", answer="Amazon", distractors=options("eBay", "JD.com", "*The Daily*"), shuffle=False
)
SUMS = MultipleChoice(
    id="q", prompt="?", answer="$75 million", distractors=options("$25 million", "$1.2 billion")
)
MANY = MultipleResponse(
    id="q", prompt="?", answers=("$1 million", "$2 million"), distractors=options("$3 million", "$4,000,000")
)
TRUTH = TrueFalse(id="q", prompt="?", answer=True)
SHORT = ShortAnswer(id="q", prompt="?", answer="Amazon")
NUMBER = Numerical(id="q", prompt="?", answer="75")
ONE_GAP = Cloze(id="q", text="It was {{2004}}.")
TWO_GAPS = Cloze(id="q", text="In {{2004}} it was {{a|b}}.")
PAIRS = Matching(id="q", prompt="?", pairs=(("x", "1"), ("y", "2"), ("z", "3")), extra=("4",))
STEPS = Ordering(id="q", prompt="?", sequence=("Pluck", "Roll", "Dry"))
ESSAY = Essay(id="q", prompt="?", points=(Point(point="p"),))
EVERY = (ONE, SUMS, MANY, TRUTH, SHORT, NUMBER, ONE_GAP, TWO_GAPS, PAIRS, STEPS, ESSAY)

READ = [
    (ONE, "b", Choice((1,))),
    (ONE, " B ", Choice((1,))),
    (ONE, "(b)", Choice((1,))),
    (ONE, "b.", Choice((1,))),
    (ONE, "ｂ", Choice((1,))),
    (ONE, "ebay", Choice((1,))),
    (ONE, "  the   DAILY ", Choice((3,))),
    (SUMS, "a", Choice((0,))),
    (SUMS, "$75m", Choice((1,))),
    (SUMS, "1.2 billion dollars", Choice((2,))),
    (MANY, "a,c", Choice((0, 2))),
    (MANY, "A C", Choice((0, 2))),
    (MANY, "ca", Choice((0, 2))),
    (MANY, "a; c", Choice((0, 2))),
    (MANY, "a and c", Choice((0, 2))),
    (MANY, "a) c)", Choice((0, 2))),
    (MANY, "d", Choice((3,))),
    (MANY, "$1m, $4,000,000", Choice((0, 3))),
    (TRUTH, "t", Choice((0,))),
    (TRUTH, "F", Choice((1,))),
    (TRUTH, "True", Choice((0,))),
    (TRUTH, "false.", Choice((1,))),
    (SHORT, " Amazon ", Text("Amazon")),
    (SHORT, "a | b", Text("a | b")),
    (NUMBER, "seventy-five", Text("seventy-five")),
    (ONE_GAP, "2004", Blanks(("2004",))),
    (ONE_GAP, r"a\|b", Blanks(("a|b",))),
    (TWO_GAPS, "2004 | a", Blanks(("2004", "a"))),
    (TWO_GAPS, "2004|", Blanks(("2004", ""))),
    (PAIRS, "1b 2a 3c", Pairing((1, 0, 2))),
    (PAIRS, "1=b, 2=a, 3=c", Pairing((1, 0, 2))),
    (PAIRS, "1b2a3c", Pairing((1, 0, 2))),
    (PAIRS, "3-C; 1) B; 2: a", Pairing((1, 0, 2))),
    (PAIRS, "1 -> b 2 -> a 3 -> c", Pairing((1, 0, 2))),
    (PAIRS, "1b 2b", Pairing((1, 1, None))),
    (PAIRS, "b a c", Pairing((1, 0, 2))),
    (PAIRS, "bac", Pairing((1, 0, 2))),
    (PAIRS, "(B), (A) and (B)", Pairing((1, 0, 1))),
    (STEPS, "3 1 2", Order((2, 0, 1))),
    (STEPS, "3,1,2", Order((2, 0, 1))),
    (STEPS, "312", Order((2, 0, 1))),
    (STEPS, "3 > 1 > 2", Order((2, 0, 1))),
    (STEPS, "3-1-2", Order((2, 0, 1))),
    (ESSAY, "Because. ", Written("Because.")),
]

ONE_HELP = "answer with one letter, a to d"
MANY_HELP = "answer with letters, a to d, like a,c"
PAIRS_HELP = "join numbers 1 to 3 with letters a to d, like 1b 2a"
STEPS_HELP = "answer with the numbers 1 to 3 in the right order, like 3 2 1"
MISREAD = [
    (ONE, "e", "there is no option e", ONE_HELP),
    (ONE, "a b", "only one option is asked", ONE_HELP),
    (ONE, "Alibaba", '"Alibaba" is none of the options', ONE_HELP),
    (ONE, "2", '"2" is none of the options', ONE_HELP),
    (ONE, "e" * 50, f'"{"e" * 39}…" is none of the options', ONE_HELP),
    (MANY, "a,e", "there is no option e", MANY_HELP),
    (MANY, "a-c", '"a-c" is none of the options', MANY_HELP),
    (MANY, "a a", "a stands there twice", MANY_HELP),
    (MANY, "$1m, $5m", '"$5m" is none of the options', MANY_HELP),
    (MANY, ",", '"," is none of the options', MANY_HELP),
    (TRUTH, "maybe", '"maybe" is neither true nor false', "answer t or f"),
    (TRUTH, "tf", '"tf" is neither true nor false', "answer t or f"),
    (ONE_GAP, "a|b", "1 blank to fill, 2 answers given", "answer without a bar (|), or write \\| for it"),
    (
        TWO_GAPS,
        "2004",
        "2 blanks to fill, 1 answer given",
        "part the answers with a bar (|), in reading order",
    ),
    (PAIRS, "1b 1c", "1 is joined twice", PAIRS_HELP),
    (PAIRS, "4a", "there is no number 4", PAIRS_HELP),
    (PAIRS, "0a", "there is no number 0", PAIRS_HELP),
    (PAIRS, "1e", "there is no letter e", PAIRS_HELP),
    (PAIRS, "1b two", '"two" is no pair', PAIRS_HELP),
    (PAIRS, "b a", '"b a" is no pair', PAIRS_HELP),
    (PAIRS, "bae", '"bae" is no pair', PAIRS_HELP),
    (PAIRS, "b a c d", '"b a c d" is no pair', PAIRS_HELP),
    (STEPS, "1 2", "3 steps to order, 2 given", STEPS_HELP),
    (STEPS, "1 2 2", "step 2 stands there twice", STEPS_HELP),
    (STEPS, "1 2 4", "there is no step 4", STEPS_HELP),
    (STEPS, "a b c", '"a b c" is no order', STEPS_HELP),
    (STEPS, "1.5 2 3", '"1.5 2 3" is no order', STEPS_HELP),
]


@pytest.mark.parametrize(("question", "line", "response"), READ)
def test_a_line_is_read(posed, question, line, response):
    assert read_response(posed(question), line) == response


@pytest.mark.parametrize(("question", "line", "reason", "help"), MISREAD)
def test_a_line_that_can_be_no_answer_is_asked_again(posed, question, line, reason, help):
    misread = read_response(posed(question), line)

    assert isinstance(misread, Misread)
    assert refused(misread) == (reason, help)


@pytest.mark.parametrize("question", EVERY)
@pytest.mark.parametrize("line", ["", "  ", "\t\n", "\u3000"])
def test_an_empty_line_skips(posed, question, line):
    assert read_response(posed(question), line) == Skipped()


VITAMIN = MultipleChoice(id="q", prompt="?", answer="B", distractors=options("A", "C", "K"), shuffle=False)
BOTH = MultipleResponse(id="q", prompt="?", answers=("B", "K"), distractors=options("A", "C"))


@pytest.mark.parametrize("line", ["a", "B", " b "])
def test_a_letter_that_is_the_text_of_another_option_is_asked_again(posed, line):
    label = line.strip().upper()
    other = {"A": "b", "B": "a"}[label]
    assert refused(read_response(posed(VITAMIN), line)) == (
        f"{label} is the letter of one option and the text of another",
        f"write ({label.lower()}) for the option with that letter, ({other}) for the one that says so",
    )


@pytest.mark.parametrize(
    ("line", "picked"), [("(a)", 0), ("b)", 1), ("B.", 1), ("c", 2), ("C", 2), ("K", 3), ("d", 3)]
)
def test_the_letter_in_brackets_is_the_label_and_what_is_one_option_both_ways_needs_none(posed, line, picked):
    assert read_response(posed(VITAMIN), line) == Choice((picked,))


@pytest.mark.parametrize("line", ["ab", "a, b", "B and K", "K,A"])
def test_nor_are_several_letters_clear_if_one_of_them_is_not(posed, line):
    exercise = posed(BOTH)
    assert refused(read_response(exercise, line))[0].endswith(
        "is the letter of one option and the text of another"
    )
    assert read_response(exercise, "(a) (b)") == Choice((0, 1))


def test_where_options_are_named_by_letter_alone_a_letter_is_the_label(posed):
    assert read_response(posed(VITAMIN), "a", by_letter=True) == Choice((0,))
    assert read_response(posed(BOTH), "ab", by_letter=True) == Choice((0, 1))


def test_two_options_of_one_value_are_not_told_apart_by_it(posed):
    exercise = posed(
        MultipleChoice(id="q", prompt="?", answer="$1,000", distractors=options("$1k"), shuffle=False)
    )
    assert refused(read_response(exercise, "1000 dollars")) == (
        '"1000 dollars" is none of the options',
        "answer with one letter, a to b",
    )


def test_many_options_run_past_z(posed):
    pairs = tuple((f"left {n}", f"right {n:02}") for n in range(26))
    exercise = posed(Matching(id="q", prompt="?", pairs=pairs, extra=("right 26", "right 27")))
    assert read_response(exercise, "1ab 26z") == Pairing((27, *[None] * 24, 25))
    assert read_response(exercise, "ab " * 26) == Pairing((27,) * 26)
    assert isinstance(read_response(exercise, "a" * 26), Misread)  # where does aa begin and end?
    few = posed(Matching(id="q", prompt="?", pairs=pairs))
    assert read_response(few, "z" * 26) == Pairing((25,) * 26)


@pytest.mark.parametrize("question", EVERY)
@given(line=st.text(alphabet=st.one_of(st.sampled_from("abcd1234 ,;|=-tf$"), st.characters())))
def test_any_line_is_read_and_marked(posed, question, line):
    exercise = posed(question)
    response = read_response(exercise, line)
    if not isinstance(response, Misread):
        got = mark(exercise, response)
        assert 0 <= got.earned <= got.possible


@pytest.mark.parametrize(
    ("line", "picked"), [("Map", 0), ("`map`", 1), (" map ", 1), ("c", 2), ("MAP", None)]
)
def test_options_that_differ_in_capitals_alone_are_picked_as_they_are_written(posed, line, picked):
    wrong = options("`map`", "`mAp`")
    question = MultipleChoice(id="q", prompt="?", answer="`Map`", distractors=wrong, shuffle=False)
    read = read_response(posed(question), line)
    assert (None if isinstance(read, Misread) else read) == (None if picked is None else Choice((picked,)))


def test_options_that_differ_in_their_indentation_are_picked_by_their_labels(posed):
    question = MultipleChoice(
        id="q", prompt="?", answer="`x = 1`", distractors=options("`  x = 1`"), shuffle=False
    )
    assert isinstance(read_response(posed(question), "x = 1"), Misread)
    assert read_response(posed(question), "b") == Choice((1,))
