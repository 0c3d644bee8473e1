"""Every `sh` block of README and docs runs, page by page, as somebody types it who reads from top to bottom.

A page begins in a fresh folder, and goes on where its last block left it. What a page need not show a reader
stands before a block in a comment: `<!-- in: my-bank -->` goes there first, from where the page began;
`<!-- run before` and lines, up to `-->`, prepare what the reader has and a fresh folder has not;
`<!-- not run: why -->` leaves a block out. A text that the reader is to save says so:
`<!-- saved as: FILE -->`, or `<!-- added to: FILE -->` for what goes to a file's end. Whatever asks for
answers gets the end of a pipe.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from commands import PATIENCE, SOURCES, environment, run_here
from docs.test_pages import PAGES, ROOT

REMARKS = "in|run before|not run|saved as|added to"
BLOCK = re.compile(
    rf"((?:^ *<!-- (?:{REMARKS})\b.*?-->\n)*)^( *)```(\w*)\n(.*?)^\2```$", re.MULTILINE | re.DOTALL
)
REMARK = re.compile(rf"<!-- ({REMARKS}):?\s(.*?)\s*-->", re.DOTALL)
SAVED = {"saved as": "w", "added to": "a"}
_SAVED = re.compile("<!-- (?:saved as|added to): ")
SCRIPTS = Path(sys.executable).parent
DRAWING = (
    "QUIZ",
    "WORKSHEET",
    "WEB",
    "TIMELINE",
    "FLASHCARDS",
    "EXPORT",
)  # lots, which are the same each time
# What is not run, and why. A block that could be run does not belong here.
NOT_RUN = {
    "README.md": [
        *[".ci/run runs it, as it stands here"] * 2,
        "it needs pipx and uv",
    ],
    "docs/developing/changing.md": ["it installs where tests run, and serves until it is stopped"],
    "docs/how-to/anki.md": [
        "it asks the Anki of this computer",
        *["it needs a collection of Anki's"] * 2,
    ],
    "docs/how-to/class.md": ["it wants pictures"],
    "docs/how-to/other-programs.md": ["it needs Pandoc"],
    "docs/how-to/preview.md": ["it serves until Ctrl-C"],
    "docs/tutorial/from-a-document.md": ["it serves until it is stopped"],
}


class Block(NamedTuple):
    """A block of a page, and what is said of it in comments before."""

    lines: str
    remarks: dict[str, str]


def blocks(page: Path) -> Iterator[Block]:
    for remarks, _, language, lines in BLOCK.findall(page.read_text(encoding="utf-8")):
        block = Block(lines, dict(REMARK.findall(remarks)))
        if language == "sh" or SAVED.keys() & block.remarks.keys():
            yield block


WITH_BLOCKS = [page for page in PAGES if any("not run" not in block.remarks for block in blocks(page))]


class Terminal:
    """What a reader types into: a folder, and an environment of its own."""

    def __init__(self, folder: Path, apart: Path) -> None:
        self.start = self.folder = folder
        history = str(apart / "history.db")
        self.around = environment(
            apart / "cache",
            HOME=str(apart),
            SHELL="/bin/bash",
            QUIZMILL_HISTORY=history,
            **{
                f"GIT_{role}_{part}": "a@b.example"
                for role in ("AUTHOR", "COMMITTER")
                for part in ("NAME", "EMAIL")
            },
            **{f"QUIZMILL_{name}_SEED": "7" for name in DRAWING},
            PATH=f"{SCRIPTS}:{os.environ['PATH']}",
            PYTHONPATH=f"{SOURCES}:{ROOT / 'tests'}",
        )

    def type(self, lines: str) -> str:
        """Runs each line; what the first one says that fails, else nothing."""
        for line in lines.replace("\\\n", "").splitlines():
            words = shlex.split(line, comments=True)
            if words[:1] == ["cd"]:
                self.folder /= words[1]
            elif words:
                ended = self._quizmill(words) if _is_plain(words) else self._other(line)
                if ended.returncode:
                    return f"{line}\n{ended.stdout[-2000:]}{ended.stderr[-2000:]}"
        return ""

    def _quizmill(self, words: list[str]) -> subprocess.CompletedProcess[str]:
        """In this process: a start of Python costs more than most commands."""
        streams = {sign: words[words.index(sign) + 1] for sign in ("<", ">") if sign in words}
        arguments = words[1 : min([len(words), *(words.index(sign) for sign in streams)])]
        typed = (self.folder / streams["<"]).read_text(encoding="utf-8") if "<" in streams else ""
        ended = run_here(arguments, typed, self.folder, self.around)
        if ">" in streams:
            (self.folder / streams[">"]).write_text(ended.stdout, encoding="utf-8")
        return ended

    def _other(self, line: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-c", f"set -o pipefail; {line}"],
            cwd=self.folder,
            env=self.around,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )


def _is_plain(words: list[str]) -> bool:
    return words[0] == "quizmill" and not {"|", "&&", ";"} & set(words)


@pytest.mark.parametrize("page", WITH_BLOCKS, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_says_to_type_works(page: Path, tmp_path: Path):
    folder, apart = tmp_path / "here", tmp_path / "apart"
    folder.mkdir()
    apart.mkdir()
    terminal = Terminal(folder, apart)
    for block in blocks(page):
        assert terminal.type(block.remarks.get("run before", "")) == ""
        if "in" in block.remarks:
            terminal.folder = terminal.start / block.remarks["in"]
        for remark in SAVED.keys() & block.remarks.keys():
            with (terminal.folder / block.remarks[remark]).open(SAVED[remark], encoding="utf-8") as file:
                file.write(block.lines)
        if not {*SAVED, "not run"} & block.remarks.keys():
            assert terminal.type(block.lines) == ""


def test_what_is_not_run_is_known_and_says_why():
    left = {
        str(page.relative_to(ROOT)): [b.remarks["not run"] for b in blocks(page) if "not run" in b.remarks]
        for page in PAGES
    }

    assert {page: why for page, why in left.items() if why} == NOT_RUN


def test_every_block_is_found():
    """A comment that is misspelt, or a fence that is not closed, hides none."""
    said = {page: page.read_text(encoding="utf-8") for page in PAGES}

    counted = {page: text.count("```sh\n") + len(_SAVED.findall(text)) for page, text in said.items()}
    assert [page.name for page, count in counted.items() if count != len(list(blocks(page)))] == []
    remarks = [
        (page.name, line)
        for page, text in said.items()
        for line in re.findall(r"^ *<!--.*$", text, re.MULTILINE)
        if not re.match(
            r" *<!-- ((in|saved as|added to): \S+ -->|not run: .+ -->|run before$|Written by )", line
        )
    ]
    assert remarks == []
