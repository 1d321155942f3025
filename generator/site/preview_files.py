"""The script and the style of what the preview adds to a page; no build holds them.

They are files of their own, because the policy of the pages lets nothing run or dress them inline.
"""

SCRIPT = """\
// Part of the preview only: loads the page again when what it shows has changed.
"use strict";
const foot = document.querySelector(".preview-foot");
const note = foot.querySelector(".preview-note");
const box = foot.querySelector(".preview-problems");
const pause = () => new Promise((resolve) => setTimeout(resolve, 1000));
async function follow(shown) {
  for (;;) {
    try {
      const asked = new URLSearchParams({ page: location.pathname, after: shown });
      const answer = await fetch("/__version?" + asked, { cache: "no-store" });
      if (!answer.ok) { await pause(); continue; }
      const mark = await answer.text();
      if (mark.split(" ")[0] !== shown.split(" ")[0]) { location.reload(); return; }
      note.hidden = !mark.endsWith(" 1");
      shown = mark;
    } catch (error) {
      await pause();
    }
  }
}
if (box) {
  const away = document.createElement("button");
  away.type = "button";
  away.textContent = "Hide until the page loads again";
  away.addEventListener("click", () => box.remove());
  box.append(away);
}
follow(foot.dataset.mark);
"""

STYLE = """\
.preview-foot {
  --preview-ink: #1d1d1f; --preview-paper: #fffdf5; --preview-line: #8a6d00;
  position: fixed; inset-block-end: 0; inset-inline-end: 0; z-index: 1000;
  box-sizing: border-box; max-inline-size: min(44rem, 100%);
  color: var(--preview-ink); background: var(--preview-paper); border: 1px solid var(--preview-line);
  font: 0.7rem/1.45 system-ui, sans-serif; overflow-wrap: anywhere;
}
.preview-foot:not(:has(> :not([hidden]))) { display: none; }
.preview-foot p { margin: 0.2rem 0; }
.preview-note { padding: 0 0.75rem; }
.preview-note[hidden] { display: none; }
.preview-problems { margin: 0; padding: 0 0.75rem; max-block-size: 60vh; overflow: auto; font-size: inherit;
  color: inherit; background: none; border: 0; box-shadow: none; }
.preview-problems > summary { cursor: pointer; padding: 0.5rem 0; margin: 0; font-weight: 600; color: inherit;
  background: none; border: 0; min-block-size: 1.5rem; }
.preview-problems ol { margin: 0; padding: 0 0 0 1.6rem; }
.preview-problems li { margin: 0 0 0.6rem; }
.preview-problems code { font-size: inherit; color: inherit; background: none; padding: 0; }
.preview-problems button { margin: 0.3rem 0 0.6rem; padding: 0.4rem 0.7rem; color: inherit; background: none;
  border: 1px solid currentcolor; font: inherit; cursor: pointer; }
.preview-waiting { margin: 3rem auto; padding: 0 1rem; max-width: 40rem; font: 1rem/1.5 system-ui, sans-serif;
  color-scheme: light dark; }
[data-md-color-scheme="slate"] .preview-foot {
  --preview-ink: #f1efe7; --preview-paper: #26241d; --preview-line: #c9a83a;
}
@media (prefers-color-scheme: dark) {
  .preview-waiting .preview-foot { --preview-ink: #f1efe7; --preview-paper: #26241d; --preview-line: #c9a83a; }
}
.preview-waiting .preview-foot { font-size: 0.875rem; }
@media print { .preview-foot { display: none; } }
"""
