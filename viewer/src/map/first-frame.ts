import type { Map as MapLibreMap } from 'maplibre-gl';

/** Where tiles are slow to come, the map shows what it has after this long. */
const PATIENCE_ms = 3000;

/** The entry in the browser's timeline for the moment at which the whole map first stands on the screen. */
const FIRST_MAP = 'first-map';

/**
 * Draws the opening map once, whole. Without this every source and tile that arrives draws all before it anew, and
 * where the browser draws in software a frame takes longer than the tiles it would be waiting for.
 */
export function drawWholeFirst(map: MapLibreMap, sources: readonly string[]): void {
  const repaint = map.triggerRepaint.bind(map);
  const known = () => sources.every((id) => map.getSource(id)?.loaded() === true);
  // A frame is on the screen when the next one is begun.
  const note = () => requestAnimationFrame(() => performance.mark(FIRST_MAP));
  const release = (whole: boolean) => {
    clearTimeout(timer);
    map.triggerRepaint = repaint;
    map.once(whole ? 'render' : 'load', note);
    repaint();
  };
  let asked = false;
  map.triggerRepaint = () => {
    if (!known()) return;
    // The first frame asks for the tiles; the next is drawn when all of them are there.
    if (!asked) {
      asked = true;
      repaint();
    } else if (sources.every((id) => map.isSourceLoaded(id))) release(true);
  };
  const timer = setTimeout(() => release(false), PATIENCE_ms);
}
