import { element, plainText, textBlock } from "../dom.js";
import { group, orderOfOptions, verdictBeside } from "./control.js";

/** @typedef {import("./control.js").Control} Control */
/** @typedef {import("./control.js").Question} Question */
/** @typedef {import("./control.js").Say} Say */

/**
 * Radio buttons for one option, or checkboxes for several. A digit picks while the focus is among them.
 *
 * @param {Question} question
 * @param {Say} say
 * @returns {Control}
 */
export function choiceControl(question, say) {
  const several = question.kind === "multiple_response";
  const options = question.options ?? [];
  const order = orderOfOptions(question);
  const inputs = options.map((option, place) => {
    const name = option.includes("<math") ? plainText(option) : false; // not every reader says formulas
    const attributes = { type: several ? "checkbox" : "radio", name: "pick", value: place };
    return element("input", { ...attributes, "aria-label": name });
  });
  const rows = options.map((option, place) =>
    element("label", { class: "option" }, inputs[place], textBlock("span", option, { class: "text" })),
  );
  const look = question.kind === "true_false" ? "options truth" : "options";
  const shown = group(look, ...order.map((place) => rows[place]));
  shown.addEventListener("keydown", (event) => {
    const place = order[Number(event.key) - 1];
    if (place === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    inputs[place].click();
    inputs[place].focus();
  });
  const picks = () => inputs.flatMap((input, place) => (input.checked ? [place] : []));
  return {
    shown,
    response: () => (picks().length ? { type: "Choice", picks: picks() } : null),
    missing: () => (several ? say("screen.tick_first") : say("screen.choose_first")),
    mark: (response) => {
      const right = question.key?.right ?? [];
      const chosen = response.type === "Choice" ? response.picks : [];
      inputs.forEach((input, place) => {
        input.disabled = true;
        const [isRight, isChosen] = [right.includes(place), chosen.includes(place)];
        if (!isRight && !isChosen) return;
        rows[place].classList.add(isRight ? "right" : "wrong");
        rows[place].append(verdictBeside(isRight, beside(isRight, isChosen, several, say)));
        if (!isRight) input.setAttribute("aria-describedby", "status");
      });
    },
    restore: (response) => {
      if (response.type === "Choice") response.picks.forEach((place) => (inputs[place].checked = true));
    },
  };
}

/**
 * What is said of an option that is right, or that was chosen.
 *
 * @param {boolean} isRight
 * @param {boolean} isChosen
 * @param {boolean} several
 * @param {Say} say
 */
function beside(isRight, isChosen, several, say) {
  if (!isRight) return say("screen.yours");
  if (isChosen) return say("screen.right_yours");
  return several ? say("screen.right_not_ticked") : say("screen.right");
}
