// Material for MkDocs (MIT), partials/javascripts/palette.html: put on the colours the reader chose.
(() => {
  const palette = __md_get("__palette");
  if (!palette || !palette.color) return;
  if (palette.color.media === "(prefers-color-scheme)") {
    const light = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const input = document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${light})']`);
    for (const name of ["media", "scheme", "primary", "accent"])
      palette.color[name] = input.getAttribute(`data-md-color-${name}`);
  }
  for (const [key, value] of Object.entries(palette.color))
    document.body.setAttribute(`data-md-color-${key}`, value);
})();
