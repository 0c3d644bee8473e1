"""Which language a bank is in, as far as a rule must know."""

from __future__ import annotations


def is_english(language: str) -> bool:
    """Whether that tag (BCP 47) is of English: `en`, `en-GB`."""
    return language.lower().replace("_", "-").partition("-")[0] == "en"
