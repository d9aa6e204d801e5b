// Links to a former wording of a paragraph, or to a former address of a record.
"use strict";

// A sentence above the place, which is also read aloud.
const note = (words, place) => {
  const told = document.createElement("p");
  told.className = "cited-note";
  told.setAttribute("role", "status");
  place.before(told);
  told.textContent = words;
  const show = () => told.scrollIntoView({ block: "center" });
  show();
  // The browser goes to the place itself once all is there, and would leave the sentence above it.
  if (document.readyState !== "complete") addEventListener("load", () => setTimeout(show), { once: true });
};

const cited = () => {
  document.querySelector(".cited-note")?.remove();
  const found = /^#([ph][1-9][0-9]*)-([0-9a-f]{8})$/u.exec(location.hash);
  if (!found) return;
  const [, block, wording] = found;
  const place = document.getElementById(`${block}-${wording}`);
  if (place?.closest(".part-text")) return;
  if (place) {
    note("The link that led here was made to this wording. It has been changed since.", place);
    return;
  }
  const renumbered = document.querySelector(`.part-text a.number[id$="-${wording}"]`);
  const now = document.getElementById(block);
  if (renumbered) {
    note(`The link that led here was made when this was paragraph ${block.slice(1)}; its words are the same.`, renumbered.closest("p"));
  } else if (now) {
    note("The link that led here was made to another wording, which this page does not hold.", now);
  } else {
    note("The link that led here was made to a paragraph that this page does not hold.", document.querySelector("h1"));
  }
};

const moved = document.querySelector(".page-moved .part-body a");
if (moved) location.replace(moved.href + location.hash);
addEventListener("hashchange", cited);
cited();
