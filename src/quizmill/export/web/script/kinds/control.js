import { element } from "../dom.js";

/**
 * A way of answering: what stands in the page; what the learner has answered so far, null while there is nothing
 * to mark; what to say then, or before something half done is marked; and what becomes of it once it is marked.
 *
 * @typedef {import("../data.js").Question} Question
 * @typedef {import("../mark.js").Response} Response
 * @typedef {import("../mark.js").Mark} Mark
 * @typedef {import("../words.js").Say} Say
 * @typedef {{
 *   shown: HTMLElement,
 *   response: () => Response | null,
 *   missing: () => string,
 *   unfinished?: () => string,
 *   mark: (response: Response, mark: Mark) => void,
 *   restore?: (response: Response) => void,
 * }} Control
 */

/**
 * The group of a question's controls, called after its prompt.
 *
 * @param {string} name its class
 * @param {(Node | null)[]} children
 */
export function group(name, ...children) {
  return element("fieldset", { class: name, "aria-labelledby": "prompt", "aria-describedby": "status" }, ...children);
}

/**
 * What stands beside a part of an answer once it is marked: a sign and words, so that no colour is needed.
 *
 * @param {boolean} isRight
 * @param {string} words
 */
export function verdictBeside(isRight, words) {
  return element("span", { class: `said ${isRight ? "right" : "wrong"}` }, `${isRight ? "✓" : "✗"} ${words}`);
}

/**
 * The numbers in another order.
 *
 * @param {number[]} numbers
 */
export function shuffled(numbers) {
  const order = [...numbers];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

/**
 * The places of a question's options in the order in which they are shown now: anew each time, as far as chance
 * placed them.
 *
 * @param {Question} question
 */
export function orderOfOptions(question) {
  const places = (question.options ?? []).map((_, place) => place);
  if (question.order === "free") return shuffled(places);
  if (question.order === "last-pinned") return [...shuffled(places.slice(0, -1)), ...places.slice(-1)];
  return places;
}
