/**
 * What a browser keeps of a page that is handed in: the work of each who has begun on it, and its clock. A clock
 * goes on while the page is closed, and stands still only as long as it is paused.
 *
 * @typedef {import("./app.js").App} App
 * @typedef {import("./mark.js").Response} Response
 *
 * `started`, `seen` and `finished` are milliseconds since 1970, `finished` 0 while it is worked on; `used` are the
 * seconds until `seen`, without pauses.
 * @typedef {{
 *   name: string, form: number, started: number, seen: number, used: number, paused: boolean, finished: number,
 *   place: number, answers: Record<string, Response>,
 * }} Work
 */

/**
 * @param {string} name
 * @param {number} form its place
 * @param {number} now
 * @returns {Work}
 */
export function newWork(name, form, now) {
  return { name, form, started: now, seen: now, used: 0, paused: false, finished: 0, place: 0, answers: {} };
}

/** All that is kept of this page, the latest first.
 * @param {App} app
 * @returns {Work[]} */
export function worksOn(app) {
  return app.store.get(keyOf(app)) ?? [];
}

/** What somebody has begun, in whatever case the name is typed.
 * @param {App} app
 * @param {string} name */
export function workOf(app, name) {
  return worksOn(app).find((work) => folded(work.name) === folded(name)) ?? null;
}

/** @param {App} app
 * @param {Work} work */
export function keepWork(app, work) {
  app.store.set(keyOf(app), [work, ...others(app, work)]);
}

/** @param {App} app
 * @param {Work} work */
export function forgetWork(app, work) {
  app.store.set(keyOf(app), others(app, work));
}

/**
 * The seconds that are used up now.
 *
 * @param {Work} work
 * @param {number} now
 */
export function usedBy({ used, seen, paused }, now) {
  return used + (paused ? 0 : Math.max(0, now - seen) / 1000);
}

/**
 * When it came to its end: when it was handed in, at the latest when the time was up, even if nobody was there.
 *
 * @param {Work} work
 * @param {number} limit in seconds; 0 is none
 */
export function endOf({ used, seen, finished }, limit) {
  return finished || (limit ? seen - Math.max(0, used - limit) * 1000 : seen);
}

/** @param {App} app
 * @param {Work} work */
function others(app, { name }) {
  return worksOn(app).filter((work) => folded(work.name) !== folded(name));
}

/** @param {string} name */
function folded(name) {
  return name.normalize("NFKC").toLowerCase().trim().split(/\s+/).join(" ");
}

/** @param {App} app */
function keyOf({ data }) {
  return `works:${data.hand_in?.forms.map(({ paper }) => paper).join("-") ?? ""}`.slice(0, 80);
}
