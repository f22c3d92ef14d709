import { expect, it } from 'vitest';
import { sprite } from './sprite.js';
import { SYMBOLS } from './symbols.js';

it('packs every symbol once, without overlap, at both ratios', () => {
  for (const ratio of [1, 2]) {
    const { index, image } = sprite(ratio);
    expect(Object.keys(index)).toHaveLength(SYMBOLS.length);
    const boxes = Object.values(index).sort((a, b) => a.x - b.x);
    for (const [at, box] of boxes.entries()) {
      const next = boxes[at + 1];
      expect(box.x + box.width).toBeLessThanOrEqual(next?.x ?? image.width);
      expect(box.height).toBeLessThanOrEqual(image.height);
    }
  }
});

it('draws each symbol with something in it and nothing at its rim', () => {
  for (const symbol of SYMBOLS.filter((one) => one.name.startsWith('site-'))) {
    const { data, width, height } = symbol.draw(2);
    const alpha = (x: number, y: number) => data[(y * width + x) * 4 + 3] ?? 0;
    expect(alpha(width / 2, height / 2), symbol.name).toBe(symbol.name === 'site-chosen' ? 0 : 255);
    for (const [x, y] of [
      [0, 0],
      [width - 1, 0],
      [0, height - 1],
      [width - 1, height - 1],
    ] as const) {
      expect(alpha(x, y), symbol.name).toBe(0);
    }
  }
});
