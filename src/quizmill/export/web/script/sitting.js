/**
 * A learner's way through some questions. Nothing here shows, waits or knows the time; each function gives a
 * new sitting.
 *
 * @typedef {import("./mark.js").Mark} Mark
 * @typedef {import("./mark.js").Response} Response
 * @typedef {import("./data.js").Question} Question
 * @typedef {{ response: Response, mark: Mark }} Answer
 * @typedef {{
 *   ids: string[], place: number, answers: Record<string, Answer>, hinted: string[], name: string, key: string,
 * }} Sitting The name says what is asked: "all", "today", or the number of a topic; the key is its own in the log.
 */

const HINT_KEEPS = 0.5; // of the marks

/**
 * A sitting before its first question.
 *
 * @param {string[]} ids
 * @param {string} name
 * @param {string} key
 * @returns {Sitting}
 */
export function begun(ids, name, key) {
  return { ids, place: 0, answers: {}, hinted: [], name, key };
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
 * At another question; behind the last at the end.
 *
 * @param {Sitting} sitting
 * @param {number} place
 * @returns {Sitting}
 */
export function movedTo(sitting, place) {
  return { ...sitting, place: Math.max(0, Math.min(place, sitting.ids.length)) };
}

/**
 * At the next question.
 *
 * @param {Sitting} sitting
 * @returns {Sitting}
 */
export function movedOn(sitting) {
  return movedTo(sitting, sitting.place + 1);
}

/**
 * With the hint to the question in front of the learner seen.
 *
 * @param {Sitting} sitting
 * @returns {Sitting}
 */
export function withHint(sitting) {
  const id = sitting.ids[sitting.place];
  return sitting.hinted.includes(id) ? sitting : { ...sitting, hinted: [...sitting.hinted, id] };
}

/**
 * Marks earned, of those there were to earn; what is not marked does not count.
 *
 * @typedef {{ earned: number, possible: number }} Tally
 */

/**
 * What the answer to a question earned.
 *
 * @param {Sitting} sitting
 * @param {Question} question
 * @returns {Tally}
 */
export function tallyOf(sitting, question) {
  const marks = question.marks ?? 1;
  const mark = sitting.answers[question.id]?.mark;
  if (mark?.verdict === "unmarked") return { earned: 0, possible: 0 };
  const keeps = sitting.hinted.includes(question.id) ? HINT_KEEPS : 1;
  return { earned: (mark?.share ?? 0) * marks * keeps, possible: marks };
}

/**
 * The marks of some questions together.
 *
 * @param {Sitting} sitting
 * @param {Question[]} questions
 * @returns {Tally}
 */
export function tallyOfAll(sitting, questions) {
  const none = { earned: 0, possible: 0 };
  return questions
    .map((question) => tallyOf(sitting, question))
    .reduce((sum, one) => ({ earned: sum.earned + one.earned, possible: sum.possible + one.possible }), none);
}

/**
 * Those of the questions that were passed and are not fully right.
 *
 * @param {Sitting} sitting
 */
export function missedIn(sitting) {
  return sitting.ids.slice(0, sitting.place).filter((id) => {
    const verdict = sitting.answers[id]?.mark.verdict ?? "skipped";
    return verdict !== "right" && verdict !== "unmarked";
  });
}
