/**
 * What an answer is worth. Shares go from 0 to 1; `parts` says of each blank, pair or step whether it is right.
 *
 * @typedef {import("./data.js").Question} Question
 * @typedef {import("./words.js").Message} Message
 * @typedef {{ picks: number[] }} Response
 * @typedef {"right" | "partial" | "wrong" | "skipped" | "unmarked" | "unsure" | "again"} Verdict
 * @typedef {{ verdict: Verdict, share: number, parts?: boolean[], reasons?: Message[] }} Mark
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
  const same = response.picks.length === right.length && response.picks.every((pick) => right.includes(pick));
  return same ? { verdict: "right", share: 1 } : { verdict: "wrong", share: 0 };
}
