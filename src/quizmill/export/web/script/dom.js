/** @typedef {Node | string | null | undefined | false} Child */

const BLOCKS = "p, pre, table, ul, ol, div, figure";

/** @type {Record<string, string>} */
let media = {};

/**
 * From here on pictures in texts have these URLs, by their names.
 *
 * @param {Record<string, string>} urls
 */
export function useMedia(urls) {
  media = urls;
}

/** The language of a bank's texts, where the page speaks another. */
let language = "";

/**
 * From here on the texts of a bank say that they are in its language, unless the page speaks it too.
 *
 * @param {string} ofTexts
 * @param {string} spoken
 */
export function useLanguage(ofTexts, spoken) {
  language = ofTexts.split("-")[0] === spoken ? "" : ofTexts;
}

/**
 * The URL of a picture or sound.
 *
 * @param {string} name
 */
export function mediaUrl(name) {
  return media[name] ?? "";
}

/**
 * An element; strings among its children are text and never HTML. Of its attributes a function is a listener,
 * true stands alone, and false leaves out.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | number | boolean | EventListener>} [attributes]
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== false) made.setAttribute(key, value === true ? "" : String(value));
  }
  if (attributes.dir === "auto" && language) made.lang = language; // a text of the bank, or to be one
  made.append(...children.filter(isThere));
  return made;
}

/** @param {Child} child @returns {child is Node | string} */
function isThere(child) {
  return child !== null && child !== undefined && child !== false && child !== "";
}

/**
 * The nodes of HTML that was made with the page's data, where every text of a bank is escaped. What may be wider
 * than the page has a box in which it is moved; the listings of a control have lines that go on below.
 *
 * @param {string | undefined} html
 * @param {boolean} [scrolls]
 */
export function marked(html, scrolls = true) {
  const template = document.createElement("template");
  template.innerHTML = html ?? "";
  for (const picture of template.content.querySelectorAll("img")) {
    picture.src = mediaUrl(picture.dataset.media ?? "");
  }
  for (const formula of template.content.querySelectorAll("math:not(div > math)")) {
    const box = element("span", { class: "formula" });
    formula.replaceWith(box);
    box.append(formula);
    showsEdges(box);
  }
  if (!scrolls) {
    template.content.querySelectorAll("pre > code").forEach(hangLines);
    return template.content;
  }
  for (const wide of template.content.querySelectorAll("pre, table, div:has(> math)")) {
    wide.replaceWith(scrolling(/** @type {HTMLElement} */ (wide.cloneNode(true))));
  }
  return template.content;
}

/**
 * What may be wider than the page, in a box of its own that is moved by keys too.
 *
 * @param {HTMLElement} wide
 */
function scrolling(wide) {
  const box = element("div", { class: "wide", tabindex: 0, role: "group" }, wide);
  showsEdges(box);
  return box;
}

/**
 * From here on a box fades at an edge behind which there is more of it.
 *
 * @param {HTMLElement} box
 */
function showsEdges(box) {
  if (!globalThis.ResizeObserver) return;
  const look = () => {
    const most = box.scrollWidth - box.clientWidth;
    const left = box.scrollLeft + (getComputedStyle(box).direction === "rtl" ? most : 0);
    box.classList.toggle("more-left", left > 1);
    box.classList.toggle("more-right", most - left > 1);
    if (most > 1 && !box.closest("label")) box.tabIndex = 0;
  };
  new ResizeObserver(look).observe(box);
  box.addEventListener("scroll", look);
}

/**
 * Each line of a listing in a row of its own, which hangs by its indentation where it goes on below.
 *
 * @param {Element} code
 */
function hangLines(code) {
  const lines = code.innerHTML.split("\n").map((html) => {
    const row = element("span", { class: "row" });
    row.innerHTML = html;
    row.style.setProperty("--indent", `${/^ */.exec(row.textContent ?? "")?.[0].length}ch`);
    return row;
  });
  code.replaceChildren(...lines);
}

/**
 * The plain text of such HTML, on one line; a formula as it is read out.
 *
 * @param {string | undefined} html
 */
export function plainText(html) {
  const content = marked(html);
  for (const formula of content.querySelectorAll("math")) formula.replaceWith(formula.getAttribute("alttext") ?? "");
  for (const block of content.querySelectorAll(`${BLOCKS}, li, td, th`)) block.append(" ");
  return (content.textContent ?? "").replace(/\s+/g, " ").trim();
}


/**
 * Such HTML in an element of this name where it is a run of text, else in a `div`.
 *
 * @param {"p" | "span" | "h2"} name
 * @param {string | undefined} html
 * @param {Record<string, string | number>} [attributes]
 */
export function textBlock(name, html, attributes = {}) {
  const content = marked(html, name !== "span");
  const isRun = !content.querySelector(BLOCKS);
  return element(isRun ? name : "div", { dir: "auto", ...attributes }, content);
}
