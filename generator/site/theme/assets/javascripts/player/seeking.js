// Jumping in the recording. Before play is pressed a moment is only kept in mind, because jumping would load something.

import { clock } from "./moments.js";
import { players, root, say, tell } from "./stage.js";

let heard = players[0];
let wanted = null;

/** Give the element that was heard last, at first the first one. */
export function current() {
  return heard;
}

/** Let moments be heard in another element from now on. */
export function turnTo(media) {
  heard = media;
}

/** Give the second at which the recording is, or will begin. */
export function position() {
  return wanted ?? heard.currentTime;
}

/** Go to a moment without playing; what has not been loaded is not loaded. */
export function ready(seconds) {
  wanted = seconds;
  if (heard.readyState > 0) land(heard);
  else tell(say("ready", { moment: clock(seconds) }));
}

/** Play from a moment, which is what pressing play does, and loads the recording as that does. */
export function playFrom(seconds) {
  wanted = seconds;
  const isThere = heard.readyState > 0;
  // What cannot be played is told where its source fails.
  if (!isThere || !heard.duration || seconds < heard.duration) heard.play().catch(() => {});
  if (isThere) land(heard);
}

function land(media) {
  const seconds = wanted;
  wanted = null;
  if (seconds === null) return;
  const moment = clock(seconds);
  if (seconds >= media.duration) {
    media.pause();
    tell(say("after-end", { moment, length: clock(media.duration) }));
    return;
  }
  media.currentTime = seconds;
  if (Math.abs(media.currentTime - seconds) > 1) tell(say("no-jumping"));
  else tell(say(media.paused ? "at" : "from", { moment }));
}

function begin({ target }) {
  heard = target;
  root.classList.add("ia-player--on");
  for (const other of players) if (other !== target) other.pause();
}

for (const media of players) {
  media.addEventListener("play", begin);
  media.addEventListener("ended", () => root.classList.remove("ia-player--on"));
  media.addEventListener("loadedmetadata", () => { if (media === heard) land(media); });
}
