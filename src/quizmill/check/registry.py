"""The table of rules: what is not listed here does not run.

Each rule is one module of `rules`, and one line in the table of its scope.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from quizmill.bank.model import Bank, Fact, Question, Source
from quizmill.check.context import Context
from quizmill.check.documents import Documents
from quizmill.check.finding import Finding
from quizmill.check.item import Item
from quizmill.check.rules import (
    about_incomplete,
    absolute_terms,
    accept_repeats_answer,
    alias_among_distractors,
    all_of_the_above,
    ambiguous_prompt,
    ambiguous_wording,
    answer_in_prompt,
    answer_too_long,
    blank_in_stem,
    clang,
    cloze_article,
    cloze_density,
    cloze_many_fits,
    cloze_self_reveal,
    cloze_trivial,
    conflict_covered,
    conflict_unsourced,
    convergence_cue,
    cross_item_leak,
    difficulty_mix,
    discuss_closed,
    discuss_leading,
    discuss_no_rubric,
    distractor_reuse,
    document_missing,
    duplicate_item,
    duplicate_option,
    enumeration,
    evidence_mismatch,
    explanation_missing,
    fact_unasked,
    fingerprint_differs,
    fingerprint_missing,
    grammar_cue,
    gratuitous_stem,
    image_broken,
    image_missing,
    implausible_distractor,
    interference,
    k_type,
    key_longest,
    key_position,
    key_runs,
    length_cue_rate,
    long_prompt,
    match_last_free,
    match_mixed,
    match_size,
    ms_count,
    multiple_keys,
    near_duplicate,
    negative_stem,
    none_of_the_above,
    not_atomic,
    not_standalone,
    num_tolerance,
    num_unit,
    opinion_as_fact,
    opposite_pair,
    option_count,
    option_kind_mismatch,
    option_length_outlier,
    option_order,
    option_style,
    order_tie,
    order_visible,
    orphan_pronoun,
    overlapping_options,
    paragraph_beyond_end,
    paragraph_contradiction,
    paragraph_unread,
    prompt_number_unsupported,
    readability,
    relative_time,
    sa_alias_missing,
    sa_key_too_loose,
    sa_open,
    section_order,
    sentence_copied,
    source_coverage,
    source_suspect,
    term_missing,
    testwise_score,
    tf_as_options,
    tf_balance,
    tf_compound,
    tf_negated,
    tf_trivial_flip,
    trivial_detail,
    type_mix,
    undated_claim,
    unfocused_stem,
    unnamed_source,
    unused_allow,
    vague_terms,
    yes_no_card,
)
from quizmill.errors import Severity


class Rule(Protocol):
    """What every rule module has; its docstring is its page.

    One that reads English words has `READS_ENGLISH = True` besides.
    """

    ID: str
    SEVERITY: Severity
    __doc__: str | None


class QuestionRule(Rule, Protocol):
    """Looks at one question; findings are about it."""

    def check_question(self, question: Question, context: Context) -> Iterator[Finding]: ...


class ItemRule(Rule, Protocol):
    """Looks at the writing of one question; findings are about it."""

    def check_item(self, item: Item) -> Iterator[Finding]: ...


class FactRule(Rule, Protocol):
    """Looks at one fact; findings are about it."""

    def check_fact(self, source: Source, fact: Fact, context: Context) -> Iterator[Finding]: ...


class SourceRule(Rule, Protocol):
    """Looks at one source; findings are about it."""

    def check_source(self, source: Source, context: Context) -> Iterator[Finding]: ...


class BankRule(Rule, Protocol):
    """Looks at the whole bank; findings say what they are about, or are about bank.yaml."""

    def check_bank(self, bank: Bank, context: Context) -> Iterator[Finding]: ...


class DocumentRule(Rule, Protocol):
    """Holds the whole bank against its documents; runs only when these are given."""

    def check_documents(self, bank: Bank, documents: Documents) -> Iterator[Finding]: ...


QUESTION_RULES: tuple[QuestionRule, ...] = (
    accept_repeats_answer,
    alias_among_distractors,
    answer_in_prompt,
    answer_too_long,
    cloze_article,
    cloze_density,
    cloze_many_fits,
    cloze_self_reveal,
    cloze_trivial,
    conflict_unsourced,
    discuss_closed,
    discuss_leading,
    discuss_no_rubric,
    duplicate_option,
    enumeration,
    explanation_missing,
    image_broken,
    image_missing,
    long_prompt,
    match_last_free,
    match_mixed,
    match_size,
    ms_count,
    not_atomic,
    not_standalone,
    num_tolerance,
    num_unit,
    opinion_as_fact,
    opposite_pair,
    option_count,
    option_style,
    order_tie,
    order_visible,
    orphan_pronoun,
    overlapping_options,
    relative_time,
    sa_alias_missing,
    sa_open,
    source_suspect,
    tf_compound,
    tf_negated,
    tf_trivial_flip,
    undated_claim,
    unnamed_source,
    yes_no_card,
)
ITEM_RULES: tuple[ItemRule, ...] = (
    absolute_terms,
    all_of_the_above,
    ambiguous_wording,
    blank_in_stem,
    clang,
    convergence_cue,
    grammar_cue,
    gratuitous_stem,
    implausible_distractor,
    k_type,
    key_longest,
    multiple_keys,
    negative_stem,
    none_of_the_above,
    option_kind_mismatch,
    option_length_outlier,
    option_order,
    tf_as_options,
    unfocused_stem,
    vague_terms,
)
FACT_RULES: tuple[FactRule, ...] = (about_incomplete,)
SOURCE_RULES: tuple[SourceRule, ...] = (
    fingerprint_missing,
    paragraph_contradiction,
    section_order,
)
BANK_RULES: tuple[BankRule, ...] = (
    ambiguous_prompt,
    conflict_covered,
    cross_item_leak,
    difficulty_mix,
    distractor_reuse,
    duplicate_item,
    evidence_mismatch,
    fact_unasked,
    interference,
    key_position,
    key_runs,
    length_cue_rate,
    near_duplicate,
    prompt_number_unsupported,
    sa_key_too_loose,
    source_coverage,
    testwise_score,
    tf_balance,
    trivial_detail,
    type_mix,
)
DOCUMENT_RULES: tuple[DocumentRule, ...] = (
    document_missing,
    fingerprint_differs,
    paragraph_beyond_end,
    paragraph_unread,
    readability,
    sentence_copied,
    term_missing,
)
# Milder as a rule, an error where the measure or the key makes them one.
_AT_WORST_ERRORS: tuple[Rule, ...] = (
    key_position,
    option_kind_mismatch,
    overlapping_options,
    testwise_score,
    tf_balance,
)


def can_be_error(rule: Rule) -> bool:
    """Whether a finding of the rule may be an error."""
    return rule.SEVERITY is Severity.ERROR or rule in _AT_WORST_ERRORS


def rules() -> tuple[Rule, ...]:
    """All rules in the order of their ids."""
    every = (
        *QUESTION_RULES,
        *ITEM_RULES,
        *FACT_RULES,
        *SOURCE_RULES,
        *BANK_RULES,
        *DOCUMENT_RULES,
        unused_allow,
    )
    return tuple(sorted(every, key=lambda rule: rule.ID))
