"""What holds for every answer: notation changes nothing, a near miss never passes, marks stay in bounds."""

import calendar
import datetime
import itertools
from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from quizmill.bank.fold import fold
from quizmill.bank.markup import escape
from quizmill.bank.model import (
    Cloze,
    Distractor,
    Matching,
    MultipleResponse,
    Numerical,
    Ordering,
    ShortAnswer,
)
from quizmill.grade import Blanks, Choice, Order, Pairing, Text, Verdict, credit, mark
from spoken import told

PRICE = "How much did the company pay?"
YEAR = "In which year was it?"
SCALES = (("", 1), ("thousand", 10**3), ("million", 10**6), ("billion", 10**9), ("trillion", 10**12))
SHORT = {10**3: "k", 10**6: "m", 10**9: "bn", 10**12: "tn"}

mantissas = st.integers(1, 9999).map(lambda n: Decimal(n) / 10)
scales = st.sampled_from(SCALES)
days = st.dates(datetime.date(1000, 1, 1), datetime.date(2100, 12, 31))
TELLING_NOTHING = frozenset("a an the of in on at by it inc co ltd corp plc llc".split())
LISTING = frozenset(("and", "or"))  # between members of a list, which may come twice
words_of_text = st.text(
    alphabet=st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), min_size=1, max_size=12
).filter(lambda word: fold(word) not in TELLING_NOTHING | LISTING)


def money(number, scale, currency="$"):
    return f"{currency}{number} {scale}".strip()


def notations(number, scale, factor):
    plain = number * factor
    digits = f"{plain:f}".rstrip("0").rstrip(".") if "." in f"{plain:f}" else f"{plain:f}"
    grouped = f"{int(plain):,}" if plain == int(plain) else digits
    said = [f"{sign}{digits}" for sign in ("$", "US$", "USD ", "$ ")]
    said += [
        f"${grouped}",
        f"{grouped} dollars",
        f"${grouped.replace(',', ' ')}",
        f"{number} {scale} US dollars",
    ]
    said += [f"${number}{SHORT[factor]}", f"{number}{SHORT[factor]} USD"] if scale else []
    return [*said, f"about ${grouped}", f"it was ${grouped}.", f"  ＄{grouped} "]


@given(mantissas, scales)
def test_no_notation_of_a_sum_changes_the_verdict(posed, number, scale):
    exercise = posed(Numerical(id="q", prompt=PRICE, answer=money(number, scale[0])))
    for said in notations(number, *scale):
        assert mark(exercise, Text(said)).verdict is Verdict.RIGHT, said


@given(
    mantissas,
    scales,
    st.sampled_from([Decimal(10), Decimal("0.1"), Decimal(1000), Decimal("0.001"), Decimal(-1)]),
)
def test_a_sum_of_another_size_or_sign_never_passes(posed, number, scale, factor):
    exercise = posed(Numerical(id="q", prompt=PRICE, answer=money(number, scale[0])))
    for said in notations(number * factor, *scale):
        assert mark(exercise, Text(said.replace("$-", "-$"))).verdict is Verdict.WRONG, said


@given(mantissas, scales, st.sampled_from(["¥", "€", "£", "HK$", "CN¥", "₹"]))
def test_a_sum_in_another_currency_never_passes(posed, number, scale, currency):
    exercise = posed(Numerical(id="q", prompt=PRICE, answer=money(number, scale[0])))
    got = mark(exercise, Text(money(number, scale[0], currency)))
    assert (got.verdict, told(got), got.near) == (Verdict.WRONG, "right amount, wrong currency", False)


@given(st.integers(0, 10**9), st.data())
def test_one_other_digit_never_passes(posed, number, data):
    digits = str(number)
    at = data.draw(st.integers(0, len(digits) - 1))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != digits[at]]))
    given_digits = digits[:at] + other + digits[at + 1 :]
    assume(int(given_digits) != number)
    for question in (
        Numerical(id="q", prompt="How many were there?", answer=digits),
        ShortAnswer(id="q", prompt="Which number is it?", answer=digits),
        ShortAnswer(id="q", prompt="Which model is it?", answer=f"Model {digits}"),
        ShortAnswer(id="q", prompt="Which model is it?", answer=f"ModelX{digits}"),
    ):
        said = question.answer.replace(digits, given_digits)
        assert mark(posed(question), Text(said)).verdict is Verdict.WRONG, said


@given(days)
def test_no_notation_of_a_day_changes_the_verdict(posed, day):
    year, month = f"{day.year:04}", calendar.month_name[day.month]
    exercise = posed(ShortAnswer(id="q", prompt="On which day was it?", answer=f"{day.day} {month} {year}"))
    said = [
        f"{month} {day.day}, {year}",
        f"{month[:3]}. {day.day} {year}",
        day.isoformat(),
        f"on {day.day} {month[:3]} {year}",
    ]
    said += [f"{day:%d}/{day:%m}/{year}", f"{day.month}/{day.day}/{year}"] if day.day > 12 else []
    for text in said:
        assert mark(exercise, Text(text)).verdict is Verdict.RIGHT, text


@given(days, st.integers(1, 400))
def test_another_day_never_passes(posed, day, later):
    other = day + datetime.timedelta(days=later) if day.year < 2090 else day - datetime.timedelta(days=later)
    exercise = posed(ShortAnswer(id="q", prompt="On which day was it?", answer=day.isoformat()))
    for text in (other.isoformat(), f"{other.day} {calendar.month_name[other.month]} {other.year:04}"):
        assert mark(exercise, Text(text)).verdict is Verdict.WRONG, text


@given(days)
def test_a_day_answers_the_question_for_its_year_and_month_but_not_the_reverse(posed, day):
    year, month = f"{day.year:04}", f"{calendar.month_name[day.month]} {day.year:04}"
    asked = [
        ShortAnswer(id="q", prompt="When was it?", answer=answer) for answer in (year, month, day.isoformat())
    ]
    verdicts = [
        [
            mark(posed(question), Text(text)).verdict is Verdict.RIGHT
            for text in (year, month, day.isoformat())
        ]
        for question in asked
    ]
    assert verdicts == [[True, True, True], [False, True, True], [False, False, True]]


@given(
    st.integers(1000, 2100),
    st.sampled_from(["~{}", "about {}", "before {}", "{}s", "{}-{}", "not {}", "{} or 1066", "${}"]),
)
def test_a_year_is_exact(posed, year, form):
    exercise = posed(Numerical(id="q", prompt=YEAR, answer=str(year)))
    assert mark(exercise, Text(form.format(year, year))).verdict is Verdict.WRONG


@example(["NA"], str.lower)
@given(st.lists(words_of_text, min_size=1, max_size=4), st.sampled_from([str.upper, str.lower, str.title]))
def test_case_space_quotes_and_articles_change_nothing(posed, found, change):
    answer = " ".join(found)
    exercise = posed(ShortAnswer(id="q", prompt="What is it called?", answer=answer))
    for said in (
        change(answer),
        f"  {'   '.join(found)}\t",
        f"“{answer}”.",
        f"The {answer}",
        f"it is {answer}",
    ):
        assert mark(exercise, Text(said)).verdict is Verdict.RIGHT, said


@given(st.lists(words_of_text, min_size=2, max_size=4), st.integers(0, 3))
def test_a_missing_word_never_passes(posed, found, at):
    rest = [word for i, word in enumerate(found) if i != at % len(found)]
    exercise = posed(ShortAnswer(id="q", prompt="?", answer=" ".join(found)))
    assert mark(exercise, Text(" ".join(rest))).verdict is not Verdict.RIGHT


@given(st.data())
def test_another_name_never_passes_for_this_one(posed, names, data):
    name, other = (data.draw(st.sampled_from(names)) for _ in range(2))
    assume(name != other)
    exercise = posed(ShortAnswer(id="q", prompt="What is it called?", answer=name.name))
    for said in (other.name, *other.aliases):
        assert mark(exercise, Text(said), names).verdict is Verdict.WRONG, said
    for said in (name.name, *name.aliases):
        assert mark(exercise, Text(said), names).verdict is Verdict.RIGHT, said


@given(st.text(max_size=60), st.text(min_size=1, max_size=60).filter(str.strip))
def test_marking_never_raises(posed, names, typed, answer):
    for question in (
        ShortAnswer(id="q", prompt=typed or "?", answer=answer),
        Numerical(id="q", prompt="How many?", answer="75 million", unit=answer, tolerance="2%"),
        Cloze(id="q", text=f"{typed} {{{{{answer}}}}} {typed}"),
    ):
        exercise = posed(question)
        response = Blanks((typed,)) if isinstance(question, Cloze) else Text(typed)
        got = mark(exercise, response, names)
        assert 0 <= got.earned <= got.possible


@given(st.text(min_size=1, max_size=60).filter(fold))
def test_the_accepted_text_itself_always_passes(posed, names, answer):
    exercise = posed(ShortAnswer(id="q", prompt="?", answer=escape(answer)))
    assert mark(exercise, Text(answer), names).verdict is Verdict.RIGHT


SEVERAL = MultipleResponse(
    id="q",
    prompt="?",
    answers=("a", "b", "c"),
    distractors=(Distractor(text="d"), Distractor(text="e")),
    marks=3,
)
PAIRS = Matching(id="q", prompt="?", pairs=(("a", "w"), ("b", "x"), ("c", "y")), extra=("z",))
STEPS = Ordering(id="q", prompt="?", sequence=tuple("abcdef"))


@given(
    st.sets(st.integers(0, 4)),
    st.lists(st.none() | st.integers(0, 3), max_size=5),
    st.permutations(range(6)),
    st.booleans(),
)
def test_marks_stay_in_bounds_and_agree_with_the_verdict(posed, picks, rights, steps, hinted):
    for question, response in (
        (SEVERAL, Choice(tuple(picks))),
        (PAIRS, Pairing(tuple(rights))),
        (STEPS, Order(tuple(steps))),
    ):
        got = mark(posed(question), response, hinted=hinted)
        full = got.possible / 2 if hinted else got.possible
        assert 0 <= got.earned <= full
        assert (got.verdict is Verdict.RIGHT) == (got.earned == full)
        assert (got.verdict is Verdict.PARTIAL) == (0 < got.earned < full)


@pytest.mark.parametrize(
    "piece", ["a ", "1,", "not ", "-", "1/2 ", "the ", "Amazon ", ", and ", "'", "½", "one ", "75 "]
)
def test_a_flood_of_text_is_judged_and_never_right(posed, names, piece):
    question = "What did Amazon pay, and was it 75 or the one?"
    for answer in ("$75 million", "Amazon", "Brazil, India and Russia", "2004"):
        exercise = posed(ShortAnswer(id="q", prompt=question, answer=answer))
        for length in (60, 999, 10_000):
            assert mark(exercise, Text((piece * length)[:length]), names).verdict is not Verdict.RIGHT


@given(st.permutations(range(6)), st.integers(0, 6))
def test_the_longest_run_is_the_longest_of_all_that_rise(ranks, kept):
    ranks = ranks[:kept]
    chosen = (run for length in range(kept + 1) for run in itertools.combinations(ranks, length))

    assert credit.run(ranks) == max(len(run) for run in chosen if list(run) == sorted(run))
