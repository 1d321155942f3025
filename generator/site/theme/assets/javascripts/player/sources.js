// Copies that cannot be played: each is told beside its link, the next one is tried, and the player never just stops.

import { current, playFrom, position, turnTo } from "./seeking.js";
import { players, root, say, tell } from "./stage.js";

const again = root.querySelector("[data-again]");
const all = new Map(players.map((media) => [media, [...media.querySelectorAll("source")]]));
const faults = new Map();

function hostOf(source) {
  return new URL(source.src).hostname;
}

/** Say beside the link of a copy why it was not played; a copy has one fault at a time. */
function mark(source, key) {
  if (faults.has(source)) return;
  const words = document.createElement("p");
  words.className = "ia-copies__fault";
  words.textContent = say(key);
  document.querySelector(`.ia-copies > [data-copy="${source.dataset.copy}"] > details`)?.before(words);
  faults.set(source, words);
}

function isSpent(media) {
  return all.get(media).every((source) => faults.has(source));
}

function tellOf(media, source) {
  if (!isSpent(media)) {
    tell(say("next", { host: hostOf(source) }));
    return;
  }
  const other = players.find((one) => !isSpent(one));
  if (other) {
    turnTo(other);
    tell(say("other"));
    return;
  }
  tell(say(navigator.onLine ? "none" : "none-now"));
  again.hidden = false;
  // What is dead stands in nobody's way to the links.
  root.classList.remove("ia-player--on");
}

function fail(media, source) {
  if (faults.has(source)) return;
  mark(source, "faulty");
  tellOf(media, source);
}

/** What breaks off while it plays goes on with the next copy, from the same moment. */
function breakOff(media) {
  const source = all.get(media).find((one) => one.src === media.currentSrc && !faults.has(one));
  if (!source) return;
  const at = position();
  mark(source, "broken-off");
  source.remove();
  tellOf(media, source);
  if (!media.querySelector("source")) return;
  media.load();
  if (media === current()) playFrom(at);
}

function tryAgain() {
  const media = current();
  const at = position();
  for (const source of all.get(media)) {
    faults.get(source)?.remove();
    faults.delete(source);
  }
  again.hidden = true;
  media.focus();
  media.prepend(...all.get(media));
  media.load();
  playFrom(at);
}

for (const [media, sources] of all) {
  for (const source of sources) {
    if (media.canPlayType(source.type)) source.addEventListener("error", () => fail(media, source));
    else mark(source, "other-kind");
  }
  media.addEventListener("error", () => breakOff(media));
}
if (players.every(isSpent)) tell(say("none"));
again.addEventListener("click", tryAgain);
