const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];
const COMMA = 0x2c;

/**
 * Cuts a FeatureCollection into the texts of its features as its text comes in, however it is laid out. What stands
 * before the features is kept (`head`), so that a foreign CRS is still seen.
 */
export class FeatureTexts {
  /** `{"type":"FeatureCollection",…,"features":[` once it has been read. */
  head: string | undefined;
  /** Whether the end of the features was seen. */
  ended = false;
  #buffer = '';
  /** Where in the buffer the scan stands, and where the element it is in began. */
  #at = 0;
  #start = -1;
  #depth = 0;
  #inString = false;

  /** The features that end in this piece of text. */
  push(text: string): string[] {
    if (this.ended) return [];
    this.#buffer += text;
    if (this.head === undefined && !this.#readHead()) return [];
    return this.#scan();
  }

  /** Letters held back. */
  get held(): number {
    return this.#buffer.length;
  }

  /** Finds the member `features` of the outermost object; texts inside strings or other members do not count. */
  #readHead(): boolean {
    let [depth, string] = [0, -1];
    let key: string | undefined;
    const text = this.#buffer;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (string >= 0) {
        if (code === BACKSLASH) at += 1;
        else if (code === QUOTE) {
          if (depth === 1) key = text.slice(string + 1, at);
          string = -1;
        }
      } else if (code === QUOTE) string = at;
      else if (code === OPEN_BRACKET && depth === 1 && key === 'features') {
        this.head = text.slice(0, at + 1);
        this.#buffer = text.slice(at + 1);
        return true;
      } else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth += 1;
      else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1;
      else if (code === COMMA) key = undefined;
    }
    return false;
  }

  #scan(): string[] {
    const found: string[] = [];
    const text = this.#buffer;
    let at = this.#at;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (this.#inString) {
        if (code === BACKSLASH) at += 1;
        else if (code === QUOTE) this.#inString = false;
        continue;
      }
      if (this.#depth === 0 && (code === COMMA || code === CLOSE_BRACKET)) {
        if (this.#start >= 0) found.push(text.slice(this.#start, at));
        this.#start = -1;
        if (code === COMMA) continue;
        this.ended = true;
        this.#buffer = '';
        return found;
      }
      if (this.#start < 0 && code > 0x20) this.#start = at;
      if (code === QUOTE) this.#inString = true;
      else if (code === OPEN_BRACE || code === OPEN_BRACKET) this.#depth += 1;
      else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) this.#depth -= 1;
    }
    // An escape may be cut from its letter: the scan then goes on behind it.
    const keep = this.#start < 0 ? Math.min(at, text.length) : this.#start;
    this.#buffer = text.slice(keep);
    this.#at = at - keep;
    this.#start = this.#start < 0 ? -1 : 0;
    return found;
  }
}
