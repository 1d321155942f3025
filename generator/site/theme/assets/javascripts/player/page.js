// The player of a recording: the browser's own, and what is added to it. Times in the text play from there, and an
// address with a time in it begins there. Nothing is asked of another host before a reader plays, or follows a time.

import "./controls.js";
import { clock, secondsOf } from "./moments.js";
import { playFrom, ready } from "./seeking.js";
import "./sources.js";
import { root, say } from "./stage.js";

const TIMES = 'a.ia-moment[href^="#t-"]';

function follow(event) {
  const link = event.target.closest?.(TIMES);
  const opensElsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const seconds = link ? secondsOf(link.hash) : null;
  if (seconds === null || opensElsewhere || event.defaultPrevented) return;
  event.preventDefault();
  // The address names the moment, so that it can be kept and sent; the text does not move under the reader.
  history.replaceState(history.state, "", link.hash);
  playFrom(seconds);
  // A picture is to be seen; what plays without one stays in sight by itself.
  if (root.querySelector("video")) root.scrollIntoView({ block: "nearest" });
}

function heed() {
  const seconds = secondsOf(location.hash);
  if (seconds !== null) ready(seconds);
}

const links = document.querySelectorAll(TIMES);
for (const link of links) {
  link.title = say("play-from", { moment: clock(secondsOf(link.hash) ?? 0) });
  link.classList.add("ia-moment--plays");
}
if (links.length) root.parentElement.querySelector("[data-times]").hidden = false;
document.addEventListener("click", follow);
addEventListener("hashchange", heed);
heed();
