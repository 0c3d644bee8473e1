// Runs before all else in a compressed page: unpacks its parts where they stand, then runs its script.
(async () => {
  if (!("DecompressionStream" in window)) {
    document.getElementById("too-old").hidden = false;
    return;
  }
  const packed = [...document.querySelectorAll("script[data-packed]")];
  await Promise.all(
    packed.map(async (part) => {
      const bytes = Uint8Array.from(atob(part.text), (sign) => sign.charCodeAt(0));
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
      part.text = await new Response(stream).text();
    }),
  );
  const script = document.createElement("script");
  script.text = document.getElementById("script").text;
  document.head.append(script);
})();
