import type { Plugin } from 'vite';
import { styleTemplate } from '../src/style/template.js';
import { sprite } from '../src/symbols/sprite.js';
import { png } from './png.js';

/** Writes beside the bundle what other map clients need: the style template and the sprites. */
export function stylePlugin(): Plugin {
  return {
    name: 'giapranh-style',
    generateBundle() {
      const emit = (fileName: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', fileName, source });
      emit('style.template.json', JSON.stringify(styleTemplate()));
      for (const [suffix, ratio] of [
        ['', 1],
        ['@2x', 2],
      ] as const) {
        const { index, image } = sprite(ratio);
        emit(`sprites/giapranh${suffix}.json`, JSON.stringify(index));
        emit(`sprites/giapranh${suffix}.png`, png(image));
      }
    },
  };
}
