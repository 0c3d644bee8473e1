/** Is a typed answer right? The door of the marker in the page. */
import { WRONG, best } from "./marking/judgement.js";
import { keyIn } from "./marking/keys.js";
import { know } from "./marking/tables.js";
import { Unsure, fold, full, re, splitWords, stripped } from "./marking/text.js";
import { judgeTyped } from "./marking/typed.js";

/**
 * @typedef {import("./marking/judgement.js").Judgement} Found
 * @typedef {import("./marking/keys.js").ToldKey} ToldKey
 * @typedef {import("./words.js").Message} Message
 *
 * What becomes of it: `again` where it cannot be read in one way (the reasons say why, and how to write it),
 * `unsure` where the learner judges. `near`: a rule and not the meaning may have failed it.
 *
 * @typedef {{ verdict: "right" | "wrong" | "again" | "unsure", reasons?: Message[], near?: boolean }} Judgement
 */

const LONGEST_TOLD = 40; // characters
/** @type {Record<string, string>} */
const HELPS = {
  "fault.date_two_ways": "help.month_in_letters",
  "fault.word_two_ways": "help.in_digits",
  "fault.letter_for_value": "help.value",
};
const ASKED_AGAIN = {
  english: re("\\d[-/,.]\\d|\\d[oil|]|[oil|]\\d", "i"),
  other: re("\\d"),
  letter: full("\\W*([A-Za-z])\\W*"),
};

/**
 * What becomes of what was typed, one text a blank; where one is to be asked again all are, as in the program.
 *
 * @param {ToldKey[]} records by which they are judged
 * @param {string[]} typed
 * @returns {Judgement[]}
 */
export function judge(records, typed) {
  const texts = typed.map((text) => text.trim());
  const doubtful = records.some(
    (record, i) => (record.doubtful ? ASKED_AGAIN.other : ASKED_AGAIN.english).test(texts[i]) || ASKED_AGAIN.letter.test(texts[i]),
  );
  return texts.map((text, i) => (records[i] ? judged(records[i], text, doubtful) : { verdict: "unsure" }));
}

/** @param {ToldKey} record @param {string} typed @param {boolean} doubtful @returns {Judgement} */
function judged(record, typed, doubtful) {
  try {
    const again = doubtful ? faultIn(record, typed) : "";
    if (again) return { verdict: "again", reasons: toldAgain(again, typed) };
    const { right, reason, near } = blank(record, typed, true);
    return { verdict: right ? "right" : "wrong", reasons: reason ? [reason] : [], near: !!near };
  } catch (error) {
    if (!(error instanceof Unsure)) throw error;
    return { verdict: "unsure" };
  }
}

/** Why it is to be asked again, if it is: it reads two ways, or is a letter for a value. @param {ToldKey} record @param {string} typed */
function faultIn(record, typed) {
  const found = blank(record.nameless || record, typed, false);
  if (found.right) return "";
  if (found.unclear) return found.unclear;
  const letter = ASKED_AGAIN.letter.exec(typed);
  return letter && record.letter !== undefined && !record.letter.includes(letter[1]) ? "fault.letter_for_value" : "";
}

/** That it reads two ways, and how to write it so that it reads one way. @param {string} fault @param {string} typed @returns {Message[]} */
function toldAgain(fault, typed) {
  const short = splitWords(typed).join(" ");
  const text = [...short].length > LONGEST_TOLD ? `${[...short].slice(0, LONGEST_TOLD - 1).join("")}…` : short;
  const digits = /\d[.,]\d{3}(?!\d)/.test(typed) ? "help.three_digits" : "help.no_commas";
  const help = fault === "fault.number_two_ways" ? digits : HELPS[fault] || "help.digits";
  return [{ key: fault, values: { text } }, { key: help, values: {} }];
}

/** As typed, or without what stands beside the blank. @param {ToldKey} record @param {string} typed @param {boolean} named @returns {Found} */
function blank(record, typed, named) {
  if (!record.around) return judgeTyped(typed, keyIn(record), named);
  if (!typed) return WRONG;
  const key = keyIn(record);
  const whole = judgeTyped(typed, key, named);
  if (whole.right || !key.forms.length) return whole;
  const bare = withoutNeighbours(typed, ...record.around);
  return best([whole, judgeTyped(bare, { ...key, exact: [] }, named)]);
}

/** Without words that stand beside the blank already: "$75 million" in "$____ million". @param {string} text @param {string} before @param {string} behind */
function withoutNeighbours(text, before, behind) {
  let typed = text;
  const sign = before.slice(-1);
  if (/^[$¥€£#]$/.test(sign) && fold([...typed][0] || "") === sign) typed = [...typed].slice(1).join("");
  let said = splitWords(typed);
  const [ahead, after] = [splitWords(before), splitWords(behind)];
  const isSame = (/** @type {string[]} */ some, /** @type {string[]} */ others) => some.map(fold).join(" ") === others.join(" ");
  for (let count = Math.min(said.length, after.length); count; count--)
    if (isSame(said.slice(-count), after.slice(0, count).map((word) => stripped(word, ".,;:")))) {
      said = said.slice(0, -count);
      break;
    }
  for (let count = Math.min(said.length, ahead.length); count; count--)
    if (isSame(said.slice(0, count), ahead.slice(-count))) {
      said = said.slice(count);
      break;
    }
  return said.join(" ") || text;
}

export { know };
