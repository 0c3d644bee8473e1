"""The index of the decisions, from their titles."""

from __future__ import annotations

from pathlib import Path

from making.markdown import page, prose

_OF_DECISIONS = """
A page a decision: what it is, why, what it costs, and where it stands in the code. Whoever wants to
change one of these finds here what would break.
"""

DECISIONS = Path(__file__).parents[1] / "decisions"


def decisions() -> str:
    """The index of the decisions, by their titles."""
    found = sorted(path for path in (DECISIONS).glob("*.md") if path.name != "README.md")
    entries = [f"- [{_title(path)}]({path.name})" for path in found]
    return page(
        [
            "# What was decided, and why",
            *prose(_OF_DECISIONS),
            "\n".join(entries),
        ],
        "the pages",
    )


def _title(path: Path) -> str:
    return path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
