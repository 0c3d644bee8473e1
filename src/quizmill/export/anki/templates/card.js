// Brings a card to life where scripts run: options come in a new order each time, and what was chosen or typed
// is marked on the back. A card without it is whole. It fetches nothing, and keeps one card's choice at a time:
// in the window (on a desktop both sides are one page) and in the session (on a phone each may be its own).
(function () {
  "use strict";
  const SLOT = "quizmillCard";
  const card = document.querySelector(".quizmill");
  if (!card) return;
  const several = card.classList.contains("kind-multiple_response");
  const all = (selector) => Array.from(card.querySelectorAll(selector));
  const text = (element) => element.textContent.trim();
  const asked = card.querySelector(".cloze");
  const name = card.dataset.card + "/" + (asked ? asked.dataset.ordinal : "");

  function keep(state) {
    state.card = name;
    window[SLOT] = state;
    try { sessionStorage.setItem(SLOT, JSON.stringify(state)); } catch (e) { /* the window must do */ }
  }

  function kept() {
    let state = window[SLOT];
    try { state = state || JSON.parse(sessionStorage.getItem(SLOT)); } catch (e) { /* nothing was kept */ }
    return state && state.card === name ? state : {};
  }

  function shuffle(list) {
    const items = Array.from(list.children);
    const loose = { "free": items.length, "last-pinned": items.length - 1 }[list.dataset.order] || 0;
    for (let i = loose - 1; i > 0; i--) {
      const j = Math.floor(Math.random() * (i + 1));
      const item = items[i];
      items[i] = items[j];
      items[j] = item;
    }
    items.forEach((item) => list.appendChild(item));
  }

  // Letters and bare digits are Anki's own keys; Alt with a digit is nobody's.
  function listen(list) {
    document.removeEventListener("keydown", window.quizmillKeys);
    window.quizmillKeys = (event) => {
      const digit = event.altKey && !event.ctrlKey && /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
      const item = digit && list.children[digit[1] - 1];
      if (!item || !list.isConnected) return;
      event.preventDefault();
      item.click();
    };
    document.addEventListener("keydown", window.quizmillKeys);
  }

  function offer(list) {
    const cue = card.querySelector(".cloze ~ .cue bdi"); // a step that is shown already is no choice
    Array.from(list.children).filter((item) => cue && text(item) === text(cue)).slice(0, 1).forEach((item) => item.remove());
    const items = Array.from(list.children);
    const words = items.map(pieces); // before MathJax draws over them
    const chosen = (item) => item.getAttribute("aria-checked") === "true";
    const remember = () => keep({
      order: Array.from(list.children).map((item) => item.dataset.option),
      picks: items.filter(chosen).map((item) => item.dataset.option),
      words: words.filter((_, place) => chosen(items[place])),
    });
    const choose = (item) => {
      const picked = !chosen(item);
      if (!several) items.forEach((other) => other.setAttribute("aria-checked", "false"));
      item.setAttribute("aria-checked", String(picked));
      remember();
    };
    shuffle(list);
    list.setAttribute("role", several ? "group" : "radiogroup");
    list.setAttribute("aria-label", text(card.querySelector(".task")));
    items.forEach((item) => {
      item.setAttribute("role", several ? "checkbox" : "radio");
      item.setAttribute("aria-checked", "false");
      item.tabIndex = 0;
      item.classList.add("tappable"); // tells phones that a tap here is no gesture
      item.addEventListener("click", () => choose(item));
      item.addEventListener("mousedown", (event) => event.preventDefault()); // the space bar stays Anki's
      item.addEventListener("keydown", (event) => {
        if (event.key !== " " && event.key !== "Enter") return;
        event.preventDefault();
        event.stopPropagation();
        choose(item);
      });
    });
    Array.from(list.children).slice(0, 9).forEach((item, index) => { item.title = "Alt+" + (index + 1); });
    remember();
    listen(list);
  }

  // The texts in an element one by one: MathJax draws none across two of them.
  function pieces(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode.data);
    return found;
  }

  // The words are in every language, and the card's style shows those in its own.
  const words = (name) => card.querySelector("[data-say=" + name + "]").cloneNode(true);

  // What a learner chose or typed reads in its own direction.
  function say(right, name, counted, theirs) {
    const line = document.createElement("p");
    const own = document.createElement("bdi");
    line.className = "outcome " + (right ? "well" : "missed");
    line.setAttribute("role", "status");
    (theirs || []).forEach((piece) => {
      const span = document.createElement("span");
      span.textContent = piece;
      own.append(span);
    });
    line.append(right ? "✓ " : "✗ ", words(name), counted, " ", own);
    card.querySelector("#answer").after(line);
  }

  // The key in the order of the front; false when this card's front was not what was seen last.
  function reorder(list, order) {
    const items = Array.from(list.children);
    const place = (element) => order.indexOf(element.dataset.option);
    if (order.length !== items.length || items.some((item) => place(item) < 0)) return false;
    items.sort((one, other) => place(one) - place(other)).forEach((item) => list.appendChild(item));
    return true;
  }

  function mark(item, picked) {
    const right = item.classList.contains("right");
    if (right && !picked && !several) return;
    if (!right && !picked) return;
    const note = document.createElement("strong");
    note.className = "verdict " + (right && picked ? "well" : "missed");
    note.append(right ? "· " : "✗ ", words(picked ? "your_choice" : "not_chosen"));
    item.classList.toggle("chosen", picked);
    item.querySelector(".option").after(note);
    const why = item.querySelector("details");
    if (why) why.open = picked;
  }

  function judge(list, state) {
    if (!reorder(list, state.order) || !state.picks.length) return;
    const items = Array.from(list.children);
    const picked = (item) => state.picks.indexOf(item.dataset.option) >= 0;
    const keys = items.filter((item) => item.classList.contains("right"));
    const found = keys.filter(picked).length;
    const wrong = state.picks.length - found;
    items.forEach((item) => mark(item, picked(item)));
    const well = found === keys.length && !wrong;
    const counted = " · ✓ " + found + " / " + keys.length + (wrong ? " · ✗ " + wrong : "");
    say(well, well ? "right" : "not_right", several ? counted : "");
  }

[% if family == "recall" %]
  [% include "accepted.js" %]

  // What the card shows as right, for an answer that a learner has written anew: no compiled form fits that.
  function shownForms() {
    const isCode = (form) => {
      const code = (form.className === "expected" ? card.querySelector(".at-glance") : form).querySelector("code");
      return code !== null && text(code) === text(form);
    };
    const forms = all(".expected, .at-glance, .accepted li");
    const words = (code) => forms.filter((form) => isCode(form) === code).map(text);
    return accepts.shown(words(true), words(false), card.dataset.compare);
  }

  function compare(typed) {
    const compiled = card.querySelector(".forms");
    const question = all(".context, .prompt, .unit").map(text).join(" ");
    const written = all(".expected").map(text).join(" ");
    const forms = compiled ? JSON.parse(compiled.dataset.forms) : {};
    const right = accepts(accepts(forms, written, "") ? forms : shownForms(), typed, question);
    if (right) say(true, "right_is", "", typed.trim().split(/(\\)/));
    if (typed.trim() && !right) return; // Anki's own comparison stays, and the learner judges
    all(".typed").forEach((comparison) => { comparison.hidden = true; });
  }
[% endif %]

  // A cloze names what else is right for each of its blanks; here only the asked one counts.
  function narrow() {
    const rows = all(".kind-cloze .accepted li");
    const blank = (row) => row.querySelector(".for bdi");
    rows.forEach((row) => { row.hidden = !!blank(row) && text(blank(row)) !== text(asked); });
    if (rows.length && rows.every((row) => row.hidden)) card.querySelector(".accepted").hidden = true;
  }

  function front() {
    const list = card.querySelector(".options, .choices");
    const box = card.querySelector("#typeans");
    keep({});
    if (list) offer(list);
    if (box) box.addEventListener("input", () => keep({ typed: box.value }));
    if (box) keep({ typed: box.value });
  }

  function back() {
    const state = kept();
    const options = card.querySelector(".options");
    if (options && state.order) judge(options, state);
    if (asked && state.words && state.words.length) {
      const well = state.words[0].join("") === asked.textContent; // what is code may begin with spaces
      say(well, well ? "right" : "you_chose", "", well ? [] : state.words[0]);
    }
    if (asked) narrow();
    if (state.typed !== undefined) compare(state.typed);
  }

  if (card.classList.contains("back")) back();
  else front();
})();
