// What stands on the page: the player with its elements, and the words that it says in the language of the archive.

export const root = document.querySelector(".ia-player");
export const players = [...root.querySelectorAll(".ia-player__media")];
const messages = JSON.parse(root.dataset.messages);
const region = root.querySelector("[data-says]");
const PAUSE = 100;
let later = 0;

/** Give a message with its values put in. */
export function say(key, values = {}) {
  return messages[key].replace(/\{(\w+)\}/gu, (_, name) => values[name]);
}

/** Show words below the player, where screen readers hear them; the same words again are said again. */
export function tell(words) {
  clearTimeout(later);
  region.textContent = "";
  later = setTimeout(() => { region.textContent = words; }, PAUSE);
}
