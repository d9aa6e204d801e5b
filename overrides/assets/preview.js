// Who or what a link leads to, told beside it while it is pointed at or has the focus. The words are
// those of the head of its page; no more than that is read. Without this every link is still a link.
"use strict";
(() => {
  const RECORDS = /^(?:people|organisations|places|events|instruments|series|formulae|outlets)\/[^/]+\/$/u;
  const WAIT = 350;
  const MOST = 20000;
  const main = document.getElementById("site-main");
  const home = new URL("../", new URL(document.body.dataset.search, location.href));
  // Of a folder no script reads a page.
  if (location.protocol === "file:") return;

  const told = new Map();
  const box = document.createElement("div");
  box.className = "preview";
  box.id = "site-preview";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  main.append(box);

  // The beginning of a page, up to the end of its head.
  const head = async (address) => {
    const stop = new AbortController();
    const answer = await fetch(address, { signal: stop.signal });
    if (!answer.ok) return "";
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes("</head>") && text.length < MOST) {
      const { done, value } = await reader.read();
      if (done) break;
      text += value;
    }
    stop.abort();
    return text;
  };

  const words = async (address) => {
    const page = new DOMParser().parseFromString(await head(address), "text/html");
    const name = page.querySelector('meta[property="og:title"]')?.content ?? "";
    const about = page.querySelector('meta[name="description"]')?.content ?? "";
    return [name, about.startsWith(`${name}: `) ? about.slice(name.length + 2) : about];
  };

  const known = (address) => {
    if (!told.has(address)) told.set(address, words(address).catch(() => ["", ""]));
    return told.get(address);
  };

  let link = null;
  let timer;

  const hide = () => {
    clearTimeout(timer);
    link?.removeAttribute("aria-describedby");
    link = null;
    box.hidden = true;
  };

  // Below the line of the link that is pointed at, or above it where there is no room.
  const place = (at, pointer) => {
    const lines = [...at.getClientRects()];
    const line = lines.find((each) => pointer >= each.top && pointer <= each.bottom) ?? lines[0];
    const { width, height } = box.getBoundingClientRect();
    const left = Math.max(8, Math.min(line.left, document.documentElement.clientWidth - width - 8));
    const below = line.bottom + height + 12 < innerHeight || line.top < height + 12;
    box.style.left = `${left}px`;
    box.style.top = `${below ? line.bottom + 4 : line.top - height - 4}px`;
  };

  const show = (at, pointer = NaN) => {
    if (at === link) return clearTimeout(timer);
    hide();
    link = at;
    timer = setTimeout(async () => {
      const [name, about] = await known(at.href.replace(/#.*/u, ""));
      if (link !== at || !about) return;
      const heading = document.createElement("strong");
      heading.textContent = name;
      box.replaceChildren(heading, about);
      box.hidden = false;
      place(at, pointer);
      at.setAttribute("aria-describedby", box.id);
    }, WAIT);
  };

  const record = (target) => {
    const at = target.closest?.("#site-main a[href]");
    if (!at || !at.href.startsWith(home.href)) return null;
    const path = at.href.slice(home.href.length).replace(/[?#].*/u, "");
    return RECORDS.test(path) && at.pathname !== location.pathname ? at : null;
  };

  // The pointer may go over to the words, and may stay there.
  const leave = () => {
    clearTimeout(timer);
    timer = setTimeout(hide, 200);
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const at = record(event.target);
    if (at) show(at, event.clientY);
    else if (box.contains(event.target)) clearTimeout(timer);
    else if (link) leave();
  });
  document.addEventListener("focusin", (event) => {
    const at = event.target.matches(":focus-visible") && record(event.target);
    if (at) show(at);
    else hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  addEventListener("scroll", hide, { passive: true });
})();
