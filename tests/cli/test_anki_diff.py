"""`quizmill anki --diff`: what was edited in Anki comes back to the bank, and nothing else does."""

from __future__ import annotations

import difflib
import json

import pytest

import samples
from commands import environment, run_on_a_terminal

pytest.importorskip("anki")

from anki.collection import ExportAnkiPackageOptions

from anki_learner import Learner

EDITED_AT = 1798761600  # 2027: after every release here, in seconds


@pytest.fixture
def learner(tmp_path, bank, quizmill):
    """Someone who has imported the first release, which lies at tea-and-sea.apkg."""
    learner = Learner(tmp_path / "anki")
    release(quizmill, bank)
    learner.imports((tmp_path / "tea-and-sea.apkg").read_bytes())
    yield learner
    learner.col.close()


@pytest.fixture
def diff(learner, bank, quizmill):
    """Compares what the learner exports now with the bank."""

    def compared(*options):
        return quizmill("anki", "--bank", bank, "--diff", exported(learner), *options)

    return compared


def release(quizmill, bank):
    assert quizmill("anki", "--bank", bank).returncode == 0


def exported(learner, *, legacy=False):
    path = learner.folder / "mine.colpkg"
    learner.col.export_collection_package(str(path), include_media=False, legacy=legacy)
    learner.col.reopen()
    return path


def edits(learner, question, name, old, new):
    """Put *new* in the place of *old* in a field of a note."""
    text = learner.note(question)[name]
    assert old in text
    learner.edits(question, at=EDITED_AT, **{name: text.replace(old, new)})


def changes(tmp_path):
    """The lines of the topic's file that are no longer as they were."""
    now = (tmp_path / "question_bank" / "tea.yaml").read_text().splitlines()
    lines = difflib.unified_diff(samples.TOPIC.splitlines(), now, n=0, lineterm="")
    return [line for line in lines if line[:3] not in ("---", "+++") and not line.startswith("@@")]


def found(run):
    """What a comparison has found, as (id, field): whose change it is."""
    notes = json.loads(run.stdout)["differing"]
    return {(note["id"], each["field"]): each["state"] for note in notes for each in note["fields"]}


def told(run):
    """What cannot come back, by id."""
    notes = json.loads(run.stdout)["differing"]
    return {note["id"]: note["not_taken"] for note in notes if note["not_taken"]}


def reason(run, field):
    """Why the edit of a field cannot be taken."""
    (found,) = (
        each["reason"]
        for note in json.loads(run.stdout)["differing"]
        for each in note["fields"]
        if each["field"] == field
    )
    return found


def test_where_nobody_has_edited_anything_nothing_differs(diff):
    run = diff()

    assert (run.stdout, run.stderr) == ("", "9 notes of this bank, 0 fields edited\n")


def test_what_was_edited_is_shown_beside_what_the_bank_has(learner, diff, tmp_path):
    edits(learner, "tea-plant", "Prompt", "true tea", "real&nbsp;tea")
    edits(learner, "ship-year", "Text", "was launched", "was <b>first</b> launched")
    edits(learner, "tea-colours", "Text", "only dried", "just dried")
    learner.edits("ship-cargo", at=EDITED_AT, Hint="Think of <u>China</u>.")
    run = diff()

    assert run.stdout == (
        "tea-plant\n"
        "  prompt\n"
        "    - From which plant is *every* true tea made?\n"
        "    + From which plant is *every* real tea made?\n"
        "\n"
        "ship-cargo\n"
        "  hint\n"
        "    + Think of *China*.\n"
        "    note: what is underlined or marked is emphasised\n"
        "\n"
        "ship-year\n"
        "  text\n"
        "    - In {{1869}} the {{Cutty Sark}} was launched.\n"
        "    + In {{1869}} the {{Cutty Sark}} was **first** launched.\n"
        "\n"
        "tea-colours\n"
        "  pairs\n"
        "    - White tea – only dried\n"
        "    + White tea – just dried\n"
        "\n"
    )
    assert run.stderr == (
        "9 notes of this bank, 4 fields edited\n"
        "note: --accept ID.FIELD takes one edit into the bank, --accept-all what Anki alone changed\n"
    )
    assert changes(tmp_path) == []


EVERY_KIND = {
    "tea-plant": ("Key", "Ilex paraguariensis", "Ilex aquifolium"),
    "tea-true": ("Options", "Mate", "Yerba mate"),  # on the front alone
    "tea-herbs": ("Correction", "infusion", "herbal infusion"),
    "ship-name": ("Typed", "Cutty Sark", "The Cutty Sark of 1869"),
    "ship-cargo": ("Answer", "9,000", "9,500"),
    "ship-year": ("Text", "was launched", "left the yard"),
    "tea-colours": ("Text", "heated at once", "steamed at once"),
    "tea-steps": ("Text", "Wither", "Let wither"),
    "tea-essay": ("Points", "flavour at sea", "its flavour at sea"),
}
TAKEN = [
    "-      - Ilex paraguariensis",
    "+      - Ilex aquifolium",
    "-    distractors: [Rooibos, Mate]",
    "+    distractors: [Rooibos, Yerba mate]",
    "-    correction: Peppermint is no Camellia, so its tea is an infusion.",
    "+    correction: Peppermint is no Camellia, so its tea is an herbal infusion.",
    "-    answer: Cutty Sark",
    "+    answer: The Cutty Sark of 1869",
    "-    answer: ¥9,000",
    "+    answer: ¥9,500",
    '-    text: "In {{1869}} the {{Cutty Sark|The Cutty Sark}} was launched."',
    '+    text: "In {{1869}} the {{Cutty Sark|The Cutty Sark}} left the yard."',
    "-      - [Green tea, heated at once]",
    "+      - [Green tea, steamed at once]",
    "-    sequence: [Pluck, Wither, Roll, Oxidise, Dry]",
    "+    sequence: [Pluck, Let wither, Roll, Oxidise, Dry]",
    "-      - {point: Tea loses flavour at sea, facts: [tea-book/leaf]}",
    "+      - {point: Tea loses its flavour at sea, facts: [tea-book/leaf]}",
]


def test_an_edit_of_every_kind_comes_back_and_nothing_differs_afterwards(
    learner, diff, bank, quizmill, tmp_path
):
    for question, edit in EVERY_KIND.items():
        edits(learner, question, *edit)
    run = diff("--accept-all")

    assert changes(tmp_path) == TAKEN
    assert run.stderr.endswith(
        f"took 9 edits; `quizmill check --bank {bank}` looks them over\nchanged: {bank}/tea.yaml\n"
    )
    assert (diff().stdout, changes(tmp_path)) == ("", TAKEN)

    (tmp_path / bank / "bank.yaml").write_text(samples.BANK.replace("2026-11-22", "2027-01-02"))
    release(quizmill, bank)
    learner.imports((tmp_path / "tea-and-sea.apkg").read_bytes())
    after = diff("--format", "json")

    assert (found(after), told(after)) == ({}, {})
    assert "Yerba mate" in learner.note("tea-true")["Key"]


def test_a_note_of_an_older_release_is_behind_and_not_edited(learner, diff, quizmill, bank, tmp_path):
    samples.write(tmp_path, tea=samples.TOPIC.replace("Peppermint tea is", "A tea of peppermint is"))
    edits(learner, "ship-name", "Explanation", "still stands", "stands")
    run = diff("--format", "json", "--accept-all")

    assert found(run) == {("tea-herbs", "prompt"): "behind", ("ship-name", "explanation"): "edited"}
    assert "answer: Cutty Sark" in (tmp_path / bank / "tea.yaml").read_text()
    assert "A tea of peppermint" in (tmp_path / bank / "tea.yaml").read_text()
    assert diff().stderr == (
        "9 notes of this bank, 0 fields edited\n"
        "note: 1 note is of an older release, or the bank has changed since: tea-herbs\n"
    )


def test_what_both_have_changed_is_only_taken_by_its_name(learner, diff, tmp_path, bank):
    edits(learner, "tea-herbs", "Prompt", "true tea", "real tea")
    samples.write(tmp_path, tea=samples.TOPIC.replace("Peppermint tea is", "A tea of peppermint is"))
    run = diff("--format", "json", "--accept-all")

    assert found(run) == {("tea-herbs", "prompt"): "both"}
    assert "(the bank has changed it too since that release)" in diff().stdout
    assert "real tea" not in (tmp_path / bank / "tea.yaml").read_text()
    diff("--accept", "tea-herbs.prompt")
    assert "prompt: Peppermint tea is a real tea." in (tmp_path / bank / "tea.yaml").read_text()


def test_without_the_release_dates_and_the_digest_of_the_wording_tell(learner, diff, tmp_path):
    edits(learner, "ship-name", "Explanation", "still stands", "stands")
    edits(learner, "tea-herbs", "Prompt", "true tea", "real tea")
    samples.write(tmp_path, tea=samples.TOPIC.replace("From which plant", "Of which plant"))
    (tmp_path / "tea-and-sea.apkg").unlink()
    run = diff("--format", "json")

    assert found(run) == {
        ("tea-plant", "prompt"): "behind",
        ("tea-herbs", "prompt"): "edited",
        ("ship-name", "explanation"): "unsure",
    }
    assert diff().stderr.splitlines()[2] == (
        "note: without the deck that was released (-o or --previous) only dates tell what was edited"
    )


def test_an_older_release_tells_what_the_last_one_cannot(learner, diff, quizmill, bank, tmp_path):
    edits(learner, "tea-herbs", "Prompt", "true tea", "real tea")
    (tmp_path / "first.apkg").write_bytes((tmp_path / "tea-and-sea.apkg").read_bytes())
    samples.write(
        tmp_path,
        bank=samples.BANK.replace("2026-11-22", "2026-11-29"),
        tea=samples.TOPIC.replace("Peppermint tea is", "A tea of peppermint is"),
    )
    release(quizmill, bank)

    assert found(diff("--format", "json")) == {("tea-herbs", "prompt"): "unsure"}
    assert found(diff("--format", "json", "--previous", "first.apkg")) == {("tea-herbs", "prompt"): "both"}


def test_edits_are_taken_one_by_one(learner, diff, tmp_path):
    edits(learner, "tea-herbs", "Prompt", "true tea", "real tea")
    edits(learner, "tea-herbs", "Correction", "infusion", "tisane")
    edits(learner, "ship-name", "Explanation", "still stands", "stands")
    diff("--accept", "tea-herbs.correction", "--accept", "ship-name")

    assert changes(tmp_path) == [
        "-    correction: Peppermint is no Camellia, so its tea is an infusion.",
        "+    correction: Peppermint is no Camellia, so its tea is an tisane.",
        "-    explanation: She still stands in Greenwich.",
        "+    explanation: She stands in Greenwich.",
    ]


def test_every_other_byte_stays(learner, diff, tmp_path):
    """Comments, line ends of Windows, the mark of the byte order, and a text of several lines."""
    topic = samples.TOPIC.replace(
        "    explanation: She still stands in Greenwich.\n",
        "    explanation: >-\n      She still stands\n      in Greenwich.\n    # the end\n",
    ).replace("hint: The genus", "hint: The  genus")
    path = tmp_path / "question_bank" / "tea.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + topic.replace("\n", "\r\n").encode())
    before = path.read_bytes()
    edits(learner, "ship-name", "Explanation", "still stands", "stands")
    edits(learner, "tea-plant", "Hint", "Czech-Moravian", "Czech")
    diff("--accept-all")

    changed = before.replace(b"Czech-Moravian", b"Czech")
    folded = b">-\r\n      She still stands\r\n      in Greenwich."
    assert folded in changed
    assert path.read_bytes() == changed.replace(folded, b"She stands in Greenwich.")


def test_what_else_is_accepted_may_be_added_to(learner, diff, tmp_path):
    edits(learner, "ship-name", "Accepted", "</ul>", "<li><bdi>Cutty-Sark clipper</bdi></li></ul>")
    diff("--accept-all")

    assert changes(tmp_path) == [
        "-    accept: [The Cutty Sark]",
        "+    accept: [The Cutty Sark, Cutty-Sark clipper]",
    ]


def test_tags_of_the_bank_come_back_and_those_of_ones_own_do_not(learner, diff, tmp_path):
    learner.edits("tea-plant", at=EDITED_AT, tag="mine")
    learner.edits("tea-plant", at=EDITED_AT, tag="tea-and-sea::botany")
    diff("--accept-all")

    assert changes(tmp_path) == ["-    tags: [plants]", "+    tags: [plants, botany]"]


@pytest.mark.parametrize(
    ("question", "name", "old", "new", "sentence"),
    [
        (
            "tea-plant",
            "Source",
            "plant.",
            "plant!",
            "it is made of the facts, which are changed in the seeds",
        ),
        ("tea-plant", "Topic", "Tea", "Teas", "it is the title of the topic, which is changed in the bank"),
        ("tea-plant", "Licence", "4.0", "3.0", "it is changed in bank.yaml"),
        ("tea-plant", "Title", "every", "each", "it repeats what stands elsewhere on the note, edit that"),
        ("ship-year", "Answer", "1869", "1870", "it repeats what stands elsewhere on the note, edit that"),
        ("ship-year", "Text", "1869}}", "1869::a year}}", "a hint within a blank is left out (a year)"),
        (
            "tea-plant",
            "Key",
            "</strong>",
            " indeed</strong>",
            "the words around what the bank says are quizmill's",
        ),
        ("tea-steps", "Text", "After:", "Then:", "the words around what the bank says are quizmill's"),
        ("tea-plant", "Explanation", "differ in", "<b></b>differ&nbsp;in", ""),
    ],
)
def test_what_a_bank_has_no_place_for_is_told(learner, diff, tmp_path, question, name, old, new, sentence):
    edits(learner, question, name, old, new)
    run = diff("--format", "json", "--accept-all")

    assert told(run) == ({question: [f"{name} was edited: {sentence}"]} if sentence else {})
    assert changes(tmp_path) == []


def test_two_copies_that_say_different_things_are_told(learner, diff):
    edits(learner, "tea-true", "Key", "Mate", "Yerba")
    edits(learner, "tea-true", "Options", "Mate", "Guayusa")
    edits(learner, "ship-name", "Answer", "Cutty Sark", "Ariel")
    edits(learner, "ship-name", "Typed", "Cutty Sark", "Taeping")

    assert told(diff("--format", "json")) == {
        "tea-true": ["Options and Key were both edited and say different things: make them say the same"],
        "ship-name": ["Typed and Answer were both edited and say different things: make them say the same"],
    }


KEY = "which option is right is changed in the bank alone"


def test_a_question_that_could_not_be_asked_is_not_taken(learner, diff, tmp_path):
    learner.edits("tea-plant", at=EDITED_AT, Prompt="")
    run = diff("--format", "json", "--accept-all")

    assert reason(run, "prompt").startswith("the bank could not have it: ")
    assert changes(tmp_path) == []


def test_a_verdict_is_never_guessed(learner, diff, tmp_path):
    key = learner.note("tea-herbs")["Key"]
    turned = key.replace('"right"', "-").replace('"wrong"', '"right"').replace("-", '"wrong"', 1)
    learner.edits("tea-herbs", at=EDITED_AT, Key=turned)
    run = diff("--accept-all", "--format", "json")

    assert reason(run, "answer") == "whether a statement is true is changed in the bank alone"
    assert changes(tmp_path) == []


def test_a_moved_key_is_never_guessed(learner, diff, tmp_path):
    key = learner.note("tea-true")["Key"]
    swapped = key.replace("Mate", "\0").replace("Oolong", "Mate").replace("\0", "Oolong")
    learner.edits("tea-true", at=EDITED_AT, Key=swapped)
    run = diff("--accept-all", "--format", "json")

    assert (reason(run, "answers"), reason(run, "distractors")) == (KEY, KEY)
    assert changes(tmp_path) == []
    refused = diff("--accept", "tea-true.answers")
    assert (refused.returncode, refused.stderr) == (
        2,
        f"quizmill: --accept: tea-true.answers cannot be taken: {KEY}\n",
    )


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("--accept", "tea-tee"), "--accept: nothing of tea-tee was edited in Anki; edited are tea-herbs"),
        (
            ("--accept", "tea-herbs.hint"),
            '--accept: "hint" of tea-herbs was not edited; edited are prompt',
        ),
        (("--preset",), "--preset and --diff do different things; leave one of them out"),
    ],
)
def test_what_makes_no_sense_is_refused(learner, diff, typed, sentence):
    edits(learner, "tea-herbs", "Prompt", "true tea", "real tea")
    run = diff(*typed)

    assert (run.returncode, run.stderr) == (2, f"quizmill: {sentence}\n")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("--accept", "tea"), "--accept goes with --diff COLLECTION"),
        (("--accept-all",), "--accept-all goes with --diff COLLECTION"),
        (("--format", "json"), "--format json goes with --diff or --reviews COLLECTION"),
    ],
)
def test_what_goes_with_a_comparison_alone_is_refused_without_one(quizmill, bank, typed, sentence):
    run = quizmill("anki", "--bank", bank, *typed)

    assert (run.returncode, run.stderr) == (2, f"quizmill: {sentence}\n")


def test_only_chosen_questions_are_told_of_and_what_decks_are_called_does_not_matter(learner, quizmill, bank):
    edits(learner, "tea-herbs", "Prompt", "true tea", "real tea")
    edits(learner, "ship-name", "Explanation", "still stands", "stands")
    run = quizmill(
        *("anki", "--bank", bank, "--diff", exported(learner), "--id", "ship-name", "--format", "json"),
        QUIZMILL_ANKI_DECK="Mine",
    )

    assert found(run) == {("ship-name", "explanation"): "edited"}


def test_every_file_that_anki_makes_of_a_collection_is_read(learner, quizmill, bank, tmp_path):
    edits(learner, "tea-herbs", "Prompt", "true tea", "real tea")
    live = learner.folder / "collection.anki2"

    def compared(path):
        before = path.read_bytes()
        run = quizmill("anki", "--bank", bank, "--diff", path, "--format", "json")
        assert path.read_bytes() == before
        return found(run)

    options = ExportAnkiPackageOptions(with_scheduling=True, with_media=False, legacy=False)
    package = tmp_path / "deck.bin"  # by content, not by name
    edited = {("tea-herbs", "prompt"): "edited"}
    assert live.with_name("collection.anki2-wal").stat().st_size > 0
    assert compared(live) == edited  # Anki has it open
    learner.col.export_anki_package(out_path=str(package), options=options, limit=None)
    assert compared(package) == edited
    assert compared(exported(learner)) == compared(exported(learner, legacy=True)) == edited
    learner.col.close()
    assert compared(live) == edited
    learner.col.reopen()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("mine.colpkg", b"no zip", "this is not an Anki deck; choose another file"),
        ("folder", None, "this is a folder; name the file in it, such as collection.anki2"),
        ("gone.colpkg", None, "it cannot be read (No such file or directory)"),
        (
            "collection.anki2",
            b"SQLite format 3\0" + bytes(200),
            "this deck is damaged (file is not a database)",
        ),
    ],
)
def test_what_is_no_collection_is_refused(quizmill, bank, tmp_path, name, data, sentence):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    elif name == "folder":
        (tmp_path / name).mkdir()
    run = quizmill("anki", "--bank", bank, "--diff", name)

    assert run.returncode == 3
    assert f"{name}: {sentence}" in run.stderr


def test_a_collection_without_the_bank_is_refused(learner, quizmill, bank, tmp_path):
    samples.write(tmp_path, bank=samples.BANK.replace("tea-and-sea", "coffee"))
    run = quizmill("anki", "--bank", bank, "--diff", exported(learner))

    assert run.returncode == 3
    assert 'there is no note of the bank "coffee" in it' in run.stderr


def test_notes_of_others_are_not_read(learner, diff):
    """Not even a note that would spoil the whole."""
    note = learner.col.new_note(learner.col.models.by_name("Basic"))
    note["Front"] = "private"
    learner.col.add_note(note, 1)
    learner.col.db.execute("UPDATE notes SET mod = -5 WHERE id = ?", note.id)

    assert diff().stderr == "9 notes of this bank, 0 fields edited\n"


def test_a_question_that_the_bank_has_no_more_is_told(learner, diff, tmp_path):
    first, _, rest = samples.TOPIC.partition("  - id: tea-true\n")
    samples.write(tmp_path, tea=first + "  - id: tea-herbs\n" + rest.partition("  - id: tea-herbs\n")[2])

    assert "note: in Anki still, and in the bank no more: tea-true\n" in diff().stderr


def test_nothing_is_said_of_a_draft(learner, diff, tmp_path):
    edits(learner, "tea-herbs", "Prompt", "true tea", "real tea")
    draft = samples.TOPIC.replace("    prompt: Peppermint", "    state: draft\n    prompt: Peppermint")
    samples.write(tmp_path, tea=draft)

    assert found(diff("--format", "json")) == {}


@pytest.mark.parametrize(("typed", "taken"), [("y\nn\n", 1), ("q\n", 0), ("n\ny\n", 1), ("\n\n", 0)])
def test_at_a_terminal_it_is_asked_edit_by_edit(learner, bank, tmp_path, cache, typed, taken):
    edits(learner, "tea-herbs", "Prompt", "true tea", "real tea")
    edits(learner, "ship-name", "Explanation", "still stands", "stands")
    path = exported(learner)
    typing = ["anki", "--bank", str(bank), "--diff", str(path)]
    code, seen = run_on_a_terminal(typing, typed, tmp_path, environment(cache))

    assert code == 0
    assert seen.count("take it into the bank? (y, n, q) [n]:") == (1 if typed == "q\n" else 2)
    assert len(changes(tmp_path)) == 2 * taken
