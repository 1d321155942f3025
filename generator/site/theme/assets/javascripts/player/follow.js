// Shows in the words of a recording which of them are being heard, and finds the paragraph of any moment that an
// address names. The page moves along only where the reader chose so, and stops when the reader moves it.

import { secondsOf } from "./moments.js";

const MOVING = new Set(["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End", " "]);
const CALM = matchMedia("(prefers-reduced-motion: reduce)");
const text = document.querySelector(".ia-words");
const pieces = [...text.querySelectorAll("[data-start]")];
const starts = Float64Array.from(pieces, (piece) => Number(piece.dataset.start));
let marked = null;
let choice = null;

/** Give the piece that is heard at a second, or null before the first. */
function pieceAt(second) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= second) low = middle + 1;
    else high = middle;
  }
  return low ? pieces[low - 1] : null;
}

function mark(piece) {
  if (piece === marked) return;
  marked?.classList.remove("ia-heard");
  marked?.removeAttribute("aria-current");
  marked = piece;
  piece?.classList.add("ia-heard");
  piece?.setAttribute("aria-current", "true");
  if (choice?.checked) moveTo(piece);
}

function moveTo(piece) {
  if (!piece) return;
  const { top, bottom } = piece.getBoundingClientRect();
  if (top > innerHeight * 0.25 && bottom < innerHeight * 0.75) return;
  piece.scrollIntoView({ block: "center", behavior: CALM.matches ? "instant" : "smooth" });
}

function hear({ target }) {
  // Before anything was played, a moment that is only kept in mind is marked by the address.
  if (target.currentTime > 0) mark(pieceAt(target.currentTime));
}

/** Lead to the paragraph of a moment that is no paragraph's own, which the browser does not know. */
function open() {
  const second = secondsOf(location.hash);
  if (second === null) return;
  const own = document.getElementById(location.hash.slice(1));
  const piece = own?.querySelector("[data-start]") ?? pieceAt(second) ?? pieces[0];
  mark(piece);
  if (!own) piece?.closest("p").scrollIntoView({ block: "start" });
}

function letGo() {
  if (choice) choice.checked = false;
}

function heedKey({ key, target, defaultPrevented }) {
  if (MOVING.has(key) && !defaultPrevented && !target.closest("input, select, button, audio, video, summary")) letGo();
}

function heedPointer({ clientX }) {
  if (clientX >= document.documentElement.clientWidth) letGo();
}

/** Offer to move the page along, beside the other controls of the player. */
function offer() {
  const tools = document.querySelector(".ia-player__tools");
  if (!tools) return;
  choice = document.createElement("input");
  choice.type = "checkbox";
  choice.addEventListener("change", () => choice.checked && moveTo(marked));
  const label = document.createElement("label");
  label.className = "ia-player__choice ia-follow";
  label.append(choice, " ", text.dataset.follow);
  tools.append(label);
  addEventListener("wheel", letGo, { passive: true });
  addEventListener("touchmove", letGo, { passive: true });
  addEventListener("keydown", heedKey);
  addEventListener("mousedown", heedPointer);
}

for (const media of document.querySelectorAll(".ia-player__media")) {
  media.addEventListener("timeupdate", hear);
  media.addEventListener("seeking", hear);
}
addEventListener("hashchange", open);
offer();
open();
