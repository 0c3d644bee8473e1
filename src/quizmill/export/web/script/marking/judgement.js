/** What is found of one typed answer. */

/**
 * @typedef {Record<string, import("../words.js").Value>} Values
 * @typedef {{key: string, values: Values}} Reason
 * @typedef {{right: boolean, reason?: Reason, near?: boolean, unclear?: string}} Judgement
 */

/** @type {Judgement} */
export const RIGHT = { right: true };
/** @type {Judgement} */
export const WRONG = { right: false };

/** @param {string} key @param {Values} [values] @returns {Reason} */
export const because = (key, values = {}) => ({ key, values });
/** A wrong answer, and why. @param {string} key @param {Values} [values] @returns {Judgement} */
export const miss = (key, values) => ({ right: false, reason: because(key, values) });
/** A wrong answer that may mean the right thing. @param {string} key @returns {Judgement} */
export const nearMiss = (key) => ({ ...miss(key), near: true });

/** @param {Judgement} found */
const favour = (found) =>
  (found.right ? 16 : 0) +
  (found.right && !found.reason ? 8 : 0) +
  (found.near ? 4 : 0) +
  (found.unclear ? 2 : 0) +
  (found.reason ? 1 : 0);

/** The most favourable; the first of equals. @param {Iterable<Judgement>} judgements */
export function best(judgements) {
  /** @type {Judgement | undefined} */
  let found;
  for (const each of judgements) if (!found || favour(each) > favour(found)) found = each;
  return found || WRONG;
}
