// Says at the top of a page that the passage which an address led to is not there any more, where that is so.
// Nothing of the address is repeated, sent or kept.
"use strict";
(() => {
  // The page says these in its language; a script that is put in later has no element of its own.
  const { said, close: closing } = document.currentScript?.dataset ?? {};
  const NAME = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}-]*$/u;
  // Every moment of a recording has a name where it can be played, also one that no text tells.
  const MOMENT = /^t-\d{2,}-\d{2}-\d{2}$/u;
  const PAUSE = 150;
  let region = null;

  function fragment() {
    const written = location.hash.slice(1);
    try {
      return decodeURIComponent(written);
    } catch {
      return "";
    }
  }

  // Other parts of the page write there too: the search its words, the theme its own signs.
  function leadsNowhere() {
    const name = fragment();
    const isMoment = MOMENT.test(name) && document.querySelector(".ia-player");
    return NAME.test(name) && name !== "top" && !isMoment && !document.getElementById(name);
  }

  function placed() {
    if (region?.isConnected) return region;
    const text = document.querySelector("article");
    if (!text) return null;
    region = document.createElement("div");
    region.className = "ia-lost";
    region.setAttribute("role", "status");
    text.prepend(region);
    return region;
  }

  function close() {
    region.replaceChildren();
    const heading = document.querySelector("article h1");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }

  function fill(isNew) {
    const words = document.createElement("p");
    words.textContent = said;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ia-lost__close";
    button.textContent = closing;
    button.addEventListener("click", close);
    region.replaceChildren(words, button);
    if (isNew) region.scrollIntoView({ block: "center" });
  }

  function look(isNew) {
    if (!leadsNowhere()) {
      region?.replaceChildren();
      return;
    }
    // A region that is there before its words is read out by screen readers.
    if (placed()) setTimeout(() => leadsNowhere() && region.isConnected && fill(isNew), PAUSE);
  }

  addEventListener("hashchange", () => look(true));
  // Where the theme puts pages in without loading them, it tells of each; it may have begun already.
  if (window.document$?.subscribe) window.document$.subscribe(() => look(false));
  else look(false);
})();
