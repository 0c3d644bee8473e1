"""What the templates may ask of Anki."""

import re

from quizmill.export.anki.notetypes import note_types


def test_no_filter_is_used_that_an_older_anki_does_not_know():
    """An unknown filter leaves the bare field: `type:nc:` shows the answer on the front up to Anki 24.06."""
    sides = [
        template[side] for each in note_types({}) for template in each["tmpls"] for side in ("qfmt", "afmt")
    ]
    filters = {name for side in sides for name in re.findall(r"{{([^}#^/]*):[^}:]+}}", side)}

    assert filters == {"type", "cloze"}
