/**
 * What a browser keeps of a page. Where it keeps nothing (it is told not to, or has no room) all works as long as
 * the page is open, and `isKept` says so.
 *
 * @typedef {{ get: (name: string) => any, set: (name: string, value: unknown) => void, isKept: () => boolean }} Store
 */

/**
 * Pages opened from files share one store, so every name begins with that of the bank.
 *
 * @param {string} bank
 * @param {() => Storage} [open]
 * @returns {Store}
 */
export function storeFor(bank, open = () => localStorage) {
  /** @type {Record<string, string>} */
  const here = {};
  const named = (/** @type {string} */ name) => `quizmill:${bank}:${name}`;
  let isKept = true;
  try {
    open().setItem(named("open"), "1"); // a browser may refuse this alone
  } catch {
    isKept = false;
  }
  return {
    get: (name) => {
      try {
        return JSON.parse(here[name] ?? open().getItem(named(name)) ?? "null");
      } catch {
        return null; // closed to us, or not written by a page
      }
    },
    set: (name, value) => {
      const text = JSON.stringify(value);
      try {
        open().setItem(named(name), text);
        delete here[name];
      } catch {
        isKept = false;
        here[name] = text;
      }
    },
    isKept: () => isKept,
  };
}
