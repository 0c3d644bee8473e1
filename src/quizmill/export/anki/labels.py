"""The words around a card. A template serves banks of all languages: it says each in every one of ours.

The note's language then chooses, by CSS, which of them is there: for the eye and for the ear alike.
"""

from __future__ import annotations

from markupsafe import Markup

from quizmill.words import languages, words_in


def label(key: str) -> Markup:
    """What `anki.*key*` says, once in each language."""
    said = ((code, words_in(code)(f"anki.{key}")) for code in codes())
    spans = (Markup('<span lang="{}">{}</span>').format(code, text) for code, text in said)
    return Markup('<bdi class="label">{}</bdi>').format(Markup().join(spans))


def is_ours(language: str) -> bool:
    """Whether there are words in that language."""
    return language.partition("-")[0].lower() in languages()


def codes() -> list[str]:
    """The languages there are words in; English, which serves where a note's is none of them, first."""
    return sorted(languages(), key=lambda code: (code != "en", code))
