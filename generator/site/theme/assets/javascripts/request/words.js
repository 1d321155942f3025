// What people type, made one line of plain words, and what may not stand in it: hidden signs and personal data.
// The rules are those of the check, or stricter where they are simpler; the check has the last word.

const SPACES = /[\t\n\v\f\r\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000 ]+/gu;
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/gu;
const SUSPECT =
  /[\0-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff\u{13430}-\u{1343f}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{4fffe}\u{4ffff}\u{5fffe}\u{5ffff}\u{6fffe}\u{6ffff}\u{7fffe}\u{7ffff}\u{8fffe}\u{8ffff}\u{9fffe}\u{9ffff}\u{afffe}\u{affff}\u{bfffe}\u{bffff}\u{cfffe}\u{cffff}\u{dfffe}\u{dffff}\u{e0000}-\u{10ffff}]|\p{Cs}/gu;
const SELECTOR = /[\ufe00-\ufe0f]/u;
const OLD_SELECTOR = /[\ufe00-\ufe02]/u;
const HAS_OLD_FORMS = /(?=[^\0-\u007f])[\p{Lo}\p{Sm}\p{So}]$/u;
const HAS_EMOJI_FORMS = /(?:(?=[^\0-\u007f])[\p{S}\p{P}]|[0-9#*\u2139])$/u;
const EMOJI_BEFORE = /[\p{So}\p{Sk}\ufe0f]$/u;
const EMOJI_AFTER = /^\p{So}/u;
const JOINING =
  /(?=[\p{L}\p{M}])[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Oriya}\p{Script=Khmer}\p{Script=Mongolian}]$/u;
const ALPHABETS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

const ADDRESS = /https?:\/\/[^\s<>"'`)\]]+/giu;
const PRIVATE =
  /\/\/[^/\s@:]+:[^/\s@]+@|[?&#;](?:pwd|passwd|password|passcode|pin|token|access_token|auth|secret|api_?key|host_?key|signature|sig|x-amz-signature)=/iu;
const MAIL = /[A-Za-z0-9._%+-]@[A-Za-z0-9-]{1,63}\.[A-Za-z0-9-]/u;
const DIGITS = /[0-9][0-9 ().\-\u2010-\u2015/]{5,24}[0-9]/gu;
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{1,2})?$/u;
const SECRET =
  /\b(?:pin|pass ?code|access ?code|conference (?:id|code)|participant (?:id|code|pin)|host (?:key|code|pin)|dial-?in(?: code| number)?|meeting id|security code|password)\b[^0-9]{0,24}[0-9][0-9 -]{2,18}[0-9]/iu;

/** Give text as one line: composed letters, single spaces, without signs that nobody sees or misses. */
export function oneLine(text) {
  return text.replace(UNSEEN, "").normalize("NFC").replace(SPACES, " ").trim();
}

/** Give the lines of a text that hold something, each as one line. */
export function manyLines(text) {
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u).map(oneLine).filter(Boolean);
}

/** Give the code of the first sign that hides or controls, such as `U+202E`, or an empty string. */
export function hidden(text) {
  for (const found of text.matchAll(SUSPECT)) {
    if (selects(found[0], text.slice(0, found.index))) continue;
    if (joins(found[0], text.slice(0, found.index), text.slice(found.index + 1))) continue;
    return `U+${found[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  }
  return "";
}

function selects(sign, before) {
  if (!SELECTOR.test(sign)) return false;
  if (OLD_SELECTOR.test(sign)) return HAS_OLD_FORMS.test(before);
  return ["\ufe0e", "\ufe0f"].includes(sign) && HAS_EMOJI_FORMS.test(before);
}

function joins(sign, before, after) {
  if (!after || !["\u200c", "\u200d"].includes(sign)) return false;
  return JOINING.test(before) || (sign === "\u200d" && EMOJI_BEFORE.test(before) && EMOJI_AFTER.test(after));
}

/** Give the first word that mixes alphabets which look alike, or an empty string. */
export function mixed(text) {
  const words = text.match(/[\p{L}\p{M}\p{N}]{2,}/gu) ?? [];
  return words.find((word) => ALPHABETS.filter((alphabet) => alphabet.test(word)).length > 1) ?? "";
}

/** Tell what of a person or of a way in stands in a line: `mail`, `number`, `secret`, `link`, or an empty string. */
export function personal(text) {
  const plain = text.replace(/[\u0130\u0131]/gu, "i");
  if ((plain.match(ADDRESS) ?? []).some((address) => PRIVATE.test(address))) return "link";
  const bare = plain.replace(ADDRESS, (address) => " ".repeat(address.length));
  if (MAIL.test(bare)) return "mail";
  if (SECRET.test(bare)) return "secret";
  for (const digits of bare.matchAll(DIGITS)) {
    const isDialled = bare.slice(Math.max(0, digits.index - 4), digits.index).includes("+");
    if (isDialled || !DATE.test(digits[0])) return "number";
  }
  return "";
}

/** Count characters as people do, not as a computer stores them. */
export function size(text) {
  return [...text].length;
}
