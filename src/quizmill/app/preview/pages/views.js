// A question in one of its shapes. A new picture takes the place of the old one when it is there, and not before.
import { element, told } from "./dom.js";

export const VIEWS = ["terminal", "card", "sheet", "page"];
const PATIENCE = 4000; // ms for a frame to say how high it is

/** @type {Map<Window, { frame: HTMLIFrameElement, other?: HTMLIFrameElement, there: () => void }>} */
const frames = new Map();

// Frames are nobody's origin, so they say what they want to be known.
addEventListener("message", ({ source, data }) => {
  const known = frames.get(/** @type {Window} */ (source));
  if (!known || typeof data !== "object" || data === null) return;
  if (Number.isFinite(data.height)) {
    known.frame.style.height = `${Math.min(Math.max(data.height, 40), 20000)}px`;
    known.there();
  }
  if (data.chosen) known.other?.contentWindow?.postMessage({ chosen: data.chosen }, "*");
});

/**
 * The question in that shape; `there` is kept when it can be seen.
 *
 * @param {string} view
 * @param {string} key
 * @param {string} version
 * @returns {Promise<{ shown: HTMLElement, there: Promise<unknown> }>}
 */
export async function viewOf(view, key, version) {
  for (const window of [...frames.keys()]) if (!frames.get(window)?.frame.isConnected) frames.delete(window);
  const place = `${view}/${encodeURIComponent(key)}`;
  if (view === "page") return page(place, version);
  const found = await told(`${place}.json`);
  if (!found || found.refused) return { shown: refused(found), there: Promise.resolve() };
  if (view === "terminal") return { shown: terminal(found), there: Promise.resolve() };
  return view === "card" ? cards(place, found.cards, version) : sheets(place, found, version);
}

/** @param {{ refused: string } | null} found */
function refused(found) {
  const why = found ? found.refused : "This cannot be shown now.";
  return element("div", { class: "refused" }, ...why.split("\n").map((line) => element("p", {}, line)));
}

/** @param {Record<string, [string, string][]>} found */
function terminal(found) {
  const named = [["asked", "While it is asked"], ["right", "Answered rightly"], ["wrong", "Answered otherwise"]];
  const parts = named.filter(([name]) => found[name].length).map(([name, title]) => {
    const runs = found[name].map(([text, styles]) => (styles ? element("span", { class: styles }, text) : text));
    return element("section", {}, element("h3", {}, title), element("pre", { class: "terminal", tabindex: "0", "aria-label": title }, ...runs));
  });
  return element("div", {}, ...parts);
}

/** @param {string} place @param {number} count @param {string} version */
function cards(place, count, version) {
  /** @type {Promise<unknown>[]} */
  const waited = [];
  const rows = Array.from({ length: count }, (_, at) => {
    const sides = ["front", "back"].map((side) => {
      const title = `${count > 1 ? `Card ${at + 1}, ` : ""}${side}`;
      const frame = /** @type {HTMLIFrameElement} */ (
        element("iframe", { src: `${place}/${at + 1}/${side}.html?v=${version}`, title, sandbox: "allow-scripts", scrolling: "no" })
      );
      return { frame, figure: element("figure", {}, element("figcaption", {}, title), frame) };
    });
    waited.push(...sides.map(({ frame }, side) => known(frame, sides[1 - side].frame)));
    return element("div", { class: "sides" }, ...sides.map(({ figure }) => figure));
  });
  return { shown: element("div", { class: "cards" }, ...rows), there: Promise.all(waited.slice(0, 2)) };
}

/**
 * Kept when the frame has said how high it is.
 *
 * @param {HTMLIFrameElement} frame
 * @param {HTMLIFrameElement} [other] which is told what is chosen in it
 */
function known(frame, other) {
  return new Promise((there) => {
    const begin = () => frame.contentWindow && frames.set(frame.contentWindow, { frame, other, there: () => there(null) });
    frame.addEventListener("load", () => {
      begin(); // what it has said until now was said to nobody
      frame.contentWindow?.postMessage({}, "*");
    });
    setTimeout(there, PATIENCE);
  });
}

/** @param {string} place @param {{ sheet: number, key: number }} found @param {string} version */
function sheets(place, found, version) {
  /** @type {Promise<unknown>[]} */
  const waited = [];
  const pages = (/** @type {"sheet" | "key"} */ name, /** @type {string} */ title) => {
    const drawn = Array.from({ length: found[name] }, (_, at) => {
      const alt = `${title} as it is printed, page ${at + 1}`;
      const picture = /** @type {HTMLImageElement} */ (element("img", { src: `${place}/${name}-${at + 1}.png?v=${version}`, alt }));
      waited.push(picture.decode().catch(() => null));
      return picture;
    });
    const pdf = element("a", { href: `${place}/${name}.pdf?v=${version}`, target: "_blank", rel: "noreferrer" }, "PDF");
    const shown = drawn.length ? drawn : [element("iframe", { class: "pdf", src: `${place}/${name}.pdf?v=${version}`, title })];
    return element("figure", {}, element("figcaption", {}, title, " ", pdf), ...shown);
  };
  const shown = element("div", { class: "sides paper" }, pages("sheet", "Worksheet"), pages("key", "Answer key"));
  return { shown, there: Promise.all(waited) };
}

/** @param {string} place @param {string} version */
function page(place, version) {
  const frame = element("iframe", { class: "live", src: `${place}.html?v=${version}#begin`, title: "The question on a page", sandbox: "allow-scripts allow-forms" });
  const there = new Promise((kept) => {
    frame.addEventListener("load", kept);
    setTimeout(kept, PATIENCE);
  });
  return { shown: frame, there };
}
