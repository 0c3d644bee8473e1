/**
 * What a page hands in: a file, or a code to paste into a mail, which `quizmill mark` reads. An answer is the
 * text that would be copied from the sheet; what was not answered is empty.
 */

const VERSION = 1;
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's: none of I, L, O, U
const GROUP = 5; // signs that stand together
const ROW = 10; // groups on a line

/**
 * @typedef {object} HandedIn
 * @property {string} paper the fingerprint of the form
 * @property {string} form its letter; empty where there is one only
 * @property {string} name
 * @property {Date} started
 * @property {Date} finished
 * @property {string[]} answers by the question's place on the form, as `answerText` has them
 */

/**
 * What was answered, as `grade/response` names it; null is no answer.
 * @typedef {{type: "Choice", picks: number[]} | {type: "Text", text: string} | {type: "Blanks", texts: string[]}
 *   | {type: "Pairing", rights: (number | null)[]} | {type: "Order", steps: number[]}
 *   | {type: "Essay", text: string} | {type: "Skipped"} | null} Given
 */

/**
 * An answer as it would be copied from the sheet: letters of options, numbers in the boxes of steps.
 * @param {string} kind of question, as a bank names it
 * @param {Given} response
 * @returns {string}
 */
export function answerText(kind, response) {
  switch (response?.type) {
    case "Choice":
      return response.picks.map(kind === "true_false" ? truth : optionLetter).join(" ");
    case "Text":
    case "Essay":
      return response.text.trim();
    case "Blanks":
      return filled(response.texts) ? response.texts.map(barred).join(" | ") : "";
    case "Pairing":
      return filled(response.rights) ? response.rights.map(letterOrNone).join(" ") : "";
    case "Order":
      return response.steps.map((_, shown) => response.steps.indexOf(shown) + 1).join(" "); // all are there
    default:
      return "";
  }
}

/** @param {HandedIn} handed */
export function answerFile(handed) {
  const { paper, form, name, answers } = wellFormed(handed);
  const [started, finished] = [handed.started, handed.finished].map(toSecond);
  const told = [paper, form, name, started, finished, ...answers.map((text, i) => `${i + 1}=${text}`)];
  const check = crc32(new TextEncoder().encode(told.join("\x1f"))).toString(16).padStart(8, "0");
  const numbered = Object.fromEntries(answers.map((text, i) => [i + 1, text]));
  const file = { quizmill: VERSION, paper, form, name, answers: numbered, started, finished, check };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** The name under which to save the file: letters and digits of any script.
 * @param {string} title @param {string} name */
export function answerFileName(title, name) {
  const words = `${title} ${name}`.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? ["answers"];
  return `${words.join("-").slice(0, 80)}.json`;
}

/** The code, in lines that a mail does not break; signs apart and lines may fall as they like.
 * @param {HandedIn} handed
 * @returns {Promise<string>} */
export async function answerCode(handed) {
  const { paper, form, name, answers } = wellFormed(handed);
  const [started, finished] = [handed.started, handed.finished].map((at) => Math.floor(at.getTime() / 1000));
  const data = new TextEncoder().encode(JSON.stringify([paper, form, name, started, finished, answers]));
  const signs = base32(new Uint8Array([...bigEndian(crc32(data)), ...(await deflated(data))]));
  const groups = signs.match(new RegExp(`.{1,${GROUP}}`, "g")) ?? [];
  const rows = groups.map((group, i) => (i % ROW ? " " : "\n") + group);
  return `[quizmill ${VERSION} ${signs.length}:${rows.join("")}]`;
}

/** @param {number} pick */
function truth(pick) {
  return pick ? "false" : "true"; // in every language of a sheet
}

/** a, b … z, aa; 0 is the first.
 * @param {number} index @returns {string} */
function optionLetter(index) {
  const own = String.fromCharCode(97 + (index % 26));
  return index < 26 ? own : optionLetter(Math.floor(index / 26) - 1) + own;
}

/** @param {number | null} index */
function letterOrNone(index) {
  return index === null ? "-" : optionLetter(index);
}

/** @param {string} text of a blank */
function barred(text) {
  return text.trim().replaceAll("|", "\\|");
}

/** @param {(string | number | null)[]} parts */
function filled(parts) {
  return parts.some((part) => part !== null && `${part}`.trim());
}

/** Halves of characters, which no file can hold, become marks that one was there.
 * @param {HandedIn} handed */
function wellFormed({ paper, form, name, answers }) {
  const whole = (/** @type {string} */ text) =>
    new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text));
  return { paper, form, name: whole(name.trim()), answers: answers.map(whole) };
}

/** @param {Date} moment */
function toSecond(moment) {
  return moment.toISOString().replace(/\.\d+Z$/, "Z");
}

/** @param {Uint8Array} data
 * @returns {Promise<Uint8Array>} */
async function deflated(data) {
  if (typeof CompressionStream === "undefined") return stored(data);
  try {
    const stream = new Blob([/** @type {BlobPart} */ (data)]).stream();
    const packed = stream.pipeThrough(new CompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(packed).arrayBuffer());
  } catch {
    return stored(data); // a browser that knows other ways of packing
  }
}

/** Deflate's own way of packing nothing: blocks that are stored.
 * @param {Uint8Array} data */
function stored(data) {
  const most = 65535; // bytes of a block
  const blocks = Math.max(1, Math.ceil(data.length / most));
  const parts = Array.from({ length: blocks }, (_, i) => {
    const part = data.slice(most * i, most * (i + 1));
    const [low, high] = [part.length & 255, part.length >> 8];
    return [i === blocks - 1 ? 1 : 0, low, high, low ^ 255, high ^ 255, ...part];
  });
  return new Uint8Array(parts.flat());
}

/** @param {Uint8Array} data */
function crc32(data) {
  let sum = ~0;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

/** @param {number} number of 32 bits */
function bigEndian(number) {
  return [24, 16, 8, 0].map((shift) => (number >>> shift) & 255);
}

/** Five bits a sign, the last ones filled up with noughts.
 * @param {Uint8Array} data */
function base32(data) {
  let [signs, held, bits] = ["", 0, 0];
  for (const byte of data) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; held &= (1 << bits) - 1) signs += ALPHABET[held >> (bits -= 5)];
  }
  return bits ? signs + ALPHABET[held << (5 - bits)] : signs;
}
