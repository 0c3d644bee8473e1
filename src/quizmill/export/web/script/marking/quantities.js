/** Is it the value that is wanted: the same amount of the same thing, or the same time? */
import { agrees, isSameMoment } from "./dates.js";
import { ONE, HUNDRED, add, compare, digitsOf, divide, exact, exactly, isPowerOfTen, isSame, multiply, negative, rounded, scaleb, size, subtract } from "./exact.js";
import { RIGHT, WRONG, because, miss, nearMiss } from "./judgement.js";
import { T } from "./tables.js";
import { asksIn, coinsOf, convert, isMeasure, relatedIn, unitOf } from "./units.js";
import { asQuantity, isMoment, quantity } from "./values.js";

/**
 * @typedef {import("./exact.js").Exact} Exact
 * @typedef {import("./judgement.js").Judgement} Judgement
 * @typedef {import("./keys.js").Key} Key
 * @typedef {import("./keys.js").Form} Form
 * @typedef {import("./keys.js").Mention} Mention
 * @typedef {import("./dates.js").Moment} Moment
 * @typedef {import("./values.js").Quantity} Quantity
 */

const SUMS = "cost gain loss price profit saving".split(" ");
const DEGREES = ["°c", "°f"];
const GENERAL = ["unit", "piece", "item"];
const BEFORE_THINGS = new Set(
  "additional cell different extra mobile new physical retail single smart whole".split(" "),
);
const AFTER_THINGS = new Set("made more needed old only sold".split(" "));
/** @type {Record<string, string>} */
const SAID = {
  year: "reason.date.year",
  month: "reason.date.month",
  day: "reason.date.day",
  quarter: "reason.date.quarter",
};
/** @type {Record<string, string>} */
const LACKING = {
  year: "reason.date_lacking.year",
  month: "reason.date_lacking.month",
  day: "reason.date_lacking.day",
  quarter: "reason.date_lacking.quarter",
};
const DATE_PARTS = /** @type {const} */ (["year", "month", "day", "quarter"]);

/** Whether a mention claims the value that is right, as firmly as it is asked for. @param {Mention} right @param {Mention} mention @param {Key} key @param {Form} form */
export function judgeClaim(right, mention, key, form) {
  const found = sameValue(right, mention, key, form);
  if (!found.right) return found;
  if (!mayBeOn(mention.side, right, key)) return miss(mention.side === "above" ? "reason.above" : "reason.below");
  const rough = right.hedged || key.says.has("roughly");
  return mention.hedged && !rough && isMoment(right.value) ? miss("reason.hedged") : found;
}

/** @param {string} side @param {Mention} right @param {Key} key */
function mayBeOn(side, right, key) {
  if (!side || side === right.side) return true;
  if (side === "since" ? !key.says.has("end") : key.says.has(side)) return true;
  return !(side === "above" ? key.tolerance.below : key.tolerance.above);
}

/** @param {Mention} right @param {Mention} mention @param {Key} key @param {Form} form @returns {Judgement} */
function sameValue(right, mention, key, form) {
  const [asked, given] = [right.value, mention.value];
  if (!isMoment(asked)) {
    const counted = asQuantity(given);
    return counted ? judgeQuantity(asked, counted, key, form) : WRONG;
  }
  const year = asQuantity(asked);
  if (isMoment(given)) {
    const other = asQuantity(given);
    if (year && other && !key.tolerance.isNone) return nearEnough(year.amount, other.amount, key, form);
    return finely(judgeDate(asked, given, key), asked, given, key, form);
  }
  if (year && !given.currency && !given.unit && isSame(given.amount, year.amount)) return RIGHT;
  const short = asked.year && isSame(given.amount, exact(BigInt(((asked.year % 100) + 100) % 100)));
  if (short && !given.currency && !given.unit) return year ? nearMiss("reason.short_year") : miss("reason.short_year");
  return WRONG;
}

/** @param {Judgement} found @param {Moment} asked @param {Moment} given @param {Key} key @param {Form} form @returns {Judgement} */
function finely(found, asked, given, key, form) {
  const told = isSameMoment(given, { ...asked, year: given.year }) && key.says.has(String(given.year));
  if (!found.right || isSameMoment(given, asked) || told) return found;
  const finer = /** @type {Moment[]} */ (form.finer);
  if (finer.some((date) => agrees(given, date) || agrees(date, given))) return RIGHT;
  return finer.length ? nearMiss("reason.otherwise_finer") : { right: true, reason: because("reason.said_finer") };
}

/** @param {Moment} right @param {Moment} given @param {Key} key */
function judgeDate(right, given, key) {
  if (agrees(given, right)) {
    const other = given.year && !right.year && key.says.has("years") && !key.says.has(String(given.year));
    return other ? nearMiss("reason.another_year") : RIGHT;
  }
  if (given.month && right.quarter) return WRONG;
  const asked = DATE_PARTS.filter((part) => right[part]);
  const missing = asked.filter((part) => !given[part]);
  const wrong = asked.filter((part) => given[part] && given[part] !== right[part]);
  const agreeing = asked.filter((part) => given[part] && given[part] === right[part]);
  if (!agreeing.length) return WRONG;
  /** @param {Record<string, string>} keys @param {string[]} parts */
  const told = (keys, parts) => parts.map((part) => because(keys[part]));
  if (!wrong.length) return miss("reason.date_lacks", { parts: told(LACKING, missing) });
  return miss("reason.date_partly", { right: told(SAID, agreeing), wrong: told(SAID, wrong) });
}

/** Whether an amount is near enough; the edge is. @param {Exact} right @param {Exact} given @param {Key} key @param {Form} form */
function allows(right, given, key, form) {
  const { amount, share, above, below } = key.tolerance;
  const about = rounded(right);
  const [one, other] = [form.margin ? exactly(form.margin) : amount, multiply(share, size(about))];
  const margin = compare(one, other) > 0 ? one : other;
  const [low, high] = [below ? subtract(about, margin) : about, above ? add(about, margin) : about];
  const said = rounded(given);
  return compare(low, said) <= 0 && compare(said, high) <= 0;
}

/** @param {Exact} right @param {Exact} given @param {Key} key @param {Form} form @returns {Judgement} */
function nearEnough(right, given, key, form) {
  if (allows(right, given, key, form)) return RIGHT;
  const { above, below, margin } = key.tolerance;
  const off = above ? "reason.too_far_off" : "reason.too_far_from_most";
  return miss(below ? off : "reason.too_far_from_least", { margin: form.told || margin });
}

/** @param {Quantity} right @param {Quantity} given @param {Key} key @param {Form} form @returns {Judgement} */
function judgeQuantity(right, given, key, form) {
  const converted = isConverted(right, given, key, form);
  if (converted) return RIGHT;
  const amount = judgeAmount(right.amount, given.amount, key, form);
  const mismatch = ofWhatElse(right, given, key);
  if (!amount.right) return mismatch ? WRONG : amount;
  return mismatch || amount;
}

/** @param {Quantity} right @param {Quantity} given @param {Key} key @param {Form} form */
function isConverted(right, given, key, form) {
  if (right.currency || given.currency) {
    const isOne = (/** @type {Quantity | null} */ whole, /** @type {Quantity} */ other) =>
      !!whole && whole.currency === other.currency && !other.unit && isSame(whole.amount, other.amount);
    return isOne(wholeOf(given, right.currency), right) || isOne(wholeOf(right, given.currency), given);
  }
  if (right.unit === given.unit || (isSame(given.amount, ONE) && asksIn(key.asked, given.unit))) return false;
  const asked = right.unit ? [right.unit] : relatedIn(key.asked, given.unit);
  return asked.some((unit) => {
    const amount = convert(given.amount, given.unit, unit);
    return amount && allows(right.amount, amount, key, form);
  });
}

/** What an amount of coins is in the currency they belong to. @param {Quantity} part @param {string} currency */
const wholeOf = (part, currency) =>
  currency && coinsOf(currency).includes(part.unit) ? quantity(divide(part.amount, HUNDRED), currency) : null;

/** @param {Exact} right @param {Exact} given @param {Key} key @param {Form} form @returns {Judgement} */
function judgeAmount(right, given, key, form) {
  if (isSame(right, given) || allows(right, given, key, form)) return RIGHT;
  if (!right.n || !given.n) return WRONG;
  if (isSame(right, negative(given))) return miss("reason.wrong_sign");
  if ([3, 6, 9, 12].some((power) => isSame(scaleb(given, power), right))) return miss("reason.no_scale");
  if (isPowerOfTen(divide(right, given))) return miss("reason.wrong_scale");
  if (!key.tolerance.isNone) return nearEnough(right, given, key, form);
  return isRounded(right, given) ? nearMiss("reason.rounded") : WRONG;
}

/** @param {Exact} right @param {Exact} given */
function isRounded(right, given) {
  const [said, whole] = [digitsOf(given), digitsOf(right)];
  const off = size(subtract(right, given));
  const within = compare(off, divide(size(right), exact(20n))) <= 0;
  return said.digits < whole.digits && within && compare(off, scaleb(ONE, said.power)) < 0;
}

/** What is wrong with currency and unit; null when nothing is. @param {Quantity} right @param {Quantity} given @param {Key} key */
function ofWhatElse(right, given, key) {
  if (right.unit && given.currency && !T.patterns().anywhere.test(right.unit)) return miss("reason.wrong_unit");
  return unitMismatch(right, given, key) || currencyMismatch(right.currency, given.currency, key);
}

/** @param {string} right @param {string} given @param {Key} key */
function currencyMismatch(right, given, key) {
  if (right === given) return null;
  const named = key.money ? [key.money] : key.currencies || [];
  if (!given) return named.includes(right) ? null : nearMiss("reason.no_currency");
  if (right || (named.length && !named.includes(given))) return miss("reason.wrong_currency");
  return named.includes(given) ? null : nearMiss("reason.no_sum_asked");
}

/** @param {Quantity} right @param {Quantity} given @param {Key} key */
function unitMismatch(right, given, key) {
  if (right.unit === given.unit || (right.currency && !given.unit)) return null;
  if (right.unit && given.unit && isCounted(right.unit, given.unit, key)) return null;
  if (!given.unit || (given.unit === "degree" && DEGREES.includes(right.unit)))
    return right.unit === "ordinal" || isNamed(right.unit, key) ? null : nearMiss("reason.no_unit");
  if (right.currency && SUMS.includes(given.unit) && key.words.has(given.unit)) return null;
  if (right.unit || right.currency) return miss("reason.wrong_unit");
  const many = key.words.has("many");
  if (given.unit === "ordinal") return many ? nearMiss("reason.count_asked") : null;
  if (given.unit === "degree" && DEGREES.some((unit) => isNamed(unit, key))) return null;
  const known = namesOf("", given.unit, key).some((name) => isNamed(name, key));
  return known || (GENERAL.includes(given.unit) && many) ? null : nearMiss("reason.doubtful_unit");
}

/** Whether the question names the unit, so that the answer need not. @param {string} unit @param {Key} key */
function isNamed(unit, key) {
  if (unit === "times" && (key.words.has("factor") || key.words.has("multiple"))) return true;
  if (unit === "year" && (key.words.has("old") || key.words.has("age"))) return true;
  return asksIn(key.asked, unit) || unit.split(/\s+/).filter(Boolean).every((word) => asksIn(key.asked, word));
}

/** Whether things so called are the right ones. @param {string} right @param {string} given @param {Key} key */
function isCounted(right, given, key) {
  const general = GENERAL.includes(given) && !isMeasure(right);
  return general || namesOf(right, given, key).some((name) => name === right || key.units?.includes(name));
}

/** What is counted, and the same without words that make no other thing of it. @param {string} right @param {string} given @param {Key} key */
function namesOf(right, given, key) {
  const found = [given];
  let words = given.split(/\s+/);
  const behind = (/** @type {string} */ word) =>
    AFTER_THINGS.has(word) || (isMeasure(right) && key.words.has(word));
  while (words.length > 1 && behind(words[words.length - 1])) {
    words = words.slice(0, -1);
    found.push(unitOf(words.join(" ")));
  }
  while (words.length > 1 && (BEFORE_THINGS.has(words[0]) || key.words.has(words[0]))) {
    words = words.slice(1);
    found.push(unitOf(words.join(" ")));
  }
  return found;
}
