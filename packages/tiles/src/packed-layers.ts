import {
  err,
  issue,
  type LayerDefinition,
  type LayerId,
  ok,
  type Result,
  type Secrecy,
  type Validity,
} from '@giapranh/core';
import type { GeneralisedLine, PreparedFeature, PreparedLayer } from './prepare.js';
import type { Scalar } from './tile-property.js';

/** Raised when the meaning of the packed form changes: what an older version wrote is prepared again. */
const FORMAT = 'giapranh-tiles 3';

/**
 * Prepared layers in three pieces that a file or another thread takes as they are, so that a warm start need not
 * generalise again. A cache, not an exchange format.
 */
export interface PackedLayers {
  /** JSON: everything but the vertices. */
  readonly head: string;
  /** All vertices, x and y, in the order of the features and their lines. */
  readonly xy: Float64Array;
  /** One error a vertex. */
  readonly errors: Float32Array;
}

interface FeatureHead {
  readonly id: string;
  readonly tileId: number;
  readonly validity: Validity;
  readonly secrecy: Secrecy;
  readonly properties: Record<string, Scalar>;
  readonly kind: PreparedFeature['kind'];
  readonly label: readonly [number, number] | null;
  /** Vertices of each line. */
  readonly counts: readonly number[];
}

interface Head {
  readonly format: string;
  readonly layers: readonly {
    readonly id: LayerId;
    readonly sources: readonly string[];
    readonly features: readonly FeatureHead[];
  }[];
}

export function packLayers(layers: readonly PreparedLayer[]): PackedLayers {
  const lines = layers.flatMap(({ features }) => features.flatMap((feature) => feature.lines));
  const size = lines.reduce((sum, { errors }) => sum + errors.length, 0);
  const [xy, errors] = [new Float64Array(2 * size), new Float32Array(size)];
  let at = 0;
  for (const line of lines) {
    xy.set(line.xy, 2 * at);
    errors.set(line.errors, at);
    at += line.errors.length;
  }
  const head: Head = {
    format: FORMAT,
    layers: layers.map(({ definition, sources, features }) => ({
      id: definition.id,
      sources,
      features: features.map(({ id, tileId, validity, secrecy, properties, kind, label, lines: own }) => {
        const counts = own.map((line) => line.errors.length);
        return { id, tileId, validity, secrecy, properties, kind, label, counts };
      }),
    })),
  };
  return { head: JSON.stringify(head), xy, errors };
}

function parseHead(text: string): Head | undefined {
  try {
    const parsed: Head = JSON.parse(text);
    return parsed.format === FORMAT ? parsed : undefined;
  } catch {
    return undefined;
  }
}

const stale = issue(
  'tiles-packed-stale',
  [],
  'Bộ nhớ đệm ô bản đồ hỏng hoặc của phiên bản khác.',
  'The packed tile layers are broken or of another version.',
  { vi: 'Chuẩn bị lại từ dữ liệu gốc.', en: 'Prepare them again from the features.' },
);

/**
 * Issues: `tiles-packed-stale`, also for a layer that `definitions` do not have. The vertices stay where they are: lines
 * are views into `xy` and `errors`.
 */
export function unpackLayers(
  packed: PackedLayers,
  definitions: readonly LayerDefinition[],
): Result<PreparedLayer[]> {
  const head = parseHead(packed.head);
  if (head === undefined) return err(stale);
  let at = 0;
  const takeLine = (count: number, closed: boolean): GeneralisedLine => {
    const start = at;
    at += count;
    return { xy: packed.xy.subarray(2 * start, 2 * at), errors: packed.errors.subarray(start, at), closed };
  };
  const layers: PreparedLayer[] = [];
  for (const { id, sources, features } of head.layers) {
    const definition = definitions.find((layer) => layer.id === id);
    if (definition === undefined) return err(stale);
    layers.push({
      definition,
      sources,
      features: features.map(({ counts, ...feature }) => ({
        ...feature,
        lines: counts.map((count) => takeLine(count, feature.kind === 'polygon')),
      })),
    });
  }
  return at === packed.errors.length && 2 * at === packed.xy.length ? ok(layers) : err(stale);
}
