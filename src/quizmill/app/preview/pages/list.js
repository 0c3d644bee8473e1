// The list of questions: searched, filtered, and a page of it at a time, however large the bank is.
import { byId, element, refill, saying } from "./dom.js";

const A_PAGE = 200; // rows
const SEVERITIES = ["error", "warning", "advice"];
const SIGNS = { error: "✕", warning: "▲", advice: "·", draft: "✎", broken: "✕", earlier: "" };

/**
 * @typedef {{ key: string, topic: number, kind: string, title?: string, state: string, worst?: string }} ListRow
 */

export class List {
  /** @param {(key: string) => string} address of a question */
  constructor(address) {
    this.address = address;
    /** @type {ListRow[]} */
    this.rows = [];
    /** @type {ListRow[]} */
    this.fitting = [];
    this.topics = [];
    this.current = "";
    this.place = 0; // of the first row that is shown
    byId("filter").addEventListener("submit", (event) => event.preventDefault());
    for (const id of ["words", "topic", "marks"]) byId(id).addEventListener("input", () => this.sift());
    byId("earlier").addEventListener("click", () => this.turn(-A_PAGE));
    byId("later").addEventListener("click", () => this.turn(A_PAGE));
  }

  /** @param {{ rows: ListRow[], topics: string[], language: string }} listing */
  take({ rows, topics, language }) {
    this.rows = rows;
    this.language = language;
    if (topics.join("\n") !== this.topics.join("\n")) {
      const chosen = byId("topic").value;
      const options = topics.map((title, place) => element("option", { value: place, dir: "auto" }, title));
      byId("topic").replaceChildren(element("option", { value: "" }, "all"), ...options);
      if (Number(chosen) < topics.length) byId("topic").value = chosen;
    }
    this.topics = topics;
    this.sift(false);
  }

  /** @param {string} key */
  link(key) {
    return byId("list").querySelector(`a[data-key="${CSS.escape(key)}"]`);
  }

  /** Shows the rows that fit what is searched for; @param {boolean} [fromStart] */
  sift(fromStart = true) {
    const words = byId("words").value.toLowerCase().split(/\s+/).filter(Boolean);
    const [topic, marks] = [byId("topic").value, byId("marks").value];
    this.fitting = this.rows.filter(
      (row) =>
        (topic === "" || row.topic === Number(topic)) &&
        isMarked(row, marks) &&
        words.every((word) => `${row.key} ${row.kind} ${row.title ?? ""}`.toLowerCase().includes(word)),
    );
    const place = this.fitting.findIndex(({ key }) => key === this.current);
    this.place = fromStart && place < 0 ? 0 : Math.min(this.place, Math.max(0, this.fitting.length - 1));
    if (place >= 0 && fromStart) this.place = place - (place % A_PAGE);
    this.show();
    if (fromStart) this.reveal();
  }

  /** @param {string} key of the question that is open */
  open(key) {
    this.current = key;
    const place = this.fitting.findIndex((row) => row.key === key);
    if (place >= 0 && (place < this.place || place >= this.place + A_PAGE)) {
      this.place = place - (place % A_PAGE);
      this.show();
    }
    this.mark();
    this.reveal();
  }

  /** The key so many rows on; @param {number} step */
  beside(step) {
    const place = this.fitting.findIndex(({ key }) => key === this.current);
    return this.fitting[place < 0 ? this.place : place + step]?.key;
  }

  /** @param {number} step */
  turn(step) {
    this.place = Math.max(0, this.place + step);
    this.show();
    byId("list").querySelector("a")?.focus();
  }

  show() {
    const shown = this.fitting.slice(this.place, this.place + A_PAGE);
    let topic = -1;
    const items = shown.flatMap((row) => {
      const heading = row.topic === topic ? [] : [element("li", { class: "topic", dir: "auto" }, this.topics[row.topic])];
      topic = row.topic;
      return [...heading, this.item(row)];
    });
    const focused = /** @type {HTMLElement} */ (document.activeElement)?.dataset.key;
    refill(byId("list"), ...items);
    if (focused) this.link(focused)?.focus({ preventScroll: true });
    const count = this.fitting.length;
    saying("count", count === this.rows.length ? `${count} questions` : `${count} of ${this.rows.length}`);
    byId("pages").hidden = count <= A_PAGE;
    byId("page").textContent = `${this.place + 1}–${this.place + shown.length}`;
    byId("earlier").disabled = this.place === 0;
    byId("later").disabled = this.place + A_PAGE >= count;
  }

  /** @param {ListRow} row */
  item(row) {
    const marks = [row.state === "sound" ? "" : row.state, row.worst ?? ""].filter(Boolean);
    const told = marks.map((mark) =>
      element("span", { class: `mark ${mark}`, title: mark }, element("span", { "aria-hidden": "true" }, SIGNS[mark]), element("span", { class: "unseen" }, mark)),
    );
    const title = element("span", { class: "title", dir: "auto", lang: this.language }, row.title || row.key);
    const about = element("span", { class: "id" }, row.key, " · ", (row.kind || "no type").replaceAll("_", " "));
    const link = element("a", { href: this.address(row.key), "data-key": row.key, "aria-current": row.key === this.current ? "true" : null }, title, about, ...told);
    return element("li", {}, link);
  }

  mark() {
    for (const link of byId("list").querySelectorAll("a")) {
      if (link.dataset.key === this.current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  /** Has the question that is open in sight; not when the bank was read anew, since somebody may look elsewhere. */
  reveal() {
    this.link(this.current)?.scrollIntoView({ block: "nearest" });
  }
}

/** @param {ListRow} row @param {string} marks */
function isMarked(row, marks) {
  if (!marks) return true;
  if (marks === "draft" || marks === "broken") return row.state === marks;
  const place = SEVERITIES.indexOf(row.state === "broken" ? "error" : (row.worst ?? ""));
  return place >= 0 && place <= SEVERITIES.indexOf(marks);
}
