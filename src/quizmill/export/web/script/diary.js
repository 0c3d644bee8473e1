import { answerText } from "./handin.js";
import { asLines, dayOf, entered, linesIn, merged, newKey, todayOf } from "./history.js";
import { plan } from "./queue.js";
import { tallyOf } from "./sitting.js";

/**
 * What a learner has answered in this browser, and what that means for today. It is kept as lines that the
 * program's own history takes, and read anew for every line, since another window may have written one.
 *
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./data.js").Question} Question
 * @typedef {import("./history.js").Line} Line
 * @typedef {import("./sitting.js").Sitting} Sitting
 * @typedef {import("./store.js").Store} Store
 */

const A_DAY = { fresh: 10, most: 40 }; // questions: new ones, and all

/** @param {Store} store @returns {Line[]} */
export function logIn(store) {
  return store.get("log") ?? [];
}

/** A name for a new sitting in the log. */
export function newSittingKey() {
  return newKey();
}

/**
 * Writes down the answer that a sitting has to a question. What was not answered says nothing of memory.
 *
 * @param {Data} data
 * @param {Store} store
 * @param {Sitting} sitting
 * @param {Question} question
 * @param {{ action: "Give" | "Appeal", seconds: number, at?: Date }} deed
 */
export function writeDown(data, store, sitting, question, { action, seconds, at = new Date() }) {
  const { response, mark } = sitting.answers[question.id];
  if (mark.verdict === "skipped") return;
  const given = {
    text: answerText(question.kind, response),
    response,
    mark: { verdict: mark.verdict, ...tallyOf(sitting, question) },
    hinted: sitting.hinted.includes(question.id),
  };
  const place = sitting.name === "today" ? "review" : "practice";
  const told = { at, key: sitting.key, place, bank: data.bank, question: question.id, digest: question.wording ?? "" };
  store.set("log", entered(logIn(store), { ...told, action, given, seconds }));
}

/**
 * What a review asks today.
 *
 * @param {Data} data
 * @param {Store} store
 * @param {Date} [at]
 */
export function planFor(data, store, at = new Date()) {
  const questions = data.questions.map(({ id, importance = 0, facts = [] }) => ({ id, importance, facts: facts.map(String) }));
  return plan(questions, todayOf(logIn(store), dayOf(at)), A_DAY);
}

/**
 * The ids of the questions that were ever answered.
 *
 * @param {Store} store
 */
export function metIn(store) {
  return new Set(logIn(store).map(({ question }) => question));
}

/**
 * The log as a file for the program, or for another browser.
 *
 * @param {Store} store
 */
export function logFile(store) {
  return asLines(logIn(store));
}

/**
 * Takes in what was answered elsewhere; how many lines are new, of other banks, and none at all.
 *
 * @param {Data} data
 * @param {Store} store
 * @param {string} text
 */
export function takeIn(data, store, text) {
  const { lines, others, faults } = linesIn(text, data.bank);
  const before = logIn(store);
  const log = merged(before, lines);
  store.set("log", log);
  return { added: log.length - before.length, others, unread: faults.length };
}
