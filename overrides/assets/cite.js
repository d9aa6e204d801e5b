// Citations: the day of reading, the paragraph that the address names, and a button to copy each.
"use strict";
(() => {
  const today = new Date();
  // MLA's own short months: May, June and July are whole, September has four letters.
  const SHORT = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split(" ");
  const long = today.toLocaleDateString("en-US", { year: "numeric", month: "long", day: "numeric" });
  const short = `${today.getDate()} ${SHORT[today.getMonth()]} ${today.getFullYear()}`;

  for (const place of document.querySelectorAll(".cite-seen")) place.textContent = long;
  for (const place of document.querySelectorAll(".cite-seen-short")) place.textContent = short;

  // A citation of the paragraph that the reader came for leads to it.
  const addresses = [...document.querySelectorAll(".cite-address")].map((place) => [place, place.textContent]);
  const point = () => {
    const named = /^#[ph][1-9][0-9]*(?:-[0-9a-f]+)?$/u.test(location.hash) && document.getElementById(location.hash.slice(1));
    for (const [place, address] of addresses) place.textContent = named ? address + location.hash : address;
  };
  addEventListener("hashchange", point);
  point();

  const copy = async (button) => {
    const row = button.closest(".cite-row");
    const said = document.getElementById("site-said");
    try {
      await navigator.clipboard.writeText(row.querySelector(".cite-text").textContent);
      said.textContent = `${row.querySelector(".cite-style").textContent} citation copied`;
      button.firstChild.textContent = "Copied";
      setTimeout(() => {
        button.firstChild.textContent = "Copy";
      }, 2000);
    } catch {
      getSelection().selectAllChildren(row.querySelector(".cite-text"));
      said.textContent = "Citation selected: copy it with your keyboard";
    }
  };

  for (const button of document.querySelectorAll(".cite-copy")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
})();
