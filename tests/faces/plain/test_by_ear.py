"""A quiz that is heard: what is said to each command, and when a line is awaited."""

from __future__ import annotations

import io
import os
import signal
import time

import pytest

import samples
from quizmill.compose.paper import compose
from quizmill.faces.feedback import Detail
from quizmill.faces.plain.lines import Pipe
from quizmill.faces.plain.quiz import PlainQuiz
from quizmill.faces.plain.spelling import in_words
from quizmill.faces.plain.terminal import Screen
from quizmill.grade.diff import diff
from quizmill.study.results import outcomes
from quizmill.study.session import Session
from quizmill.study.sitting import Mode, begin
from quizmill.words import words_in


class Typed:
    """Somebody at a keyboard who types these lines, one a second, and then goes away."""

    def __init__(self, screen: Screen, *lines: str, interactive: bool = True) -> None:
        self.interactive = interactive
        self.now = 0.0
        self._screen = screen
        self._lines = list(lines)

    def clock(self) -> float:
        return self.now

    def read(self, prompt: str) -> str | None:
        self.now += 1
        line = self._lines.pop(0) if self._lines else None
        self._screen.say("(nobody)" if line is None else line, label=prompt)
        return line


@pytest.fixture
def sit(tmp_path):
    """Runs a quiz on questions of the sample; the session, and what was shown."""

    def run(
        ids: str,
        *lines: str,
        mode=Mode.PRACTICE,
        interactive=True,
        seconds=None,
        language="en",
        topics=None,
        **more,
    ) -> tuple[Session, str]:
        bank = samples.load(tmp_path / str(len(list(tmp_path.iterdir()))), **(topics or {})).bank
        chosen = tuple(each for each in bank.questions() if not ids or each[1].id in ids.split())
        out = io.StringIO()
        screen = Screen(out, width=80, colour=False, language=language)
        typed = Typed(screen, *lines, interactive=interactive)
        sitting = begin(compose(bank, chosen, seed=7, order="bank"), bank.names, mode)
        session = Session(sitting, clock=typed.clock, minutes=seconds and seconds / 60)
        PlainQuiz(session, screen, typed, **more).run()
        return session, out.getvalue()

    return run


def after(line: str, shown: str, times: int = 1) -> list[str]:
    """The lines after this one was typed, up to the next prompt."""
    rest = shown.split(f"> {line}\n", times)[times]
    return rest.partition("\n>")[0].splitlines()


MORE = [
    "More on question 1:",
    "Why: Green, black and white tea differ in what is done to the leaf.",
    "Source: The Tea Book, paragraph 2: Every true tea is made from the leaves of one",
    "        plant.",
]


def test_more_says_what_was_not_said_of_the_last_answer_as_often_as_it_is_asked(sit):
    _, shown = sit("tea-plant tea-herbs", "Camellia sinensis", ":more", ":mo")

    assert after("Camellia sinensis", shown)[:3] == [
        "Right: 1 of 1 mark.",
        "Source: The Tea Book, paragraph 2",
        ":more says more, also what the sources say.",
    ]
    assert after(":more", shown) == after(":mo", shown) == MORE


def test_that_there_is_more_is_said_once(sit):
    _, shown = sit("tea-plant tea-herbs", "Camellia sinensis", "f")

    assert shown.count(":more says more") == 1


@pytest.mark.parametrize(
    ("lines", "how", "said"),
    [
        ([], {}, "There is nothing more to say of the last answer."),
        (["Camellia sinensis"], {"detail": Detail.FULL}, "There is nothing more to say of the last answer."),
        (["Camellia sinensis"], {"mode": Mode.EXAM}, "In an exam nothing is marked yet."),
    ],
)
def test_where_there_is_no_more_it_is_said(sit, lines, how, said):
    _, shown = sit("tea-plant tea-herbs", *lines, ":more", **how)

    assert after(":more", shown) == [said]


def test_again_says_the_question_once_more_without_how_it_is_answered(sit):
    _, shown = sit("tea-herbs", ":again")

    assert shown.splitlines()[1:] == [
        "Question 1 of 1, Tea, 1 mark",
        "Peppermint tea is a true tea.",
        "  True or false?",
        "Type t for true, f for false.",
        "> :again",
        "",
        "Question 1 of 1, Tea, 1 mark",
        "Peppermint tea is a true tea.",
        "  True or false?",
        "> (nobody)",
        "The input ends here, and so does the quiz.",
    ]


def test_list_says_where_everything_stands_with_named_blanks(sit):
    _, shown = sit("tea-plant ship-cargo ship-year", "Camellia japonica", ":flag", ":list")

    assert after(":list", shown) == [
        "1. Wrong: From which plant is every true tea made?",
        "2. without an answer, you are here, flagged: How many yuan was the first cargo",
        "   worth, by the reckoning of “The Tea Book”, in 1870?",
        "3. without an answer: In (blank 1) the (blank 2) was launched.",
    ]


def test_in_an_exam_list_tells_no_verdict(sit):
    _, shown = sit("tea-plant tea-herbs", "a", ":list", mode=Mode.EXAM)

    assert after(":list", shown)[0] == "1. answered: From which plant is every true tea made?"


def own(*entries: str) -> dict[str, str]:
    """A bank without facts that has these questions."""
    listed = "\n".join(f"  - {{{entry}}}" for entry in entries)
    return {"bank": "title: B\nnamespace: b\n", "t": f"title: T\nquestions:\n{listed}\n"}


def test_of_very_many_questions_list_says_which_are_open(sit):
    many = own(*(f"id: q{n}, type: true_false, prompt: So it is {n}., answer: true" for n in range(41)))
    _, shown = sit("", *["t"] * 39, ":list", topics=many)

    assert after(":list", shown) == ["Without an answer: 40, 41"]


def test_time_says_how_much_is_left(sit):
    assert after(":time", sit("tea-plant", ":time")[1]) == ["The time is not limited."]
    assert after(":time", sit("tea-plant", ":time", seconds=100)[1]) == ["2 minutes left."]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In {{1869}} the {{Cutty Sark}} sailed.", "In (blank 1) the (blank 2) sailed."),
        ("Tea is a {{leaf}}.", "Tea is a (blank)."),
        (r"With \\(E = {{x}}\\) and {{y}}.", "With E = (blank 1) and (blank 2)."),
    ],
)
def test_blanks_have_names_and_a_single_one_is_the_blank(sit, text, said):
    _, shown = sit("", topics=own(f'id: one, type: cloze, text: "{text}"'))

    assert f"\n{said}\n" in shown


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ('type: cloze, text: "Tea is a {{leaf}}."', "Type what belongs in the blank."),
        (
            'type: cloze, text: "{{Tea}} is a {{leaf}}."',
            "Type what belongs in the blanks, in their order, with a bar between them, such as first | "
            "second.",
        ),
        (
            'type: numerical, prompt: When?, answer: "1869"',
            "Type the date, or the year where only that is asked.",
        ),
        (
            'type: numerical, prompt: How many ships?, answer: "1869"',
            "Type the number, with its unit if it has one.",
        ),
        ('type: numerical, prompt: How heavy?, answer: "1869", unit: kg', "Type the number, in kg."),
        (
            "type: ordering, prompt: Which first?, sequence: [a, b, c]",
            "Type the numbers in the right order, such as 3 1 2.",
        ),
        (
            "type: ordering, prompt: Which first?, sequence: [a, b, c, d, e, f]",
            "Type the numbers in the right order, such as 6 1 2 3 4 5.",
        ),
    ],
)
def test_how_to_answer_is_said_for_what_is_asked(sit, question, said):
    _, shown = sit("", topics=own(f"id: one, {question}"))

    assert f"{said} >" in " ".join(shown.split())


@pytest.mark.parametrize(
    ("typed", "right", "said"),
    [
        ("Cuty Sark", "Cutty Sark", "After “Cut”, “t” is missing."),
        ("Cutty Sarck", "Cutty Sark", "After “Sar”, “c” is too much."),
        ("Cutty Sarc", "Cutty Sark", "After “Sar”, “k” belongs, not “c”."),
        ("utty Sark", "Cutty Sark", "At the beginning, “C” is missing."),
        ("CuttySark", "Cutty Sark", "After “Cutty”, a space is missing."),
        ("Cuty Sarc", "Cutty Sark", "After “Cut”, “t” is missing; after “Sar”, “k” belongs, not “c”."),
        ("Cty Src", "Cutty Sark", ""),  # too much to be followed
        ("Cutty Sark", "Cutty Sark", ""),
    ],
)
def test_a_spelling_difference_is_told_in_words(typed, right, said):
    assert in_words(diff(typed, right), words_in("en")) == said


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("de", "Nach „Cut“ fehlt „t“; nach „Sar“ gehört „k“ hin, nicht „c“."),
        ("es", "Después de «Cut» falta «t»; después de «Sar» va «k», no «c»."),
        ("fr", "Après « Cut », il manque « t » ; après « Sar », il faut « k » et non « c »."),
        ("zh", "“Cut”之后漏了“t”；“Sar”之后应为“k”，不是“c”。"),
    ],
)
def test_in_other_languages_too(code, said):
    told = in_words(diff("Cuty Sarc", "Cutty Sark"), words_in(code))

    assert told.replace("\u202f", " ") == said


def test_the_prompt_is_there_before_a_line_is_read():
    out = io.StringIO()

    class Stream(io.StringIO):
        def readline(self, size: int = -1) -> str:
            seen.append(out.getvalue())
            return super().readline(size)

    seen: list[str] = []
    pipe = Pipe(
        Stream("an answer of a good many words, so that it does not fit\n"),
        Screen(out, width=40, colour=False),
    )

    assert pipe.read("> ") == "an answer of a good many words, so that it does not fit"
    assert pipe.read("> ") is None
    written = "> an answer of a good many words, so\n  that it does not fit\n> "
    assert seen == ["> ", written]
    assert out.getvalue() == written + "\n"


class TestBehindTheLastQuestion:
    def test_a_keyboard_can_still_ask_for_more(self, sit):
        session, shown = sit("tea-plant", "Camellia sinensis", ":more", "")

        assert "That was the last question.\nEnter shows the result; :more" in shown
        assert after(":more", shown) == MORE
        assert session.sitting.over

    def test_and_object_and_take_back(self, sit):
        session, shown = sit("ship-name", "Victory", ":right", ":undo", "Cutty Sark", "words", "")

        assert after(":right", shown) == ["Counted as right: you said so. Right: 1 of 1 mark."]
        assert after("words", shown)[0].startswith("All questions are asked.")
        assert session.sitting.answers["ship-name"].text == "Cutty Sark"

    def test_a_pipe_ends_at_once(self, sit):
        _, shown = sit("tea-plant", "Camellia sinensis", ":more", interactive=False)

        assert ":more\n" not in shown.replace(":more says", "")


class TestAgainstTheClock:
    def test_what_comes_late_does_not_count(self, sit):
        session, shown = sit("tea-plant tea-herbs", "a", "f", mode=Mode.EXAM, seconds=1.5)

        assert set(session.sitting.answers) == {"tea-plant"}
        assert shown.endswith("The time is over. What you answered so far counts.\n")

    def test_of_an_essay_the_lines_that_came_in_time_do_and_its_points_are_gone_through_after(self, sit):
        session, shown = sit(
            "tea-essay", "The first", "sold for more", "too late", "y", "n", mode=Mode.EXAM, seconds=2.5
        )

        answer = session.sitting.answers["tea-essay"]
        assert (answer.text, answer.mark.parts) == ("The first\nsold for more", (True, False))
        assert "The time is over." in shown

    @pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no such timers")
    def test_waiting_ends_with_the_time_though_nothing_is_typed(self, tmp_path):
        bank = samples.load(tmp_path).bank
        out = io.StringIO()
        screen = Screen(out, width=80, colour=False)
        read_end, write_end = os.pipe()
        session = Session(
            begin(compose(bank, tuple(bank.questions()), seed=1), mode=Mode.EXAM),
            clock=time.monotonic,
            minutes=0.2 / 60,
        )
        before = signal.getsignal(signal.SIGALRM)
        with os.fdopen(read_end) as stream, os.fdopen(write_end, "w"):
            PlainQuiz(session, screen, Pipe(stream, screen)).run()

        assert out.getvalue().endswith("> \nThe time is over. What you answered so far counts.\n")
        assert session.sitting.stopped
        assert signal.getsignal(signal.SIGALRM) is before
        assert not any(outcome.answer for outcome in outcomes(session.sitting))


def test_true_and_false_are_read_in_the_language_that_is_spoken(sit):
    session, shown = sit("tea-herbs", "v", language="es")

    assert "Escribe v si es verdadero, f si es falso." in shown
    assert after("v", shown)[0] == "Incorrecta: 0 de 1 punto."
    assert session.sitting.answers["tea-herbs"].text == "v"


def test_an_essay_just_written_is_not_named_again_and_yes_is_said_in_the_language(sit):
    session, shown = sit("tea-essay", "Tee", "", "Ja", "nein", "", language="de")

    assert "\nEine vollständige Antwort nennt diese Aspekte. Welche stehen in deiner?\n" in shown
    assert session.sitting.answers["tea-essay"].mark.parts == (True, False)


def test_after_an_exam_an_essay_is_named(sit):
    _, shown = sit("tea-essay tea-herbs", "f", "Tea", "", "", "y", "n", mode=Mode.EXAM)

    assert "A full answer to “" in shown
