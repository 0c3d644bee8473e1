/** The record that `grade.accepted.keys` compiles of a question, as it is marked by. */
import { exactly } from "./exact.js";
import { tokens } from "./text.js";

/**
 * @typedef {import("./exact.js").Exact} Exact
 * @typedef {import("./values.js").Value} Value
 * @typedef {{value: Value, hedged: boolean, side: string, fraction: boolean, finer: boolean}} Mention
 * @typedef {[string, string?, string?] | [number, number, number, number]} ToldValue amount, currency, unit; or a date
 * @typedef {{v: ToldValue, h?: boolean, s?: string, f?: boolean}} ToldMention
 * @typedef {{text: string, wanted?: ToldMention[], margin?: string, told?: string, aliases?: string[], members?: ToldForm[], finer?: ToldValue[]}} ToldForm
 * @typedef {{amount?: string, share?: string, above?: boolean, below?: boolean, margin?: string}} ToldTolerance
 * @typedef {object} ToldKey
 * @property {(ToldForm | string)[]} [forms]
 * @property {string[][]} [beside] before and behind
 * @property {string[]} [exact]
 * @property {"characters" | "case" | "spelling"} [compare]
 * @property {string} [asked]
 * @property {string[]} [more] words of the question that are not in its text
 * @property {string[]} [fewer]
 * @property {string} [unit]
 * @property {string[]} [own] symbol and name of the unit
 * @property {string[]} [units]
 * @property {ToldTolerance} [tolerance]
 * @property {string} [language]
 * @property {{lines: string[], marked: string[], alone: boolean}} [formulas]
 * @property {{numerals: [string, number][], named: number[]}} [bases]
 * @property {number[]} [times] of the day, in seconds
 * @property {string[]} [says] what the question says of itself
 * @property {string} [counted] the unit that it counts in
 * @property {string[]} [currencies]
 * @property {string} [money] the currency that it counts in
 * @property {string[]} [rated]
 * @property {ToldValue[]} [spans]
 * @property {string} [letter] the letters that its value has alone, if it is one
 * @property {ToldKey} [english] what differs where it is read as English
 * @property {ToldKey} [nameless] the same without the names of the bank
 * @property {string[]} [written] of English forms, as the bank has them
 * @property {boolean} [doubtful] whether the bank's language is another than English
 * @property {[string, string]} [around] what stands beside the blank, folded
 *
 * @typedef {{text: string, wanted: Mention[], margin?: string, told?: string, aliases: string[], members?: Form[], finer: Value[]}} Form
 * @typedef {{amount: Exact, share: Exact, above: boolean, below: boolean, isNone: boolean, margin: string}} Tolerance
 * @typedef {Omit<ToldKey, "forms" | "tolerance" | "spans" | "english" | "nameless" | "says"> & {
 *   forms: Form[], tolerance: Tolerance, spans: Value[], exact: string[], asked: string, unit: string, says: Set<string>,
 *   words: Set<string>, before: Set<string>, behind: Set<string>, language: string, english?: Key, texts: string[]}} Key
 */

/** @param {ToldValue} told @returns {Value} */
function valueIn(told) {
  if (typeof told[0] === "number")
    return { year: told[0], month: Number(told[1]), day: Number(told[2]), quarter: Number(told[3]) };
  return { amount: exactly(told[0]), currency: String(told[1] || ""), unit: String(told[2] || "") };
}

/** @param {ToldMention} told @returns {Mention} */
const mentionIn = (told) => ({
  value: valueIn(told.v),
  hedged: !!told.h,
  side: told.s || "",
  fraction: !!told.f,
  finer: false,
});

/** @param {ToldForm | string} told @returns {Form} */
function formIn(told) {
  if (typeof told === "string") return { text: told, wanted: [], aliases: [], finer: [] };
  return {
    text: told.text,
    wanted: (told.wanted || []).map(mentionIn),
    margin: told.margin,
    told: told.told,
    aliases: told.aliases || [],
    members: told.members?.map(formIn),
    finer: (told.finer || []).map(valueIn),
  };
}

/** @type {WeakMap<ToldKey, Key>} */
const keys = new WeakMap();

/** @param {ToldKey} told @returns {Key} */
export function keyIn(told) {
  let key = keys.get(told);
  if (!key) keys.set(told, (key = made(told)));
  return key;
}

/** @param {ToldKey} told @returns {Key} */
function made(told) {
  const { amount = "0", share = "0", above = true, below = true, margin = "" } = told.tolerance || {};
  const words = new Set([...tokens(told.asked || ""), ...(told.more || [])]);
  for (const word of told.fewer || []) words.delete(word);
  const forms = (told.forms || []).map(formIn);
  return {
    ...told,
    forms,
    texts: forms.map((form) => form.text),
    exact: told.exact || [],
    asked: told.asked || "",
    unit: told.unit || "",
    language: told.language || "en",
    tolerance: {
      amount: exactly(amount),
      share: exactly(share),
      above,
      below,
      isNone: amount === "0" && share === "0" && above && below,
      margin,
    },
    says: new Set(told.says || []),
    spans: (told.spans || []).map(valueIn),
    words,
    before: new Set(told.beside?.[0]),
    behind: new Set(told.beside?.[1]),
    english: told.english && made({ ...told, english: undefined, nameless: undefined, ...told.english }),
  };
}

