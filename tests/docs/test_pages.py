"""What a page of the documentation names is there: files, headings, commands, options, fields."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from quizmill.bank.load import load_bank
from quizmill.check import run
from quizmill.cli.main import quizmill
from quizmill.errors import Severity

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
RULES = {page for page in (DOCS / "reference/rules").glob("*.md") if page.name != "README.md"}
PAGES = sorted(
    {*ROOT.glob("*.md"), *DOCS.rglob("*.md"), ROOT / "seeds/README.md"} - RULES,
    key=lambda page: page.relative_to(ROOT),
)
FENCE = re.compile(r"^`{3,}(\w*)\n(.*?)^`{3,}$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
MOST_BYTES = 300_000  # of a picture: pages are read on the road, too
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


def blocks(page: Path, language: str) -> Iterator[str]:
    """The fenced texts of *page* in that language."""
    return (text for named, text in FENCE.findall(page.read_text(encoding="utf-8")) if named == language)


def anchors(page: Path) -> set[str]:
    """The anchors that GitHub gives the headings of *page*."""
    prose = FENCE.sub("", page.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}


def dead_links(page: Path) -> Iterator[str]:
    for link in LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8"))):
        if link.startswith(("https://", "mailto:")):
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            yield link


@each_page
def test_every_link_leads_somewhere(page: Path):
    assert list(dead_links(page)) == []


@each_page
def test_no_conflict_of_a_merge_is_left(page: Path):
    found = re.findall(r"^(?:<{7} |={7}$|>{7} ).*", page.read_text(encoding="utf-8"), re.MULTILINE)

    assert found == []


def test_every_link_of_a_rule_leads_somewhere():
    assert [link for page in sorted(RULES) for link in dead_links(page)] == []


def test_a_page_of_the_site_links_to_nothing_outside_of_it():
    """What lies beside `docs` is on a code host, but on no site."""
    found = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in DOCS.rglob("*.md")
        for link in LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8")))
        if not link.startswith(("https://", "#")) and not (page.parent / link).resolve().is_relative_to(DOCS)
    ]

    assert found == []


@each_page
def test_every_picture_says_what_it_shows(page: Path):
    pictures = PICTURE.findall(FENCE.sub("", page.read_text(encoding="utf-8")))

    assert [where for what, where in pictures if len(what.split()) < 3] == []


def test_every_picture_is_shown_and_small():
    shown = {
        (page.parent / where).resolve()
        for page in PAGES
        for _, where in PICTURE.findall(FENCE.sub("", page.read_text(encoding="utf-8")))
        if "`" not in where
    }
    pictures = set((DOCS / "pictures").iterdir())

    assert pictures == shown
    assert [path.name for path in pictures if path.stat().st_size > MOST_BYTES] == []


def test_the_index_names_every_page():
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    named = {link.partition("#")[0] for link in LINK.findall(index)}
    pages = {page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md")}

    listed = ("decisions/", "reference/rules/")  # each by a page of its own
    assert {page for page in pages - named if not page.startswith(listed)} == {"README.md"}


def commands(page: Path) -> list[list[str]]:
    """The command lines of quizmill in the fenced texts of *page*, without its name."""
    lines = [line for text in blocks(page, "sh") for line in text.splitlines()]
    typed = [shlex.split(line, comments=True) for line in lines if line.startswith("quizmill ")]
    told = [words[1 : words.index(">")] if ">" in words else words[1:] for words in typed]
    return [words for words in told if words]  # alone it takes nothing


def refused(arguments: list[str]) -> str:
    """What click has to say against these arguments; nothing is run."""
    with click.Context(quizmill, info_name="quizmill") as context:
        name, *rest = arguments
        try:
            while True:
                found = context.command.get_command(context, name)
                if not isinstance(found, click.Group):
                    break
                context = click.Context(found, info_name=name, parent=context)
                name, *rest = rest
            found.make_context(name, rest, parent=context)
        except click.ClickException as error:
            return f"quizmill {shlex.join(arguments)}: {error.format_message()}"
    return ""


@each_page
def test_every_command_is_one_and_has_these_options(page: Path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert [said for said in map(refused, commands(page)) if said] == []


def files(page: Path) -> dict[str, str]:
    """The YAML on *page* that begins with a comment naming its file: `# my-bank/tea.yaml`."""
    named = (
        re.match(r"# (\S+\.yaml)\b", text) and (text.split()[1].rstrip(":"), text)
        for text in blocks(page, "yaml")
    )
    return dict(filter(None, named))


def test_the_bank_on_the_page_is_one(tmp_path):
    for name, text in files(ROOT / "docs/how-to/bank.md").items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    loaded = load_bank(tmp_path / "my-bank")

    told = [(each.rule, each.severity) for each in loaded.diagnostics]
    rules = ("explanation-missing", "missing-field", "draft")
    assert told == [(rule, Severity.ADVICE) for rule in rules]
    assert [str(each) for each in run.errors(loaded)] == []
    assert [question.id for _, question in loaded.bank.questions()] == ["tea-plant", "tea-year"]


MODULES = {f"/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "src").rglob("*.py")}


@each_page
def test_every_module_named_is_there(page: Path):
    named = re.findall(r"`([\w/]+\.py)`", page.read_text(encoding="utf-8"))
    beside = (*(ROOT / "tests").rglob("*.py"), *DOCS.rglob("*.py"))
    there = MODULES | {f"/{path.relative_to(ROOT).as_posix()}" for path in beside}

    assert [name for name in named if not any(path.endswith(f"/{name}") for path in there)] == []


def test_the_changelog_begins_with_this_version():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    heading = re.search(r"^## (.*)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert heading
    assert re.fullmatch(rf"{re.escape(version)}, \d{{4}}-\d\d-\d\d", heading[1])
