/** An event has lists of frames, which have texts: what is deeper is none. */
const mostDeep = 20;
/** An event has six frames at most, of two long texts each, and a sign may be written as `\u0000`. In UTF-16 units. */
const longestMember = 2_000_000;

/** How a list ends: as it should, before its end, with something behind it, or with what is too large to be an event. */
export type EndOfList = "end" | "cut off" | "goes on" | "too large";

/**
 * Takes the text of a JSON list apart, from behind its bracket, without looking into its members. An engine takes seconds
 * for lists that are in lists in lists, and holds the page as long; of a member that could do so nothing is read.
 */
export function* membersOf(text: string, start: number): Generator<string, EndOfList> {
  let [from, depth] = [start, 0];
  for (let at = start; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') {
      at = endOfString(text, at);
    } else if (sign === "[" || sign === "{") {
      depth++;
    } else if (depth > 0) {
      depth -= sign === "]" || sign === "}" ? 1 : 0;
    } else if (sign === "," || sign === "]") {
      const member = text.slice(from, at);
      if (sign === "," || from > start || member.trim() !== "") {
        yield member;
      }
      if (sign === "]") {
        return /\S/.test(text.slice(at + 1)) ? "goes on" : "end";
      }
      from = at + 1;
    }
    if (depth > mostDeep || at - from > longestMember) {
      return "too large";
    }
  }
  return "cut off";
}

/** The place of the quote that ends the string which begins at one. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === "\\") {
      escapes++;
    }
    if (escapes % 2 === 0) {
      return end;
    }
  }
  return text.length;
}
