import { element, marked } from "../dom.js";
import { group } from "./control.js";

/** @typedef {import("./control.js").Control} Control */
/** @typedef {import("./control.js").Question} Question */
/** @typedef {import("./control.js").Say} Say */

// What phones would change or suggest in an answer.
export const AS_TYPED = { autocomplete: "off", autocapitalize: "off", autocorrect: "off", spellcheck: "false" };

/**
 * A line to type in.
 *
 * @param {Question} question
 * @param {Say} say
 * @returns {Control}
 */
export function typedControl(question, say) {
  const attributes = { ...AS_TYPED, type: "text", id: "typed", dir: "auto", class: question.code ? "code" : "" };
  const input = element("input", attributes); // by all keys: a number may have a sign, a unit or words
  const unit = question.unit ? element("span", { class: "unit", id: "unit" }, marked(question.unit)) : null;
  if (unit) input.setAttribute("aria-describedby", "unit");
  const label = element("label", { for: "typed" }, say("web.your_answer"));
  const line = element("span", { class: "line" }, input, unit);
  return {
    shown: group("typing", label, line),
    response: () => (input.value.trim() ? { type: "Text", text: input.value } : null),
    missing: () => say("screen.type_first"),
    mark: (_, mark) => {
      input.readOnly = true;
      if (mark.verdict !== "right" && mark.verdict !== "wrong") return;
      const isRight = mark.verdict === "right";
      line.classList.add(mark.verdict);
      if (!isRight) input.setAttribute("aria-describedby", "status");
      input.setAttribute("aria-invalid", String(!isRight));
    },
    restore: (response) => {
      if (response.type === "Text") input.value = response.text;
    },
  };
}

/**
 * Lines within a text, one a gap, all of one width. Enter goes on to the next empty one, if there is one behind.
 *
 * @param {Question} question
 * @param {Say} say
 * @returns {Control}
 */
export function gapsControl(question, say) {
  const text = marked(question.prompt);
  const count = question.blanks ?? 0;
  const inputs = Array.from({ length: count }, (_, blank) => {
    const name = say("web.blank", { number: blank + 1, count });
    return element("input", { ...AS_TYPED, type: "text", class: "gap", dir: "auto", "aria-label": name });
  });
  for (const place of text.querySelectorAll("span[data-gap]")) {
    const number = Number(/** @type {HTMLElement} */ (place).dataset.gap);
    const formula = place.closest("math");
    if (formula) {
      place.replaceWith(`[${number}]`); // where screen readers would not find a line to type in
      (formula.closest(".formula") ?? formula).after(element("span", { class: "apart" }, ` [${number}] `, inputs[number - 1]));
    } else place.replaceWith(inputs[number - 1]);
  }
  inputs.forEach((input, blank) =>
    input.addEventListener("keydown", (event) => {
      const next = inputs.slice(blank + 1).find((other) => !other.value.trim());
      if (event.key !== "Enter" || !next || event.isComposing) return;
      event.preventDefault();
      next.focus();
    }),
  );
  const empty = () => inputs.flatMap((input, blank) => (input.value.trim() ? [] : [blank + 1]));
  return {
    shown: group("gaps", element("div", { class: "passage", dir: "auto" }, text)),
    response: () => {
      const texts = inputs.map((input) => input.value);
      return texts.some((each) => each.trim()) ? { type: "Blanks", texts } : null;
    },
    missing: () => say("screen.gap_first"),
    unfinished: () => (empty().length ? say("screen.gaps_empty", { numbers: empty().join(", ") }) : ""),
    mark: (_, mark) => {
      inputs.forEach((input, blank) => {
        input.readOnly = true;
        const isRight = mark.parts?.[blank];
        if (isRight === null || isRight === undefined) return;
        input.classList.add(isRight ? "right" : "wrong");
        input.setAttribute("aria-invalid", String(!isRight));
        const words = element("span", { class: "unseen" }, say(isRight ? "screen.right" : "screen.wrong"));
        input.after(element("span", { class: `said ${isRight ? "right" : "wrong"}` }, isRight ? "✓" : "✗", words));
      });
    },
    restore: (response) => {
      if (response.type === "Blanks") response.texts.forEach((each, blank) => (inputs[blank].value = each));
    },
  };
}
