// Citations: the day of reading, the paragraph that the address names, and buttons to copy each.
"use strict";
(() => {
  const today = new Date();
  // MLA's own short months: May, June and July are whole, September has four letters.
  const SHORT = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split(" ");
  const long = today.toLocaleDateString("en-US", { year: "numeric", month: "long", day: "numeric" });
  const short = `${today.getDate()} ${SHORT[today.getMonth()]} ${today.getFullYear()}`;
  const rows = [...document.querySelectorAll(".cite-row")];
  const said = document.getElementById("site-said");

  for (const place of document.querySelectorAll(".cite-seen")) place.textContent = long;
  for (const place of document.querySelectorAll(".cite-seen-short")) place.textContent = short;

  const styleOf = (row) => row.querySelector(".cite-style").textContent;

  // The style copied last is the one that a paragraph is offered in.
  let chosen = rows[0];
  try {
    chosen = rows.find((row) => styleOf(row) === localStorage.getItem("style")) ?? chosen;
  } catch {
    // A browser that keeps nothing offers the first.
  }

  const copy = async (button, text, done, otherwise) => {
    const label = button.firstChild;
    const words = label.data;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      otherwise();
      return;
    }
    said.textContent = done;
    if (words === "Copied") return;
    label.data = "Copied";
    setTimeout(() => {
      label.data = words;
    }, 2000);
  };

  const copyCitation = (button, row) => {
    chosen = row;
    try {
      localStorage.setItem("style", styleOf(row));
    } catch {
      // Kept for this page only.
    }
    const text = row.querySelector(".cite-text");
    copy(button, text.textContent, `${styleOf(row)} citation copied`, () => {
      getSelection().selectAllChildren(text);
      text.scrollIntoView({ block: "center" });
      said.textContent = "Citation selected: copy it with your keyboard";
    });
  };

  const copyAddress = (button) => {
    copy(button, location.href, "Address copied", () => {
      said.textContent = "The address is the one of this page: copy it from the address bar";
    });
  };

  const button = (words, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "cite-copy";
    made.textContent = words;
    made.addEventListener("click", () => act(made));
    return made;
  };

  // Below the paragraph that the reader came for, or whose number was clicked.
  const offer = (paragraph) => {
    document.querySelector(".copying")?.remove();
    if (!paragraph || !chosen) return;
    const tools = document.createElement("span");
    tools.className = "copying";
    const citation = button(`Copy citation (${styleOf(chosen)})`, (made) => copyCitation(made, chosen));
    tools.append(button("Copy address", copyAddress), citation);
    paragraph.append(tools);
  };

  // A citation of the paragraph that the address names leads to it.
  const addresses = [...document.querySelectorAll(".cite-address")].map((place) => [place, place.textContent]);
  const point = () => {
    const named = /^#[ph][1-9][0-9]*(?:-[0-9a-f]+)?$/u.test(location.hash) && document.getElementById(location.hash.slice(1));
    for (const [place, address] of addresses) place.textContent = named ? address + location.hash : address;
    offer(named && named.closest(".part-text > p"));
  };
  addEventListener("hashchange", point);
  point();

  for (const row of rows) {
    const own = row.querySelector(".cite-copy");
    own.hidden = false;
    own.addEventListener("click", () => copyCitation(own, row));
  }
})();
