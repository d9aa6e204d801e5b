// What a search found is marked on the page that it leads to: each `found=` of the address, wherever
// it stands, whatever its case and hyphens. It is only ever searched for, never written into the page.
"use strict";
(() => {
  const MOST = 16;
  const sought = new URLSearchParams(location.search)
    .getAll("found")
    .slice(0, MOST)
    .map((words) => words.slice(0, 120).match(/[\p{L}\p{N}\p{M}]+/gu))
    .filter(Boolean)
    .sort((a, b) => b.length - a.length);
  if (!sought.length || !window.CSS?.highlights) return;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${sought.map((words) => words.join("[^\\p{L}\\p{N}]{1,3}")).join("|")})`, "giu");

  // The text of a block with the nodes it is made of: a name may begin in one and end in another.
  const marked = (block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = "";
    while (walker.nextNode()) {
      const own = !walker.currentNode.parentElement.closest("a.number");
      if (own) nodes.push([text.length, walker.currentNode]);
      if (own) text += walker.currentNode.data;
    }
    const place = (at) => {
      const [start, node] = nodes.findLast(([start]) => start <= at);
      return [node, at - start];
    };
    return [...text.matchAll(pattern)].map((hit) => {
      const range = new Range();
      range.setStart(...place(hit.index));
      const [node, last] = place(hit.index + hit[0].length - 1);
      range.setEnd(node, last + 1);
      return range;
    });
  };

  const blocks = document.querySelectorAll(".part-head h1, .part-text :is(p, h2, figcaption)");
  CSS.highlights.set("found", new Highlight(...[...blocks].flatMap(marked)));
})();
