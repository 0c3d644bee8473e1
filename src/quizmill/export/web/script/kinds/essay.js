import { element, marked } from "../dom.js";
import { group } from "./control.js";

/** @typedef {import("./control.js").Control} Control */
/** @typedef {import("./control.js").Question} Question */
/** @typedef {import("./control.js").Say} Say */

const LINES = 8; // of space, unless the question says how many
const MOST = 20;

/**
 * A field to write in; then the points of a full answer, of which the learner says which the own one names.
 *
 * @param {Question} question
 * @param {Say} say
 * @returns {Control}
 */
export function essayControl(question, say) {
  const rows = Math.min(question.lines || LINES, MOST);
  const field = element("textarea", { id: "written", rows, dir: "auto", spellcheck: "true" });
  const label = element("label", { for: "written" }, say("web.your_answer"));
  const ticks = (question.key?.answers ?? []).map(() => element("input", { type: "checkbox" }));
  const points = (question.key?.answers ?? []).map((point, number) =>
    element("label", { class: "option" }, ticks[number], element("span", { class: "text", dir: "auto" }, marked(point))),
  );
  const legend = element("legend", {}, say("face.a_full_answer"));
  const checklist = element("fieldset", { class: "options points", hidden: true }, legend, ...points);
  return {
    shown: element("div", {}, group("writing", label, field), checklist),
    response: () => {
      if (!field.value.trim()) return null;
      if (question.key && checklist.hidden) {
        checklist.hidden = false;
        field.readOnly = true;
        ticks[0]?.focus();
        return null;
      }
      const named = question.key ? ticks.map((tick) => tick.checked) : null;
      return { type: "Essay", text: field.value, named };
    },
    missing: () => (field.value.trim() ? say("face.a_full_answer") : say("screen.write_first")),
    mark: (response) => {
      field.readOnly = true;
      const named = response.type === "Essay" ? (response.named ?? []) : [];
      checklist.hidden = false;
      ticks.forEach((tick, number) => {
        tick.disabled = true;
        points[number].classList.add(named[number] ? "right" : "wrong");
      });
    },
    restore: (response) => {
      if (response.type === "Essay") field.value = response.text;
    },
  };
}
