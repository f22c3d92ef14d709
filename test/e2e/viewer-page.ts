import type { Page } from 'playwright-core';

const SETTLED_ms = 60_000;

/** Until the map has drawn all it was asked for. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['map'] === 'idle', null, {
    timeout: SETTLED_ms,
  });
}

/** Opens the viewer and waits for its map. Answers the time to the first whole map, milliseconds. */
export async function openViewer(page: Page, url: string): Promise<number> {
  const start = performance.now();
  await page.goto(url);
  await settled(page);
  return performance.now() - start;
}

/** Values of a property among the features that style layers have on the screen. */
export function drawnValues(page: Page, styleLayers: readonly string[], property: string): Promise<string[]> {
  return page.evaluate(
    ([layers, name]) => {
      const { map } = globalThis.giapranh;
      const features = map.queryRenderedFeatures({ layers: [...layers] });
      return [...new Set(features.map(({ properties }) => String(properties[name])))];
    },
    [styleLayers, property] as const,
  );
}

/** Where a place lies on the page, in pixels. */
export function onScreen(page: Page, place: readonly [number, number]): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ([lon, lat]) => {
      const { map } = globalThis.giapranh;
      const { x, y } = map.project([lon, lat]);
      const box = map.getCanvas().getBoundingClientRect();
      return { x: x + box.left, y: y + box.top };
    },
    [place[0], place[1]] as const,
  );
}

/** The part of MapLibre's map that the tests ask. */
interface MapUnderTest {
  queryRenderedFeatures(options: { layers: string[] }): { properties: Record<string, unknown> }[];
  project(place: [number, number]): { x: number; y: number };
  getCanvas(): HTMLCanvasElement;
  getBearing(): number;
  once(event: 'idle', told: () => void): void;
  resize(): void;
  triggerRepaint(): void;
  /** Where each label stood last; MapLibre's own, and no part of what it offers. */
  readonly style: { readonly placement: { variableOffsets: Readonly<Record<string, unknown>> } };
}

declare global {
  var giapranh: { readonly map: MapUnderTest };
}
