import { element, textBlock } from "../dom.js";

/** @typedef {import("../data.js").Question} Question */
/** @typedef {import("../mark.js").Response} Response */
/** @typedef {import("../mark.js").Mark} Mark */
/** @typedef {import("../words.js").Say} Say */

/**
 * A way of answering: what stands in the page, what the learner has answered so far (null for nothing yet), and
 * what becomes of it once it is marked.
 *
 * @typedef {{
 *   shown: HTMLElement,
 *   response: () => Response | null,
 *   mark: (response: Response, mark: Mark) => void,
 *   first: string,
 * }} Control
 */

/**
 * Radio buttons for one option.
 *
 * @param {Question} question
 * @param {Say} say
 * @returns {Control}
 */
export function choiceControl(question, say) {
  const options = question.options ?? [];
  const inputs = options.map((_, place) => element("input", { type: "radio", name: "pick", value: place }));
  const rows = options.map((option, place) =>
    element("label", { class: "option" }, inputs[place], textBlock("span", option, { class: "text" })),
  );
  const shown = element("fieldset", { "aria-labelledby": "prompt", class: "options" }, ...rows);
  return {
    shown,
    first: say("screen.choose_first"),
    response: () => {
      const picks = inputs.flatMap((input, place) => (input.checked ? [place] : []));
      return picks.length ? { picks } : null;
    },
    mark: ({ picks }) => {
      const right = question.key?.right ?? [];
      inputs.forEach((input, place) => {
        input.disabled = true;
        const said = verdictOn(right.includes(place), picks.includes(place), say);
        if (!said) return;
        rows[place].classList.add(right.includes(place) ? "right" : "wrong");
        rows[place].append(element("span", { class: "said" }, said));
      });
    },
  };
}

/**
 * What stands beside an option.
 *
 * @param {boolean} isRight
 * @param {boolean} isPicked
 * @param {Say} say
 */
function verdictOn(isRight, isPicked, say) {
  if (isRight) return `✓ ${isPicked ? say("screen.right_yours") : say("screen.right")}`;
  return isPicked ? `✗ ${say("screen.yours")}` : "";
}
