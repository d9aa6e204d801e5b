// Light or dark, as the reader chose it last; before the page is painted, so that it never flashes.
"use strict";
(() => {
  const root = document.documentElement;
  // From a folder, browsers load no module: there the pages are as without a script.
  if (location.protocol !== "file:") root.classList.add("with-script");
  let chosen = null;
  try {
    chosen = localStorage.getItem("scheme");
  } catch {
    // A browser that keeps nothing follows the system.
  }
  if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
})();
