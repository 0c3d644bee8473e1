"""No sentence of ours copies one of theirs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import samples
from quizmill.check.copying import FreeWords, Originals, Passage
from quizmill.check.language.tokens import sentences, words

THEIRS = (
    "The wind had turned overnight, and the captain knew that no ship would reach the river mouth before "
    "noon. He poured the last of the tea over the rail without a word.",
    "In 1866 the Taeping beat the Ariel by 28 minutes in the Great Tea Race from Foochow to London.",
)
FREE = FreeWords.of(["The Great Tea Race from Foochow to London", "Taeping", "Ariel"])
ORIGINALS = Originals(((Passage("log", n), text) for n, text in enumerate(THEIRS, 1)), FREE)
SENTENCES = [sentence for text in THEIRS[:1] for sentence in sentences(text)]


def test_it_is_told_where_it_stands_and_whose_it_is(lint):
    found = lint(
        "sentence-copied",
        """
        - id: a
          type: multiple_choice
          prompt: Why? Because the captain knew that no ship would reach the river mouth.
          answer: x
          distractors:
            - text: He poured the last of the coffee over the rail without a word.
              why: The wind had turned.
          facts: [tea-book/leaf]
        """,
        source=samples.SOURCE.replace(
            "tea from China.", "“The captain knew that no ship would reach the river”."
        ),
        documents={"tea.txt": "Leaves\n\n" + THEIRS[0]},
    )

    help = "  help: say it in your own words; titles, names, figures and dates may stay"
    assert found == [
        "question_bank/t.yaml:5:13: warning[sentence-copied] 11 words in a row are those of The Tea Book, "
        f'paragraph 2: "the captain knew that no ship would reach the river mouth"\n{help}',
        "question_bank/t.yaml:8:15: warning[sentence-copied] this sentence has 12 of its 13 words from The "
        f'Tea Book, paragraph 2: "he poured the last of the coffee over the rail without a word"\n{help}',
        "seeds/tea-book.yaml:16:11: warning[sentence-copied] 10 words in a row are those of The Tea Book, "
        f'paragraph 2: "the captain knew that no ship would reach the river"\n{help}',
    ]


@given(st.sampled_from(SENTENCES), st.data(), st.sampled_from(["changed", "left out", "added"]))
def test_one_word_changed_left_out_or_added_is_still_a_copy(sentence, data, change):
    ours = list(words(sentence))
    at = data.draw(st.integers(0, len(ours) - 1))
    ours[at : at + (change != "added")] = [] if change == "left out" else ["zebra"]

    assert ORIGINALS.copied_in("It is said: " + " ".join(ours).capitalize() + ".") or ORIGINALS.copied_in(
        " ".join(ours)
    )


def test_capitals_quotes_and_punctuation_hide_nothing():
    assert ORIGINALS.copied_in("HE POURED “the last” of the tea: over the rail, without a word!")


def test_a_copied_part_of_a_longer_sentence_is_found():
    found = ORIGINALS.copied_in("Some say no ship would reach the river mouth before noon, others doubt it.")

    assert found is not None
    assert found.words == tuple("no ship would reach the river mouth before noon".split())


def test_the_same_matter_in_other_words_is_no_copy():
    assert (
        ORIGINALS.copied_in("By noon, the captain judged, no ship could be at the mouth of the river.")
        is None
    )


def test_seven_words_are_nobodys_own():
    assert ORIGINALS.copied_in("He poured the last of the tea.") is None


def test_titles_names_figures_and_dates_are_free():
    assert ORIGINALS.copied_in("Which ship won The Great Tea Race from Foochow to London?") is None
    assert ORIGINALS.copied_in("In 1866 the Taeping was faster than the Ariel by 28 minutes in 1866.") is None


def test_a_sentence_around_them_is_not():
    assert (
        ORIGINALS.copied_in("In 1866 the Taeping beat the Ariel by 28 minutes in the Great Tea Race.")
        is not None
    )


def test_every_text_of_a_question_is_looked_at(lint):
    copied = SENTENCES[1].rstrip(".")
    found = lint(
        "sentence-copied",
        f"""
        - id: a
          type: cloze
          text: "He poured the last of the {{{{tea}}}} over the rail without a word."
          facts: [tea-book/leaf]
        - id: b
          type: matching
          prompt: P
          pairs: [[a, b], [c, {copied}]]
          extra: [{copied} indeed]
          explanation: {copied}
          hint: {copied}
          context: {copied}
          image: {{file: a.png, alt: {copied}}}
          facts: [tea-book/leaf]
        - id: c
          type: essay
          prompt: P
          points: [{copied}]
          facts: [tea-book/leaf]
        - id: d
          type: true_false
          prompt: P
          answer: false
          correction: {copied}
          facts: [tea-book/leaf]
        """,
        documents={"tea.txt": THEIRS[0]},
    )

    assert [int(line.split(":")[1]) for line in found] == [5, 10, 11, 12, 13, 14, 15, 20, 26]


def test_a_date_told_as_everybody_tells_it_is_no_copy(lint):
    theirs = "The Suez Canal was opened on 17 November 1869."
    found = lint(
        "sentence-copied",
        "- {id: a, type: short_answer, prompt: Who?, answer: x, facts: [tea-book/leaf]}",
        source=samples.SOURCE.replace("Every true tea is made from the leaves of one plant.", theirs),
        documents={"tea.txt": "Leaves\n\n" + theirs},
    )

    assert found == []
