import { expect } from 'vitest';
import { goldenText } from './golden-text.js';

/** Holds a result to `expected/<file>`; `pnpm bless` renews the file. */
export async function expectGolden(file: string, value: unknown): Promise<void> {
  await expect(goldenText(value)).toMatchFileSnapshot(`expected/${file}`);
}
