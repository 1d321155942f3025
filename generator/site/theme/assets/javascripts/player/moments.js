// Moments of a recording as addresses name them, and as they are said.

const NAME = /^#t-(\d{2,})-(\d{2})-(\d{2})(?:-|$)/u;

/** Give the second that a fragment names, such as `#t-00-12-30`, or null. */
export function secondsOf(fragment) {
  const found = NAME.exec(fragment);
  return found ? Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3]) : null;
}

function parts(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return [whole / 3600, (whole / 60) % 60, whole % 60].map((part) => String(Math.floor(part)).padStart(2, "0"));
}

/** Give a moment as notes write it: `00:12:30`. */
export function clock(seconds) {
  return parts(seconds).join(":");
}

/** Give the fragment of a moment: `#t-00-12-30`. */
export function fragment(seconds) {
  return `#t-${parts(seconds).join("-")}`;
}
