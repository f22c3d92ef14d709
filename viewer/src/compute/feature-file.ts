import {
  err,
  type Issue,
  isGeometry,
  issue,
  issueAt,
  ok,
  type Result,
  validateGeometry,
} from '@giapranh/core';
import type { Feature, GeoJsonProperties } from 'geojson';
import type { ReadAnswer } from './protocol.js';
import type { World } from './world.js';

type FeaturesRead = Result<Extract<ReadAnswer, { readonly kind: 'features' }>>;

interface Candidate {
  /** 1-based line of the text it begins in; `null` where that is not known. */
  readonly line: number | null;
  readonly id: string | number;
  readonly geometry: unknown;
  readonly properties: GeoJsonProperties;
}

const placeOf = ({ line, id }: Candidate): (string | number)[] =>
  line === null ? ['feature', id] : ['feature', id, 'row', line];

/** What is sound is kept, all else told with its line; nothing sound at all is an error. */
function sound(
  { kernel }: World,
  text: string,
  candidates: readonly Candidate[],
  before: readonly Issue[] = [],
): FeaturesRead {
  const features: Feature[] = [];
  const faults: Issue[] = [...before];
  for (const one of candidates) {
    const { geometry, id, properties } = one;
    if (!isGeometry(geometry)) {
      faults.push(
        issue(
          'geojson-no-geometry',
          placeOf(one),
          `Đối tượng ${id} không có hình.`,
          `Feature ${id} has no geometry.`,
        ),
      );
      continue;
    }
    const valid = validateGeometry(kernel, geometry);
    if (valid.ok) features.push({ type: 'Feature', id, geometry, properties });
    else faults.push(...valid.issues.map((fault) => issueAt(placeOf(one), fault)));
  }
  const [first, ...rest] = faults;
  return features.length === 0 && first !== undefined
    ? err(first, ...rest)
    : ok({ kind: 'features', features, text, faults });
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The lines that features begin in, where the text tells as many as were read. */
function featureLines(text: string, count: number): readonly number[] {
  const lines: number[] = [];
  let line = 1;
  let from = 0;
  for (const { index } of text.matchAll(/"type"\s*:\s*"Feature"/g)) {
    for (let at = text.indexOf('\n', from); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) {
      line += 1;
      from = at + 1;
    }
    lines.push(line);
  }
  return lines.length === count ? lines : [];
}

function geoJsonCandidates(text: string): Result<readonly Candidate[]> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return err(
      issue('geojson-unreadable', [], `Không đọc được GeoJSON: ${why}`, `The GeoJSON cannot be read: ${why}`),
    );
  }
  const root = asRecord(parsed);
  const list: readonly unknown[] = Array.isArray(root['features']) ? root['features'] : [root];
  const lines = featureLines(text, list.length);
  return ok(
    list.map((one, at): Candidate => {
      const feature = asRecord(one);
      const whole = feature['type'] === 'Feature';
      const id = feature['id'];
      return {
        line: lines[at] ?? null,
        id: typeof id === 'string' || typeof id === 'number' ? id : String(at + 1),
        geometry: whole ? feature['geometry'] : one,
        properties: whole ? asRecord(feature['properties']) : {},
      };
    }),
  );
}

/** A file that brings geometry of its own, GeoJSON or KML; `undefined`: it is neither. */
export async function readFeatureFile(
  world: World,
  text: string,
  name: string,
): Promise<FeaturesRead | undefined> {
  if (/^\s*\{/.test(text)) {
    const read = geoJsonCandidates(text);
    return read.ok ? sound(world, text, read.value) : read;
  }
  if (!/^\s*</.test(text)) return undefined;
  const { parseKml } = await import('@giapranh/formats/kml');
  const read = parseKml(text, name);
  if (!read.ok) return read;
  const candidates = read.value.map(({ line, id, index, geometry, properties }) => ({
    line,
    id: id ?? String(index + 1),
    geometry,
    properties,
  }));
  return sound(world, text, candidates, read.notes);
}
