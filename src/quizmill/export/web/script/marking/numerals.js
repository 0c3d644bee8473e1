/** Numbers in another language's words as digits: zwölftausend is 12000, dix-septième 17th, due terzi 2/3. */
import { nth, readRoman } from "./counted.js";
import { all, full, isDecimal, re, starts } from "./text.js";

/**
 * @typedef {"count" | "place" | "part" | "joint"} Kind
 * @typedef {[number, Kind]} Word what it is worth, and what it says
 * @typedef {object} Told
 * @property {Record<string, Word>} words
 * @property {boolean} onesFirst
 * @property {boolean} scores
 * @property {Record<string, string>} whole
 * @property {Record<string, string>} patterns
 */

const CHUNK = all("[^\\W\\d_]+");
const AFTER_DIGIT = re("\\d[ -]?(?:de )?$");
const PARTS_OF = all("(\\d+/\\d+) partes?\\b");
const ONE_PART = all("(?:\\b(?:una?|um|uma|la|a) )?\\b(\\d+)(?:st|nd|rd|th) parte\\b");

/** @typedef {{longest: number, starts: Set<string>, patterns: Record<string, RegExp | undefined>}} Made */
/** @type {WeakMap<Told, Made>} */
const madeOf = new WeakMap();

/** @param {Told} told @returns {Made} */
function numeralsIn(told) {
  let found = madeOf.get(told);
  if (found) return found;
  const words = Object.keys(told.words);
  /** @type {Record<string, RegExp | undefined>} */
  const patterns = {};
  for (const [name, source] of Object.entries(told.patterns))
    patterns[name] = !source ? undefined : name === "outOf" ? full(source) : name === "andHalf" ? starts(source) : all(source);
  found = {
    longest: Math.max(...words.map((word) => word.length)),
    starts: new Set(words.map((word) => word.slice(0, 2))),
    patterns,
  };
  madeOf.set(told, found);
  return found;
}

/** A folded text with its numbers in digits, its fractions as 3/4, its places in a row as 3rd. @param {string} folded @param {Told} told */
export function inDigitsOf(folded, told) {
  if (told.whole[folded]) return told.whole[folded];
  const { percent, glued, halfToo, marked, outOf } = numeralsIn(told).patterns;
  let text = percent ? folded.replace(percent, "percent") : folded;
  text = inNumbers(glued ? text.replace(glued, " $&") : text, told);
  if (halfToo) text = text.replace(halfToo, "$1 and a half");
  if (text.includes("part")) text = text.replace(PARTS_OF, "$1").replace(ONE_PART, "1/$1");
  if (marked)
    text = text.replace(marked, (whole, ...rest) => {
      const said = rest.slice(0, -2).filter((part) => typeof part === "string").pop() || whole;
      const number = isDecimal(said) ? Number(said) : readRoman(said);
      return number ? nth(number) : whole;
    });
  const match = outOf?.exec(text);
  return match ? `${match[1] || 1} out of ${match[2]}` : text;
}

/** @typedef {{text: string, index: number, end: number, atoms: Word[]}} Chunk */

/** @param {string} text @param {Told} told */
function inNumbers(text, told) {
  /** @type {Chunk[]} */
  const chunks = [...text.matchAll(CHUNK)].map((match) => ({
    text: match[0],
    index: match.index || 0,
    end: (match.index || 0) + match[0].length,
    atoms: atomsOf(match[0], told),
  }));
  if (!chunks.some((chunk) => chunk.atoms.length)) return text;
  let [said, at, i] = ["", 0, 0];
  while (i < chunks.length) {
    const [number, scale, count] = numberIn(text, chunks.slice(i), told);
    if (count) {
      said += text.slice(at, chunks[i].index);
      at = chunks[i + count - 1].end;
      const half = scale ? numeralsIn(told).patterns.andHalf?.exec(text.slice(at)) : null;
      said += half ? String(Number(number) + Math.floor(scale / 2)) : number;
      at += half ? half[0].length : 0;
    }
    i += count || 1;
  }
  return said + text.slice(at);
}

/** The longest number that the chunks begin with, the scale at its end, and how many make it. @param {string} text @param {Chunk[]} chunks @param {Told} told @returns {[string, number, number]} */
function numberIn(text, chunks, told) {
  const [first] = chunks;
  if (!first.atoms.length || first.atoms[0][1] === "joint") return ["", 0, 0];
  if (AFTER_DIGIT.test(text.slice(0, first.index))) return ["", 0, 0];
  const counted = new Sum(told);
  /** @type {[string, number, number]} */
  let found = ["", 0, 0];
  let at = first.index;
  for (const [i, chunk] of chunks.entries()) {
    const apart = text.slice(at, chunk.index);
    if (!chunk.atoms.length || !["", " ", "-"].includes(apart) || !chunk.atoms.every((word) => counted.add(word))) break;
    at = chunk.end;
    const number = counted.told();
    if (number) found = [number, counted.scale(), i + 1];
  }
  const alone = found[2] === 1 && first.atoms.length === 1 && first.text !== text;
  const [value, kind] = first.atoms[0];
  const saysLittle = kind === "part" || (kind === "count" && (value === 1 || value >= 1e6));
  return alone && saysLittle ? ["", 0, 0] : found;
}

/** The number words that a word is made of; none if it is another word. @param {string} chunk @param {Told} told @returns {Word[]} */
function atomsOf(chunk, told) {
  const made = numeralsIn(told);
  if (!made.starts.has(chunk.slice(0, 2)) && !made.starts.has(chunk.slice(0, 1))) return [];
  if (Object.hasOwn(told.words, chunk)) return [told.words[chunk]];
  /** @param {string} rest @returns {Word[] | null} */
  const parsed = (rest) => {
    if (!rest) return [];
    for (let length = Math.min(made.longest, rest.length); length; length--) {
      const word = rest.slice(0, length);
      const more = Object.hasOwn(told.words, word) && parsed(rest.slice(length));
      if (more) return [told.words[word], ...more];
    }
    return null;
  };
  return parsed(chunk) || [];
}

/** Adds number words up as long as they make one number. */
class Sum {
  /** @param {Told} told */
  constructor(told) {
    this.onesFirst = told.onesFirst;
    this.scores = told.scores;
    this.total = 0; // of what has its scale
    this.group = 0; // since then
    this.limit = 1e15; // the next scale must be smaller
    /** @type {Word} */
    this.last = [0, "joint"];
    this.over = 0; // above the fraction line
    this.count = 0; // of the words
    this.placed = false;
  }

  /** Take one more word in; false when the number cannot go on with it. @param {Word} word */
  add(word) {
    let fits;
    if (word[1] === "joint") fits = this.last[1] === "count" || this.last[1] === "place";
    else if (this.over || this.last[1] === "part") fits = false;
    else fits = this.isPart(word) || this.more(word);
    this.count++;
    this.last = word;
    return fits;
  }

  /** The number so far as English has it; "" where a word is missing. */
  told() {
    if (this.last[1] === "joint") return "";
    if (this.over) return `${this.over}/${this.last[0]}`;
    if (this.last[1] === "part") return `1/${this.last[0]}`;
    const number = this.total + this.group;
    return this.placed ? nth(number) : String(number);
  }

  /** What the number so far ends with, if that is a million or more. */
  scale() {
    return this.last[0] >= 1e6 && !this.group ? this.last[0] : 0;
  }

  /** @param {Word} word */
  isPart([value, kind]) {
    const joined = this.last[1] === "joint";
    if (kind === "part") {
      this.over = this.total + this.group;
      return this.count === 0 || (this.over > 0 && this.over < 100 && !joined);
    }
    if (kind !== "place" || !this.count || joined || this.placed || value < 3 || this.fits(value)) return false;
    this.over = this.total + this.group;
    return this.over < 100;
  }

  /** @param {Word} word */
  more([value, kind]) {
    if (this.placed && kind === "count" && !(this.onesFirst && value === 10)) return false;
    if (!this.fits(value)) return false;
    this.placed ||= kind === "place";
    if (value >= 1000) {
      this.total += Math.max(this.group, 1) * value;
      [this.group, this.limit] = [0, value];
    } else if (value === 100 && this.group) this.group *= 100;
    else if (value === 20 && this.group % 100 === 4 && this.scores) this.group += 76;
    else this.group += value;
    return true;
  }

  /** @param {number} value */
  fits(value) {
    const [rest, joined] = [this.group % 100, this.last[1] === "joint"];
    if (value >= 1000) return value < this.limit;
    if (value >= 100) return this.group === 0 || (value === 100 && this.group < 100 && !joined);
    if (!rest) return value > 0 || !this.count;
    if (this.onesFirst && rest < 10) return value === 10 || (joined && value >= 20);
    if (this.scores && rest === 4 && value === 20) return true;
    const room = this.scores && (rest === 60 || rest === 80) ? 20 : 10;
    return value > 0 && value < room && rest % 10 === 0;
  }
}
