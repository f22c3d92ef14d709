import { FILTER_LIMITS, syntaxFault, tooBig } from '../fault.js';

export interface Token {
  readonly kind: 'name' | 'quoted' | 'text' | 'number' | 'sign' | 'end';
  /** Without its quotes. */
  readonly value: string;
  /** Of its first character, from 0. */
  readonly at: number;
}

const BLANK = /[\s]*/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[:_\p{L}\p{Nl}][:_.\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}]*/uy;
const SIGN = /<>|<=|>=|[=<>(),+\-*/%^]/y;
const TEXT = /'((?:[^'\\]|''|\\'|\\(?!'))*)'/y;
const QUOTED = /"((?:[^"]|"")*)"/y;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The words of a CQL2 text, an `end` last. Names are NFC, as everything stored is. */
export function tokensOf(text: string): Token[] {
  if (text.length > FILTER_LIMITS.characters) throw tooBig('characters');
  const tokens: Token[] = [];
  let at = match(BLANK, text, 0)?.[0].length ?? 0;
  while (at < text.length) {
    const token = tokenAt(text, at);
    tokens.push(token.token);
    at += token.length;
    at += match(BLANK, text, at)?.[0].length ?? 0;
  }
  return [...tokens, { kind: 'end', value: '', at }];
}

function tokenAt(text: string, at: number): { readonly token: Token; readonly length: number } {
  const quotedText = match(TEXT, text, at);
  if (quotedText !== null) {
    const value = (quotedText[1] ?? '').replaceAll(/''|\\'/g, "'").normalize('NFC');
    return { token: { kind: 'text', value, at }, length: quotedText[0].length };
  }
  const quotedName = match(QUOTED, text, at);
  if (quotedName !== null) {
    const value = (quotedName[1] ?? '').replaceAll('""', '"').normalize('NFC');
    return { token: { kind: 'quoted', value, at }, length: quotedName[0].length };
  }
  for (const [kind, pattern] of [
    ['number', NUMBER],
    ['name', NAME],
    ['sign', SIGN],
  ] as const) {
    const found = match(pattern, text, at);
    if (found !== null) {
      return { token: { kind, value: found[0].normalize('NFC'), at }, length: found[0].length };
    }
  }
  throw syntaxFault(
    [at],
    `Không đọc được bộ lọc từ ký tự thứ ${at + 1}.`,
    `The filter cannot be read from character ${at + 1} on.`,
    { vi: "Văn bản đặt trong dấu nháy đơn: 'Bắc Kạn'.", en: "Texts stand in single quotes: 'Bắc Kạn'." },
  );
}
