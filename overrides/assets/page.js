// Small comforts; every page reads without them.
"use strict";

const root = document.documentElement;

const keep = (key, value) => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Kept for this page only.
  }
};

const kept = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

const say = (words) => {
  document.getElementById("site-said").textContent = words;
};

// Light and dark. Until the reader chooses, the system's choice holds.
const schemeButton = () => {
  const button = document.getElementById("site-scheme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const label = () => {
    button.textContent = dark() ? "Light" : "Dark";
    button.setAttribute("aria-label", dark() ? "Switch to light" : "Switch to dark");
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    root.dataset.scheme = dark() ? "light" : "dark";
    keep("scheme", root.dataset.scheme);
    label();
  });
  system.addEventListener("change", label);
  label();
};

// A paragraph's number leads to it; a click also copies its address.
const numbers = () => {
  for (const number of document.querySelectorAll("a.number")) {
    number.title = `Copy the address of paragraph ${number.textContent}`;
    number.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(number.href);
        say(`Address of paragraph ${number.textContent} copied`);
      } catch {
        // The address bar shows it all the same.
      }
    });
  }
};

// Links in the text can be switched off, for those who read for the wording.
const quietLinks = () => {
  const named = document.querySelector(".page-release .part-named h2");
  if (!named || !document.querySelector(".part-text p a:not(.number)")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet-links";
  const show = () => {
    const off = root.dataset.links === "off";
    button.textContent = off ? "Show links in the text" : "Hide links in the text";
    button.setAttribute("aria-pressed", String(off));
  };
  if (kept("links") === "off") root.dataset.links = "off";
  button.addEventListener("click", () => {
    root.dataset.links = root.dataset.links === "off" ? "on" : "off";
    keep("links", root.dataset.links);
    show();
  });
  named.after(button);
  show();
};

// `/` leads to the search from every page.
const slash = () => {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const field = document.getElementById("site-query");
    if (field) field.focus();
    else location.assign(document.body.dataset.search);
  });
};

schemeButton();
numbers();
quietLinks();
slash();
