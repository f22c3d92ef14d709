import { PbfReader } from 'pbf';
import { expect, inject, it } from 'vitest';

const url = inject('serverUrl');
const STACKS = ['Noto Sans Regular', 'Noto Sans Bold'];
const BLOCK = 256;

/** Code points of a glyph range: field 1 of the file is a stack, its field 3 a glyph, whose field 1 is the code point. */
function codePoints(bytes: Uint8Array): number[] {
  const found: number[] = [];
  const glyph = (tag: number, _found: number[], reader: PbfReader) => {
    if (tag === 1) found.push(reader.readVarint());
  };
  const stack = (tag: number, into: number[], reader: PbfReader) => {
    if (tag === 3) reader.readMessage(glyph, into);
  };
  new PbfReader(bytes).readFields((tag, into: number[], reader) => {
    if (tag === 1) reader.readMessage(stack, into);
  }, found);
  return found;
}

it.each(STACKS)('has every letter of every unit of the profile, in %s', async (stack) => {
  const { units }: { units: { name: string }[] } = await (await fetch(`${url}/units.json`)).json();
  expect(units.length).toBeGreaterThan(300);
  const letters = new Set(units.flatMap(({ name }) => [...name, ...name.toUpperCase()]));
  for (const letter of letters) expect(letter, 'NFC').toBe(letter.normalize('NFC'));
  const wanted = [...letters].map((letter) => letter.codePointAt(0) ?? 0);
  const blocks = [...new Set(wanted.map((code) => Math.floor(code / BLOCK) * BLOCK))];
  const drawn = new Set<number>();
  for (const from of blocks) {
    const answer = await fetch(`${url}/glyphs/${encodeURIComponent(stack)}/${from}-${from + BLOCK - 1}.pbf`);
    for (const code of codePoints(new Uint8Array(await answer.arrayBuffer()))) drawn.add(code);
  }
  expect(wanted.filter((code) => !drawn.has(code)).map((code) => String.fromCodePoint(code))).toEqual([]);
});
