import { type Issue, issue, type LayerFeature, ok, type Result } from '@giapranh/core';
import { type CsvRecord, withColumns } from '../csv-columns.js';
import { parseCsv } from '../csv-table.js';

const COLUMNS = [
  'geonameid',
  'name',
  'latitude',
  'longitude',
  'feature_class',
  'feature_code',
  'dem',
] as const;

type PlaceRow = CsvRecord<(typeof COLUMNS)[number]>;

interface PlaceClass {
  readonly kind: 'city' | 'town' | 'village' | 'mountain' | 'pass' | 'stream' | 'lake' | 'waterfall' | 'park';
  /** 1 is shown first. */
  readonly rank: number;
}

/** What of GeoNames goes on the map. Administrative units are our own layers; single buildings are left out. */
const CLASSES: Readonly<Record<string, PlaceClass>> = {
  'P.PPLC': { kind: 'city', rank: 1 },
  'P.PPLA': { kind: 'city', rank: 1 },
  'P.PPLA2': { kind: 'town', rank: 2 },
  'P.PPLA3': { kind: 'town', rank: 3 },
  'P.PPL': { kind: 'village', rank: 6 },
  'P.PPLL': { kind: 'village', rank: 7 },
  'L.PRK': { kind: 'park', rank: 3 },
  'H.LK': { kind: 'lake', rank: 4 },
  'H.FLLS': { kind: 'waterfall', rank: 5 },
  'H.STM': { kind: 'stream', rank: 6 },
  'H.CNL': { kind: 'stream', rank: 6 },
  'T.MT': { kind: 'mountain', rank: 5 },
  'T.MTS': { kind: 'mountain', rank: 4 },
  'T.PK': { kind: 'mountain', rank: 5 },
  'T.HLL': { kind: 'mountain', rank: 6 },
  'T.PASS': { kind: 'pass', rank: 5 },
};

/** What GeoNames writes where its elevation model has nothing. */
const NO_ELEVATION = new Set(['', '-9999', '-32768']);

/** Two names of one kind closer than this are one place written down twice: positions are good to one minute of arc. */
const SAME_PLACE_deg = 1 / 60;

class Places {
  readonly features: LayerFeature[] = [];
  readonly notes: Issue[] = [];
  private readonly named = new Map<string, [lon: number, lat: number][]>();
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  add(row: PlaceRow): void {
    const place = CLASSES[`${row.feature_class}.${row.feature_code}`];
    if (place === undefined || row.name === '') return;
    const [lon, lat] = [Number(row.longitude), Number(row.latitude)];
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90) || row.longitude === '' || row.latitude === '') {
      this.notes.push(
        issue(
          'place-position',
          ['row', row.row],
          `Địa danh "${row.name}" không có tọa độ dùng được.`,
          `The place "${row.name}" has no usable position.`,
        ),
      );
      return;
    }
    if (this.isRepeated(`${place.kind} ${row.name}`, lon, lat)) return;
    const elevation_m = NO_ELEVATION.has(row.dem) ? null : Number(row.dem);
    this.features.push({
      layer: 'places',
      id: `geonames-${row.geonameid}`,
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: {
        name: row.name,
        kind: place.kind,
        rank: place.rank,
        elevation_m: Number.isFinite(elevation_m) ? elevation_m : null,
        source: this.source,
      },
      validity: { from: null, to: null },
    });
  }

  private isRepeated(key: string, lon: number, lat: number): boolean {
    const known = this.named.get(key) ?? [];
    const repeated = known.some(
      ([x, y]) => Math.abs(x - lon) < SAME_PLACE_deg && Math.abs(y - lat) < SAME_PLACE_deg,
    );
    if (!repeated) this.named.set(key, [...known, [lon, lat]]);
    return repeated;
  }
}

/**
 * Named places of a GeoNames table, each once, the most important first: settlements, mountains, passes, streams,
 * lakes, parks. Issues: those of `parseCsv`, `csv-column-missing`; notes: `place-position`.
 */
export function parsePlaces(text: string, source: string): Result<readonly LayerFeature[]> {
  const table = parseCsv(text, source);
  if (!table.ok) return table;
  const rows = withColumns(table.value, COLUMNS, source);
  if (!rows.ok) return rows;
  const places = new Places(source);
  for (const row of rows.value) places.add(row);
  const rank = (feature: LayerFeature): number => Number(feature.properties['rank']);
  return ok(
    places.features.toSorted((a, b) => rank(a) - rank(b)),
    [...table.notes, ...places.notes],
  );
}
