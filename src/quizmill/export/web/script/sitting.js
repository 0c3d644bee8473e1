/**
 * A learner's way through some questions. Nothing here shows, waits or knows the time; each function gives a
 * new sitting.
 *
 * @typedef {import("./mark.js").Mark} Mark
 * @typedef {import("./mark.js").Response} Response
 * @typedef {{ response: Response, mark: Mark }} Answer
 * @typedef {{ ids: string[], place: number, answers: Record<string, Answer>, hinted: string[] }} Sitting
 */

const HINT_KEEPS = 0.5; // of the marks

/**
 * A sitting before its first question.
 *
 * @param {string[]} ids
 * @returns {Sitting}
 */
export function begun(ids) {
  return { ids, place: 0, answers: {}, hinted: [] };
}

/**
 * With an answer to the question in front of the learner.
 *
 * @param {Sitting} sitting
 * @param {Answer} answer
 * @returns {Sitting}
 */
export function answered(sitting, answer) {
  return { ...sitting, answers: { ...sitting.answers, [sitting.ids[sitting.place]]: answer } };
}

/**
 * At the next question; behind the last at the end.
 *
 * @param {Sitting} sitting
 * @returns {Sitting}
 */
export function movedOn(sitting) {
  return { ...sitting, place: Math.min(sitting.place + 1, sitting.ids.length) };
}

/**
 * With the hint to the question seen.
 *
 * @param {Sitting} sitting
 * @param {string} id
 * @returns {Sitting}
 */
export function withHint(sitting, id) {
  return sitting.hinted.includes(id) ? sitting : { ...sitting, hinted: [...sitting.hinted, id] };
}

/**
 * The marks earned by the answer to a question that is worth so many.
 *
 * @param {Sitting} sitting
 * @param {string} id
 * @param {number} marks
 */
export function earned(sitting, id, marks) {
  const share = sitting.answers[id]?.mark.share ?? 0;
  return share * marks * (sitting.hinted.includes(id) ? HINT_KEEPS : 1);
}

/**
 * The questions that were not fully right, in their order.
 *
 * @param {Sitting} sitting
 */
export function missedIn(sitting) {
  return sitting.ids.slice(0, sitting.place).filter((id) => {
    const verdict = sitting.answers[id]?.mark.verdict ?? "skipped";
    return verdict !== "right" && verdict !== "unmarked";
  });
}
