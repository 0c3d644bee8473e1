"""Rules that tell texts apart know what counts in them: characters, capitals, or what a reader sees."""

from __future__ import annotations

import pytest

FACT = "facts: [tea-book/leaf]"


def choices(*of: str, compare: str = "") -> str:
    """Multiple choices, each of `prompt | answer | distractor | …`."""
    entries = []
    for i, (prompt, answer, *wrong) in enumerate(each.split(" | ") for each in of):
        listed = ", ".join(f"'{text}'" for text in wrong)
        asked = f"id: q{i}, type: multiple_choice, prompt: '{prompt}', answer: '{answer}'"
        entries.append(f"- {{{asked}, distractors: [{listed}], {FACT}{compare}}}")
    return "\n".join(entries) + "\n"


@pytest.mark.parametrize(
    ("rule", "question"),
    [
        ("duplicate-option", choices("What does `print(3 / 1)` show? | `3.0` | `3` | `3.00`")),
        ("duplicate-option", choices("How is it written? | 1,000 | 1000", compare=", compare: characters")),
        (
            "duplicate-option",
            f"- {{id: a, type: ordering, prompt: From narrow, sequence: ['`1.0`', '`1.00`'], {FACT}}}",
        ),
        ("alias-among-distractors", choices("Which is the hashtag? | `CuttySark` | `the Cutty Sark`")),
        (
            "alias-among-distractors",
            choices("How does he sign? | 雷军 | Lei Jun", compare=", compare: characters"),
        ),
        (
            "accept-repeats-answer",
            f"- {{id: a, type: short_answer, prompt: Which flag?, answer: '`-v`', accept: ['`-V`'], {FACT}}}",
        ),
        (
            "accept-repeats-answer",
            f"- {{id: a, type: short_answer, prompt: P, answer: CO, accept: [Co], {FACT}, compare: case}}",
        ),
        (
            "accept-repeats-answer",
            f"- {{id: a, type: cloze, text: 'It is {{{{`List`|`list`}}}} here', {FACT}}}",
        ),
        (
            "duplicate-item",
            choices("What does `\\d` match? | it | that | this", "What does `\\D` match? | it | that | this"),
        ),
        (
            "duplicate-item",
            choices("Which flag shows it? | `-a` | `-x` | `-y`", "Which flag shows it? | `-A` | `-x` | `-y`"),
        ),
        (
            "near-duplicate",
            choices(
                "Which flag of the command shows hidden files? | `-a` | `-x` | `-y`",
                "Which flag of this command shows hidden files? | `-A` | `-x` | `-y`",
            ),
        ),
        (
            "ambiguous-prompt",
            choices(
                "What does `\\d` match? | a digit | a word", "What does `\\D` match? | no digit | a word"
            ),
        ),
        (
            "ambiguous-prompt",
            choices("What does `*` do? | it multiplies | x", "What does `+` do? | it adds | x"),
        ),
        (
            "ambiguous-prompt",
            choices("What does CO stand for? | carbon monoxide | x", "What does Co stand for? | cobalt | x"),
        ),
        (
            "ambiguous-prompt",
            choices("How much is 1 mW? | a little | x", "How much is 1 MW? | very much | x"),
        ),
        (
            "distractor-reuse",
            choices(*(f"P{i} | a{i} | `{flag}`" for i, flag in enumerate(["-v", "-V"] * 3))),
        ),
        (
            "sa-alias-missing",
            f"- {{id: a, type: short_answer, prompt: Which name?, answer: '`Cutty Sark`', {FACT}}}",
        ),
    ],
)
def test_what_counts_tells_apart(lint, rule, question):
    assert lint(rule, question) == []


NAMES = """\
names:
  - {name: Beijing, kind: place, aliases: [Peking, 北京]}
"""


@pytest.mark.parametrize("compare", ["characters", "case", "spelling"])
@pytest.mark.parametrize("answer", ["Peking", "$75 million", "16 December 1969"])
def test_no_other_notation_is_advised_where_it_counts_how_one_writes(lint, compare, answer):
    asked = f"type: short_answer, prompt: Which one?, answer: {answer}, compare: {compare}, {FACT}"
    assert lint("sa-alias-missing", f"- {{id: a, {asked}}}", names=NAMES) == []
    assert lint("sa-key-too-loose", f"- {{id: a, {asked}}}", names=NAMES) == []


def test_a_distractor_that_the_marker_takes_for_the_answer_says_what_to_add(lint):
    free = "type: short_answer, prompt: Which formula has it?, answer: CO"
    choice = "type: multiple_choice, prompt: Which is it?, answer: CO, distractors: [Co, C], compare: case"
    questions = "- {{id: a, {}, {}}}\n- {{id: b, {}, {}}}"

    assert lint("sa-key-too-loose", questions.format(free, FACT, choice, FACT)) == [
        'question_bank/t.yaml:3:72: warning[sa-key-too-loose] the marker takes "Co" for right: another '
        "question with this answer has it among the wrong options\n"
        '  help: add `compare: characters`: only then is "Co" not "CO"'
    ]
    assert lint("sa-key-too-loose", questions.format(f"{free}, compare: case", FACT, choice, FACT)) == []


def test_a_matching_whose_rights_differ_in_capitals_has_as_many_as_lefts(lint):
    question = f"- {{id: a, type: matching, prompt: P, pairs: [[x, '`m`'], [y, '`M`']], {FACT}}}"
    assert lint("match-last-free", question) == [
        "question_bank/t.yaml:3:47: advice[match-last-free] 2 lefts and 2 rights: the last pair is free\n"
        "  help: add `extra: […]` with a right or two to spare"
    ]


@pytest.mark.parametrize(
    ("rule", "question", "said"),
    [
        ("duplicate-option", choices("How many? | 2,500 | 2500"), '"2500" is the same as "2,500"'),
        (
            "duplicate-item",
            choices("What is `x` for? | it | that", "What is `x` for? | it | that"),
            'this asks what "q0" asks, in the same words',
        ),
        (
            "ambiguous-prompt",
            choices("Who drew the Map? | Ann | x", "Who drew the map? | Ben | x"),
            '"q0" asks the same and wants another answer: "Ann"',
        ),
        (
            "accept-repeats-answer",
            f"- {{id: a, type: cloze, text: 'A {{{{CO|Co}}}}', compare: spelling, {FACT}}}",
            'the accepted form "Co" says nothing new',
        ),
    ],
)
def test_else_they_are_one(lint, rule, question, said):
    (found,) = lint(rule, question)
    assert f"[{rule}] {said}\n" in found


def test_what_spaces_alone_tell_apart_stands_and_is_told_where_nobody_sees_it(lint):
    apart = choices("Which line is indented? | a  b | a b", compare=", compare: characters")
    code = choices("Which line is indented? | `a  b` | `a b`")

    assert lint("duplicate-option", code) == []
    assert lint("duplicate-option", apart) == [
        'question_bank/t.yaml:3:102: warning[duplicate-option] "a b" differs from another option in spaces '
        "alone, which only code shows\n  help: write both in `backticks`"
    ]


def test_steps_that_look_alike_are_told_too(lint):
    question = f"- {{id: a, type: ordering, prompt: P, sequence: [a b, a  b], compare: characters, {FACT}}}"

    (found,) = lint("duplicate-option", question)
    assert '"a  b" differs from another option in spaces alone' in found
