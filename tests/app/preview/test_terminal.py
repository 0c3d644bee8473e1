"""A question as the terminal shows it, styles and all."""

from __future__ import annotations

import samples
from quizmill.app.preview.terminal import in_terminal, runs
from quizmill.compose.paper import compose


def test_what_is_written_is_what_the_plain_face_writes(tmp_path):
    bank = samples.load(tmp_path).bank
    asked = next(each for each in bank.questions() if each[1].id == "tea-herbs")
    shown = in_terminal(compose(bank, (asked,), seed=0, order="bank"), bank.names)

    assert "".join(text for text, _ in shown.asked) == (
        "Question 1 of 1, Tea, 1 mark\n"
        "Peppermint tea is a true tea.\n"
        "  True or false?\n"
        "Type t for true, f for false."
    )
    assert "".join(text for text, _ in shown.wrong).splitlines()[:2] == ["> t", "Wrong: 0 of 1 mark."]
    assert ("Right: 1 of 1 mark.", "green bold") in shown.right


def test_styles_end_where_the_terminal_would_end_them():
    assert runs("a\x1b[1mb\x1b[31mc\x1b[0md\n") == (("a", ""), ("b", "bold"), ("c", "bold red"), ("d\n", ""))
