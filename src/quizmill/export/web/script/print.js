import { element, marked, plainText, textBlock } from "./dom.js";
import { taskOf } from "./kinds/controls.js";

/** @typedef {import("./app.js").App} App */
/** @typedef {import("./data.js").Question} Question */
/** @typedef {import("./words.js").Say} Say */

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const LINES = 8; // for an essay, unless the question says how many

/**
 * From here on what is printed is a sheet with the questions of the view, as asked; of a view without questions,
 * the view.
 *
 * @param {App} app
 */
export function printsSheets(app) {
  const sheet = element("section", { class: "sheet", "aria-hidden": "true" });
  addEventListener("beforeprint", () => {
    if (!app.onPaper.length) return;
    document.body.append(sheet);
    sheet.replaceChildren(...sheetOf(app.onPaper, app));
    document.body.classList.add("on-paper");
  });
  addEventListener("afterprint", () => {
    sheet.remove();
    document.body.classList.remove("on-paper");
  });
}

/** @param {Question[]} questions @param {App} app */
function sheetOf(questions, { data, say }) {
  const line = (/** @type {string} */ name) => element("span", {}, `${name} `, rule());
  return [
    element("p", { class: "sheet-title" }, data.title),
    element("p", { class: "sheet-head" }, line(say("sheet.name")), line(say("sheet.date"))),
    element("ol", {}, ...questions.map((question) => onPaper(question, say))),
  ];
}

/** @param {Question} question @param {Say} say */
function onPaper(question, say) {
  const isCloze = question.kind === "cloze";
  const prompt = textBlock("p", question.prompt, { class: "asks" });
  for (const gap of prompt.querySelectorAll("[data-gap]")) gap.replaceWith(rule());
  return element(
    "li",
    {},
    isCloze ? null : element("p", { class: "task" }, taskOf(question, say)),
    question.context ? textBlock("p", question.context, { class: "context" }) : null,
    prompt,
    marked(question.image),
    answerSpace(question),
  );
}

/** @param {Question} question */
function answerSpace({ kind, options = [], lefts = [], lines, unit }) {
  const boxed = (/** @type {Node} */ content) => element("li", {}, element("span", { class: "box" }), content);
  const shown = options.map((option) => textBlock("span", option));
  switch (kind) {
    case "multiple_choice":
    case "multiple_response":
    case "true_false":
    case "ordering":
      return element("ul", { class: `boxes ${kind}` }, ...shown.map(boxed));
    case "matching": {
      const rights = shown.map((right, place) => element("li", {}, element("b", {}, LETTERS[place]), " ", right));
      const boxes = lefts.map((left) => boxed(textBlock("span", left)));
      return element("div", { class: "two" }, element("ul", { class: "boxes" }, ...boxes), element("ul", {}, ...rights));
    }
    case "essay":
      return element("div", {}, ...Array.from({ length: lines || LINES }, () => element("div", { class: "long rule" })));
    case "cloze":
      return null;
    default:
      return element("p", {}, rule(), ` ${plainText(unit)}`);
  }
}

/** A line to write on. */
function rule() {
  return element("span", { class: "rule" });
}
