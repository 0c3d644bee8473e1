import { element, plainText, textBlock } from "../dom.js";
import { group, verdictBeside } from "./control.js";

/** @typedef {import("./control.js").Control} Control */
/** @typedef {import("./control.js").Question} Question */
/** @typedef {import("./control.js").Say} Say */

const SHORT = 60; // letters of a step, to name it in a button
const STOP = /[.。]$/; // which would stand in the middle of what is said

/**
 * Steps with two buttons each. The focus stays with the step that is moved, and where it is now is said.
 *
 * @param {Question} question
 * @param {Say} say
 * @returns {Control}
 */
export function stepsControl(question, say) {
  const options = question.options ?? [];
  let order = options.map((_, place) => place);
  let moved = false;
  const list = element("ol", { class: "steps" });
  const live = element("p", { class: "unseen", "aria-live": "polite" });
  const rows = options.map((option, step) => {
    const name = plainText(option).slice(0, SHORT).trim().replace(STOP, "");
    const move = (/** @type {number} */ by, /** @type {string} */ words, /** @type {string} */ sign) =>
      element("button", { type: "button", class: "move", "aria-label": words, click: () => shift(step, by) }, sign);
    const up = move(-1, say("web.move_up", { step: name }), "↑");
    const down = move(1, say("web.move_down", { step: name }), "↓");
    const text = textBlock("span", option, { class: "text" });
    return { row: element("li", { class: "step" }, text, element("span", { class: "moves" }, up, down)), up, down, name };
  });
  const show = () => {
    list.replaceChildren(...order.map((step) => rows[step].row));
    order.forEach((step, place) => {
      rows[step].up.disabled = place === 0;
      rows[step].down.disabled = place === order.length - 1;
    });
  };
  const shift = (/** @type {number} */ step, /** @type {number} */ by) => {
    const [from, to] = [order.indexOf(step), order.indexOf(step) + by];
    if (to < 0 || to >= order.length) return;
    order[from] = order[to];
    order[to] = step;
    moved = true;
    show();
    const { up, down, name } = rows[step];
    const pressed = by < 0 ? up : down;
    (pressed.disabled ? (pressed === up ? down : up) : pressed).focus();
    live.textContent = say("web.moved", { step: name, place: to + 1, count: order.length });
  };
  show();
  return {
    shown: group("ordering", list, live),
    response: () => ({ type: "Order", steps: [...order] }),
    missing: () => "",
    unfinished: () => (moved ? "" : say("screen.order_first")),
    mark: (_, mark) => {
      const right = question.key?.right ?? [];
      const given = [...order];
      order = [...right];
      list.replaceChildren(...right.map((step) => rows[step].row));
      right.forEach((step, place) => {
        const { row } = rows[step];
        const isRight = Boolean(mark.parts?.[place]);
        row.classList.add(isRight ? "right" : "wrong");
        row.querySelector(".moves")?.remove();
        const number = given.indexOf(step) + 1;
        row.append(verdictBeside(isRight, isRight ? say("screen.in_place") : say("screen.was_put_at", { number })));
      });
    },
    restore: (response) => {
      if (response.type !== "Order") return;
      order = [...response.steps];
      moved = true;
      show();
    },
  };
}
