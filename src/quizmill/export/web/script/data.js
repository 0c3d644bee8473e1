/**
 * What a page knows: its questions, its words, and who it is. The fields are those of `Payload` in payload.py.
 *
 * @typedef {{
 *   right?: number[], answers?: string[], also?: string, hint?: string, correction?: string,
 *   whys?: Record<string, string>, explanation?: string, transcript?: string, places?: string,
 *   sources?: string[], doubts?: string[], accepted?: unknown[],
 * }} Key
 *
 * @typedef {{
 *   id: string, kind: string, topic: number, wording?: string, importance?: number, marks?: number,
 *   context?: string, prompt: string, image?: string, sound?: string, sound_credit?: string,
 *   lefts?: string[], options?: string[], order?: string, blanks?: number, unit?: string, lines?: number,
 *   code?: boolean, key?: Key,
 * }} Question
 *
 * @typedef {{ html: string, places?: string[], doubts?: string[] }} Passage
 * @typedef {{ topic: number, minutes: number, passages: Passage[] }} Chapter
 * @typedef {string | Record<string, string>} Text
 *
 * @typedef {{
 *   title: string, language: string, spoken: string, bank: string, paper: string, form?: string,
 *   license?: string, topics: { id: string, title: string }[], chapters?: Chapter[], questions: Question[],
 *   words: Record<string, Text>,
 * }} Data
 */

/**
 * The page's data: JSON, or that deflated and in base64.
 *
 * @returns {Promise<Data>}
 */
export async function readData() {
  const found = /** @type {HTMLScriptElement} */ (document.getElementById("data"));
  const text = found.text;
  return JSON.parse(found.type === "application/json" ? text : await inflated(text));
}

/**
 * The page's pictures and sounds by name, as data: URLs.
 *
 * @returns {Record<string, string>}
 */
export function readMedia() {
  const found = /** @type {HTMLScriptElement | null} */ (document.getElementById("media"));
  return found ? JSON.parse(found.text) : {};
}

/** @param {string} base64 */
function inflated(base64) {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}
