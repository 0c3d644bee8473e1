"""What is known of the fonts without opening them."""

from __future__ import annotations

import pytest

from quizmill.bank.glyphs import GLYPHS
from quizmill.bank.printable import obstacle
from quizmill.export.fonts import Face, faces_for
from quizmill.export.paper.runs import HEAVY, LIGHT, SLANTED

ALL = [chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000]


def ranges(characters):
    """`20-7e a0`."""
    found = []
    for code in map(ord, characters):
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return [f"{first:x}-{last:x}" if first < last else f"{first:x}" for first, last in found]


def test_the_table_of_glyphs_is_what_the_fonts_have():
    assert ranges(c for c in ALL if faces_for(Face.REGULAR)[c]) == GLYPHS.split()


@pytest.mark.parametrize("face", sorted({*LIGHT.values(), *HEAVY.values(), *SLANTED.values()}))
def test_every_face_that_texts_are_set_in_has_what_can_be_printed(face):
    printed = [c for c in ALL if c != "\n" and not obstacle(c)]

    assert [c for c in printed if not faces_for(face)[c]] == []
