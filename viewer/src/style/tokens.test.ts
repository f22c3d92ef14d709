import { expect, it } from 'vitest';
import { TOKENS, type Tokens } from './tokens.js';

/** WCAG 2.2: relative luminance and contrast of two sRGB colours. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (channels[0] ?? 0) + 0.7152 * (channels[1] ?? 0) + 0.0722 * (channels[2] ?? 0);
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** AA for text of any size. */
const READABLE = 4.5;
/** AA for marks that carry meaning. */
const VISIBLE = 3;

it.each(Object.entries(TOKENS))('%s: text can be read on what it stands on', (_theme, tokens: Tokens) => {
  const pairs: readonly (readonly [string, string])[] = [
    ...[tokens.ink, tokens.inkSoft, tokens.inkFaint].flatMap((ink) =>
      [tokens.surface, tokens.surfaceSunken, tokens.surfaceRaised].map((ground) => [ink, ground] as const),
    ),
    [tokens.accentInk, tokens.accent],
    [tokens.accent, tokens.surface],
    [tokens.accent, tokens.accentSoft],
    [tokens.warn, tokens.warnSoft],
    [tokens.warn, tokens.surface],
    ...Object.values(tokens.risk).map((risk) => [risk.edge, risk.tint] as const),
    [tokens.map.label, tokens.map.land],
    [tokens.map.labelStrong, tokens.map.land],
    [tokens.map.labelPlace, tokens.map.land],
    [tokens.map.labelRelief, tokens.map.land],
  ];
  for (const [ink, ground] of pairs) {
    expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(READABLE);
  }
});

it.each(Object.entries(TOKENS))('%s: marks stand out of the ground', (_theme, tokens: Tokens) => {
  for (const mark of [tokens.focus, tokens.watch, tokens.map.province, ...tokens.neighbours]) {
    expect(contrast(mark, tokens.map.land), mark).toBeGreaterThanOrEqual(VISIBLE);
  }
});

it('tells the levels apart by lightness, for eyes that do not see red', () => {
  const { high, medium, low } = TOKENS.light.risk;
  const steps = [high.fill, medium.fill, low.fill].map(luminance);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
  expect(contrast(high.fill, medium.fill)).toBeGreaterThan(2);
  expect(contrast(medium.fill, low.fill)).toBeGreaterThan(1.5);
});
