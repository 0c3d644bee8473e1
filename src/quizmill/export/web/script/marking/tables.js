/** What the page was given once: units, currencies, words, names, and the languages that its questions are in. */
import { joined, re, starts, tokens } from "./text.js";

/**
 * @typedef {object} Tables
 * @property {Record<string, string[]>} measures by name: the size, and base units with their powers
 * @property {Record<string, string>} symbols
 * @property {Record<string, string>} units other names, by a unit's name
 * @property {Record<string, string>[]} sizes
 * @property {Record<string, string[]>} zeros of temperatures: size and zero
 * @property {Record<string, string>} currencies forms by code
 * @property {Record<string, string[]>} coins
 * @property {Record<string, string>} words British ones as American
 * @property {Record<string, string>} plurals
 * @property {Record<string, string>} greek letters by their names
 * @property {Record<string, string>} short
 * @property {string} pairs words that are no slips of one another
 * @property {string[][]} endings
 * @property {string[][]} beginnings
 * @property {string[][]} names kind, name, aliases
 * @property {Record<string, import("./tongues.js").Told>} tongues
 * @property {Record<string, import("./clocks.js").Told>} clocks
 */

/** @typedef {{kind: string, name: string, at: number}} Name */

/**
 * @type {Tables & {
 *   unitNames: Map<string, string>, currencyNames: Map<string, string>, hasty?: Record<string, string>,
 *   others: Set<string>, byWords: Map<string, Name[]>, patterns: () => {leading: RegExp, anywhere: RegExp}}}
 */
export const T = /** @type {any} */ ({});

/** @param {string} text */
export const escaped = (text) => text.replace(/[$()*+.?[\\\]^{|}/]/g, "\\$&");

/**
 * Take the tables in, before anything is marked.
 * @param {Tables} told
 */
export function know(told) {
  Object.assign(T, told);
  T.hasty = undefined;
  T.unitNames = new Map();
  for (const [name, forms] of Object.entries(told.units))
    for (const form of forms.split(" ")) if (form) T.unitNames.set(form.replace(/-/g, " "), name);
  T.currencyNames = new Map();
  for (const [code, forms] of Object.entries(told.currencies))
    for (const form of forms.split(" ")) T.currencyNames.set(form.replace(/-/g, " "), code);
  T.others = new Set(told.pairs.split(" ").flatMap((pair) => [pair, pair.split("/").reverse().join("/")]));
  T.byWords = new Map();
  told.names.forEach(([kind, name, ...aliases], at) => {
    for (const spelling of new Set([name, ...aliases].map((text) => joined(tokens(text)))))
      T.byWords.set(spelling, [...(T.byWords.get(spelling) || []), { kind, name, at }]);
  });
  /** @type {{leading: RegExp, anywhere: RegExp} | undefined} */
  let made;
  T.patterns = () => {
    const forms = [...T.currencyNames.keys()].sort((a, b) => b.length - a.length).map(escaped).join("|");
    return (made ||= {
      leading: starts(`(${forms})(?![^\\W\\d_]) ?`),
      anywhere: re(`(?<![^\\W\\d_])(${forms})s?(?![^\\W\\d_])`),
    });
  };
}
