// Controls that browsers do not all have: short jumps, speed, captions of sound, and a link to what is being heard.
// What is chosen holds until the page is left, and is kept nowhere.

import { clock, fragment } from "./moments.js";
import { current, position, ready } from "./seeking.js";
import { players, root, say, tell } from "./stage.js";

const tools = root.querySelector(".ia-player__tools");
const words = root.querySelector("[data-words]");
const speed = tools.querySelector("[data-speed]");
const captions = tools.querySelector("[data-captions]");
const sound = players.find((media) => media instanceof HTMLAudioElement);

function step({ currentTarget }) {
  const { duration } = current();
  const last = duration ? duration - 1 : Infinity;
  ready(Math.max(0, Math.min(position() + Number(currentTarget.dataset.by), last)));
}

function setSpeed({ target }) {
  for (const media of players) {
    // The first holds when another copy is loaded, the second from now on.
    media.defaultPlaybackRate = Number(target.value);
    media.playbackRate = Number(target.value);
  }
}

function lineOf(cue) {
  const text = cue.getCueAsHTML();
  const voice = text.querySelector("[title]")?.title;
  return voice ? `${voice}: ${text.textContent}` : text.textContent;
}

function showWords() {
  const track = sound.textTracks[captions.selectedIndex - 1];
  words.textContent = [...(track?.activeCues ?? [])].map(lineOf).join(" ");
}

function choose() {
  const chosen = captions.selectedIndex - 1;
  words.hidden = chosen < 0;
  words.lang = sound.textTracks[chosen]?.language ?? "";
  // A track that is hidden is loaded and followed, but no browser draws it below a sound.
  for (const [at, track] of [...sound.textTracks].entries()) track.mode = at === chosen ? "hidden" : "disabled";
  showWords();
}

async function copyLink() {
  const link = `${location.href.split("#")[0]}${fragment(position())}`;
  history.replaceState(history.state, "", link);
  try {
    await navigator.clipboard.writeText(link);
    tell(say("copied", { moment: clock(position()) }));
  } catch {
    tell(say("copy-this", { link }));
  }
}

for (const button of tools.querySelectorAll("[data-by]")) button.addEventListener("click", step);
speed.addEventListener("change", setSpeed);
// Some browsers have a menu for the speed themselves.
for (const media of players) media.addEventListener("ratechange", () => { speed.value = String(media.playbackRate); });
tools.querySelector("[data-copy-link]").addEventListener("click", copyLink);
if (captions) {
  captions.addEventListener("change", choose);
  for (const track of sound.textTracks) track.addEventListener("cuechange", showWords);
  for (const track of sound.querySelectorAll("track")) track.addEventListener("error", () => tell(say("no-captions")));
}
tools.hidden = false;
