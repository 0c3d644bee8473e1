// A bank while it is written: a list, the question that is open in one shape, and what is found in it.
import { beside, finding, written } from "./aside.js";
import { hear } from "./changes.js";
import { byId, element, refill, saying, told } from "./dom.js";
import { List } from "./list.js";
import { VIEWS, viewOf } from "./views.js";

const NAMES = { terminal: "Terminal", card: "Card", sheet: "Sheet", page: "Page" };
const list = new List((key) => `#${key}/${open.view}`);
const open = { key: "", view: "terminal", version: "", turn: 0, language: "" };
let known = { snapshot: 0, findings: 0 };

/** Shows what the address names: `#tea-plant/card`. */
async function route() {
  const [key, view] = decodeURIComponent(location.hash.slice(1)).split("/");
  if (VIEWS.includes(view)) open.view = view;
  if (key) open.key = key;
  list.open(open.key);
  await show();
}

/** Shows the question that is open, anew if it looks different; what is beside it in any case. */
async function show() {
  if (!open.key) return;
  const turn = (open.turn += 1);
  const about = await told(`question/${encodeURIComponent(open.key)}.json`);
  if (turn !== open.turn) return;
  if (!about) return gone();
  document.title = `${open.key} · ${byId("bank").textContent}`;
  saying("opened", [about.id || about.key, NAMES[open.view], about.state === "sound" ? "" : about.state].filter(Boolean).join(", "));
  const looks = `${open.key}/${open.view}/${about.version}`;
  refill(byId("beside"), ...beside(about, open.language));
  if (looks === open.version) return head(about);
  const made = about.version ? await viewOf(open.view, open.key, about.version) : { shown: written(about), there: Promise.resolve() };
  if (turn !== open.turn) return;
  await swapped(about, made, turn);
  if (turn === open.turn) open.version = about.version ? looks : "";
}

/**
 * Puts a new picture in the place of the old one once it is there, so that nothing flickers or moves.
 *
 * @param {any} about
 * @param {{ shown: HTMLElement, there: Promise<unknown> }} made
 * @param {number} turn
 */
async function swapped(about, { shown, there }, turn) {
  const main = byId("question");
  const next = element("div", { class: "view coming", id: "coming" }, shown);
  main.querySelector("#coming")?.remove();
  if (!main.querySelector("#head")) main.replaceChildren(element("div", { id: "head" }));
  const focused = /** @type {HTMLElement} */ (document.activeElement);
  main.append(next);
  await there;
  if (next.contains(document.activeElement)) {
    /** @type {HTMLElement} */ (document.activeElement).blur(); // a page gives its question the focus: not unasked
    focused.focus();
  }
  if (turn !== open.turn) return next.remove();
  head(about);
  main.querySelector(".view:not(.coming)")?.remove();
  next.classList.remove("coming");
  next.removeAttribute("id");
  main.dataset.version = about.version;
}

/** What stands above the picture; @param {any} about */
function head(about) {
  const tabs = VIEWS.map((view, place) =>
    element("a", { href: `#${about.key}/${view}`, "aria-current": view === open.view ? "true" : null, "aria-keyshortcuts": place + 1 }, NAMES[view]),
  );
  const notes = {
    draft: "This is a draft: it is asked nowhere.",
    broken: about.is_earlier ? "An error keeps this from being asked. It is shown as it was before." : "An error keeps this from being asked.",
  };
  const made = element(
    "div",
    { id: "head" },
    element("h2", {}, about.id || about.key),
    element("p", { class: "quiet" }, element("span", { dir: "auto" }, about.topic), ` · ${(about.kind || "no type").replaceAll("_", " ")} · `, element("code", {}, about.place)),
    notes[about.state] ? element("p", { class: `state ${about.state}` }, notes[about.state]) : null,
    about.version ? element("div", { class: "tabs", role: "navigation", "aria-label": "Shapes" }, ...tabs) : null,
  );
  const old = byId("head");
  const focused = old?.contains(document.activeElement) ? /** @type {any} */ (document.activeElement).hash : "";
  old?.replaceWith(made);
  if (focused) made.querySelector(`a[href="${focused}"]`)?.focus();
}

function gone() {
  open.version = "";
  byId("question").replaceChildren(element("p", {}, `There is no question "${open.key}" in what is shown.`));
  byId("beside").replaceChildren();
}

/** Reads the list anew, and what is wrong in no question. */
async function relist() {
  const listing = await told("list.json");
  if (!listing) return;
  open.language = listing.language;
  byId("bank").textContent = listing.title;
  list.take(listing);
  notices(listing);
  if (!open.key && listing.rows.length) location.replace(`#${listing.rows[0].key}/${open.view}`);
}

/** @param {any} listing */
function notices({ trouble, others }) {
  const count = others.length;
  const worst = ["error", "warning", "advice"].find((severity) => others.some((/** @type {any} */ each) => each.severity === severity));
  const before = /** @type {any} */ (document.querySelector("#notices details"));
  const isOpen = before && before.dataset.worst === worst ? before.open : worst === "error";
  const told = count === 1 ? "1 finding in no question" : `${count} findings in no question`;
  const elsewhere = element("details", { open: isOpen, "data-worst": worst, class: worst }, element("summary", {}, told), ...others.map(finding));
  refill(byId("notices"), ...(trouble ? [element("p", { class: "trouble", role: "alert" }, trouble)] : []), ...(count ? [elsewhere] : []));
}

/** @param {{ snapshot: number, findings: number }} seen */
async function changed(seen) {
  known = seen;
  say();
  if (!open.language) await relist();
  await show();
  await relist();
}

let isThere = true;

/** Says how far the preview has come. */
function say() {
  const { snapshot, findings } = known;
  const told = !isThere ? "The preview has ended." : !snapshot ? "Reading the bank…" : findings >= snapshot ? "Up to date" : snapshot > 1 ? "Reloaded, checking…" : "Checking…";
  saying("status", told);
}

/** @param {string} view */
function turnTo(view) {
  if (open.key) location.hash = `${open.key}/${view}`;
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.key === "Escape" && target.closest("form")) return target.blur();
  if (target.closest("input, select, textarea")) return;
  const next = { j: 1, k: -1 }[event.key];
  const key = next && list.beside(next);
  if (key) location.hash = `${key}/${open.view}`;
  else if (/^[1-4]$/.test(event.key)) turnTo(VIEWS[Number(event.key) - 1]);
  else if (event.key === "/") {
    unfold(true);
    byId("words").focus();
  }
  else return;
  event.preventDefault();
}

/** @param {boolean} isOpen */
const unfold = (isOpen) => byId("fold").setAttribute("aria-expanded", String(isOpen));

byId("fold").addEventListener("click", () => unfold(byId("fold").getAttribute("aria-expanded") !== "true"));
if (matchMedia("(max-width: 45rem)").matches) unfold(false); // the question comes first where it is narrow
addEventListener("hashchange", route);
addEventListener("keydown", pressed);
route();
hear(changed, (there) => {
  isThere = there;
  say();
});
