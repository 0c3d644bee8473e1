// Hears when the bank has changed. A browser keeps few lines to one server, so only a page that is seen keeps one.

/**
 * @typedef {{ snapshot: number, findings: number }} Seen
 *
 * @param {(seen: Seen) => void} heard whenever there is something new
 * @param {(isThere: boolean) => void} there whether the preview is still running
 */
export function hear(heard, there) {
  /** @type {EventSource | null} */
  let line = null;
  let last = "";
  const listen = () => {
    if (document.hidden || line) return;
    line = new EventSource("changes");
    line.onopen = () => there(true);
    line.onerror = () => there(false); // it is opened again by itself
    line.onmessage = ({ data }) => {
      if (data !== last) heard(JSON.parse(data));
      last = data;
    };
  };
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) return listen();
    line?.close();
    line = null;
  });
  listen();
}
