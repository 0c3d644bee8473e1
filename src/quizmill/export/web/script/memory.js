/**
 * What an answer does to a question's schedule, and how likely it is still known: FSRS as the program's
 * `study/memory` has it. Whole days, no steps within a day, no chance; the parameters are py-fsrs's defaults.
 */

/**
 * What FSRS knows of a question. Days are numbers as Python's date.toordinal() counts them.
 * @typedef {{stability: number, difficulty: number, due: number, last: number}} Schedule
 */

/** Under half the marks is 1, again; less than all, or after a hint, 2, hard; right is 3, good.
 * @typedef {1 | 2 | 3} Rating */

export const RETENTION = 0.9; // the chance of knowing it at which a question comes back

const W = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
  1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];
const DECAY = -W[20];
const FACTOR = 0.9 ** (1 / DECAY) - 1;
const LEAST = 0.001; // days of stability
const LONGEST = 36500; // days until a question comes back
const ROUNDING = 1e-9; // of marks: a half of them that was added up from thirds or sixths
const EASY = 4; // a rating that nobody gives; difficulties drift towards what it begins with

/**
 * The schedule once a question was answered on *day*; *before* is null for the first time ever.
 * Throws RangeError for a day that is not behind the last one: only the first answer of a day counts.
 * @param {Schedule | null} before
 * @param {Rating} rating
 * @param {number} day
 * @param {number} [retention] between 0.7 and 0.99
 * @returns {Schedule}
 */
export function after(before, rating, day, retention = RETENTION) {
  if (before && day <= before.last) throw new RangeError("only the first answer of a day schedules");
  const stability = Math.max(before ? nextStability(before, rating, recall(before, day)) : W[rating - 1], LEAST);
  const difficulty = clamped(before ? nextDifficulty(before.difficulty, rating) : initialDifficulty(rating));
  return { stability, difficulty, due: day + interval(stability, retention), last: day };
}

/**
 * The chance, from 0 to 1, that the question is still known on *day*.
 * @param {Schedule} schedule
 * @param {number} day
 */
export function recall(schedule, day) {
  return (1 + (FACTOR * Math.max(0, day - schedule.last)) / schedule.stability) ** DECAY;
}

/**
 * What a mark says of memory; null where it says nothing. A hint has halved the marks already.
 * @param {{verdict: string, earned: number, possible: number}} mark
 * @param {boolean} hinted
 * @returns {Rating | null}
 */
export function ratingOf({ verdict, earned, possible }, hinted) {
  if (verdict === "skipped" || verdict === "unmarked") return null;
  if (verdict === "wrong" || earned < possible / 2 - ROUNDING) return 1;
  return hinted || verdict === "partial" ? 2 : 3;
}

/** @param {number} stability @param {number} retention */
function interval(stability, retention) {
  const days = (stability / FACTOR) * (retention ** (1 / DECAY) - 1);
  return Math.min(Math.max(halfToEven(days), 1), LONGEST);
}

/** As Python rounds: a half goes to the even number.
 * @param {number} number */
function halfToEven(number) {
  const below = Math.floor(number);
  const over = number - below;
  return over > 0.5 || (over === 0.5 && below % 2) ? below + 1 : below;
}

/** @param {number} rating */
function initialDifficulty(rating) {
  return W[4] - Math.E ** (W[5] * (rating - 1)) + 1;
}

/** @param {number} difficulty @param {Rating} rating */
function nextDifficulty(difficulty, rating) {
  const damped = ((10 - difficulty) * -(W[6] * (rating - 3))) / 9;
  return W[7] * initialDifficulty(EASY) + (1 - W[7]) * (difficulty + damped);
}

/** @param {number} difficulty */
function clamped(difficulty) {
  return Math.min(Math.max(difficulty, 1), 10);
}

/** @param {Schedule} schedule @param {Rating} rating @param {number} known the chance that it was */
function nextStability({ stability, difficulty }, rating, known) {
  if (rating === 1) {
    const forgotten =
      W[11] * difficulty ** -W[12] * ((stability + 1) ** W[13] - 1) * Math.E ** ((1 - known) * W[14]);
    return Math.min(forgotten, stability / Math.E ** (W[17] * W[18]));
  }
  const hard = rating === 2 ? W[15] : 1;
  const growth = Math.E ** W[8] * (11 - difficulty) * stability ** -W[9];
  return stability * (1 + growth * (Math.E ** ((1 - known) * W[10]) - 1) * hard);
}
