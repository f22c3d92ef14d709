import { hectares, type LayerFeature, type LocalText, type Site, type SiteOverlap } from '@giapranh/core';
import type { Feature, Geometry } from 'geojson';
import { numberText } from '../language.js';
import type { Column } from '../table.js';

/** A site over a feature, with what people call both. */
export interface OverlapRow<Shape extends Geometry | null = Geometry | null> {
  readonly overlap: SiteOverlap;
  /** The shape goes into GeoJSON only. */
  readonly site: Pick<Site, 'name'> & { readonly geometry: Shape };
  readonly feature_name: string;
}

const VERDICT_WORDS: Readonly<Record<SiteOverlap['verdict'], LocalText>> = {
  in: { vi: 'nằm trong', en: 'in' },
  out: { vi: 'ngoài', en: 'out' },
  undetermined: { vi: 'chưa xác định', en: 'undetermined' },
};

/** The first property of a feature that names it. */
export function nameOf({ id, properties }: LayerFeature): string {
  const named = ['name', 'side_name', 'pair']
    .map((key) => properties[key])
    .find((value) => typeof value === 'string');
  return named === undefined ? id : String(named);
}

export const OVERLAP_COLUMNS: readonly Column<OverlapRow>[] = [
  { name: 'site_id', title: { vi: 'Khu vực', en: 'Site' }, value: ({ overlap }) => overlap.site_id },
  { name: 'site_name', title: { vi: 'Tên', en: 'Name' }, value: ({ site }) => site.name },
  { name: 'layer', title: { vi: 'Lớp', en: 'Layer' }, value: ({ overlap }) => overlap.layer },
  {
    name: 'feature_id',
    title: { vi: 'Đối tượng', en: 'Feature' },
    value: ({ overlap }) => overlap.feature_id,
  },
  {
    name: 'feature_name',
    title: { vi: 'Tên đối tượng', en: 'Its name' },
    value: (row) => row.feature_name,
  },
  {
    name: 'area_m2',
    title: { vi: 'Chung (ha)', en: 'Common (ha)' },
    value: ({ overlap }) => overlap.area_m2,
    cell: ({ overlap }, language) => numberText(hectares(overlap.area_m2), 2, language),
    align: 'right',
  },
  {
    name: 'share',
    title: { vi: 'Phần', en: 'Share' },
    value: ({ overlap }) => overlap.share,
    cell: ({ overlap }, language) => `${numberText(100 * overlap.share, 1, language)} %`,
    align: 'right',
  },
  {
    name: 'distance_m',
    title: { vi: 'Cách (m)', en: 'Distance (m)' },
    value: ({ overlap }) => overlap.distance_m,
    cell: ({ overlap }, language) => numberText(overlap.distance_m, 1, language),
    align: 'right',
  },
  {
    name: 'error_m',
    title: { vi: 'Sai số (m)', en: 'Error (m)' },
    value: ({ overlap }) => overlap.error_m,
    cell: ({ overlap }, language) => numberText(overlap.error_m, 1, language),
    align: 'right',
  },
  {
    name: 'measured',
    title: { vi: 'Đo theo', en: 'Measured' },
    value: ({ overlap }) => overlap.measured,
    cell: ({ overlap }, language) =>
      overlap.measured === 'site'
        ? language === 'vi'
          ? 'khu vực'
          : 'site'
        : language === 'vi'
          ? 'xã'
          : 'communes',
  },
  {
    name: 'verdict',
    title: { vi: 'Kết luận', en: 'Verdict' },
    value: ({ overlap }) => overlap.verdict,
    cell: ({ overlap }, language) => VERDICT_WORDS[overlap.verdict][language],
  },
];

/** The site's own shape; the features are in the layer. */
export function overlapFeature<Shape extends Geometry | null>({
  overlap,
  site,
  feature_name,
}: OverlapRow<Shape>): Feature<Shape> {
  return {
    type: 'Feature',
    id: `${overlap.site_id}/${overlap.feature_id}`,
    geometry: site.geometry,
    properties: { ...overlap, site_name: site.name, feature_name },
  };
}
