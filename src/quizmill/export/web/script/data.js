/**
 * What a page knows: its questions, its words, and who it is. The fields are those of `Payload` in payload.py.
 *
 * @typedef {{
 *   right?: number[], answers?: string[], also?: string, hint?: string, correction?: string,
 *   whys?: Record<string, string>, explanation?: string, transcript?: string, places?: string,
 *   sources?: string[], doubts?: string[], accepted?: import("./marking/keys.js").ToldKey[],
 * }} Key
 *
 * @typedef {{
 *   id: string, kind: string, topic: number, wording?: string, importance?: number, marks?: number,
 *   context?: string, prompt: string, image?: string, sound?: string, sound_credit?: string,
 *   lefts?: string[], options?: string[], order?: string, blanks?: number, unit?: string, lines?: number,
 *   code?: boolean, date?: boolean, facts?: number[], key?: Key,
 * }} Question
 *
 * @typedef {{ heading?: string, html: string, places?: string[], doubts?: string[] }} Passage
 * @typedef {{ topic: number, minutes: number, passages: Passage[] }} Chapter
 * @typedef {string | Record<string, string>} Text
 * @typedef {{ form: string, paper: string, questions: number[], options: number[][] }} Form
 * @typedef {{
 *   forms: Form[], name?: string, names?: [string, number][], minutes?: number, no_pause?: boolean,
 * }} HandIn
 *
 * @typedef {{
 *   title: string, language: string, spoken: string, bank: string, paper: string, form?: string,
 *   license?: string, topics: { id: string, title: string }[], chapters?: Chapter[], questions: Question[],
 *   words: Record<string, Text>, marking?: import("./marking/tables.js").Tables, hand_in?: HandIn,
 * }} Data
 */

/**
 * The page's data.
 *
 * @returns {Data}
 */
export function readData() {
  return JSON.parse(textOf("data"));
}

/**
 * The page's pictures and sounds by name, as data: URLs.
 *
 * @returns {Record<string, string>}
 */
export function readMedia() {
  return JSON.parse(textOf("media") || "{}");
}

/** @param {string} id */
function textOf(id) {
  return /** @type {HTMLScriptElement | null} */ (document.getElementById(id))?.text ?? "";
}
