import { err, type Issue, issue, type LayerDefinition, ok, type Result } from '@giapranh/core';

export interface ZoomRange {
  readonly minZoom: number;
  readonly maxZoom: number;
}

/** Tiles are made and tested down to here. */
const DEEPEST = 16;

/** Where archives end unless told otherwise: each zoom more is four times the tiles, and clients enlarge. */
const USUAL_DEEPEST = 14;

function unreadable(option: string, given: string): Issue {
  return issue(
    'zoom-unreadable',
    [option],
    `Không đọc được mức thu phóng “${given}”.`,
    `Cannot read the zoom "${given}".`,
    { vi: `Viết một số nguyên từ 0 đến ${DEEPEST}.`, en: `Write a whole number from 0 to ${DEEPEST}.` },
  );
}

/**
 * The zooms asked for; where not asked, those the layers have tiles at. Issues: `zoom-unreadable`, `zoom-range`.
 */
export function zoomRange(
  layers: readonly LayerDefinition[],
  { minZoom, maxZoom }: { readonly minZoom?: string; readonly maxZoom?: string },
): Result<ZoomRange> {
  const faults: Issue[] = [];
  const read = (option: string, given: string | undefined, otherwise: number): number => {
    if (given === undefined) return otherwise;
    const zoom = /^\d{1,2}$/.test(given) ? Number(given) : Infinity;
    if (zoom > DEEPEST) faults.push(unreadable(option, given));
    return zoom;
  };
  const range = {
    minZoom: read('--min-zoom', minZoom, Math.min(...layers.map(({ zoom }) => zoom.min))),
    maxZoom: read('--max-zoom', maxZoom, USUAL_DEEPEST),
  };
  const [first, ...rest] = faults;
  if (first !== undefined) return err(first, ...rest);
  if (range.minZoom <= range.maxZoom) return ok(range);
  return err(
    issue(
      'zoom-range',
      ['--min-zoom', '--max-zoom'],
      `Mức thu phóng nhỏ nhất (${range.minZoom}) lớn hơn mức lớn nhất (${range.maxZoom}).`,
      `The smallest zoom (${range.minZoom}) is above the largest (${range.maxZoom}).`,
    ),
  );
}
