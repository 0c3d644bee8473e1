/**
 * The page's log of answers: lines as `quizmill history export` writes them and `quizmill history merge` reads
 * them. A log is a list, oldest first, and is replaced, never changed; all else is worked out from it.
 */

import { after, ratingOf } from "./memory.js";

/** @typedef {import("./memory.js").Schedule} Schedule */
/** @typedef {{verdict: string, earned: number, possible: number}} Mark */

/**
 * One event about a question, with the keys of an export. What is null where an answer was taken back: all
 * from `answer` to `hinted`; what is null where it scheduled nothing: all from `rating` to `due`.
 * @typedef {object} Line
 * @property {number} id within this log
 * @property {string} at UTC, as in 2026-11-20T17:00:00.000Z
 * @property {string} day the learner's, which turns at 4 am, as in 2026-11-20
 * @property {number} sitting within this log
 * @property {string} place practice, exam, review or cram
 * @property {string} bank its namespace
 * @property {string} question
 * @property {string} digest of what was asked
 * @property {string} action Give, Assess, Appeal or Undo
 * @property {number | null} supersedes the id of the line whose answer this one replaces or takes back
 * @property {boolean} [stands] written for others; here it is worked out
 * @property {string | null} answer as typed
 * @property {object | null} response what it means: {type: "Choice", picks: [0]} and so on
 * @property {string | null} verdict
 * @property {number | null} earned
 * @property {number | null} possible
 * @property {boolean | null} appealed
 * @property {boolean | null} hinted
 * @property {number} seconds
 * @property {import("./memory.js").Rating | null} rating
 * @property {number | null} stability
 * @property {number | null} difficulty
 * @property {string | null} due
 * @property {string} key of the sitting, the same in every file
 * @property {number} number of the event in its sitting, from 1
 */

/**
 * What was done, for `entered` to make a line of.
 * @typedef {object} Deed
 * @property {Date} at
 * @property {string} key of the sitting, from `newKey`
 * @property {string} place
 * @property {string} bank
 * @property {string} question
 * @property {string} digest
 * @property {"Give" | "Assess" | "Appeal" | "Undo"} action
 * @property {{text: string, response: object, mark: Mark, hinted: boolean} | null} given null where taken back
 * @property {number} seconds since the question was shown
 */

const SCHEDULING = ["practice", "review"]; // exam and cram leave the schedule alone
const TURNS_AT = 4; // o'clock: a late evening is one day
const DAY = 86_400_000; // milliseconds
const TEXTS = ["at", "day", "key", "question", "bank", "action", "place"]; // what every line has
const EPOCH = 719_163; // 1970-01-01 as Python's date.toordinal() counts

/** The learner's day that *moment* belongs to, by the clock on the wall.
 * @param {Date} moment */
export function dayOf(moment) {
  const midnight = Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate());
  return midnight / DAY + EPOCH - (moment.getHours() < TURNS_AT ? 1 : 0);
}

/** @param {number} day */
export function dateOf(day) {
  return new Date((day - EPOCH) * DAY).toISOString().slice(0, 10);
}

/** @param {string} date */
export function ordinalOf(date) {
  return Date.parse(`${date}T00:00:00Z`) / DAY + EPOCH;
}

/** A name for a new sitting that no other has anywhere. */
export function newKey() {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}

/**
 * The log with one line more. Giving an answer again is a further answer; every other action replaces the last
 * one that stands to the question in this sitting.
 * @param {Line[]} log
 * @param {Deed} deed
 * @returns {Line[]}
 */
export function entered(log, deed) {
  const { at, key, place, bank, question, digest, action, given, seconds } = deed;
  const day = dayOf(at);
  const own = log.filter((line) => line.key === key);
  const mine = standing(own).filter((line) => line.question === question);
  const replaced = action === "Give" ? undefined : mine.at(-1);
  const told = { place, bank, question, digest, action, seconds, key, day: dateOf(day), at: at.toISOString() };
  const [{ id, sitting }, number] = [nextIds(log, own), (own.at(-1)?.number ?? 0) + 1];
  const marked = {
    answer: given?.text ?? null,
    response: given?.response ?? null,
    verdict: given?.mark.verdict ?? null,
    earned: given?.mark.earned ?? null,
    possible: given?.mark.possible ?? null,
    appealed: given ? action === "Appeal" : null,
    hinted: given ? given.hinted : null,
  };
  const line = { ...told, ...marked, id, sitting, number, supersedes: replaced?.id ?? null, ...UNRATED };
  return [...log, { ...line, ...rated([...log, line], line, day) }];
}

/**
 * The schedule of each question: what the first answer of each day gives, up to *day*.
 * @param {Line[]} log
 * @param {number} day
 * @returns {Map<string, Schedule>}
 */
export function schedules(log, day) {
  /** @type {Map<string, Schedule>} */
  const found = new Map();
  for (const line of inOrder(standing(log).filter((line) => SCHEDULING.includes(line.place)))) {
    const [on, before] = [ordinalOf(line.day), found.get(line.question) ?? null];
    const rating = counts(line) ? ratingOf(markOf(line), Boolean(line.hinted)) : null;
    const first = on <= day && (!before || on > before.last);
    if (rating && first) found.set(line.question, after(before, rating, on));
  }
  return found;
}

/**
 * What a review on *day* starts from: see `plan` in queue.js.
 * @param {Line[]} log
 * @param {number} day
 * @returns {import("./queue.js").Today}
 */
export function todayOf(log, day) {
  const [now, before] = [schedules(log, day), schedules(log, day - 1)];
  const scheduled = [...now].filter(([, { last }]) => last === day).map(([question]) => question);
  return {
    day,
    schedules: now,
    met: new Set(standing(log).filter((l) => counts(l) && ordinalOf(l.day) === day).map((l) => l.question)),
    introduced: scheduled.filter((question) => !before.has(question)).length,
    reviewed: scheduled.length,
  };
}

/** The lines that no later one supersedes, and that took nothing back.
 * @param {Line[]} log */
export function standing(log) {
  const superseded = new Set(log.map(({ supersedes }) => supersedes));
  return log.filter(({ id, verdict }) => verdict !== null && !superseded.has(id));
}

/**
 * The log as a file: what `quizmill history merge` takes.
 * @param {Line[]} log
 */
export function asLines(log) {
  const stands = new Set(standing(log));
  return log.map((line) => `${JSON.stringify({ ...line, stands: stands.has(line) })}\n`).join("");
}

/**
 * The lines about *bank* in a file, how many are about others, and the numbers of those that are none.
 * @param {string} text
 * @param {string} bank
 */
export function linesIn(text, bank) {
  /** @type {Line[]} */
  const lines = [];
  /** @type {number[]} */
  const faults = [];
  let others = 0;
  text.split("\n").forEach((each, index) => {
    if (!each.trim()) return;
    const line = lineIn(each);
    if (!line) faults.push(index + 1);
    else if (line.place === "merge") return; // a schedule that a merge has made: it stays in its file
    else if (line.bank !== bank) others += 1;
    else lines.push(line);
  });
  return { lines, others, faults };
}

/**
 * The log with those of *lines* that it has not: merging twice, or either way, adds nothing.
 * @param {Line[]} log
 * @param {Line[]} lines
 * @returns {Line[]}
 */
export function merged(log, lines) {
  let found = log;
  /** @type {Map<number, number>} */
  const ids = new Map(); // of the other's lines: ours
  const here = new Map(log.map((line) => [identity(line), line.id]));
  for (const line of lines) {
    let id = here.get(identity(line));
    if (id === undefined) {
      const { id: free, sitting } = nextIds(found, found.filter(({ key }) => key === line.key));
      const supersedes = line.supersedes === null ? null : (ids.get(line.supersedes) ?? null);
      found = [...found, { ...line, id: (id = free), sitting, supersedes }];
      here.set(identity(line), id);
    }
    ids.set(line.id, id);
  }
  return found;
}

/** @type {Pick<Line, "rating" | "stability" | "difficulty" | "due">} */
const UNRATED = { rating: null, stability: null, difficulty: null, due: null };

/** What the new *line* says of memory, where it is the first answer of its day.
 * @param {Line[]} log with the line @param {Line} line @param {number} day */
function rated(log, line, day) {
  const rating = counts(line) && SCHEDULING.includes(line.place) && ratingOf(markOf(line), Boolean(line.hinted));
  const others = standing(log).filter(({ question, id }) => question === line.question && id !== line.id);
  const before = schedules(others, day).get(line.question) ?? null;
  if (!rating || (before && before.last >= day)) return UNRATED;
  const { stability, difficulty, due } = after(before, rating, day);
  return { rating, stability, difficulty, due: dateOf(due) };
}

/** The id of the next line, and the number of its sitting.
 * @param {Line[]} log @param {Line[]} own the lines of its sitting */
function nextIds(log, own) {
  const [ids, sittings] = [log.map(({ id }) => id), log.map(({ sitting }) => sitting)];
  return { id: greatest(ids) + 1, sitting: own[0]?.sitting ?? greatest(sittings) + 1 };
}

/** @param {number[]} numbers */
function greatest(numbers) {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

/** @param {Line[]} lines */
function inOrder(lines) {
  const order = (/** @type {Line} */ { day, at, number }) => [day, new Date(at).toISOString(), number];
  return [...lines].sort((one, other) => compared(order(one), order(other)));
}

/** @param {(string | number)[]} one @param {(string | number)[]} other */
function compared(one, other) {
  const at = one.findIndex((each, i) => each !== other[i]);
  return at < 0 ? 0 : one[at] < other[at] ? -1 : 1;
}

/** Whether it is right, partial or wrong: what was skipped says nothing.
 * @param {Line} line */
function counts({ verdict }) {
  return verdict === "right" || verdict === "partial" || verdict === "wrong";
}

/** @param {Line} line @returns {Mark} */
function markOf({ verdict, earned, possible }) {
  return { verdict: verdict ?? "", earned: earned ?? 0, possible: possible ?? 0 };
}

/** What tells an event from all others, wherever it is kept.
 * @param {Line} line */
function identity({ key, number, at, action, question, answer }) {
  return JSON.stringify([key, number, Date.parse(at), action, question, answer]);
}

/** @param {string} text @returns {Line | null} */
function lineIn(text) {
  try {
    const line = JSON.parse(text);
    const whole = TEXTS.every((name) => typeof line[name] === "string");
    return whole && !Number.isNaN(Date.parse(line.at)) && !Number.isNaN(ordinalOf(line.day)) ? line : null;
  } catch {
    return null;
  }
}

/** @param {Uint8Array} bytes */
function hex(bytes) {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
