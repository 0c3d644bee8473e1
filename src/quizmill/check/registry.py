"""The tables of rules: every module in a folder of `rules` is a rule of that scope, in the order of names."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable
from importlib import import_module
from typing import Any

from quizmill.check import rules as rules_package
from quizmill.check.language.english import is_english
from quizmill.check.rule import (
    BankRule,
    DocumentRule,
    FactRule,
    ItemRule,
    QuestionRule,
    Rule,
    SourceRule,
    TextRule,
)
from quizmill.check.rules import unused_allow
from quizmill.check.trait import Trait
from quizmill.errors import Severity


def _rules(scope: str) -> tuple[Any, ...]:
    """The modules of that folder; a test holds each against the protocol of its scope."""
    package = import_module(f"{rules_package.__name__}.{scope}")
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    return tuple(import_module(f"{package.__name__}.{name}") for name in names)


QUESTION_RULES: tuple[QuestionRule, ...] = _rules("question")
TEXT_RULES: tuple[TextRule, ...] = _rules("text")
ITEM_RULES: tuple[ItemRule, ...] = _rules("item")
FACT_RULES: tuple[FactRule, ...] = _rules("fact")
SOURCE_RULES: tuple[SourceRule, ...] = _rules("source")
BANK_RULES: tuple[BankRule, ...] = _rules("bank")
DOCUMENT_RULES: tuple[DocumentRule, ...] = _rules("document")
ANSWER_RULES: tuple[Rule, ...] = _rules("answers")


def rules() -> tuple[Rule, ...]:
    """All rules in the order of their ids."""
    tables: tuple[tuple[Rule, ...], ...] = (
        QUESTION_RULES,
        TEXT_RULES,
        ITEM_RULES,
        FACT_RULES,
        SOURCE_RULES,
        BANK_RULES,
        DOCUMENT_RULES,
        ANSWER_RULES,
        (unused_allow,),
    )
    return tuple(sorted((rule for table in tables for rule in table), key=lambda rule: rule.ID))


def can_be_error(rule: Rule) -> bool:
    """Whether a finding of the rule may be an error."""
    return Severity.ERROR in (rule.SEVERITY, getattr(rule, "AT_WORST", None))


def reads_english(rule: Rule) -> bool:
    """Whether the rule reads English words."""
    return getattr(rule, "READS_ENGLISH", False)


def can_judge(rule: Rule, language: str) -> bool:
    """Whether the rule can judge a bank in that language (BCP 47).

    Rules that read English words are silent elsewhere: they would take `a` and `was` for what they are not,
    and blame what that language asks rightly.
    """
    return is_english(language) or not reads_english(rule)


def traits_of(wanted: Iterable[Rule]) -> tuple[Trait[Any], ...]:
    """The traits that rules over the bank look at, each once."""
    return tuple({trait.name: trait for rule in wanted for trait in getattr(rule, "TRAITS", ())}.values())
