// Runs before all else in a compressed page: unpacks its style, its data and its script, and puts each in its place.
(async () => {
  const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;,=>?@^_`{|}~";
  const values = new Uint8Array(128);
  [...SIGNS].forEach((sign, value) => (values[sign.charCodeAt(0)] = value));
  /** @param {string} text */
  const bytesOf = (text) => {
    const missing = (5 - (text.length % 5)) % 5;
    const whole = text + "~".repeat(missing);
    const bytes = new DataView(new ArrayBuffer((whole.length / 5) * 4));
    for (let at = 0; at < whole.length; at += 5) {
      let number = 0;
      for (let i = at; i < at + 5; i += 1) number = number * 85 + values[whole.charCodeAt(i)];
      bytes.setUint32((at / 5) * 4, number);
    }
    return bytes.buffer.slice(0, bytes.byteLength - missing);
  };
  /** @param {"style" | "script"} name @param {string} text */
  const put = (name, text, more = {}) => {
    const made = Object.assign(document.createElement(name), more);
    made.textContent = text;
    document.head.append(made);
  };
  if (!("DecompressionStream" in window)) {
    document.getElementById("too-old")?.removeAttribute("hidden");
    return;
  }
  const packed = bytesOf(/** @type {HTMLScriptElement} */ (document.getElementById("packed")).text);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  const [style, data, script] = (await new Response(stream).text()).split("\0");
  put("style", style);
  put("script", data, { id: "data", type: "application/json" });
  put("script", script);
})();
