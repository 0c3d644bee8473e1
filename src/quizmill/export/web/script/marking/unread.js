/** In place of modules that a page does not need: those for what its language does not write, or for typing at all. */

/** @typedef {import("../judge.js").Judgement} Judgement */

export function know() {}

/** @param {unknown} records @param {string[]} typed @returns {Judgement[]} */
export const judge = (records, typed) => typed.map(() => ({ verdict: "unsure" }));

/** @param {string} text */
export const inHanDigits = (text) => text;
/** @param {string} text */
export const inDigitsOf = (text) => text;
/** @param {string} text */
export const withoutArticle = (text) => text;
/** @param {string} text */
export const inEnglish = (text) => text;
export const faultOf = () => "";
export const isForeign = () => false;
export const saysDates = () => false;
