/** One step of a LIKE pattern: a text as it is, any one character, or any characters. */
export type LikePart = { readonly text: string } | 'one' | 'any';

/** `%` stands for any characters, `_` for one, a backslash before either for itself. */
export function likeParts(pattern: string): readonly LikePart[] {
  const parts: LikePart[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') parts.push({ text });
    text = '';
  };
  const characters = [...pattern];
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    const next = characters[at + 1];
    if (character === '\\' && next !== undefined) {
      text += next;
      at += 1;
    } else if (character === '%' || character === '_') {
      flush();
      parts.push(character === '%' ? 'any' : 'one');
    } else {
      text += character;
    }
  }
  flush();
  return parts;
}
