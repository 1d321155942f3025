// Lets the theme keep light or dark only when a reader chose it; by itself it also keeps what nobody chose.
// It has to run before the theme's own script.
"use strict";
{
  const keep = __md_set;
  let chosen = __md_get("__palette") !== null;
  document.addEventListener("change", (event) => { chosen ||= event.target.name === "__palette"; }, true);
  __md_set = (name, ...rest) => { if (chosen || name !== "__palette") { keep(name, ...rest); } };
}
