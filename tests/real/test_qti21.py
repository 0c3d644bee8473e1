"""What is written as QTI 2.1 is valid by the XSD, and a player of QTI gives full marks for what is right.

The player, qti-components (npm), knows QTI 3.0: citolab-qti-convert (PyPI) turns the items into that. The XSD
comes with no package; QTI21_XSD names the file where somebody has it.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from lxml import etree

import samples
from qti21_grammar import QTI, faults
from quizmill.bank.default import shipped_bank
from quizmill.bank.load import load_bank
from quizmill.compose.paper import compose
from quizmill.formats.format import Settings
from quizmill.formats.qti21_write import write
from quizmill.formats.report import Report

PLAYER, CONVERTER = "@citolab/qti-components@7.27.4", "citolab-qti-convert==0.2.0"
BANKS = [shipped_bank(), *sorted((Path(__file__).parents[2] / "examples").iterdir())]
CONVERT = """
import json, sys
sys.path.insert(0, sys.argv[1])
from qti_convert import upgrade_item
print(json.dumps({name: upgrade_item(item) for name, item in json.load(sys.stdin).items()}))
"""
PLAY = """
(async () => {
  const pause = () => new Promise(done => setTimeout(done, 20));
  document.body.innerHTML = '<qti-item></qti-item>';
  const held = document.createElement('item-container');
  held.itemXML = %s;
  document.querySelector('qti-item').append(held);
  let item = null;
  for (let tries = 0; tries < 200 && !item; tries++) {
    await pause();
    item = held.shadowRoot?.querySelector('qti-assessment-item');
  }
  await item.updateComplete;
  await pause();
  for (const [name, response] of Object.entries(%s)) item.updateResponseVariable(name, response);
  item.processResponse();
  return Object.fromEntries(item.variables.map(each => [each.identifier, each.value]));
})()
"""


def items_of(bank) -> dict[str, bytes]:
    """The items and the test of a whole bank."""
    paper = compose(bank, tuple(bank.questions()), seed=1, order="bank")
    with zipfile.ZipFile(io.BytesIO(write(paper, Settings(), Report()))) as package:
        names = [name for name in package.namelist() if name.endswith(".xml") and name != "imsmanifest.xml"]
        return {name: package.read(name) for name in names}


@pytest.mark.parametrize("folder", BANKS, ids=lambda folder: folder.name)
def test_everything_stands_where_it_may(folder):
    items = items_of(load_bank(folder).bank)

    assert {name: found for name, item in items.items() if (found := faults(etree.fromstring(item)))} == {}
    assert len(items) > 20


def test_the_xsd_takes_everything():
    if not os.environ.get("QTI21_XSD"):
        pytest.skip("QTI21_XSD names no imsqti_v2p1.xsd: only our own grammar has looked at our QTI 2.1")
    schema = etree.XMLSchema(etree.parse(os.environ["QTI21_XSD"]))
    for folder in BANKS:
        for name, item in items_of(load_bank(folder).bank).items():
            assert schema.validate(etree.fromstring(item)), (name, schema.error_log.last_error)


@pytest.fixture(scope="module")
def player(started, tmp_path_factory):
    """A page with the player, and how to convert an item; without either the tests skip, and say so."""
    folder = tmp_path_factory.mktemp("qti")
    if not shutil.which("npm"):
        pytest.skip("npm is not here: nobody else plays our QTI 2.1")
    pip = [
        *(sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(folder / "py")),
        CONVERTER,
    ]
    npm = ["npm", "pack", "-s", "--pack-destination", str(folder), PLAYER]
    for command in (pip, npm):
        if subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode:
            pytest.skip(f"{command[-1]} cannot be had: nobody else plays our QTI 2.1")
    with tarfile.open(next(folder.glob("*.tgz"))) as packed:
        script = packed.extractfile("package/cdn/index.global.js")
        assert script
        started.files["player.js"] = script.read()
    started.show('<!doctype html><meta charset="utf-8"><script src="player.js"></script><body></body>')
    yield started, folder / "py"
    assert (started.fetched, started.errors) == ([], [])


def converted(library: Path, items: dict[str, bytes]) -> dict[str, str]:
    given = json.dumps({name: item.decode() for name, item in items.items() if name != "test.xml"})
    command = [sys.executable, "-c", CONVERT, str(library)]
    run = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-500:]
    told: dict[str, str] = json.loads(run.stdout)
    return told


def key_of(item: bytes) -> dict[str, str | list[str]]:
    """The right responses by name, as the item declares them."""
    found: dict[str, str | list[str]] = {}
    for each in etree.fromstring(item).iter(f"{QTI}responseDeclaration"):
        values = [value.text for value in each.iter(f"{QTI}value")] or ["An essay."]
        found[each.get("identifier")] = values[0] if each.get("cardinality") == "single" else values
    return found


WRONG = {
    "tea-plant": {"RESPONSE": "o1"},
    "tea-true": {"RESPONSE": ["o1", "o2", "o3"]},  # two right ones of a mark each, and one that takes a mark
    "tea-herbs": {"RESPONSE": "true"},
    "ship-name": {"RESPONSE": "Titanic"},
    "ship-cargo": {"RESPONSE": "9001"},
    "ship-year": {"R1": "1869", "R2": "Titanic"},
    "tea-colours": {"RESPONSE": ["l1 r3", "l2 r1"]},
    "tea-steps": {"RESPONSE": ["s1", "s2", "s3", "s4", "s5"]},
}
EARNED = {"tea-true": 1, "ship-year": 0.5, "tea-colours": 0.333}  # else nothing
RIGHT = {  # another form, and other capitals
    "ship-name": {"RESPONSE": "the cutty sark"},
}


def test_a_player_gives_all_marks_for_what_is_right_and_parts_for_parts(player, tmp_path):
    page, library = player
    items = items_of(samples.load(tmp_path).bank)

    def played(name: str, response: dict) -> dict:
        return page.ask(PLAY % (json.dumps(told[name]), json.dumps(response)))

    told = converted(library, items)
    names = {name: name.removeprefix("q-tea-and-sea-").removesuffix(".xml") for name in told}
    right = {id: played(name, key_of(items[name])) for name, id in names.items()}
    other = {id: played(name, RIGHT[id]) for name, id in names.items() if id in RIGHT}
    wrong = {id: played(name, WRONG[id]) for name, id in names.items() if id in WRONG}

    assert {id: float(each["SCORE"]) for id, each in right.items()} == {
        id: {"tea-true": 2.0, "tea-essay": 0.0}.get(id, 1.0) for id in right
    }
    assert {each["EXPLANATION"] for each in right.values()} == {"shown"}
    assert [float(each["SCORE"]) for each in other.values()] == [1.0]
    assert {id: round(float(each["SCORE"]), 3) for id, each in wrong.items()} == {
        id: EARNED.get(id, 0) for id in wrong
    }
    assert wrong["tea-herbs"]["FEEDBACK"] == "true"  # to which the correction is said
