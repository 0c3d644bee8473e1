"""A quiz, scripted: one answer a line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import samples

ALL_RIGHT = ["Camellia sinensis", "Oolong, Pu-erh", "f", "Cutty Sark", "9,000 yuan", "1869 | Cutty Sark"]


def results_of(path: Path) -> dict:
    return json.loads((path / "r.json").read_text(encoding="utf-8"))


def test_all_nine_kinds_are_asked_answered_and_marked(quizmill, bank, tmp_path):
    shown = quizmill("quiz", "--bank", bank, "--order", "bank", "--seed", "7").stdout
    assert "Question 1 of 9, Tea, 1 mark" in shown
    typed = [*ALL_RIGHT, *lettered_answers(tmp_path), "Speed sold."]
    run = quizmill(
        "quiz",
        "--bank",
        bank,
        "--order",
        "bank",
        "--seed",
        "7",
        "--results",
        "r.json",
        typed="\n".join(typed) + "\n",
    )

    assert run.returncode == 0
    assert run.stderr == ""
    record = results_of(tmp_path)
    assert [(q["id"], q["type"], q["verdict"], q["earned"], q["possible"]) for q in record["questions"]] == [
        ("tea-plant", "multiple_choice", "right", 1, 1),
        ("tea-true", "multiple_response", "right", 2, 2),
        ("tea-herbs", "true_false", "right", 1, 1),
        ("ship-name", "short_answer", "right", 1, 1),
        ("ship-cargo", "numerical", "right", 1, 1),
        ("ship-year", "cloze", "right", 1, 1),
        ("tea-colours", "matching", "right", 1, 1),
        ("tea-steps", "ordering", "right", 1, 1),
        ("tea-essay", "essay", "unmarked", 0, 0),
    ]
    assert [q["response"] for q in record["questions"]] == typed
    assert (record["seed"], record["earned"], record["possible"], record["percent"]) == (7, 9, 9, 100)


def lettered_answers(folder: Path) -> list[str]:
    """The right letters and numbers of the matching and the ordering, from the paper itself."""
    from quizmill.bank.load import load_bank
    from quizmill.compose.exercise import letter
    from quizmill.compose.paper import compose

    bank = load_bank(folder / "question_bank").bank
    exercises = compose(bank, tuple(bank.questions()), seed=7, order="bank").exercises
    matching, ordering = exercises[6], exercises[7]
    pairs = " ".join(f"{left}{letter(right)}" for left, right in enumerate(matching.key, 1))
    return [pairs, " ".join(str(step + 1) for step in ordering.key)]


def test_practice_tells_at_once_what_is_right_why_and_where_it_stands(quizmill, bank):
    run = quizmill("quiz", "--bank", bank, "--id", "tea-plant", "--seed", "7", typed="Camellia japonica\n")

    assert (
        run.stdout
        == """\
Tea and the sea
1 question, seed 7, blind guessing scores 25 %, :help for help

Question 1 of 1, Tea, 1 mark
From which plant is every true tea made?
  a. Camellia sinensis
  b. Ilex paraguariensis
  c. Camellia japonica
  d. Aspalathus linearis
Type the letter of the answer.
There is a hint: :hint shows it and halves the marks.
> Camellia japonica
Wrong: 0 of 1 mark.
It is a garden cousin without tea in its leaves.
Answer: a. Camellia sinensis
Why: Green, black and white tea differ in what is done to the leaf.
Source: The Tea Book, paragraph 2
:more says more, also what the sources say.

Score: 0 of 1 mark (0 %)

By topic
  Tea: 0 of 1 mark (0 %)

To look at again
  1. From which plant is every true tea made? [Wrong]
     Answer: a. Camellia sinensis

These again: quizmill quiz --bank question_bank --id tea-plant
"""
    )


@pytest.mark.parametrize("mode", ["practice", "exam"])
def test_a_slip_that_is_forgiven_is_told_and_once_more_at_the_end(quizmill, tmp_path, mode):
    topic = """\
title: T
questions:
  - {id: rival, type: short_answer, prompt: Which clipper did she race?, answer: Thermopylae}
  - {id: race, type: cloze, text: "In {{1872}} she raced the {{Thermopylae}}."}
  - {id: ports, type: short_answer, prompt: Which two ports?, answer: Shanghai and London}
"""
    bank = samples.write(tmp_path, bank="title: B\nnamespace: b\n", t=topic)
    asked = ("--bank", bank, "--order", "bank", "--seed", "1", "--mode", mode)
    typed = "Thermopilae\n1872 | Thermopylai\nLondon, Shangai\n" + ("\n" if mode == "exam" else "")
    shown = quizmill("quiz", *asked, "--results", "r.json", typed=typed).stdout

    assert 'Right: 1 of 1 mark.\nIt is spelt "Thermopylae".\n' in shown
    assert 'Right: 1 of 1 mark.\nBlank 2: it is spelt "Thermopylae".\n' in shown
    assert (
        "\nForgiven spelling slips\n"
        '  1. Thermopilae\n     It is spelt "Thermopylae".\n'
        '  2. 1872 | Thermopylai\n     Blank 2: it is spelt "Thermopylae".\n'
        '  3. London, Shangai\n     It is spelt "Shanghai and London".\n\n'
    ) in shown
    assert [(q["verdict"], q["feedback"]) for q in results_of(tmp_path)["questions"]] == [
        ("right", 'it is spelt "Thermopylae"'),
        ("right", 'blank 2: it is spelt "Thermopylae"'),
        ("right", 'it is spelt "Shanghai and London"'),
    ]


def test_a_listing_to_look_at_again_keeps_its_lines(quizmill, tmp_path):
    prompt = "What is shown?\\n\\n```\\nfor i in x:\\n    print(i)\\n```"
    entry = f'{{id: q, type: short_answer, prompt: "{prompt}", answer: y, facts: [tea-book/leaf]}}'
    bank = samples.write(tmp_path, t=f"title: T\nquestions:\n  - {entry}\n")

    shown = quizmill("quiz", "--bank", bank, "--id", "q", "--seed", "1", typed="n\n").stdout

    again = shown.partition("To look at again")[2]
    assert again.startswith(
        "\n  1. What is shown?\n\n         for i in x:\n             print(i)\n     [Wrong]\n     Answer: y\n"
    )


def test_a_source_says_as_of_when_it_holds(quizmill, bank):
    run = quizmill(
        "quiz", "--bank", bank, "--id", "ship-cargo", "--seed", "1", "--feedback", "full", typed="$9,000\n"
    )

    assert "(As of 1870.)" in run.stdout


def test_an_exam_says_nothing_until_the_end(quizmill, bank):
    run = quizmill(
        "quiz", "--bank", bank, "--mode", "exam", "--type", "true_false", "--seed", "1", typed="t\n\n"
    )

    before, after = run.stdout.split("That was the last question.")
    assert "Wrong" not in before
    assert "Answer: False. Peppermint is no Camellia, so its tea is an infusion." in after
    assert "You: True\n" in after


def test_what_cannot_be_an_answer_is_asked_again_not_marked(quizmill, bank, tmp_path):
    run = quizmill(
        "quiz", "--bank", bank, "--id", "tea-herbs", "--seed", "1", "--results", "r.json", typed="maybe\nf\n"
    )

    assert '"maybe" is neither true nor false: answer t or f.' in run.stdout
    assert results_of(tmp_path)["questions"][0]["verdict"] == "right"


def test_an_empty_line_skips(quizmill, bank, tmp_path):
    quizmill("quiz", "--bank", bank, "--id", "tea-herbs", "--seed", "1", "--results", "r.json", typed="\n")

    question = results_of(tmp_path)["questions"][0]
    assert (question["verdict"], question["response"]) == ("skipped", None)


def test_a_hint_is_announced_with_its_price_and_halves_the_marks(quizmill, bank, tmp_path):
    run = quizmill(
        *("quiz", "--bank", bank, "--id", "tea-plant", "--seed", "1", "--results", "r.json"),
        typed=":hint\nCamellia sinensis\n",
    )

    assert "There is a hint: :hint shows it and halves the marks." in run.stdout
    assert "Hint: The genus has a Czech-Moravian missionary's name." in run.stdout
    assert results_of(tmp_path)["earned"] == 0.5


def test_commands_move_flag_undo_and_quit(quizmill, bank, tmp_path):
    typed = ":back\nb\n:undo\n:flag\nCamellia sinensis\n:b\n\n:go 3\n:fl\n:f\n:quit\nnever read\n"
    run = quizmill(
        "quiz", "--bank", bank, "--order", "bank", "--seed", "1", "--results", "r.json", typed=typed
    )

    assert run.returncode == 0
    for said in (
        "You are there already.",
        "Taken back.",
        "Flagged.",
        "Your answer stays.",
        "The flag is off.",
    ):
        assert said in run.stdout
    assert run.stdout.count("Question 1 of 9") == 3
    assert "Stopped." in run.stdout
    assert "never read" not in run.stdout
    assert [q["verdict"] for q in results_of(tmp_path)["questions"]][:2] == ["right", "skipped"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (":h", "There is no command :h; it could be :hint or :help."),
        (":xyz", "There is no command :xyz; :help lists the commands."),
        (":go", "Which question? Type :go 3"),
        (":", ":undo takes the last answer back"),
    ],
)
def test_an_unknown_command_is_explained_not_taken_for_an_answer(quizmill, bank, typed, said):
    run = quizmill("quiz", "--bank", bank, "--id", "ship-name", "--seed", "1", typed=typed + "\n")

    assert said in run.stdout
    assert "Wrong" not in run.stdout


def test_a_backslash_makes_a_colon_a_part_of_the_answer(quizmill, bank, tmp_path):
    quizmill(
        "quiz", "--bank", bank, "--id", "ship-name", "--seed", "1", "--results", "r.json", typed="\\:quit\n"
    )

    assert results_of(tmp_path)["questions"][0]["response"] == ":quit"


def test_one_question_that_was_not_reached_is_one_question(quizmill, bank):
    run = quizmill("quiz", "--bank", bank, "--id", "tea-plant", typed="")

    assert "You reached 0 of 1 question; of the whole paper that is 0 of 1 mark (0 %)." in run.stdout


def test_a_wrong_number_is_told_why_and_not_letter_by_letter(quizmill, tmp_path):
    quizmill("init", "own")
    asked = ("quiz", "--bank", "own", "--id", "moon-distance", "--plain")

    far = quizmill(*asked, typed="four hundred thousand\n").stdout
    assert "Too far off: up to 2% either way is allowed." in far
    miles = quizmill(*asked, typed="384400 miles\n").stdout
    assert "Right number, wrong unit.\nAnswer: 384,400 km\n" in miles
    assert "Letter by letter" not in far + miles


def test_a_number_that_reads_two_ways_and_a_letter_for_a_number_are_asked_again(quizmill):
    quizmill("init", "own")
    asked = ("quiz", "--bank", "own", "--id", "moon-distance", "--plain")

    point, letter = (quizmill(*asked, typed=f"{typed}\n384400\n").stdout for typed in ("384.400 km", "b"))
    assert (
        '"384.400 km" can be read as two numbers: leave the point or comma out if it parts thousands; if it '
        "begins decimals, add a 0 at the end."
    ) in " ".join(point.split())
    assert '"b" is a letter, and a number or date is asked: type the number or date itself.' in letter
    assert "Right: 1 of 1 mark." in point
    assert "Right: 1 of 1 mark." in letter


def test_end_of_input_stops_with_the_score_so_far(quizmill, bank, tmp_path):
    run = quizmill(
        *("quiz", "--bank", bank, "--order", "bank", "--seed", "1", "--results", "r.json"),
        typed="Camellia sinensis\n",
    )

    assert run.returncode == 0
    assert "The input ends here, and so does the quiz." in run.stdout
    assert "Score: 1 of 1 mark (100 %)" in run.stdout
    assert "You reached 1 of 9 questions; of the whole paper that is 1 of 10 marks (10 %)." in run.stdout
    assert [q["feedback"] for q in results_of(tmp_path)["questions"]][1:] == ["not reached"] * 8


def test_a_last_line_without_a_line_end_counts(quizmill, bank):
    run = quizmill("quiz", "--bank", bank, "--id", "tea-herbs", "--seed", "1", typed="f")

    assert "Right: 1 of 1 mark." in run.stdout


def test_windows_line_ends_are_no_part_of_an_answer(quizmill, bank, tmp_path):
    quizmill("quiz", "--bank", bank, "--id", "tea-herbs", "--seed", "1", "--results", "r.json", typed="f\r\n")

    assert results_of(tmp_path)["questions"][0]["response"] == "f"


def test_the_seed_is_drawn_and_printed(quizmill, bank):
    run = quizmill("quiz", "--bank", bank)

    seed = run.stderr.split()[1]
    assert run.stderr == f"seed: {seed} (--seed {seed} gives the same again)\n"
    assert f"9 questions, seed {seed}," in run.stdout


def test_the_same_seed_gives_the_same_quiz(quizmill, bank):
    first, second = (quizmill("quiz", "--bank", bank, "--seed", "5", typed="\n" * 9) for _ in range(2))

    assert first.stdout == second.stdout


def test_the_results_file_is_tried_before_the_first_question(quizmill, bank, tmp_path):
    run = quizmill("quiz", "--bank", bank, "--seed", "1", "--results", tmp_path)

    assert run.returncode == 3
    assert run.stdout == ""
    assert run.stderr == f"quizmill: {tmp_path}: this is a folder; name a file in it\n"


def test_a_bank_with_errors_is_asked_without_what_is_broken(quizmill, tmp_path):
    broken = samples.TOPIC.replace("type: true_false", "type: true_fals")
    samples.write(tmp_path, tea=broken)
    run = quizmill("quiz", "--bank", "question_bank", "--seed", "1")

    assert run.returncode == 0
    assert "8 questions" in run.stdout
    assert "note: question_bank has 1 error; what it touches is left out." in run.stderr
    assert "`quizmill check --bank question_bank` shows all that is wrong" in run.stderr


HOSTILE = """\
title: "Tea \\u202e"
questions:
  - id: hostile
    type: true_false
    prompt: "Is this \\u202e safe?"
    answer: true
    explanation: "\\u202ered"
    facts: [tea-book/leaf]
  - id: refused
    type: true_false
    prompt: "Is this \\e]0;owned\\a safe?\\x9b31m"
    answer: true
    explanation: "\\e[31mred"
    facts: [tea-book/leaf]
"""


def test_a_bank_cannot_send_commands_to_the_terminal(quizmill, tmp_path):
    samples.write(tmp_path, tea=HOSTILE)
    run = quizmill("quiz", "--bank", "question_bank", "--seed", "1", typed="\x1b[2Jf\nt\n")

    assert "Is this � safe?" in run.stdout
    assert r'"\e" in double quotes is the control character U+001B' in run.stderr
    assert not set(run.stdout + run.stderr) & set("\x1b\x07\x9b\u202e")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_a_terminal_without_the_characters_gets_question_marks_not_a_crash(quizmill, bank, encoding):
    run = quizmill(
        *("quiz", "--bank", bank, "--order", "bank", "--seed", "1", "--mode", "exam"),
        typed="\n" * 8 + "x\n\n",
        PYTHONIOENCODING=encoding,
    )

    assert run.returncode == 0


@pytest.mark.parametrize("columns", ["40", "80", "200", "10"])
def test_no_line_is_wider_than_the_terminal(quizmill, bank, columns):
    run = quizmill("quiz", "--bank", bank, "--order", "bank", "--seed", "1", typed="\n" * 9, COLUMNS=columns)

    *lines, command = run.stdout.splitlines()
    assert "quizmill quiz" in command  # one line, to be copied
    assert max(map(len, lines)) <= min(max(int(columns), 40), 100)


def test_i_was_right_counts_what_was_typed_and_says_so(quizmill, bank, tmp_path):
    typed = "Cuty Sarc\n:right\n"
    run = quizmill("quiz", "--bank", bank, "--id", "ship-name", "--id", "ship-cargo", "--order", "bank",
                   "--seed", "7", "--results", "r.json", typed=typed)  # fmt: skip

    assert "Wrong: 0 of 1 mark." in run.stdout
    assert "Spelling: After “Cut”, “t” is missing; after “Sar”, “k” belongs, not “c”.\n" in run.stdout
    assert "Counted as right: you said so. Right: 1 of 1 mark." in run.stdout
    ship = results_of(tmp_path)["questions"][0]
    assert (ship["response"], ship["verdict"], ship["feedback"]) == (
        "Cuty Sarc",
        "right",
        "counted as right: you said so",
    )


def test_of_a_letter_nobody_can_say_it_was_right(quizmill, bank):
    run = quizmill("quiz", "--bank", bank, "--id", "tea-plant", "--seed", "7", typed=":right\n")

    assert "There is no typed answer just marked wrong." in run.stdout


def test_what_to_take_again_is_one_line_to_be_copied(quizmill, bank):
    run = quizmill("quiz", "--bank", bank, "--order", "bank", "-n", "5", typed="\n\n\n\n\n")
    line = run.stdout.splitlines()[-1]

    assert line.startswith("These again: quizmill quiz --bank question_bank --id ")
    assert line.count("--id") == 5
    assert len(line) > 80


def test_going_to_a_question_that_is_not_there_changes_nothing(quizmill, bank):
    run = quizmill("quiz", "--bank", bank, "--order", "bank", typed=":go 99\n:go 0\n:go 2\n")

    assert "There is no question 99; the last is 9." in run.stdout
    assert "There is no question 0; the last is 9." in run.stdout
    assert "Question 2 of 9" in run.stdout


def test_a_command_opens_the_picture_or_says_where_it_is(quizmill, bank, tmp_path):
    folder = (tmp_path / bank).resolve()
    topic = folder / "tea.yaml"
    text = topic.read_text(encoding="utf-8").rstrip("\n")
    topic.write_text(f"{text}\n    image: {{file: leaf.gif, alt: A leaf}}\n", encoding="utf-8")

    def said(typed, id="tea-essay"):
        asked = ("quiz", "--bank", bank, "--id", id, "--plain")
        return "".join(quizmill(*asked, typed=typed, SSH_TTY="/dev/pts/1").stdout.split())

    assert f"Thereisnosuchpicturehere:{folder}/leaf.gif" in said(":picture\n")
    (folder / "leaf.gif").write_bytes(b"GIF89a" + bytes(7))
    assert f"Thepictureisinthefile{folder}/leaf.gif" in said(":pic\n")
    assert "Thereisnopicture2;thelastis1." in said(":picture 2\n")
    assert "Thisquestionhasnopicture." in said(":picture\n", "tea-plant")
