// Light or dark, as the reader chose it last; before the page is painted, so that it never flashes.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("with-script");
  let chosen = null;
  try {
    chosen = localStorage.getItem("scheme");
  } catch {
    // A browser that keeps nothing follows the system.
  }
  if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
})();
