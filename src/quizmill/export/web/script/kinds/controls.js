import { choiceControl } from "./choice.js";
import { essayControl } from "./essay.js";
import { pairsControl } from "./pairs.js";
import { stepsControl } from "./steps.js";
import { gapsControl, typedControl } from "./typed.js";

/** @typedef {import("./control.js").Control} Control */
/** @typedef {import("./control.js").Question} Question */
/** @typedef {import("./control.js").Say} Say */

/** @type {Record<string, (question: Question, say: Say) => Control>} */
const CONTROLS = {
  multiple_choice: choiceControl,
  multiple_response: choiceControl,
  true_false: choiceControl,
  short_answer: typedControl,
  numerical: typedControl,
  cloze: gapsControl,
  matching: pairsControl,
  ordering: stepsControl,
  essay: essayControl,
};

/** @type {Record<string, string>} */
const TASKS = {
  multiple_choice: "anki.task.multiple_choice",
  multiple_response: "anki.task.multiple_response",
  true_false: "anki.task.true_false",
  short_answer: "anki.task.short_answer",
  numerical: "anki.task.number",
  date: "anki.task.date",
  cloze: "sheet.kind.cloze",
  matching: "sheet.kind.matching",
  ordering: "sheet.kind.ordering",
  essay: "anki.task.essay",
};

/**
 * The way of answering a question of its kind.
 *
 * @param {Question} question
 * @param {Say} say
 */
export function controlFor(question, say) {
  return CONTROLS[question.kind](question, say);
}

/**
 * What is to be done, in two or three words.
 *
 * @param {Question} question
 * @param {Say} say
 */
export function taskOf(question, say) {
  return say(TASKS[question.date ? "date" : question.kind]);
}
