/** @typedef {import("./data.js").Text} Text */
/** @typedef {string | number | Message | Message[]} Value */
/** @typedef {{ key: string, values?: Record<string, Value> }} Message What is to be said, by the key of its text. */
/** @typedef {(key: string, values?: Record<string, Value>) => string} Say */

/**
 * A function that says texts by their keys, filled in as the program's own words are; see words/__init__.py.
 *
 * @param {Record<string, Text>} texts
 * @param {string} language
 * @param {boolean} [isolated] whether each stands in a page that goes the other way
 * @returns {Say}
 */
export function speaker(texts, language, isolated = false) {
  const rules = new Intl.PluralRules(language);
  /** @type {Say} */
  const say = (key, values = {}) => {
    const text = texts[key];
    if (text === undefined) throw new Error(`no text for ${key}`);
    const form = typeof text === "string" ? text : formFor(text, Number(values.n), rules);
    const told = form.replace(/\{(\w+)\}/g, (_, name) => written(values[name]));
    return isolated ? `\u2066${told}\u2069` : told;
  };
  /** @param {Value} value @returns {string} */
  const written = (value) => {
    if (Array.isArray(value)) return listed(value.map(written), say);
    if (typeof value === "object") return say(value.key, value.values);
    return typeof value === "number" ? inDigits(value, say) : String(value);
  };
  return say;
}

/**
 * `day, month and year`.
 *
 * @param {string[]} things
 * @param {Say} say
 */
function listed(things, say) {
  const most = things.length > 1 ? [things.slice(0, -1).join(say("list.items"))] : [];
  return [...most, ...things.slice(-1)].join(say("list.and"));
}

/**
 * The form for a number: its own, that of its category, or the general one.
 *
 * @param {Record<string, string>} forms
 * @param {number} number
 * @param {Intl.PluralRules} rules
 */
function formFor(forms, number, rules) {
  return forms[String(number)] ?? forms[rules.select(number)] ?? forms.other;
}

/**
 * At most two decimals, with the signs of the language.
 *
 * @param {number} number
 * @param {Say} say
 */
function inDigits(number, say) {
  return String(Math.round(number * 100) / 100).replace(".", say("number.decimal"));
}
