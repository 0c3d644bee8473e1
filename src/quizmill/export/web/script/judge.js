/**
 * What is found of a typed answer. `again` says why it cannot be read in one way, `unsure` that the learner judges.
 *
 * @typedef {import("./words.js").Message} Message
 * @typedef {{ verdict: "right" | "wrong" | "again" | "unsure", reasons?: Message[] }} Judgement
 */

/**
 * Whether a typed answer is right, by the record that was made of its question.
 *
 * @param {unknown} record
 * @param {string} typed
 * @returns {Judgement}
 */
export function judge(record, typed) {
  if (!typed.trim()) return { verdict: "wrong" };
  return { verdict: record ? "wrong" : "unsure" };
}
