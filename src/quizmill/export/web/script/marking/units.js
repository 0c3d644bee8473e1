/** What an amount is of: units by one name, currencies by their code, symbols whose capitals count. */
import { NUMBER_WORDS, singularOf, singularWord } from "./counted.js";
import { ONE, add, divide, exact, exactly, multiply, subtract } from "./exact.js";
import { MONTHS } from "./months.js";
import { T } from "./tables.js";
import { all, full, hasDigit, isAscii, re, splitWords, starts, without } from "./text.js";

/** @typedef {import("./exact.js").Exact} Exact */
/** @typedef {{symbol?: string, name?: string}} Own */

const WORD = "°?[^\\W\\d_]+[23]?(?:[-'/][^\\W\\d_]+[23]?)*";
const UNIT = {
  whole: full(`${WORD}(?: ${WORD}){0,2}`),
  words: all(`[%‰]|${WORD}`),
  atom: full("([^\\W\\d_]+(?:-[^\\W\\d_]+)?)(?:\\^(-?\\d))?"),
};
/** @type {Record<string, string>} */
const SIGNS = { "%": "%", "‰": "‰", "¢": "cent", "°": "degree" };
/** @type {Record<string, number>} */
const BEFORE = { square: 2, cubic: 3 };
/** @type {Record<string, number>} */
const BEHIND = { squared: 2, cubed: 3 };
/** @type {Record<string, string>} */
const LONG = { m2: "metre^2", km2: "kilometre^2", m3: "metre^3" };
const NO_UNIT = new Set(
  ("a an and or to of than the in at by on from for not no never is was but if so as about around over" +
    " under more less least most fewer later ago before after since until plus minus nor st nd rd th" +
    " only exactly altogether onward onwards").split(" "),
);

/**
 * @template {{}} V
 * @param {(key: string) => V} made
 * @returns {(key: string) => V}
 */
export function kept(made) {
  /** @type {Map<string, V>} */
  const known = new Map();
  return (key) => {
    let found = known.get(key);
    if (found === undefined) {
      if (known.size > 3000) known.clear();
      known.set(key, (found = made(key)));
    }
    return found;
  };
}

/** @type {(name: string) => {size: Exact, powers: string} | false} */
const measureOf = kept((name) => {
  const [over, under = ""] = (LONG[name] || name).split(/\/(.*)/s);
  /** @type {Record<string, number>} */
  const powers = {};
  let of = ONE;
  for (const [sign, factors] of /** @type {[number, string][]} */ ([[1, over], [-1, under]])) {
    for (const factor of factors ? factors.split("*") : []) {
      const match = UNIT.atom.exec(factor);
      const base = match && T.measures[match[1]];
      if (!match || !base) return false;
      const power = sign * Number(match[2] || 1);
      for (let i = Math.abs(power); i; i--)
        of = (power > 0 ? multiply : divide)(of, exactly(base[0]));
      for (const each of base.slice(1)) {
        const [kind, to] = each.split("^");
        powers[kind] = (powers[kind] || 0) + power * Number(to || 1);
      }
    }
  }
  if (!over) return false;
  const told = Object.keys(powers).filter((kind) => powers[kind]).sort();
  return { size: of, powers: told.map((kind) => `${kind}^${powers[kind]}`).join(" ") };
});

/** @param {string} name @param {number} power */
const raised = (name, power) => (power === 1 ? name : `${name}^${power}`);

/** @param {[string, number][]} factors */
function productOf(factors) {
  /** @type {Record<string, number>} */
  const together = {};
  for (const [name, power] of factors) together[name] = (together[name] || 0) + power;
  const sorted = Object.keys(together).sort((a, b) => (a < b ? -1 : 1));
  const over = sorted.filter((name) => together[name] > 0).map((name) => raised(name, together[name]));
  const under = sorted.filter((name) => together[name] < 0).map((name) => raised(name, -together[name]));
  if (!over.length) return sorted.filter((name) => together[name]).map((name) => raised(name, together[name])).join("*");
  const made = over.join("*") + (under.length ? `/${under.join("*")}` : "");
  return Object.keys(LONG).find((short) => LONG[short] === made) || made;
}

/** *amount* of one unit in another; null where nothing leads there. @param {Exact} amount @param {string} one @param {string} other */
export function convert(amount, one, other) {
  const [from, to] = [T.zeros[one], T.zeros[other]];
  if (from && to) {
    const kelvins = add(multiply(amount, exactly(from[0])), exactly(from[1]));
    return divide(subtract(kelvins, exactly(to[1])), exactly(to[0]));
  }
  const [first, second] = [measureOf(one), measureOf(other)];
  if (first && second && first.powers === second.powers)
    return divide(multiply(amount, first.size), second.size);
  for (const sizes of T.sizes)
    if (one in sizes && other in sizes)
      return divide(multiply(amount, exactly(sizes[one])), exactly(sizes[other]));
  return null;
}

/** Whether it means the same everywhere, and is not merely a thing that is counted. @param {string} name */
export const isMeasure = (name) =>
  name in T.units || T.sizes.some((sizes) => name in sizes) || measureOf(name) !== false;

/** The unit that the whole text names; "" when it can be none. */
export const unitOf = kept(unitIn);

/** @param {string} folded @returns {string} */
function unitIn(folded) {
  if (SIGNS[folded]) return SIGNS[folded];
  if (measureOf(folded)) return folded;
  const known = T.unitNames.get(folded);
  if (known === undefined) {
    const made = measured(folded);
    if (made) return made;
    const ratio = folded.split(/\/| per /);
    if (ratio.length === 2) {
      const [over, under] = ratio.map((part) => (part === "m" ? "metre" : unitOf(part)));
      return over && under ? `${over}/${under}` : "";
    }
  } else return known;
  const name = singularOf(folded);
  if (!UNIT.whole.test(folded)) return "";
  if ([...folded.split(/[ -]/), ...splitWords(name)].some(isNoUnit)) return "";
  return T.unitNames.get(name) ?? name;
}

/** @param {string} word */
const isNoUnit = (word) =>
  NO_UNIT.has(word) || NUMBER_WORDS.has(word) || word in MONTHS || T.currencyNames.has(word);

/** The measure that the words name, as metres per second; "" for none. @param {string} folded */
function measured(folded) {
  /** @type {[string, number][]} */
  const factors = [];
  let [sign, power] = [1, 1];
  for (const word of folded.split(/[ -]/)) {
    const last = factors[factors.length - 1];
    if (word === "per" && last && sign > 0) sign = -1;
    else if (word in BEFORE && power === 1) power = BEFORE[word];
    else if (word in BEHIND && last && Math.abs(last[1]) === 1) last[1] *= BEHIND[word];
    else {
      let name = spelt(without(word, "s"));
      if (!measureOf(name)) name = spelt(singularWord(word));
      if (!measureOf(name)) return "";
      factors.push([name, sign * power]);
      power = 1;
    }
  }
  return factors.length && power === 1 ? productOf(factors) : "";
}

/** @param {string} word */
function spelt(word) {
  if (/(?:meter|liter)$/.test(word)) word = `${word.slice(0, -2)}re`;
  return T.unitNames.get(word) ?? word;
}

/** Every unit that may be named in a folded text. @type {(folded: string) => Set<string>} */
export const unitsIn = kept((folded) => {
  const words = folded.match(UNIT.words) || [];
  const found = new Set();
  for (const length of [1, 2, 3, 4])
    for (let i = 0; i + length <= words.length; i++) found.add(unitOf(words.slice(i, i + length).join(" ")));
  return found;
});

// Money

/** The currency a text begins with, and what follows. @param {string} folded */
export function leadingCurrency(folded) {
  const match = T.patterns().leading.exec(folded);
  return match ? [T.currencyNames.get(match[1]) || "", folded.slice(match[0].length)] : ["", folded];
}

/** @param {string} folded */
export const trailingCurrency = (folded) =>
  T.currencyNames.get(folded) || T.currencyNames.get(singularOf(folded)) || "";

/** The units of which a hundred are one. @param {string} code */
export const coinsOf = (code) => T.coins[code] || [];

// Symbols

const SYMBOL = "(?:[^\\W\\d_¹²³⁴-⁹₀-₉]+|°)";
const POWER = "(?:\\^?\\(?([-−]?[1-9])\\)?|([⁻⁺]?[¹²³⁴-⁹]))?";
const LINKED = `(?: ?[·⋅∙×*] ?| ?/ ?\\(?| )${SYMBOL}${POWER}`;
const SYMBOLS = {
  factor: starts(`(${SYMBOL})${POWER}`),
  sign: starts(" ?[·⋅∙×*] ?| ?/ ?| (?=[^\\W\\d_])"),
  behind: all(
    `(?<=[\\d.⁰¹²³⁴-⁹)])( ?)(?![eE][-+−]{0,2}\\d)(${SYMBOL}${POWER}(?:${LINKED})*\\)?)` +
      "(?![\\w²³$]|[ ./]{1,2}[12]\\d{3}(?!\\d))",
  ),
  ordinal: all("(?<=\\d) ?º(?= ?[CF]\\b|$|[,.;])"),
  degree: all("(?<=\\d)°(?= (?![CFcfKk]|kelvin)[^\\W\\d_]{3,})"),
  perSecond: all("([kmgtKMGT]?)([bB])(?:it)?ps"),
  together: full("([kMGT]?W|[mkM]?A)(h)|([kMm]?N)(m)"),
  digit: /[0-9\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089①-⑨]/,
};
const DOUBTFUL = new Set("г с m M k K t T C F c f g G h H s S l L B b d D p P x n A a R E in am Am AM pm Pm PM".split(" "));
const SMALL_LETTERS = "acfhjnvw";
const NOT_HASTY = new Set("mn Mn MN us na Na NA da DA".split(" "));
/** @type {Record<string, string>} */
const OTHERWISE = { M: "molar", S: "siemens" };

/** Names by what is typed for symbols in haste; what could be two is none. */
function hasty() {
  if (T.hasty) return T.hasty;
  /** @type {Record<string, Set<string>>} */
  const found = {};
  for (const [symbol, name] of Object.entries(T.symbols)) {
    const lower = symbol.toLowerCase();
    const spelt = new Set([lower !== symbol ? lower : symbol.toUpperCase()]);
    if (symbol[0] !== "m" && symbol[0] !== "p") spelt.add(symbol[0].toUpperCase() + lower.slice(1));
    if (symbol[0] === "μ") for (const letter of "uµ") spelt.add(symbol.replace("μ", letter));
    for (const each of spelt)
      if (!(each in T.symbols) && !NOT_HASTY.has(each)) (found[each] ||= new Set()).add(name);
  }
  T.hasty = Object.fromEntries(
    Object.entries(found).filter(([, names]) => names.size === 1).map(([typed, names]) => [typed, [...names][0]]),
  );
  return T.hasty;
}

/** The name of the unit that these symbols make, such as `kg·m/s²`; "" where they make none. @type {(written: string) => string} */
export const unitNamed = kept((written) => {
  written = written.replace(SYMBOLS.perSecond, (_, prefix, unit) =>
    `${prefix === "k" ? prefix : prefix.toUpperCase()}${unit}/s`.replace(/K/g, "k"),
  );
  /** @param {string} symbol */
  const exactlyNamed = (symbol) => T.symbols[symbol] || "";
  /** @param {string} symbol */
  const named = (symbol) => T.symbols[symbol] || ([...symbol].length > 1 && hasty()[symbol]) || "";
  const isUpper = written !== written.toLowerCase() && written === written.toUpperCase();
  return made(written, exactlyNamed) || (isUpper && made(written.toLowerCase(), exactlyNamed)) || made(written, named);
});

/** @param {string} written @param {(symbol: string) => string} names */
function made(written, names) {
  /** @type {[string, number][]} */
  const factors = [];
  let [at, sign, bracketed] = [0, 1, false];
  const together = SYMBOLS.together.exec(written);
  if (together) written = together.slice(1).filter(Boolean).join(" ");
  while (at < written.length) {
    if (factors.length) {
      const link = SYMBOLS.sign.exec(written.slice(at));
      if (!link) return "";
      if (link[0].includes("/")) sign = -1;
      at += link[0].length;
      if (sign < 0 && written[at] === "(" && written.endsWith(")")) {
        written = written.slice(0, at) + written.slice(at + 1, -1);
        bracketed = true;
      }
    }
    const factor = SYMBOLS.factor.exec(written.slice(at));
    const name = factor ? names(factor[1]) : "";
    if (!factor || !name) return "";
    const power = (factor[2] || factor[3] || "1").replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (raised) => raised.normalize("NFKC"));
    factors.push([name, sign * Number(power.replace(/[⁻−]/g, "-").replace("⁺", "+"))]);
    at += factor[0].length;
    if (sign < 0 && !bracketed && at < written.length && written[at] !== "/") return "";
  }
  return productOf(factors);
}

/** What a letter means that may be another thing, behind a number. @param {string} symbol @param {Own} own */
function letterOf(symbol, own) {
  if (!own.symbol && !own.name) return "";
  if (symbol === own.symbol || (symbol === own.symbol?.toLowerCase() && symbol.length === 1 && SMALL_LETTERS.includes(symbol)))
    return own.name || "";
  const name = T.symbols[symbol] || OTHERWISE[symbol] || "";
  if (name === "kelvin" && ["°C", "°F", "C", "F"].includes(own.symbol || "")) return name;
  const [one, other] = [measureOf(own.name || ""), measureOf(name)];
  if (!one || !other) return "";
  const isUpper = symbol !== symbol.toLowerCase() && symbol === symbol.toUpperCase();
  return one.powers === other.powers || (isUpper && symbol in T.symbols) ? name : "";
}

/** With 3º for 3°, where a word follows that no temperature is measured in. @param {string} text */
export const withPlaces = (text) => text.replace(SYMBOLS.degree, "º");

/** With the symbols of units behind its numbers as names. @param {string} text @param {Own} [own] */
export function speltOut(text, own = {}) {
  if (!(isAscii(text) ? hasDigit(text) : SYMBOLS.digit.test(text) || /\p{Nd}/u.test(text))) return text;
  const spaced = splitWords(text).join(" ").replace(SYMBOLS.ordinal, "°");
  return spaced.replace(SYMBOLS.behind, (whole, _, written) => {
    const ends = [...[...written.matchAll(/ /g)].map((space) => space.index || 0), written.length];
    for (const end of ends.reverse()) {
      const symbol = written.slice(0, end).replace(/[·*./^]+$/, "");
      const sure = symbol.length > 1 && !DOUBTFUL.has(symbol);
      const name = (sure ? "" : letterOf(symbol, own)) || (DOUBTFUL.has(symbol) ? "" : unitNamed(symbol));
      if (name) return ` ${name}${written.slice(symbol.length)}`;
    }
    return whole;
  });
}

const ASKED = {
  counted: re("\\bhow many (?!of\\b)(percentage points|\\w+)"),
  measured: all("\\d[\\d,.]*[ -]?(?:%|°?[a-z]+)"),
  points: all("\\b(?:percentage|percent|per cent|%)[ -]points?\\b"),
  loneM: re("(?<!\\S)m(?!\\S)"),
};

/** Whether a folded question names a unit, where it counts things not as that of another number. @param {string} asked @param {string} unit */
export function asksIn(asked, unit) {
  if (unit >= "\u2e80" && asked.includes(unit)) return true;
  if (unit === "%") asked = asked.replace(ASKED.points, " ");
  if (ASKED.counted.test(asked) && isMeasure(unit)) asked = asked.replace(ASKED.measured, " ");
  return unitsIn(asked).has(unit) || (unit === "metre" && ASKED.loneM.test(asked));
}

/** The units of a family, other than itself, that a folded text names. @param {string} folded @param {string} name */
export const relatedIn = (folded, name) =>
  [...unitsIn(folded)].filter((each) => each !== name && convert(exact(1n), name, each)).sort();
