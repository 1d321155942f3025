// On every page: the key `/` opens the search, and words from the box in the header stay out of requests.
"use strict";
(() => {
  const box = document.getElementById("ia-box");
  const field = (box ?? document).querySelector("input[name=q]");
  const WRITTEN_IN = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select";

  function isWriting(target) {
    return target instanceof Element && (target.matches(WRITTEN_IN) || target.isContentEditable);
  }

  function open() {
    if (field?.checkVisibility?.() ?? field?.offsetParent) {
      field.focus();
      field.select();
    } else if (box) {
      location.assign(box.action);
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target === field) field.value = "";
    const alone = !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat);
    if (event.key !== "/" || !alone || event.defaultPrevented || isWriting(event.target)) return;
    event.preventDefault();
    open();
  });

  // What stands behind # is sent to no host; the search page reads it there as well as behind ?.
  box?.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = field.value.trim();
    location.assign(words ? `${box.action}#${new URLSearchParams({ q: words })}` : box.action);
  });
})();
