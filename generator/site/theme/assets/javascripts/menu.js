// Lets keys open and close the menu of a narrow screen and the outline in it, which the theme leaves to labels.
// Each button stands beside its label and takes its place here; without a script the label works for a pointer.
"use strict";
(() => {
  const menu = document.getElementById("__drawer");
  const side = document.querySelector(".md-sidebar--primary");
  const buttons = [...document.querySelectorAll("button[data-opens]")];
  if (!menu || !side) return;

  // Clicking the box, not setting it, lets the theme know too.
  function set(box, open) {
    if (box.checked !== open) box.click();
  }

  // The page that the reader is on may stand far down; what scrolls inside the menu is moved, and never the page itself.
  function showCurrent() {
    const current = side.querySelector("[aria-current=page]");
    for (let box = current?.parentElement; box && side.contains(box); box = box.parentElement) {
      const { top, bottom } = box.getBoundingClientRect();
      const own = current.getBoundingClientRect();
      const outside = own.top < top || own.bottom > bottom;
      if (outside && box.scrollHeight > box.clientHeight) box.scrollTop += (own.top + own.bottom - top - bottom) / 2;
    }
  }

  menu.addEventListener("change", () => {
    if (menu.checked) showCurrent();
  });

  for (const button of buttons) {
    const box = document.getElementById(button.dataset.opens);
    const tell = () => button.setAttribute("aria-expanded", String(box.checked));
    document.querySelector(`label[for="${box.id}"].${button.classList[0]}`).hidden = true;
    button.hidden = false;
    box.addEventListener("change", tell);
    tell();
    button.addEventListener("click", () => {
      set(box, !box.checked);
      if (!box.checked) return;
      const current = box === menu && side.querySelector("[aria-current=page]");
      const opened = box === menu ? side : button.parentElement.querySelector("nav");
      (current || opened.querySelector("a[href]"))?.focus({ preventScroll: true });
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.checked) return;
    // The outline lies over the menu, so it is closed first.
    const last = buttons.filter((button) => document.getElementById(button.dataset.opens).checked).at(-1);
    set(document.getElementById(last?.dataset.opens ?? "__drawer"), false);
    last?.focus({ preventScroll: true });
  });

  // Whoever walks out of the menu by keys would go on beneath it.
  document.addEventListener("focusin", (event) => {
    const inside = side.contains(event.target) || event.target.closest(".ia-menu");
    if (menu.checked && !inside) set(menu, false);
  });
})();
