"""The site's navigation: the index of the documentation once more, within zensical.toml."""

from __future__ import annotations

import json
import re
from pathlib import Path

_DOCS = Path(__file__).parents[1]
_SECTION = re.compile(r"^\*\*(.+)\*\*$")
_ENTRY = re.compile(r"^- \[(.+?)\]\((.+?\.md)\)")
_BEGIN, _END = "nav = [\n", "]\n"


def navigation() -> str:
    """zensical.toml with the sections and pages of docs/README.md, in their order."""
    before, _, rest = (_DOCS.parent / "zensical.toml").read_text(encoding="utf-8").partition(_BEGIN)
    _, _, after = rest.partition(f"\n{_END}")
    sections: dict[str, list[str]] = {}
    for line in (_DOCS / "README.md").read_text(encoding="utf-8").splitlines():
        if found := _SECTION.match(line):
            pages = sections.setdefault(found[1], [])
        elif found := _ENTRY.match(line):
            pages.append(f"{{ {json.dumps(found[1], ensure_ascii=False)} = {json.dumps(found[2])} }}")
    lines = [
        f"  {{ {json.dumps(title)} = [\n{_indented(pages)}  ] }},\n" for title, pages in sections.items()
    ]
    return f'{before}{_BEGIN}  {{ "Home" = "README.md" }},\n{"".join(lines)}{_END}{after}'


def _indented(pages: list[str]) -> str:
    return "".join(f"    {page},\n" for page in pages)
