import { PartBudget, syntaxFault } from '../fault.js';
import { type Token, tokensOf } from './tokens.js';

/** Where the reader of a CQL2 text stands. */
export class Cursor {
  readonly budget = new PartBudget();
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  peek(ahead = 0): Token {
    const token = this.#tokens[Math.min(this.#next + ahead, this.#tokens.length - 1)];
    if (token === undefined) throw new Error('a text without an end token');
    return token;
  }

  take(): Token {
    const token = this.peek();
    this.#next += 1;
    return token;
  }

  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'name' && token.value.toUpperCase() === word;
  }

  isSign(sign: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'sign' && token.value === sign;
  }

  /** Takes the next token when it is this word or sign. */
  takeWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.#next += 1;
    return true;
  }

  takeSign(sign: string): boolean {
    if (!this.isSign(sign)) return false;
    this.#next += 1;
    return true;
  }

  needSign(sign: string): void {
    if (!this.takeSign(sign)) throw this.unexpected(`“${sign}”`, `"${sign}"`);
  }

  needWord(word: string): void {
    if (!this.takeWord(word)) throw this.unexpected(word, word);
  }

  needText(): string {
    if (this.peek().kind !== 'text') throw this.unexpected("văn bản '…'", "a text '…'");
    return this.take().value;
  }

  needNumber(): number {
    const sign = this.takeSign('-') ? -1 : 1;
    if (sign === 1) this.takeSign('+');
    if (this.peek().kind !== 'number') throw this.unexpected('một số', 'a number');
    const value = sign * Number(this.take().value);
    if (!Number.isFinite(value)) throw this.unexpected('một số trong tầm biểu diễn', 'a number within range');
    return value;
  }

  /** `(item, item, …)`. */
  list<T>(item: () => T): T[] {
    this.needSign('(');
    const items = [item()];
    while (this.takeSign(',')) items.push(item());
    this.needSign(')');
    return items;
  }

  /** Runs a reader one level deeper. */
  deeper<T>(read: () => T): T {
    this.#depth += 1;
    this.budget.checkDepth(this.#depth);
    const value = read();
    this.#depth -= 1;
    return value;
  }

  unexpected(vi: string, en: string) {
    const { kind, value, at } = this.peek();
    const found = kind === 'end' ? ['hết văn bản', 'the end'] : [`“${value}”`, `"${value}"`];
    return syntaxFault(
      [at],
      `Bộ lọc, ký tự ${at + 1}: cần ${vi}, gặp ${found[0]}.`,
      `Filter, character ${at + 1}: expected ${en}, found ${found[1]}.`,
    );
  }
}
