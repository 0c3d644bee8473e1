// What stands beside a question: findings, evidence, and how it is written.
import { element } from "./dom.js";

/**
 * @typedef {{ severity: string, rule: string, message: string, help?: string, place: string }} Finding
 */

/** @param {any} about @param {string} language */
export function beside(about, language) {
  const own = about.findings.length ? about.findings.map(finding) : [element("p", { class: "quiet" }, "Nothing is found in this question.")];
  const facts = about.evidence.map((/** @type {any} */ each) => fact(each, language));
  const none = element("p", { class: "quiet" }, "It names no facts.");
  const isOpen = /** @type {any} */ (document.querySelector("#beside .source"))?.open;
  return [
    element("section", {}, element("h2", {}, "Findings"), ...own),
    element("section", {}, element("h2", {}, "Evidence"), ...(facts.length ? facts : [none])),
    element("details", { class: "source", open: isOpen }, element("summary", {}, "As it is written"), written(about)),
  ];
}

/** @param {Finding} found */
export function finding(found) {
  return element(
    "div",
    { class: `finding ${found.severity}` },
    element("p", {}, element("b", {}, found.severity), " ", found.message),
    found.help ? element("p", { class: "help" }, found.help) : null,
    element("p", { class: "quiet" }, element("code", {}, found.place), " ", found.rule),
  );
}

/** @param {any} told @param {string} language */
function fact(told, language) {
  if (!told.title) {
    return element("div", { class: "fact" }, element("p", {}, element("code", {}, told.id), " is no fact of this bank."));
  }
  const lang = { lang: language, dir: "auto" };
  return element(
    "div",
    { class: "fact" },
    element("p", lang, told.says),
    told.as_of ? element("p", { class: "quiet", dir: "auto" }, `as of ${told.as_of}`) : null,
    told.doubt ? element("p", { ...lang, class: "doubt" }, told.doubt) : null,
    told.original ? element("blockquote", lang, ...marked(told.original, told.terms ?? [])) : null,
    told.unread ? element("p", { class: "quiet" }, `The document ${told.unread}.`) : null,
    element("p", { class: "quiet", dir: "auto" }, `${told.title}, paragraph ${told.paragraph} · `, element("code", {}, told.id)),
    ...(told.findings ?? []).map(finding),
  );
}

/** The paragraph, with its terms marked; @param {string} text @param {string[]} terms */
function marked(text, terms) {
  const places = terms.flatMap((term) => (text.includes(term) ? [[text.indexOf(term), term.length]] : [])).sort(([a], [b]) => a - b);
  const parts = [];
  let end = 0;
  for (const [begin, length] of places) {
    if (begin < end) continue;
    parts.push(text.slice(end, begin), element("mark", {}, text.slice(begin, begin + length)));
    end = begin + length;
  }
  return [...parts, text.slice(end)];
}

/** The lines of a question in its file, those with a finding marked; @param {any} about */
export function written({ lines, findings, place }) {
  const hit = new Set(findings.map((/** @type {Finding} */ each) => Number(each.place.split(":").at(-2))));
  const rows = lines.map((/** @type {{ number: number, text: string }} */ { number, text }) =>
    element("span", { class: hit.has(number) ? "line hit" : "line", "data-number": number }, `${text}\n`),
  );
  return element("pre", { class: "yaml", tabindex: "0", "aria-label": `As it is written from ${place} on` }, ...rows);
}
