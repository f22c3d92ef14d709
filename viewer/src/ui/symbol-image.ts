import { SYMBOLS } from '../symbols/symbols.js';

const drawn = new Map<string, string>();

/** A map symbol as the map draws it, for legends and lists. */
export function symbolImage(name: string, className = 'symbol'): HTMLImageElement {
  const image = document.createElement('img');
  image.className = className;
  image.alt = '';
  const symbol = SYMBOLS.find((one) => one.name === name);
  if (symbol === undefined) return image;
  image.width = symbol.width;
  image.height = symbol.height;
  image.src = drawn.get(name) ?? '';
  if (!drawn.has(name)) {
    const raster = symbol.draw(Math.max(2, Math.ceil(devicePixelRatio)));
    const canvas = document.createElement('canvas');
    canvas.width = raster.width;
    canvas.height = raster.height;
    canvas.getContext('2d')?.putImageData(new ImageData(raster.data, raster.width, raster.height), 0, 0);
    drawn.set(name, canvas.toDataURL());
    image.src = drawn.get(name) ?? '';
  }
  return image;
}
