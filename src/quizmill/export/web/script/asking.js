import { element, marked, textBlock } from "./dom.js";
import { choiceControl } from "./kinds/choice.js";
import { markOf } from "./mark.js";
import { answered, movedOn } from "./sitting.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./data.js").Question} Question */
/** @typedef {import("./words.js").Say} Say */
/** @typedef {import("./sitting.js").Sitting} Sitting */
/** @typedef {import("./kinds/choice.js").Control} Control */

/**
 * Asks the questions of a sitting one by one; *kept* hears of every step, *over* of the end.
 *
 * @param {HTMLElement} page
 * @param {Data} data
 * @param {Say} say
 * @param {Sitting} sitting
 * @param {{ kept: (sitting: Sitting) => void, over: (sitting: Sitting) => void }} then
 */
export function ask(page, data, say, sitting, then) {
  const questions = new Map(data.questions.map((question) => [question.id, question]));
  const place = element("p", { class: "place" });
  const asked = element("div", { class: "asked" });
  const status = element("div", { role: "status", class: "status" });
  const told = element("div", { class: "told" });
  const go = element("button", { type: "submit", class: "main" });
  const form = element("form", { class: "question", novalidate: true }, asked, status, told, go);
  /** @type {Control} */
  let control;
  let isMarked = false;

  const show = () => {
    const question = /** @type {Question} */ (questions.get(sitting.ids[sitting.place]));
    isMarked = false;
    control = choiceControl(question, say);
    place.textContent = say("screen.place", { number: sitting.place + 1, count: sitting.ids.length });
    document.title = `${place.textContent} · ${data.title}`;
    const prompt = textBlock("h2", question.prompt, { id: "prompt", tabindex: -1, class: "prompt" });
    const context = question.context ? textBlock("p", question.context, { class: "context" }) : null;
    asked.replaceChildren(...[context, prompt, control.shown].filter((each) => each !== null));
    status.replaceChildren();
    told.replaceChildren();
    go.textContent = say("web.check");
    prompt.focus();
  };
  const check = () => {
    const question = /** @type {Question} */ (questions.get(sitting.ids[sitting.place]));
    const response = control.response();
    if (!response) {
      status.replaceChildren(control.first);
      return;
    }
    const mark = markOf(question, response);
    sitting = answered(sitting, { response, mark });
    then.kept(sitting);
    control.mark(response, mark);
    isMarked = true;
    const verdict = mark.verdict === "right" ? `✓ ${say("verdict.right")}` : `✗ ${say("verdict.wrong")}`;
    status.replaceChildren(element("p", { class: `verdict ${mark.verdict}` }, verdict));
    told.replaceChildren(element("p", { dir: "auto" }, marked(question.key?.explanation)));
    go.textContent = say("web.next");
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!isMarked) return check();
    sitting = movedOn(sitting);
    then.kept(sitting);
    if (sitting.place === sitting.ids.length) then.over(sitting);
    else show();
  });
  page.replaceChildren(element("h1", { class: "small" }, data.title), place, form);
  show();
}
