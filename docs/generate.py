"""Writes the pages of this folder that are made from the code: `python docs/generate.py`.

In `reference/` the commands are made from their help, the bank's files from their schema, the rules from
their pages, mathematics from the tables of its commands, the formats from their matrices, the Python API from
its docstrings; `decisions/README.md` from the titles beside it, and the picture of the house from the
contract of its imports. They lie in the repository, so that they can be read there; tests/docs holds each
against what is made anew.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from making.bank_format import bank_format
from making.commands import commands
from making.decisions import decisions
from making.formats import formats
from making.house import house
from making.mathematics import mathematics
from making.navigation import navigation
from making.python_api import python_api
from making.rules import rule, rules
from quizmill.check.rule_pages import pages as rule_pages

DOCS = Path(__file__).parent
RULES = "reference/rules"
PAGES: dict[str, Callable[[], str]] = {
    "reference/commands.md": commands,
    "reference/bank-format.md": bank_format,
    "reference/mathematics.md": mathematics,
    "reference/formats.md": formats,
    "reference/python-api.md": python_api,
    f"{RULES}/README.md": rules,
    **{f"{RULES}/{each.id}.md": partial(rule, each) for each in rule_pages()},
    "decisions/README.md": decisions,
    "pictures/house.svg": house,
    "../zensical.toml": navigation,
}


def superfluous() -> list[Path]:
    """Pages of rules that there are no longer."""
    return sorted(
        page for page in (DOCS / RULES).glob("*.md") if page.relative_to(DOCS).as_posix() not in PAGES
    )


if __name__ == "__main__":
    for page in superfluous():
        page.unlink()
    for name, make in PAGES.items():
        (DOCS / name).parent.mkdir(exist_ok=True)
        (DOCS / name).write_text(make(), encoding="utf-8", newline="\n")
