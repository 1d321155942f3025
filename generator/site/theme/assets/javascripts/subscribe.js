// Copies the address of a feed, and opens the box that a link leads to. Every address stands on the page as text.
"use strict";
(() => {
  const status = document.querySelector(".ia-feed__copied");

  /** Show on the button what became of it, and tell it to those who listen. */
  function tell(button, words) {
    button.textContent = words;
    status.textContent = "";
    // A screen reader tells the same words again only where they were gone in between.
    requestAnimationFrame(() => { status.textContent = words; });
  }

  async function copy(button) {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      tell(button, status.dataset.copied);
    } catch {
      tell(button, status.dataset.failed);
    }
  }

  function open() {
    const place = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const box = place && place.querySelector(":scope > details");
    if (box) box.open = true;
  }

  // Browsers have no clipboard for pages that came over a line that others can read.
  if (navigator.clipboard) {
    for (const button of document.querySelectorAll(".ia-feed__copy")) {
      button.hidden = false;
      button.addEventListener("click", () => copy(button));
    }
  }
  addEventListener("hashchange", open);
  open();
})();
