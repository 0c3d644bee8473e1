"use strict";
/**
 * A person decides what the reader doubts: the guess is shown, and counts when it is confirmed.
 *
 * @typedef {{ marked?: string[], copy?: number, page?: number, form?: string, name?: string, leave_out?: true }} Decision
 * @typedef {{ id: string, kind: string, about: Record<string, unknown>, labels: string[], several: boolean, guess: string[] | null, both: string[], own: Decision | null, after: string[] }} Doubt
 * @typedef {{ copy: number, page: number, form: string, text: string }} Sheet
 * @typedef {{ paper: string, file: string, doubts: Doubt[], sheets: Sheet[], answers: object[], pictures: Record<string, unknown>[], words: Record<string, string> }} Data
 */
(() => {
  const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  /** @type {Data} */
  const data = JSON.parse(byId("data").textContent ?? "");
  const { doubts, words } = data;
  const cards = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".card")]);
  const store = `quizmill:review:${data.paper}`;
  /** @type {Map<string, Decision>} */
  const decided = new Map();
  /** @type {Map<string, string[]>} */
  const drafts = new Map(); // marks chosen where several may be, and not confirmed yet
  /** @type {{ at: number, before: [string, Decision | undefined][] }[]} */
  const done = []; // what can be undone, the last at the end
  let current = 0;
  let saved = true; // whether all decisions are in a file

  const say = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values = {}) =>
    Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, String(value)), words[key]);
  const told = (/** @type {string} */ text) => (byId("status").textContent = text);
  const part = (/** @type {number} */ at, /** @type {string} */ selector) =>
    /** @type {HTMLElement | null} */ (cards[at].querySelector(selector));
  /** Whether it is asked no more: what two pictures say, once they are not of one pupil. */
  const isVoid = (/** @type {number} */ at) => doubts[at].after.some((id) => decided.get(id) && decided.get(id)?.copy === undefined);
  const isDone = (/** @type {number} */ at) => isVoid(at) || decided.has(doubts[at].id);
  const isLine = (/** @type {number} */ at) => doubts[at].labels.length > 0;
  const listed = (/** @type {string[]} */ marks) => (marks.length ? marks.join(" ") : say("doubts.nothing"));
  const marks = (/** @type {number} */ at) => {
    const { id, guess } = doubts[at];
    return drafts.get(id) ?? decided.get(id)?.marked ?? guess ?? [];
  };

  // What is seen of one doubt.

  function paint(/** @type {number} */ at) {
    const { id, guess, labels } = doubts[at];
    const card = cards[at];
    const decision = decided.get(id);
    const isOpen = !decision || drafts.has(id);
    card.classList.toggle("decided", !isOpen);
    const state = /** @type {HTMLElement} */ (part(at, ".state"));
    state.textContent = isOpen ? opening(at) : say("doubts.decided", { marked: outcome(decision) });
    if (!isLine(at)) return;
    const shown = marks(at);
    const isTold = !isOpen || drafts.has(id) || guess !== null;
    /** @type {HTMLElement} */ (part(at, ".confirm")).hidden = !isTold;
    for (const each of card.querySelectorAll("[data-ring]")) {
      const isIn = isTold && shown.includes(labels[Number(/** @type {HTMLElement} */ (each).dataset.ring)]);
      if (each.matches("button")) each.setAttribute("aria-pressed", String(isIn));
      else each.className = isIn ? `ring ${isOpen ? "guessed" : "chosen"}` : "ring";
    }
    part(at, ".none")?.setAttribute("aria-pressed", String(isTold && !shown.length));
  }

  function opening(/** @type {number} */ at) {
    const { id, guess } = doubts[at];
    const draft = drafts.get(id);
    if (draft) return say("doubts.chosen", { marked: listed(draft) });
    return guess && isLine(at) ? say("doubts.guess", { marked: listed(guess) }) : say("doubts.open");
  }

  function outcome(/** @type {Decision} */ decision) {
    if (decision.marked) return listed(decision.marked);
    if (decision.leave_out) return say("doubts.left_out");
    return decision.name ?? data.sheets.find((each) => isSame(each, decision))?.text ?? String(decision.copy);
  }

  const isSame = (/** @type {Sheet} */ sheet, /** @type {Decision} */ other) =>
    sheet.copy === other.copy && sheet.page === other.page && sheet.form === other.form;

  function count() {
    const asked = [...doubts.keys()].filter((at) => !isVoid(at));
    const left = asked.filter((at) => !isDone(at)).length;
    const bar = /** @type {HTMLProgressElement} */ (byId("bar"));
    cards.forEach((card, at) => (card.hidden = isVoid(at)));
    byId("done").textContent = say("doubts.progress", { done: asked.length - left, n: asked.length });
    bar.max = asked.length || 1;
    bar.value = asked.length - left;
    byId("left").textContent = left ? say("doubts.left", { n: left }) : say("doubts.all_done");
    /** @type {HTMLButtonElement} */ (byId("undo")).disabled = !done.length;
    for (const group of document.querySelectorAll(".group")) {
      const accept = /** @type {HTMLButtonElement | null} */ (group.querySelector(".accept-all"));
      if (!accept) continue;
      const n = guessed(group).length;
      accept.textContent = say("doubts.accept_all", { n });
      accept.disabled = !n;
    }
  }

  // Deciding, and taking it back.

  function decide(/** @type {number[]} */ places, /** @type {(at: number) => Decision} */ what) {
    done.push({ at: places[0], before: places.map((at) => [doubts[at].id, decided.get(doubts[at].id)]) });
    for (const at of places) {
      drafts.delete(doubts[at].id);
      decided.set(doubts[at].id, what(at));
      paint(at);
    }
    keep();
    count();
  }

  function settle(/** @type {number} */ at, /** @type {Decision} */ what) {
    decide([at], () => what);
    told(`${part(at, "h3")?.textContent}: ${outcome(what)}. ${byId("done").textContent}`);
    const next = open(at);
    if (next === null) end();
    else go(next);
  }

  /** The next that is open behind a place, or before it; null when all is decided. */
  function open(/** @type {number} */ at) {
    const behind = [...doubts.keys()].map((step) => (at + 1 + step) % doubts.length);
    return behind.find((place) => !isDone(place)) ?? null;
  }

  function confirmed(/** @type {number} */ at) {
    const { kind, guess, id, own } = doubts[at];
    const field = /** @type {HTMLInputElement | null} */ (part(at, "input"));
    if (field) {
      const typed = field.value.trim();
      if (own && typed.toLowerCase() === (own.name ?? "").toLowerCase()) return settle(at, own);
      if (own && !typed) return settle(at, own);
      if (kind !== "whose") return typed ? settle(at, { name: typed }) : wanting(field, "doubts.type_name");
      const sheet = sheetIn(typed.toLowerCase());
      return sheet ? settle(at, { copy: sheet.copy, page: sheet.page, form: sheet.form }) : wanting(field, "doubts.choose_sheet");
    }
    if (guess === null && !drafts.has(id) && !decided.has(id)) return told(say("doubts.no_guess"));
    return settle(at, { marked: marks(at) });
  }

  /** The one sheet that is meant: as it is called, by its number or form and perhaps its page, or by a part of its name. */
  function sheetIn(/** @type {string} */ typed) {
    const parts = typed.split(/[\s,]+/);
    const isNumbered = (/** @type {Sheet} */ { copy, form, page }) => {
      const own = [copy ? String(copy) : form.toLowerCase(), String(page)].filter(Boolean); // the only form has no letter
      return parts.every((each, at) => each === own[at]);
    };
    const ways = [(/** @type {Sheet} */ sheet) => sheet.text.toLowerCase() === typed, isNumbered, (/** @type {Sheet} */ sheet) => sheet.text.toLowerCase().includes(typed)];
    const found = typed && ways.map((way) => data.sheets.filter(way)).find((sheets) => sheets.length);
    return found && found.length === 1 ? found[0] : null;
  }

  function wanting(/** @type {HTMLElement} */ field, /** @type {string} */ key) {
    field.focus();
    told(say(key));
  }

  /** A mark alone is the answer; where several may be, or with the Shift key, it is one more or one less. */
  function chosen(/** @type {number} */ at, /** @type {string} */ label, /** @type {boolean} */ isOneMore) {
    const { id, labels, several } = doubts[at];
    if (!several && !isOneMore) return settle(at, { marked: [label] });
    const before = marks(at);
    drafts.set(id, labels.filter((each) => (each === label) !== before.includes(each)));
    paint(at);
    return told(say("doubts.chosen", { marked: listed(marks(at)) }));
  }

  function undo() {
    const last = done.pop();
    if (!last) return told(say("doubts.nothing_to_undo"));
    for (const [id, before] of last.before) {
      if (before) decided.set(id, before);
      else decided.delete(id);
      paint(doubts.findIndex((each) => each.id === id));
    }
    keep();
    count();
    go(last.at);
    return told(`${say("doubts.undone")} ${byId("done").textContent}`);
  }

  // All guesses of a kind: only while they are seen side by side.

  const guessed = (/** @type {Element} */ group) =>
    [...cards.keys()].filter((at) => group.contains(cards[at]) && !isDone(at) && doubts[at].guess !== null);

  function gallery(/** @type {Element | null} */ group, /** @type {boolean} */ isOn) {
    if (!group?.querySelector(".accept-all")) return;
    group.classList.toggle("gallery", isOn);
    group.querySelector(".to-gallery")?.setAttribute("aria-pressed", String(isOn));
    group.scrollIntoView();
  }

  function accept(/** @type {Element} */ group) {
    const places = guessed(group);
    decide(places, (at) => ({ marked: marks(at) }));
    gallery(group, false);
    told(`${say("doubts.accepted", { n: places.length })}. ${byId("done").textContent}`);
    const next = open(places[places.length - 1]);
    if (next === null) end();
    else go(next);
  }

  // Where one is.

  function here(/** @type {number} */ at) {
    cards[current]?.classList.remove("current");
    current = at;
    cards[at].classList.add("current");
  }

  function go(/** @type {number} */ at) {
    if (!cards.length) return;
    here(Math.max(0, Math.min(at, cards.length - 1)));
    const card = cards[current];
    (decided.has(doubts[current].id) ? card : (part(current, "input") ?? card)).focus({ preventScroll: true });
    card.scrollIntoView({ block: card.offsetHeight > innerHeight * 0.7 ? "start" : "center" });
  }

  /** To the next one that is asked, or the one before. */
  function step(/** @type {number} */ by) {
    let at = current + by;
    while (cards[at]?.hidden) at += by;
    if (cards[at]) go(at);
  }

  function end() {
    cards[current]?.classList.remove("current");
    byId("end").focus();
    byId("end").scrollIntoView({ block: "center" });
  }

  // What is kept: in this browser where it can, and in a file.

  function keep() {
    saved = false;
    try {
      localStorage.setItem(store, JSON.stringify({ ...kept(), ...Object.fromEntries(doubts.map(({ id }) => [id, decided.get(id)])) }));
    } catch {
      byId("unkept").hidden = false;
    }
  }

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(store) ?? "{}");
    } catch {
      return {};
    }
  }

  function keptKeys() {
    try {
      return localStorage.getItem(KEYS) !== "off";
    } catch {
      return true;
    }
  }

  function save() {
    const made = doubts.filter(({ id }, at) => decided.has(id) && !isVoid(at)).map((doubt) => ({ doubt, entry: /** @type {Record<string, unknown>} */ ({ ...doubt.about, ...decided.get(doubt.id) }) }));
    const lines = made.filter(({ doubt }) => doubt.labels.length).map(({ entry }) => entry);
    const pictures = made.filter(({ doubt }) => !doubt.labels.length).map(({ entry }) => entry);
    const file = { version: 1, paper: data.paper, answers: [...data.answers, ...lines], pictures: [...data.pictures.filter(({ picture }) => !pictures.some((each) => each.picture === picture)), ...pictures] };
    const url = URL.createObjectURL(new Blob([`${JSON.stringify(file, null, 1)}\n`], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = data.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    saved = true;
    told(say("doubts.saved", { file: data.file }));
  }

  // Keys, mouse and touch.

  const single = /** @type {HTMLInputElement} */ (byId("single")); // whether letters, digits and signs do something
  const KEYS = "quizmill:review:keys";

  function turnKeys() {
    document.body.classList.toggle("keyless", !single.checked);
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-key]"))) {
      if (single.checked) each.setAttribute("aria-keyshortcuts", each.dataset.key ?? "");
      else each.removeAttribute("aria-keyshortcuts");
    }
    try {
      localStorage.setItem(KEYS, single.checked ? "on" : "off");
    } catch {
      // until the page is closed
    }
  }

  const keyed = {
    ArrowDown: () => step(1), ArrowUp: () => step(-1), j: () => step(1), k: () => step(-1),
    u: undo, g: () => turnGallery(), s: save, "?": () => /** @type {HTMLDialogElement} */ (byId("keys")).showModal(),
    Enter: () => confirmed(current), " ": () => confirmed(current), z: () => wider(current),
  };
  const ofLines = {
    "-": none, 0: none, Backspace: none, Delete: none,
    "+": () => doubts[current].both.length && settle(current, { marked: doubts[current].both }),
  };

  function none() {
    settle(current, { marked: [] });
  }

  function turnGallery() {
    const group = cards[current]?.closest(".group") ?? null;
    gallery(group, !group?.classList.contains("gallery"));
  }

  function wider(/** @type {number} */ at) {
    part(at, ".more")?.setAttribute("aria-pressed", String(cards[at].classList.toggle("wide")));
  }

  /** The ring that a key means: by its letter, else by its place. */
  function meant(/** @type {string} */ key) {
    const { labels } = doubts[current];
    const named = labels.find((label) => label.toLowerCase() === key.toLowerCase());
    return named ?? (labels.some((label) => /\d/.test(label)) ? undefined : labels[Number(key) - 1]);
  }

  document.addEventListener("keydown", (event) => {
    const target = /** @type {Element} */ (event.target);
    const isTyping = target.matches("input");
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || target.closest("dialog")) return;
    if (isTyping) here(cards.findIndex((card) => card.contains(target)));
    if (isTyping && event.key === "Escape") cards[current].focus();
    if (isTyping && event.key !== "Enter") return;
    if (target.matches("button") && (event.key === "Enter" || event.key === " ")) return;
    const isSign = event.key.length === 1 && event.key !== " ";
    if (!cards.length || (isSign && !single.checked)) return;
    const label = isLine(current) && !isTyping ? meant(event.key) : undefined;
    const table = /** @type {Record<string, () => void>} */ ({ ...keyed, ...(isLine(current) ? ofLines : { x: leaveOut }) });
    const act = label === undefined ? (table[event.key] ?? table[event.key.toLowerCase()]) : () => chosen(current, label, event.shiftKey);
    if (!act) return;
    event.preventDefault();
    act();
  });

  function leaveOut() {
    settle(current, { leave_out: true });
  }

  cards.forEach((card, at) => {
    const on = (/** @type {string} */ selector, /** @type {(event: MouseEvent, at: number) => void} */ act) => {
      for (const each of card.querySelectorAll(selector)) each.addEventListener("click", (event) => act(/** @type {MouseEvent} */ (event), at));
    };
    on("[data-ring]", (event) => {
      const ring = Number(/** @type {HTMLElement} */ (event.currentTarget).dataset.ring);
      chosen(at, doubts[at].labels[ring], event.shiftKey);
    });
    on(".none", () => settle(at, { marked: [] }));
    on(".own", () => settle(at, /** @type {Decision} */ (doubts[at].own)));
    on(".both", () => settle(at, { marked: doubts[at].both }));
    on(".out", () => settle(at, { leave_out: true }));
    on(".confirm", () => confirmed(at));
    on(".more", () => wider(at));
    card.addEventListener("focusin", () => here(at));
    paint(at);
  });

  for (const group of document.querySelectorAll(".group")) {
    group.querySelector(".to-gallery")?.addEventListener("click", () => gallery(group, !group.classList.contains("gallery")));
    group.querySelector(".leave-gallery")?.addEventListener("click", () => gallery(group, false));
    group.querySelector(".accept-all")?.addEventListener("click", () => accept(group));
  }
  byId("undo").addEventListener("click", undo);
  byId("help").addEventListener("click", keyed["?"]);
  byId("save").addEventListener("click", save);
  byId("save-too").addEventListener("click", save);
  addEventListener("beforeunload", (event) => {
    if (!saved && !byId("unkept").hidden) event.preventDefault();
  });

  single.checked = keptKeys();
  single.addEventListener("change", turnKeys);
  turnKeys();

  const before = kept();
  doubts.forEach(({ id }, at) => {
    if (!before[id]) return;
    decided.set(id, before[id]);
    saved = false;
    paint(at);
  });
  count();
  if (decided.size) told(say("doubts.restored", { n: decided.size }));
  go(open(-1) ?? 0);
})();
