"""`state: draft`: what a question and a fact say while they are not finished."""

from __future__ import annotations

from quizmill.bank.reader.fault import Fault
from quizmill.bank.reader.tree import Tree

_DRAFT = "draft"  # the one thing that `state` can be


def is_draft(tree: dict[str, Tree]) -> bool:
    """Whether the record is not finished."""
    return tree.get("state") == _DRAFT


def unknown_state(state: Tree, what: str) -> Fault:
    """The fault of a *what*, such as a question, that says anything else."""
    said = f'"{state}"' if isinstance(state, str) else "a list or mapping"
    help = f"write `state: draft`, or leave it out when the {what} is finished"
    return Fault(("state",), "unknown-value", f"{said} is no state of a {what}", help)
