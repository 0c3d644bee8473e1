"""Modules become one script that does what they do together."""

from __future__ import annotations

import json
import subprocess

import pytest

from quizmill.export.web.joiner import CannotJoin, joined
from quizmill.export.web.page import script
from script_modules import SCRIPT, run

MODULES = {
    "main.js": """\
import { add } from "./sums.js";
import {
  PI,
} from "./parts/numbers.js";

/** Says it. */
result = add(PI, 1); // kept
""",
    "sums.js": """\
import { ZERO as nothing } from "./parts/numbers.js";

// A sum.
export function add(a, b) {
  return nothing + a + b;
}
""",
    "parts/numbers.js": """\
const three = 3;
export const PI = three;
const ZERO = 0;
export { ZERO };
""",
}


def test_what_is_imported_comes_first_and_what_only_modules_need_is_gone():
    assert (
        joined("main.js", MODULES.__getitem__)
        == """\
"use strict";
(() => {
const $parts_numbers = (() => {
const three = 3;
const PI = three;
const ZERO = 0;
return { PI, ZERO };
})();
const $sums = (() => {
const { ZERO: nothing } = $parts_numbers;
function add(a, b) {
  return nothing + a + b;
}
return { add };
})();
const $main = (() => {
const { add } = $sums;
const { PI } = $parts_numbers;
result = add(PI, 1); // kept
return {  };
})();
})();
"""
    )


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        (
            {"parts/numbers.js": 'import { add } from "../sums.js";\n'},
            "sums.js imports parts/numbers.js imports sums.js",
        ),
        (
            {"sums.js": "export default 3;\n"},
            "sums.js imports or exports in a way that is not known here",
        ),
        (
            {"sums.js": "export let count = 3;\n"},  # which would change unseen
            "sums.js imports or exports in a way that is not known here",
        ),
        (
            {"sums.js": 'import * as all from "./main.js";\n'},
            "sums.js imports or exports in a way that is not known here",
        ),
        (
            {"sums.js": 'const end = "</SCRIPT>";\n'},
            "a module has the text of a tag that ends or hides a script",
        ),
    ],
)
def test_what_cannot_be_joined_is_named(changed, message):
    with pytest.raises(CannotJoin) as told:
        joined("main.js", (MODULES | changed).__getitem__)

    assert str(told.value) == message


def test_the_joined_script_does_what_the_modules_do():
    """Of our own: the way through some questions."""
    names = "answered, begun, missedIn, movedOn, tallyOf"
    steps = """
    const GIVEN = { type: "Choice", picks: [1] };
    const there = begun(["a", "b"]);
    const on = movedOn(answered(there, { response: GIVEN, mark: { verdict: "wrong", share: 0 } }));
    const found = [on, missedIn(on), tallyOf(on, { id: "a", marks: 2 })];
    """
    entry = (
        f'import {{ {names} }} from "./sitting.js";\n{steps}process.stdout.write(JSON.stringify(found));\n'
    )

    def read(path: str) -> str:
        return entry if path == "main.js" else (SCRIPT / path).read_text("utf-8")

    apart = run(f'const {{ {names} }} = await load("sitting.js");{steps}return found;')
    as_one = subprocess.run(["node", "-e", joined("main.js", read)], capture_output=True, check=True)

    assert json.loads(as_one.stdout) == apart
    assert apart[1:] == [["a"], {"earned": 0, "possible": 2}]


def test_our_own_modules_can_be_joined():
    assert script().endswith("open();\nreturn {  };\n})();\n})();\n")
