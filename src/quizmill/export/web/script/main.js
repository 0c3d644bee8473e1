import { ask } from "./asking.js";
import { readData, readMedia } from "./data.js";
import { element, useMedia } from "./dom.js";
import { begun, earned } from "./sitting.js";
import { speaker } from "./words.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./words.js").Say} Say */

const page = /** @type {HTMLElement} */ (document.getElementById("page"));

async function open() {
  const data = await readData();
  useMedia(readMedia());
  home(data, speaker(data.words, data.spoken));
}

/** @param {Data} data @param {Say} say */
function home(data, say) {
  const ids = data.questions.filter((each) => each.kind === "multiple_choice").map((each) => each.id);
  const begin = element("button", { type: "button", class: "main", click: () => start(data, say, ids) });
  begin.textContent = say("web.begin");
  const heading = element("h1", { tabindex: -1 }, data.title);
  const inside = element("p", { class: "note" }, say("web.key_inside"));
  page.replaceChildren(heading, element("p", {}, say("face.questions", { n: ids.length })), begin, inside);
}

/** @param {Data} data @param {Say} say @param {string[]} ids */
function start(data, say, ids) {
  ask(page, data, say, begun(ids), { kept: () => {}, over: (sitting) => result(data, say, sitting) });
}

/** @param {Data} data @param {Say} say @param {Sitting} sitting */
function result(data, say, sitting) {
  const worth = new Map(data.questions.map((each) => [each.id, each.marks ?? 1]));
  const sum = sitting.ids.reduce((found, id) => found + earned(sitting, id, worth.get(id) ?? 1), 0);
  const heading = element("h1", { tabindex: -1 }, say("face.score_is", { score: String(sum) }));
  page.replaceChildren(heading);
  heading.focus();
}

open();
