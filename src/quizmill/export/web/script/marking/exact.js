/** Exact numbers: a whole number over another, so that nothing is rounded but where it is compared. */

/** @typedef {{n: bigint, d: bigint}} Exact */

/** @param {bigint} n @param {bigint} [d] @returns {Exact} */
export function exact(n, d = 1n) {
  if (d < 0n) [n, d] = [-n, -d];
  let [a, b] = [n < 0n ? -n : n, d];
  while (b) [a, b] = [b, a % b];
  return a > 1n ? { n: n / a, d: d / a } : { n, d };
}

/** @param {string | number} text such as "1.5", "-2E-3", "1/3" @returns {Exact} */
export function exactly(text) {
  const [over, under] = String(text).split("/");
  if (under) return divide(exactly(over), exactly(under));
  const [, sign, whole, part = "", power = "0"] = /** @type {string[]} */ (
    /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/.exec(over)
  );
  const n = BigInt(sign + (whole + part || "0"));
  return scaleb(exact(n, 10n ** BigInt(part.length)), Number(power));
}

/** @param {Exact} x @param {number} power of ten */
export const scaleb = (x, power) =>
  power < 0 ? exact(x.n, x.d * 10n ** BigInt(-power)) : exact(x.n * 10n ** BigInt(power), x.d);
/** @param {Exact} a @param {Exact} b */
export const add = (a, b) => exact(a.n * b.d + b.n * a.d, a.d * b.d);
/** @param {Exact} a @param {Exact} b */
export const subtract = (a, b) => exact(a.n * b.d - b.n * a.d, a.d * b.d);
/** @param {Exact} a @param {Exact} b */
export const multiply = (a, b) => exact(a.n * b.n, a.d * b.d);
/** @param {Exact} a @param {Exact} b */
export const divide = (a, b) => exact(a.n * b.d, a.d * b.n);
/** @param {Exact} x @returns {Exact} */
export const negative = (x) => ({ n: -x.n, d: x.d });
/** @param {Exact} x @returns {Exact} */
export const size = (x) => (x.n < 0n ? negative(x) : x);
/** @param {Exact} a @param {Exact} b */
export const isSame = (a, b) => a.n === b.n && a.d === b.d;
/** @param {Exact} a @param {Exact} b below zero where a is the smaller */
export function compare(a, b) {
  const [one, other] = [a.n * b.d, b.n * a.d];
  return one < other ? -1 : one > other ? 1 : 0;
}
/** @param {Exact} x */
export const isWhole = (x) => x.d === 1n;
export const ZERO = exact(0n);
export const ONE = exact(1n);
export const HUNDRED = exact(100n);

/**
 * To so many digits, in which two amounts are one whichever way they were found.
 * @param {Exact} x @param {number} [digits]
 */
export function rounded(x, digits = 40) {
  if (!x.n) return x;
  const of = size(x);
  let power = of.n.toString().length - of.d.toString().length - digits;
  for (;;) {
    const scaled = scaleb(of, -power);
    let whole = scaled.n / scaled.d;
    const rest = 2n * (scaled.n - whole * scaled.d);
    if (rest > scaled.d || (rest === scaled.d && whole % 2n)) whole++;
    const length = whole.toString().length;
    if (length === digits) return scaleb(exact(x.n < 0n ? -whole : whole), power);
    power += length > digits ? 1 : -1;
  }
}

/** Its digits without zeros at the end, 28 at most, and the power of ten of the last. @param {Exact} x */
export function digitsOf(x) {
  const short = rounded(x, 28);
  let [n, power] = [short.n < 0n ? -short.n : short.n, 0];
  let d = short.d;
  while (d > 1n) {
    n *= 10n;
    power--;
    const [a, b] = [exact(n, d).n, exact(n, d).d];
    [n, d] = [a, b];
  }
  while (n && n % 10n === 0n) [n, power] = [n / 10n, power + 1];
  return { digits: n.toString().length, power };
}

/** Whether it is a power of ten. @param {Exact} x */
export const isPowerOfTen = (x) => x.n > 0n && /^10*\/1$|^1\/10*$/.test(`${x.n}/${x.d}`);

/** As people write it. @param {Exact} x */
export function decimal(x) {
  let [n, d, places] = [size(x).n, x.d, 0];
  while (d > 1n && places < 60) {
    const next = exact(n * 10n, d);
    [n, d, places] = [next.n, next.d, places + 1];
  }
  const digits = (n / d).toString().padStart(places + 1, "0");
  const cut = digits.length - places;
  return (x.n < 0n ? "-" : "") + digits.slice(0, cut) + (places ? `.${digits.slice(cut)}` : "");
}
