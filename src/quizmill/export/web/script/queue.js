/** What a review asks on one day, and in which order: the laws of the program's `study/queue`. */

/** @typedef {import("./memory.js").Schedule} Schedule */

/**
 * A question as far as a review must know it.
 * @typedef {{id: string, facts: string[], importance: number}} Reviewed importance: 0 is core
 */

/**
 * What a review on one day starts from.
 * @typedef {object} Today
 * @property {number} day
 * @property {Map<string, Schedule>} schedules by question
 * @property {Set<string>} met questions answered today
 * @property {number} introduced new ones already met today
 * @property {number} reviewed questions that were scheduled today, new ones among them
 */

/** @typedef {{questions: string[], due: number, fresh: number, waiting: number}} Plan */

const GAP = 5; // questions between two that share a fact, where that can be had

/**
 * What to ask today: what is due, least likely known first, and up to *fresh* a day never asked before, core
 * first; *most* a day in all. Questions that share a fact are parted; what can wait a day for another does.
 * @param {Reviewed[]} questions
 * @param {Today} today
 * @param {{fresh: number, most: number}} wish
 * @returns {Plan}
 */
export function plan(questions, today, { fresh, most }) {
  const fading = leastKnownFirst(questions, today);
  const met = questions.filter(({ id }) => today.met.has(id));
  const count = Math.max(0, most - today.reviewed);
  const due = notTold(fading, today, factsOf(met)).slice(0, count);
  const unmet = questions.filter(({ id }) => !today.schedules.has(id));
  unmet.sort((one, other) => one.importance - other.importance);
  const room = Math.min(Math.max(0, fresh - today.introduced), count - due.length);
  const begun = apartFrom(factsOf([...met, ...due]), unmet, room);
  const asked = apart(mixed(due, begun)).map(({ id }) => id);
  return { questions: asked, due: due.length, fresh: begun.length, waiting: fading.length - due.length };
}

/**
 * Whether to ask it on *day*: it is time, or a wrong clock put this into the future.
 * @param {Schedule} schedule @param {number} day
 */
export function isDue({ due, last }, day) {
  return due <= day || last > day;
}

/** The chance of knowing falls with time divided by stability.
 * @param {Reviewed[]} questions @param {Today} today */
function leastKnownFirst(questions, { day, schedules }) {
  const faded = (/** @type {Schedule} */ { last, stability }) => (last - day) / stability;
  return questions
    .flatMap((question) => {
      const schedule = schedules.get(question.id);
      return schedule && isDue(schedule, day) ? [{ question, faded: faded(schedule) }] : [];
    })
    .sort((one, other) => one.faded - other.faded)
    .map(({ question }) => question);
}

/** Those that cannot wait, and of those that fall due today what no other gives away.
 * @param {Reviewed[]} due @param {Today} today @param {Set<string>} told */
function notTold(due, today, told) {
  const pressing = new Set(due.filter((question) => !canWait(question, today)));
  const known = new Set([...told, ...factsOf(pressing)]);
  return due.filter((question) => {
    if (pressing.has(question)) return true;
    if (shares(question, known)) return false;
    question.facts.forEach((fact) => known.add(fact));
    return true;
  });
}

/** Whether a day makes no great difference: it is due today, and has not just been missed.
 * @param {Reviewed} question @param {Today} today */
function canWait({ id }, { day, schedules }) {
  const schedule = /** @type {Schedule} */ (schedules.get(id));
  return schedule.last <= day && day <= schedule.due && schedule.due - schedule.last > 1;
}

/** The first *room* that share no fact with what is told; the rest only fills up.
 * @param {Set<string>} told @param {Reviewed[]} unmet @param {number} room */
function apartFrom(told, unmet, room) {
  /** @type {Reviewed[]} */
  const picked = [];
  /** @type {Reviewed[]} */
  const waiting = [];
  const known = new Set(told);
  for (const question of unmet) {
    if (picked.length === room) break;
    (shares(question, known) ? waiting : picked).push(question);
    question.facts.forEach((fact) => known.add(fact));
  }
  return [...picked, ...waiting.slice(0, room - picked.length)];
}

/** Both in their own order, the fewer spread evenly among the many.
 * @param {Reviewed[]} due @param {Reviewed[]} fresh */
function mixed(due, fresh) {
  return [due, fresh]
    .flatMap((each) => each.map((question, i) => ({ at: (i + 0.5) / each.length, question })))
    .sort((one, other) => one.at - other.at)
    .map(({ question }) => question);
}

/** The same order, but a question that shares a fact with one just asked lets others go first.
 * @param {Reviewed[]} order */
function apart(order) {
  const left = [...order];
  /** @type {Reviewed[]} */
  const found = [];
  while (left.length) {
    const free = (/** @type {Set<string>} */ told) => left.findIndex((each) => !shares(each, told));
    const [wide, narrow] = [free(factsOf(found.slice(-GAP))), free(factsOf(found.slice(-1)))];
    found.push(...left.splice(wide >= 0 ? wide : Math.max(narrow, 0), 1));
  }
  return found;
}

/** @param {Reviewed} question @param {Set<string>} told */
function shares({ facts }, told) {
  return facts.some((fact) => told.has(fact));
}

/** @param {Iterable<Reviewed>} questions */
function factsOf(questions) {
  return new Set([...questions].flatMap(({ facts }) => facts));
}
