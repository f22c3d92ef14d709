import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const BUILT = fileURLToPath(new URL('../../viewer/dist/', import.meta.url));
const ASSETS = `${BUILT}assets/`;

/** What only the text of an engine holds: the beginning of GEOS's WebAssembly in base64, a message of JSTS. */
const ENGINES = { geos: 'AGFzbQEAAAA', jsts: 'found non-noded intersection' } as const;

const scripts = new Map(
  readdirSync(ASSETS)
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name, readFileSync(`${ASSETS}${name}`, 'utf8')]),
);
const holding = (mark: string): string[] =>
  [...scripts].filter(([, text]) => text.includes(mark)).map(([name]) => name);

/** The scripts that a script imports as it starts; `import()` is not among them. */
function importedAtOnce(text: string): string[] {
  const found = text.matchAll(/\b(?:import|from)\s*["']\.\/([\w.-]+\.js)["']/g);
  return [...found].map(([, name]) => name ?? '');
}

/** A script with all that loads before it runs. */
function withImports(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const other of importedAtOnce(scripts.get(name) ?? '')) withImports(other, seen);
  return seen;
}

test('the first script of the viewer, and all it imports, hold no geometry engine', () => {
  const page = readFileSync(`${BUILT}index.html`, 'utf8');
  const first = [...page.matchAll(/(?:src|href)="\/assets\/([\w.-]+\.js)"/g)].map(([, name]) => name ?? '');
  expect(first.length).toBeGreaterThan(0);
  const initial = new Set(first.flatMap((name) => [...withImports(name)]));
  for (const [engine, mark] of Object.entries(ENGINES)) {
    const chunks = holding(mark);
    expect(chunks.length, `${engine} is built`).toBeGreaterThan(0);
    expect(
      chunks.filter((name) => initial.has(name)),
      engine,
    ).toEqual([]);
  }
});

test('engines are chunks of their own that are asked for only when needed', () => {
  for (const [engine, mark] of Object.entries(ENGINES)) {
    // The page and its workers are built apart: each may have its own.
    for (const chunk of holding(mark)) {
      const atOnce = [...scripts].filter(([, text]) => importedAtOnce(text).includes(chunk));
      expect(
        atOnce.map(([name]) => name),
        chunk,
      ).toEqual([]);
      const asked = [...scripts.values()].filter((text) =>
        new RegExp(`import\\(["'\`]\\./${chunk}["'\`]\\)`).test(text),
      );
      expect(asked.length, chunk).toBeGreaterThan(0);
      const others = Object.entries(ENGINES).filter(([other]) => other !== engine);
      for (const name of withImports(chunk)) {
        for (const [, other] of others) expect(scripts.get(name)?.includes(other) ?? false, name).toBe(false);
      }
    }
  }
});
