"""Looking into a bank."""

from __future__ import annotations

import json

import pytest
from PIL import Image

import samples


def test_list_shows_a_row_for_each_question_topic_by_topic(quizmill, bank):
    run = quizmill("list", "--bank", bank)

    assert run.stdout.splitlines()[:4] == [
        "Tea (tea)",
        "  tea-plant    multiple choice    easy    From which plant is every true tea made?",
        "  tea-true     multiple response  medium  Select the two drinks that are true teas.",
        "  tea-herbs    true false         medium  Peppermint tea is a true tea.",
    ]
    assert run.stderr == "9 questions\n"


def test_list_has_elective_topics_and_says_that_they_are(quizmill, tmp_path):
    pots = "title: Pots\nelective: true\nquestions:\n"
    pots += "  - {id: pot, type: true_false, prompt: A pot is hot., answer: true, facts: [tea-book/leaf]}\n"
    samples.write(tmp_path, tea=samples.TOPIC, pots=pots)
    run = quizmill("list", "--bank", "question_bank", "--type", "true_false")
    listed = json.loads(quizmill("list", "--bank", "question_bank", "--format", "json").stdout)

    assert run.stdout.splitlines() == [
        "Pots (pots), elective",
        "  pot        true false         medium  A pot is hot.",
        "",
        "Tea (tea)",
        "  tea-herbs  true false         medium  Peppermint tea is a true tea.",
    ]
    assert run.stderr == "2 questions\n"
    assert [each["id"] for each in listed if each["elective"]] == ["pot"]


def test_list_as_json_has_the_fields_as_written_and_what_follows_from_them(quizmill, bank):
    listed = json.loads(quizmill("list", "--bank", bank, "--format", "json").stdout)

    assert listed[0] == {
        "type": "multiple_choice",
        "id": "tea-plant",
        "explanation": "Green, black and white tea differ in what is done to the leaf.",
        "facts": ["tea-book/leaf"],
        "importance": "useful",
        "difficulty": "easy",
        "level": "remember",
        "tags": ["plants"],
        "hint": "The genus has a Czech-Moravian missionary's name.",
        "context": "",
        "marks": 1,
        "formerly": [],
        "allow": {},
        "prompt": "From which plant is *every* true tea made?",
        "answer": "Camellia sinensis",
        "distractors": [
            {"text": "Camellia japonica", "why": "It is a garden cousin without tea in its leaves."},
            "Ilex paraguariensis",
            "Aspalathus linearis",
        ],
        "shuffle": True,
        "pin_last": False,
        "place": 1,
        "topic": "tea",
        "elective": False,
        "file": "question_bank/tea.yaml",
        "line": 3,
        "options": [
            "Camellia sinensis",
            "Camellia japonica",
            "Ilex paraguariensis",
            "Aspalathus linearis",
        ],
        "key": ["Camellia sinensis"],
        "evidence": [
            {
                "source": "tea-book",
                "title": "A Short Book of Tea",
                "paragraph": 2,
                "says": "Every true tea is made from the leaves of one plant.",
            }
        ],
    }


def test_options_and_key_of_every_kind(quizmill, bank):
    listed = json.loads(quizmill("list", "--bank", bank, "--format", "json").stdout)
    by_id = {each["id"]: (each["options"], each["key"]) for each in listed}

    assert by_id["tea-true"] == (["Oolong", "Pu-erh", "Rooibos", "Mate"], ["Oolong", "Pu-erh"])
    assert by_id["tea-herbs"] == (["True", "False"], ["False"])
    assert by_id["ship-name"] == ([], ["Cutty Sark"])
    assert by_id["ship-cargo"] == ([], ["¥9,000"])
    assert by_id["ship-year"] == ([], ["1869", "Cutty Sark"])
    assert by_id["tea-colours"] == (
        ["heated at once", "fully oxidised", "only dried", "roasted twice"],
        ["Green tea = heated at once", "Black tea = fully oxidised", "White tea = only dried"],
    )
    assert by_id["tea-steps"] == (["Pluck", "Wither", "Roll", "Oxidise", "Dry"],) * 2
    assert by_id["tea-essay"] == (
        [],
        ["The first tea of a season sold for more", "Tea loses flavour at sea"],
    )


def test_json_is_utf_8_whatever_the_terminal_says(quizmill, bank):
    run = quizmill("list", "--bank", bank, "--format", "json", "--id", "ship-cargo", PYTHONIOENCODING="ascii")

    assert json.loads(run.stdout)[0]["key"] == ["¥9,000"]


def test_fields_narrow_and_their_values_are_alternatives(quizmill, bank):
    run = quizmill("list", "--bank", bank, "--type", "ordering", "--type", "essay", "--level", "apply")

    assert run.stderr == "1 question\n"


def test_what_is_named_after_not_is_left_out(quizmill, bank):
    run = quizmill(
        "list",
        "--bank",
        bank,
        "--topic",
        "tea",
        "--not-type",
        "essay",
        "--not-type",
        "cloze",
        "--not-tag",
        "plants",
    )
    of_the_environment = quizmill("list", "--bank", bank, QUIZMILL_NOT_TYPE="essay cloze")

    assert run.stderr == "6 questions\n"
    assert of_the_environment.stderr == "7 questions\n"
    assert quizmill("list", "--bank", bank, "--not-difficulty", "had").stderr == (
        'quizmill: --not-difficulty: there is no difficulty "had"; did you mean "hard"?\n'
    )


def test_the_environment_chooses_too(quizmill, bank):
    run = quizmill(
        "list", QUIZMILL_BANK=str(bank), QUIZMILL_TYPE="ordering essay", QUIZMILL_LIST_FORMAT="json"
    )

    assert [each["id"] for each in json.loads(run.stdout)] == ["tea-steps", "tea-essay"]


def test_show_has_everything_about_a_question(quizmill, bank, place):
    shown = quizmill("show", "--bank", bank, "ship-cargo", "tea-true").stdout

    assert (
        shown
        == f"""\
ship-cargo
question_bank/tea.yaml:{place("id: ship-cargo")}
Tea · numerical · hard · remember · 1 mark

How many yuan was the first cargo worth, by the reckoning of “The Tea Book”, in
1870?

Answer: ¥9,000
Unit: yuan
Why: The book reckons in yuan.
Source: The Tea Book, paragraph 4: Her first cargo was worth ¥9,000 by the
        book's own reckoning. (As of 1870.)
Facts: tea-book/cargo

tea-true
question_bank/tea.yaml:{place("id: tea-true")}
Tea · multiple response · medium · remember · 2 marks

Select the two drinks that are true teas.
  a. Pu-erh
  b. Rooibos
  c. Mate
  d. Oolong

Answer: a. Pu-erh
        d. Oolong
Why: Rooibos & Mate come from other plants <b>altogether</b>.
Source: The Tea Book, paragraph 2: Every true tea is made from the leaves of one
        plant.
Facts: tea-book/leaf
Finding accepted: html-in-text: what looks like a tag is to stay as it is
"""
    )


def shown_of(quizmill, bank, id: str) -> list[str]:
    """The lines of `show` from the answer on."""
    lines = quizmill("show", "--bank", bank, id, COLUMNS="100").stdout.splitlines()
    return lines[next(n for n, line in enumerate(lines) if line.startswith("Answer: ")) :]


def test_show_has_what_else_is_right(quizmill, bank):
    assert shown_of(quizmill, bank, "ship-name")[:2] == ["Answer: Cutty Sark", "Also right: The Cutty Sark"]
    assert shown_of(quizmill, bank, "ship-year") == [
        "Answer: 1. 1869",
        "        2. Cutty Sark",
        "Also right: (2) The Cutty Sark",
        "Why: The Suez Canal opened in the same year.",
        "Source: The Tea Book, paragraph 3: The Cutty Sark was launched in 1869 to carry tea from China.",
        "Facts: tea-book/clipper",
        "Finding accepted: cloze-density: a line as short as can be",
        "Finding accepted: cloze-many-fits: in 1869 as in China",
    ]


def test_show_has_what_goes_with_nothing(quizmill, bank):
    (line,) = (each for each in shown_of(quizmill, bank, "tea-colours") if "Goes with none" in each)
    assert line.endswith(". roasted twice")


def test_show_has_the_facts_of_an_essays_points_and_its_room(quizmill, bank):
    assert shown_of(quizmill, bank, "tea-essay")[-4:] == [
        "Facts: tea-book/clipper",
        "Facts of point 1: tea-book/clipper",
        "Facts of point 2: tea-book/leaf",
        "Lines on paper: 8",
    ]


OWN = """\
title: Tea
questions:
  - id: far
    type: numerical
    prompt: How far is it from Fuzhou to London, round the Cape, in miles?
    answer: 14,000
    unit: miles
    tolerance: 2%
    facts: [tea-book/clipper]
  - id: drawn
    type: multiple_choice
    prompt: Which ship is drawn?
    answer: Cutty Sark
    distractors: [Thermopylae, None of these]
    shuffle: false
    pin_last: true
    image: {file: ship.png, alt: A ship with three masts, credit: "Ann, CC BY"}
    explanation: |-
      ![A plan](plan.png)
    facts: [tea-book/clipper]
"""


def test_show_has_tolerance_picture_and_what_is_said_of_the_options(quizmill, tmp_path):
    samples.write(tmp_path, tea=OWN)
    Image.new("RGB", (6, 4)).save(tmp_path / "question_bank" / "ship.png")
    Image.new("RGB", (6, 4)).save(tmp_path / "question_bank" / "plan.png")

    assert shown_of(quizmill, "question_bank", "far")[:2] == [
        "Answer: 14,000 miles",
        "Also right: anything within 2% of it",
    ]
    assert shown_of(quizmill, "question_bank", "drawn")[-6:] == [
        "Facts: tea-book/clipper",
        "Options: they keep the order in which they are written",
        "Options: the one written last stays last",
        "Picture: ship.png (A ship with three masts)",
        "Credit: Ann, CC BY",
        "Picture: plan.png (A plan)",
    ]


def test_show_of_an_unknown_id_names_the_nearest(quizmill, bank):
    run = quizmill("show", "--bank", bank, "tea-plnt")

    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == 'quizmill: --id: there is no id "tea-plnt"; did you mean "tea-plant"?\n'


BEGUN = """\
title: Tea
questions:
  - {id: d, state: draft, type: essay, prompt: Tell of tea., points: [a], explanation: E}
"""


@pytest.mark.parametrize(
    ("topic", "told"),
    [
        ("title: Tea\nquestions: []\n", "no finished question; `quizmill new KIND` begins one\n"),
        (BEGUN, "no finished question; 1 draft: `quizmill list --state draft`\n"),
    ],
)
@pytest.mark.parametrize("typed", [(), ("--search", "tea"), ("--format", "json")])
def test_a_bank_in_which_no_question_is_finished(quizmill, tmp_path, topic, told, typed):
    samples.write(tmp_path, tea=topic)
    run = quizmill("list", "--bank", "question_bank", *typed)

    assert (run.returncode, run.stdout, run.stderr) == (0, "[]\n" if "json" in typed else "", told)


def test_show_in_a_bank_in_which_no_question_is_finished(quizmill, tmp_path):
    samples.write(tmp_path, tea=BEGUN)

    assert quizmill("show", "--bank", "question_bank", "x").stderr == (
        'quizmill: --id: there is no id "x"; this bank has none\n'
    )
    assert quizmill("show", "--bank", "question_bank", "d").stderr == (
        'quizmill: --id: "d" is a draft, which is asked nowhere; delete its `state: draft`\n'
    )


def test_a_bank_in_which_every_question_is_broken_is_an_error(quizmill, tmp_path):
    samples.write(tmp_path, tea="title: Tea\nquestions: [{id: a, type: essay, prompt: P}]\n")
    run = quizmill("list", "--bank", "question_bank")

    assert (run.returncode, run.stdout) == (1, "")
    assert 'error[missing-field] "points" is missing' in run.stderr


BLOCKS = """\
title: Loops
questions:
  - id: loop
    type: multiple_choice
    prompt: |
      What does it print?

      ```python
      for n in range(2):
          print(n, end=",")
      ```
    answer: 0,1,
    distractors:
      - text: |
          ```
          0,
            1,
          ```
        why: end leaves out the line break
    explanation: |
      Two steps:

      1. `0` and a comma
      2. *1* and another
  - id: gap
    type: cloze
    text: |
      Ten times:
      ```python
      for n in range({{10}}):
          print(n)
      ```
"""


def test_a_question_is_shown_with_its_listings_and_lists(quizmill, tmp_path):
    (tmp_path / "bank.yaml").write_text("title: Code\nnamespace: code-blocks\n", "utf-8")
    (tmp_path / "loops.yaml").write_text(BLOCKS, "utf-8")

    loop = quizmill("show", "--bank", tmp_path, "loop").stdout
    gap = quizmill("show", "--bank", tmp_path, "gap").stdout
    listed = quizmill("list", "--bank", tmp_path).stdout

    assert loop[loop.index("What") :].splitlines() == [
        "What does it print?",
        "",
        "    for n in range(2):",
        '        print(n, end=",")',
        "  a. 0,1,",
        "  b. 0,",
        "       1,",
        "",
        "Answer: a. 0,1,",
        "Why not b: end leaves out the line break",
        "Why: Two steps:",
        "",
        "     1. `0` and a comma",
        "     2. 1 and another",
    ]
    assert gap[gap.index("Ten") :].splitlines() == [
        "Ten times:",
        "",
        "    for n in range((blank)):",
        "        print(n)",
        "",
        "Answer: 10",
    ]
    assert "Ten times: for n in range(____): print(n)\n" in listed


DRAFTS = """\
title: Kettles
questions:
  - {id: kettle, type: true_false, prompt: It whistles., answer: true, facts: [tea-book/leaf]}
  - {id: pot-size, type: multiple_choice, state: draft, prompt: "How *large* is a pot?", tags: [pots]}
  - state: draft
    prompt: Nothing yet
"""


def test_a_search_says_below_each_question_where_its_words_stand(quizmill, bank):
    run = quizmill("list", "--bank", bank, "--search", "camellia -peppermint")

    assert run.stdout == (
        "Tea (tea)\n"
        "  tea-plant  multiple choice    easy    From which plant is every true tea made?\n"
        "      answer: Camellia sinensis\n"
    )
    assert run.stderr == "1 question\n"
    listed = json.loads(quizmill("list", "--bank", bank, "--search", "camellia", "--format", "json").stdout)
    assert [(each["id"], each["found"]) for each in listed] == [
        ("tea-plant", [{"field": "answer", "snippet": "Camellia sinensis"}]),
        (
            "tea-herbs",
            [{"field": "correction", "snippet": "Peppermint is no Camellia, so its tea is an infusion."}],
        ),
    ]


def test_a_search_that_finds_nothing_offers_the_nearest_word(quizmill, bank):
    run = quizmill("list", "--bank", bank, "--search", "camelia")

    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == (
        'quizmill: no question fits the selection; none says "camelia"; did you mean "camellia"?\n'
    )


def test_show_shows_what_a_search_finds_too(quizmill, bank):
    run = quizmill("show", "--bank", bank, "--search", "suez")

    assert run.stdout.splitlines()[0] == "ship-year"
    assert quizmill("show", "--bank", bank).stderr == (
        "quizmill: name the ids of questions, or add --search WORDS; `quizmill list` shows both\n"
    )


def test_ids_can_be_pasted_as_messages_list_them(quizmill, bank):
    run = quizmill(
        "list", "--bank", bank, "--id", "tea-plant, tea-true and tea-herbs", "--not-id", "tea-true,"
    )

    assert [line.split()[0] for line in run.stdout.splitlines()[1:]] == ["tea-plant", "tea-herbs"]
    shown = quizmill("show", "--bank", bank, "ship-cargo,ship-year").stdout
    assert [line for line in shown.splitlines() if line.startswith("ship-")] == ["ship-cargo", "ship-year"]


def test_list_shows_the_drafts_and_what_each_lacks(quizmill, tmp_path):
    samples.write(tmp_path, kettles=DRAFTS)
    run = quizmill("list", "--bank", "question_bank", "--state", "draft")

    assert run.stdout == (
        "pot-size  multiple choice    How large is a pot?\n"
        "  question_bank/kettles.yaml:4\n"
        "  - the question has no explanation\n"
        '  - "answer" is missing\n'
        '  - "distractors" is missing\n'
        "(no id)                      Nothing yet\n"
        "  question_bank/kettles.yaml:5\n"
        "  - the question has no explanation\n"
        '  - a question needs "type"\n'
        '  - a question needs "id"\n'
    )
    assert run.stderr == "2 drafts\n"


def test_drafts_are_chosen_as_questions_are(quizmill, tmp_path):
    samples.write(tmp_path, kettles=DRAFTS)

    def ids(*wanted: str) -> list[str] | str:
        run = quizmill("list", "--bank", "question_bank", "--state", "draft", "--format", "json", *wanted)
        return [each["id"] for each in json.loads(run.stdout)] if run.returncode == 0 else run.stderr

    assert ids() == ["pot-size", ""]
    assert ids("--search", "large pot") == ["pot-size"]
    assert ids("--type", "multiple_choice") == ids("--tag", "pots") == ids("--id", "pot-size") == ["pot-size"]
    assert ids("--not-tag", "pots") == [""]
    assert ids("-n", "1") == ["pot-size"]
    assert ids("--topic", "kettles", "--search", "tea") == (
        "quizmill: none of the 2 drafts fits the selection\n"
    )
    assert ids("--id", "pot-sice") == (
        'quizmill: --id: there is no id "pot-sice"; did you mean "pot-size"?\n'
    )


def test_a_bank_of_drafts_alone_lists_them_and_one_without_says_that_there_are_none(quizmill, tmp_path, bank):
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "bank.yaml").write_text("title: T\nnamespace: t\n")
    (alone / "t.yaml").write_text("title: T\nquestions:\n  - {id: a, state: draft}\n")

    assert quizmill("list", "--bank", alone, "--state", "draft").stderr == "1 draft\n"
    assert quizmill("list", "--bank", bank, "--state", "draft").stderr == "0 drafts\n"


def test_check_takes_ids_as_messages_list_them_too(quizmill, bank):
    both = quizmill("check", "--bank", bank, "--id", "tea-plant and tea-true", "--topic", "tea,").stdout

    assert both == quizmill("check", "--bank", bank, "--id", "tea-plant", "--id", "tea-true").stdout
