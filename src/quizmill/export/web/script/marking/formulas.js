/** Formulas: what the program read of them is compared as it is written; another way to write one is not read here. */
import { Unsure, fold, full } from "./text.js";

/** @typedef {import("./keys.js").Key} Key */

const INTERVAL = full("([\\[\\](])[^\\[\\]()]+[,;][^\\[\\]()]+([\\[\\])])");

/** Whether a text is one of the formulas of a key. @param {string} given @param {Key} key */
export function has(given, key) {
  if (!key.formulas?.lines.length) return false;
  throw new Unsure();
}

/** Whether a text is one of them but for signs that words do without. @param {string} given @param {Key} key */
export function loses(given, key) {
  return false;
}

/** Whether the forms are intervals or points, and a text has other brackets. @param {string} given @param {string[]} forms */
export function isOtherInterval(given, forms) {
  const wanted = forms.map(bracketsOf);
  return !wanted.includes("") && !wanted.includes(bracketsOf(given) || "()");
}

/** @param {string} text */
function bracketsOf(text) {
  const match = INTERVAL.exec(fold(text).replace(/\.+$/, ""));
  return match ? (match[1] === "[" ? "[" : "(") + (match[2] === "]" ? "]" : ")") : "";
}
