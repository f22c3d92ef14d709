import type { Map as MapLibreMap } from 'maplibre-gl';

declare global {
  /** For the browser's console and for tests: the map, as MapLibre has it. */
  var giapranh: { readonly map: MapLibreMap };
}

export function exposeMap(map: MapLibreMap): void {
  globalThis.giapranh = { map };
}
