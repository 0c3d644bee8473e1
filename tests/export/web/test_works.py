"""What a browser keeps of a page that is handed in: a record for each name, and a clock."""

from __future__ import annotations

from script_modules import in_node

APP = """
const kept = {};
const store = {
  get: (name) => JSON.parse(kept[name] ?? "null"),
  set: (name, value) => { kept[name] = JSON.stringify(value); },
  isKept: () => true,
};
const app = { store, data: { hand_in: { forms: [{ paper: "00112233" }] } } };
"""
MINUTE = 60_000  # milliseconds


def test_each_name_has_its_own_record_in_whatever_case_it_is_typed():
    code = f"""{APP}
    for (const name of given) page.keepWork(app, page.newWork(name, 0, 1));
    page.keepWork(app, {{ ...page.workOf(app, " ANN  lee"), place: 2 }});
    const all = page.worksOn(app).map(({{ name, place }}) => [name, place]);
    page.forgetWork(app, page.workOf(app, "bo"));
    return [all, page.worksOn(app).map(({{ name }}) => name), page.workOf(app, "Bo")];
    """

    (found,) = in_node("works.js", code, ["Ann Lee", "Bo", "__proto__"])

    assert found == [[["Ann Lee", 2], ["__proto__", 0], ["Bo", 0]], ["Ann Lee", "__proto__"], None]


def test_a_clock_goes_on_while_the_page_is_closed_and_stands_still_only_while_it_is_paused():
    code = "return page.usedBy({ used: 100, seen: 5000, paused: given[0] }, given[1])"

    assert in_node("works.js", code, [False, 65_000], [True, 65_000], [False, 4000]) == [160, 100, 100]


def test_it_came_to_its_end_when_it_was_handed_in_or_when_the_time_was_up():
    code = "return page.endOf(...given)"
    late = {"used": 90, "seen": 2 * MINUTE, "finished": 0}

    ends = in_node(
        "works.js", code, [late, 60], [late, 0], [{**late, "used": 30}, 60], [{**late, "finished": 7}, 60]
    )

    assert ends == [1.5 * MINUTE, 2 * MINUTE, 2 * MINUTE, 7]
