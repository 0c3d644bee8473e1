/** How much of the marks an answer in parts earns: shares from 0 to 1, as the program's `grade/credit` has them. */

/**
 * (Right picks - wrong picks) / right answers, never below zero: picking everything earns nothing.
 *
 * @param {number[]} picked
 * @param {number[]} right
 */
export function picks(picked, right) {
  const [chosen, wanted] = [new Set(picked), new Set(right)];
  const found = [...chosen].filter((pick) => wanted.has(pick)).length;
  return wanted.size ? Math.max(0, (2 * found - chosen.size) / wanted.size) : 0;
}

/**
 * The share of the parts that are right.
 *
 * @param {boolean[]} parts
 */
export function fraction(parts) {
  return parts.length ? parts.filter(Boolean).length / parts.length : 0;
}

/**
 * The length of the longest rising run, gaps allowed: how many items stand in order among themselves.
 *
 * @param {number[]} ranks
 */
export function run(ranks) {
  /** @type {number[]} */
  const tops = [];
  for (const rank of ranks) {
    const at = tops.findIndex((top) => top >= rank);
    tops[at < 0 ? tops.length : at] = rank;
  }
  return tops.length;
}

/**
 * (Longest rising run - 1) / (steps - 1): one step alone is always in order, and earns nothing.
 *
 * @param {number[]} ranks
 * @param {number} steps
 */
export function order(ranks, steps) {
  return steps > 1 ? Math.max(0, run(ranks) - 1) / (steps - 1) : Number(run(ranks) === steps);
}
