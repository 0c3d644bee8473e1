// Does for a card what Anki's own page does: sets it, runs its script, plays its sounds, knows the night; and tells
// the preview how high it is and what was chosen.
(() => {
  const qa = document.getElementById("qa");
  const side = document.getElementById("side").innerHTML;
  const dark = matchMedia("(prefers-color-scheme: dark)");

  function set() {
    qa.innerHTML = side;
    for (const script of [...qa.getElementsByTagName("script")]) {
      const living = document.createElement("script"); // one that is set in so is dead
      living.textContent = script.textContent;
      script.replaceWith(living);
    }
    for (const button of qa.querySelectorAll("[data-sound]")) {
      button.onclick = () => {
        new Audio(button.dataset.sound).play();
        return false;
      };
    }
  }

  function paint() {
    document.documentElement.classList.toggle("night-mode", dark.matches);
    for (const name of ["nightMode", "night_mode"]) document.body.classList.toggle(name, dark.matches);
  }

  const tell = (more) => parent.postMessage({ height: document.documentElement.offsetHeight, ...more }, "*");
  const chosen = () => setTimeout(() => tell({ chosen: window.quizmillCard }));

  addEventListener("message", ({ source, data }) => {
    if (source !== parent) return;
    if (!data.chosen) return tell();
    if (!qa.querySelector(".back")) return;
    window.quizmillCard = data.chosen;
    set();
  });
  paint();
  dark.addEventListener("change", paint);
  set();
  if (qa.querySelector(".front")) for (const event of ["click", "input"]) qa.addEventListener(event, chosen);
  new ResizeObserver(() => tell()).observe(document.documentElement);
  tell();
})();
