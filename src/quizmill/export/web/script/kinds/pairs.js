import { element, marked, plainText, textBlock } from "../dom.js";
import { group, orderOfOptions, verdictBeside } from "./control.js";

/** @typedef {import("./control.js").Control} Control */
/** @typedef {import("./control.js").Question} Question */
/** @typedef {import("./control.js").Say} Say */

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const LONG = 40; // letters, from which on a right is read in a list and chosen by its letter

/**
 * For each left a list to choose its right from. Rights that no list can show, or that are long, stand above with
 * letters, and the lists have the letters.
 *
 * @param {Question} question
 * @param {Say} say
 * @returns {Control}
 */
export function pairsControl(question, say) {
  const rights = question.options ?? [];
  const order = orderOfOptions(question);
  const lettered = rights.some((right) => /<(?:math|figure|pre|table|p|ul|ol)\b/.test(right) || plainText(right).length > LONG);
  const letter = (/** @type {number} */ place) => LETTERS[order.indexOf(place)];
  const name = (/** @type {number} */ place) => (lettered ? letter(place) : plainText(rights[place]));
  const selects = (question.lefts ?? []).map((left) =>
    element(
      "select",
      { "aria-label": plainText(left) },
      element("option", { value: "" }, say("web.choose")),
      ...order.map((place) => element("option", { value: place }, name(place))),
    ),
  );
  const rows = (question.lefts ?? []).map((left, number) =>
    element(
      "li",
      { class: "pair" },
      element("div", { class: "left", dir: "auto" }, marked(left)),
      selects[number],
    ),
  );
  const letters = order.map((place) =>
    element("li", {}, element("b", {}, letter(place)), " ", textBlock("span", rights[place], { class: "text" })),
  );
  const above = lettered ? element("ul", { class: "lettered" }, ...letters) : null;
  const given = () => selects.map((select) => (select.value === "" ? null : Number(select.value)));
  const open = () => given().flatMap((right, left) => (right === null ? [left + 1] : []));
  return {
    shown: group("pairing", above, element("ol", { class: "pairs" }, ...rows)),
    response: () => (given().some((right) => right !== null) ? { type: "Pairing", rights: given() } : null),
    missing: () => say("screen.pairs_first"),
    unfinished: () => (open().length ? say("screen.pairs_free", { numbers: open().join(", ") }) : ""),
    mark: (_, mark) => {
      selects.forEach((select, left) => {
        select.disabled = true;
        const isRight = Boolean(mark.parts?.[left]);
        const place = question.key?.right?.[left] ?? 0;
        const told = isRight ? say("screen.right") : say("screen.wrong_it_is", { answer: name(place) });
        rows[left].classList.add(isRight ? "right" : "wrong");
        rows[left].append(verdictBeside(isRight, told));
      });
    },
    restore: (response) => {
      if (response.type !== "Pairing") return;
      response.rights.forEach((right, left) => (selects[left].value = right === null ? "" : String(right)));
    },
  };
}
