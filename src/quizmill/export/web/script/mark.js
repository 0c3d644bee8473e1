import { fraction, order, picks, run } from "./credit.js";
import { judge } from "./judge.js";

/**
 * What an answer means, as the program's own log has it: places of options count in the order of the data.
 *
 * @typedef {{ type: "Choice", picks: number[] }} Choice
 * @typedef {{ type: "Text", text: string }} TypedText
 * @typedef {{ type: "Blanks", texts: string[] }} Blanks
 * @typedef {{ type: "Pairing", rights: (number | null)[] }} Pairing
 * @typedef {{ type: "Order", steps: number[] }} Order
 * @typedef {{ type: "Essay", text: string, named: boolean[] | null }} Written
 * @typedef {{ type: "Skipped" }} Skipped
 * @typedef {Choice | TypedText | Blanks | Pairing | Order | Written | Skipped} Response
 *
 * What it is worth: a share from 0 to 1. `parts` says of each blank, pair, step or point whether it is right, null
 * where only the learner can tell. `unsure` is an answer that the learner judges beside the key; `again` none yet,
 * since it cannot be read in one way.
 *
 * @typedef {"right" | "partial" | "wrong" | "skipped" | "unmarked" | "unsure" | "again"} Verdict
 * @typedef {{ verdict: Verdict, share: number, parts?: (boolean | null)[], reasons?: Message[] }} Mark
 *
 * @typedef {import("./data.js").Question} Question
 * @typedef {import("./words.js").Message} Message
 * @typedef {import("./judge.js").Judgement} Judgement
 */

/**
 * The mark of a response to a question whose key is known.
 *
 * @param {Question} question
 * @param {Response} response
 * @returns {Mark}
 */
export function markOf(question, response) {
  const right = question.key?.right ?? [];
  if (isBlank(response)) return { verdict: "skipped", share: 0 };
  switch (response.type) {
    case "Choice":
      return question.kind === "multiple_response" ? picked(right, response.picks) : chosen(right, response.picks);
    case "Text":
      return typed(judge(question.key?.accepted ?? [], [response.text]));
    case "Blanks":
      return typed(judge(question.key?.accepted ?? [], response.texts));
    case "Pairing":
      return inParts("reason.pairs", right.map((place, left) => response.rights[left] === place));
    case "Order":
      return ordered(question.options ?? [], right, response.steps);
    case "Essay":
      return response.named ? inParts("reason.points", response.named) : { verdict: "unmarked", share: 0 };
    case "Skipped":
      return { verdict: "skipped", share: 0 };
  }
}

/**
 * Whether nothing was answered.
 *
 * @param {Response} response
 */
function isBlank(response) {
  switch (response.type) {
    case "Choice":
      return !response.picks.length;
    case "Text":
      return !response.text.trim();
    case "Blanks":
      return !response.texts.some((text) => text.trim());
    case "Pairing":
      return response.rights.every((place) => place === null);
    case "Order":
      return !response.steps.length;
    case "Essay":
      return !response.named && !response.text.trim();
    case "Skipped":
      return true;
  }
}

/**
 * The mark once the learner has said of what was unsure whether it is right.
 *
 * @param {Mark} mark
 * @param {boolean} isRight
 * @returns {Mark}
 */
export function settled(mark, isRight) {
  const parts = (mark.parts ?? []).map((part) => part ?? isRight);
  if (parts.length < 2) return { ...mark, verdict: isRight ? "right" : "wrong", share: isRight ? 1 : 0, parts };
  return { ...inParts("reason.blanks", /** @type {boolean[]} */ (parts)) };
}

/**
 * The mark once the learner has said "I was right" of what was typed.
 *
 * @param {Mark} mark
 * @returns {Mark}
 */
export function appealed(mark) {
  const parts = (mark.parts ?? []).map(() => true);
  return { verdict: "right", share: 1, parts, reasons: [{ key: "reason.appealed" }] };
}

/** @param {number} share @returns {Verdict} */
function verdictOf(share) {
  return share >= 1 ? "right" : share > 0 ? "partial" : "wrong";
}

/** @param {number[]} right @param {number[]} chosenOnes @returns {Mark} */
function chosen(right, chosenOnes) {
  const isRight = chosenOnes.length === right.length && chosenOnes.every((pick) => right.includes(pick));
  return { verdict: verdictOf(Number(isRight)), share: Number(isRight) };
}

/** @param {number[]} right @param {number[]} chosenOnes @returns {Mark} */
function picked(right, chosenOnes) {
  const share = picks(chosenOnes, right);
  if (share >= 1) return { verdict: "right", share };
  const found = chosenOnes.filter((pick) => right.includes(pick)).length;
  const wrong = chosenOnes.length - found;
  const counted = { right: found, n: right.length };
  const reason = wrong
    ? { key: "reason.picked_some_wrong", values: { ...counted, wrong } }
    : { key: "reason.picked", values: counted };
  return { verdict: verdictOf(share), share, reasons: [reason] };
}

/** @param {Judgement[]} found @returns {Mark} */
function typed(found) {
  const again = found.find((each) => each.verdict === "again");
  if (again) return { verdict: "again", share: 0, reasons: again.reasons };
  const parts = found.map((each) => (each.verdict === "unsure" ? null : each.verdict === "right"));
  if (parts.includes(null)) return { verdict: "unsure", share: 0, parts };
  if (found.length > 1) {
    const mark = inParts("reason.blanks", /** @type {boolean[]} */ (parts));
    const told = found.flatMap((each, blank) =>
      (each.reasons ?? []).map((why) => ({ key: "reason.blank", values: { number: blank + 1, why } })),
    );
    return { ...mark, reasons: [...(mark.reasons ?? []), ...told] };
  }
  const share = Number(parts[0]);
  return { verdict: verdictOf(share), share, parts, reasons: found[0]?.reasons };
}

/** @param {string[]} options @param {number[]} right @param {number[]} steps @returns {Mark} */
function ordered(options, right, steps) {
  const text = (/** @type {number} */ step) => options[step];
  const places = (/** @type {number} */ step) =>
    right.flatMap((other, place) => (text(other) === text(step) ? [place] : [])).reverse();
  const ranks = steps.flatMap(places);
  const parts = right.map((step, place) => text(steps[place]) === text(step));
  const [share, found] = [order(ranks, right.length), run(ranks)];
  const reasons = found < right.length ? [{ key: "reason.steps", values: { right: found, n: right.length } }] : [];
  return { verdict: verdictOf(share), share, parts, reasons };
}

/** @param {"reason.pairs" | "reason.points" | "reason.blanks"} key @param {boolean[]} parts @returns {Mark} */
function inParts(key, parts) {
  const [share, right] = [fraction(parts), parts.filter(Boolean).length];
  const reasons = right < parts.length ? [{ key, values: { right, n: parts.length } }] : [];
  return { verdict: verdictOf(share), share, parts, reasons };
}
