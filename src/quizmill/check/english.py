"""Rules that read English words, and are silent in banks of other languages.

There they would take `a` and `was` for what they are not, and blame what that language asks rightly.
"""

from __future__ import annotations

from quizmill.check.registry import Rule
from quizmill.check.rules import (
    absolute_terms,
    ambiguous_wording,
    cloze_article,
    cloze_many_fits,
    cloze_trivial,
    discuss_closed,
    discuss_leading,
    enumeration,
    grammar_cue,
    long_prompt,
    negative_stem,
    not_atomic,
    not_standalone,
    num_unit,
    opinion_as_fact,
    orphan_pronoun,
    readability,
    relative_time,
    sa_open,
    tf_compound,
    tf_negated,
    tf_trivial_flip,
    unfocused_stem,
    unnamed_source,
    vague_terms,
)
from quizmill.check.tongue import is_english

ENGLISH_RULES: tuple[Rule, ...] = (
    absolute_terms,
    ambiguous_wording,
    cloze_article,
    cloze_many_fits,
    cloze_trivial,
    discuss_closed,
    discuss_leading,
    enumeration,
    grammar_cue,
    long_prompt,
    negative_stem,
    not_atomic,
    not_standalone,
    num_unit,
    opinion_as_fact,
    orphan_pronoun,
    readability,
    relative_time,
    sa_open,
    tf_compound,
    tf_negated,
    tf_trivial_flip,
    unfocused_stem,
    unnamed_source,
    vague_terms,
)


def can_judge(rule: Rule, language: str) -> bool:
    """Whether the rule can judge a bank in that language (BCP 47)."""
    return is_english(language) or rule not in ENGLISH_RULES
