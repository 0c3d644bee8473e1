"""The schema as first published, written out a second time.

If a test here fails, do not mend the test. Every learner who has imported a deck has these ids in the
collection; with another id, another field or another order Anki skips all updates ("note type has
changed") and nothing that is done later can repair it. Names alone may change, and are not listed.
"""

import hashlib
import json

import genanki
import pytest

from anki_decks import NINE
from quizmill.bank.model import KINDS
from quizmill.export.anki.families import FAMILIES, STYLED, family_of, guid_of
from quizmill.export.anki.notetypes import note_types

HEAD = [731820455100101, 731820455100102, 731820455100103, 731820455100104, 731820455100105, 731820455100106]
TAIL = [731820455100301 + n for n in range(24)]
STUDY = [
    731820455100101,
    731820455100105,
    731820455100231,
    *(731820455100306 + n for n in range(6)),
    *TAIL[16:],
]
FROZEN = {
    "choice": (1735723918401, 0, 731820455100001, [*HEAD, 731820455100201, 731820455100202, *TAIL]),
    "recall": (
        1735723918402,
        0,
        731820455100002,
        [*HEAD, 731820455100211, 731820455100212, 731820455100213, *TAIL],
    ),
    "cloze": (1735723918403, 1, 731820455100003, [*HEAD, 731820455100221, 731820455100222, *TAIL]),
    "study": (1735723918404, 0, 731820455100004, STUDY),
}
FAMILY_OF = {
    "multiple_choice": "choice",
    "multiple_response": "choice",
    "true_false": "choice",
    "short_answer": "recall",
    "numerical": "recall",
    "essay": "recall",
    "cloze": "cloze",
    "matching": "cloze",
    "ordering": "cloze",
}


def test_the_note_types_are_those_every_learner_has():
    written = {
        json["id"]: (json["type"], [t["id"] for t in json["tmpls"]], [f["id"] for f in json["flds"]])
        for json in note_types({})
    }

    assert written == {str(id): (kind, [template], fields) for id, kind, template, fields in FROZEN.values()}
    assert [f["ord"] for f in note_types({})[0]["flds"]] == list(range(32))


@pytest.mark.parametrize("family", FAMILIES.values(), ids=lambda family: family.id)
def test_the_first_field_is_what_the_browser_lists_and_the_last_are_spare(family):
    named = () if family.id == "study" else ("Wording", "Doubts")

    assert family.field_names[0] == "Title"
    assert family.field_names[-8:] == named + tuple(f"Reserved{n}" for n in range(5 + len(named), 13))
    assert len(set(family.field_names)) == len(family.fields)


@pytest.mark.parametrize("family", FAMILIES.values(), ids=lambda family: family.id)
def test_which_fields_make_a_card_is_as_genanki_finds_out_by_trying(family):
    (written,) = [json for json in note_types({}) if json["id"] == str(family.note_type)]
    model = genanki.Model(
        family.note_type,
        family.name,
        fields=[{"name": name} for name in family.field_names],
        templates=[{key: written["tmpls"][0][key] for key in ("name", "qfmt", "afmt")}],
    )

    assert written["req"] == model.to_json(0, None)["req"]


def test_every_kind_stays_in_its_family():
    assert {kind: family_of(q).id for kind, q in zip(KINDS, _by_kind(), strict=True)} == FAMILY_OF


def test_an_identity_is_the_bank_the_family_and_the_question():
    assert guid_of("tea-and-sea", FAMILIES["cloze"], "year") == "tea-and-sea.cloze.year"


def test_the_look_has_a_date_that_moves_when_it_changes():
    """On a failure: set STYLED to an hour that has just passed (UTC) and put the new fingerprint here."""
    look = json.dumps(note_types({}), sort_keys=True)
    fingerprint = hashlib.sha256(look.encode()).hexdigest()[:16]

    assert (STYLED, fingerprint) == (1796054400, "5f46254269ab774c")


def _by_kind():
    return [next(q for q in NINE if isinstance(q, kind)) for kind in KINDS.values()]
