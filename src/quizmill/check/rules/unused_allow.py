"""An `allow` names no rule, or a rule that finds nothing there.

Rules that were not run, because the documents were not given, are left alone.

Why: a finding that was accepted and is gone may come back unseen; and a misspelt rule accepts nothing.

Source: our own.

Bad:
    allow: {key-longst: The name is long.}

Good:
    allow: {key-longest: The name is long.}
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from quizmill.bank.closest import closest
from quizmill.check.finding import Finding
from quizmill.errors import Severity

ID = "unused-allow"
SEVERITY = Severity.WARNING


def check_allow(
    allow: Mapping[str, str], silenced: Collection[str], run: Collection[str], known: Collection[str]
) -> Iterator[Finding]:
    """Every entry that names none of the *known* rules, or one that was *run* and *silenced* nothing."""
    for rule in allow:
        path = ("allow", rule)
        if rule not in known:
            near = closest(rule, known)
            help = f'did you mean "{near}"?' if near else "`quizmill rules` lists them"
            yield Finding(path=path, at_key=True, message=f'there is no rule "{rule}"', help=help)
        elif rule in run and rule not in silenced:
            message = f'"{rule}" finds nothing here that could be allowed'
            yield Finding(path=path, at_key=True, message=message, help="delete it")
