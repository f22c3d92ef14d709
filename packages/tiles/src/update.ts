import type { LayerFeature, LayerId } from '@giapranh/core';
import { addedErrors } from './generalise/errors.js';
import { windowsOf } from './generalise/line-window.js';
import {
  COARSEST_ERROR,
  type GeneralisedLine,
  type PreparedFeature,
  type PreparedLayer,
  prepareFeature,
  sourcesOf,
} from './prepare.js';
import { type Shape, toShapes } from './shape.js';
import { tileId } from './tile-id.js';
import { type UnitBox, unitBoxesMeet, unitBoxOf } from './unit-box.js';

/** What became of a feature: as it is now, or `undefined` when it is gone. */
export interface FeatureChange {
  readonly layer: LayerId;
  readonly id: string;
  readonly feature: LayerFeature | undefined;
}

/** One layer before and after: what is not named here is the same object in both. */
export interface LayerUpdate {
  readonly layer: LayerId;
  readonly gone: readonly PreparedFeature[];
  readonly come: readonly PreparedFeature[];
}

export interface PreparedUpdate {
  readonly layers: readonly PreparedLayer[];
  readonly updates: readonly LayerUpdate[];
}

const boxes = new WeakMap<GeneralisedLine, UnitBox>();

function boxOf(line: GeneralisedLine): UnitBox {
  const box = boxes.get(line) ?? unitBoxOf([line.xy]);
  boxes.set(line, box);
  return box;
}

/** Shapes of a feature in the order given: what stands at its place now. */
interface Replacement {
  readonly layer: PreparedLayer;
  readonly id: string;
  readonly sources: readonly string[];
  readonly gone: readonly PreparedFeature[];
  come: PreparedFeature[];
}

function isSameLine(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** The feature whose shape this is to the last vertex: only what is said of it may have changed. */
function standingAs(
  { kind, lines }: Shape,
  secrecy: PreparedFeature['secrecy'],
  gone: readonly PreparedFeature[],
): PreparedFeature | undefined {
  return gone.find(
    (one) =>
      one.kind === kind &&
      one.secrecy === secrecy &&
      one.lines.length === lines.length &&
      one.lines.every(({ xy }, at) => isSameLine(xy, lines[at]?.xy ?? [])),
  );
}

/** The changed features cut into lines: those of a shape that stays are generalised, the others not yet. */
function draft(layers: readonly PreparedLayer[], changes: readonly FeatureChange[]): Replacement[] {
  const last = new Map(changes.map((change) => [`${change.layer} ${change.id}`, change]));
  return [...last.values()].flatMap(({ layer: layerId, id, feature }): Replacement[] => {
    const layer = layers.find(({ definition }) => definition.id === layerId);
    if (layer === undefined) return [];
    const gone = layer.features.filter((one) => one.id === id);
    if (feature === undefined) return gone.length === 0 ? [] : [{ layer, id, sources: [], gone, come: [] }];
    const number = gone[0]?.tileId ?? tileId(id, new Set(layer.features.map((other) => other.tileId)));
    const { definition } = layer;
    const come = toShapes(feature.geometry).map((shape) => {
      const same = standingAs(shape, feature.secrecy ?? definition.secrecy, gone);
      return prepareFeature(definition, feature, number, shape, same);
    });
    return [{ layer, id, sources: sourcesOf(layer.definition, feature), gone, come }];
  });
}

function replaceIn(
  features: readonly PreparedFeature[],
  places: ReadonlyMap<string, readonly PreparedFeature[]>,
  judged: ReadonlyMap<PreparedFeature, PreparedFeature>,
): PreparedFeature[] {
  const placed = new Set<string>();
  const stay = features.flatMap((feature) => {
    const come = places.get(feature.id);
    if (come === undefined) return [judged.get(feature) ?? feature];
    if (placed.has(feature.id)) return [];
    placed.add(feature.id);
    return come;
  });
  return [...stay, ...[...places].flatMap(([id, come]) => (placed.has(id) ? [] : come))];
}

/**
 * How much of the ground around an edit is looked at, in widths of the edit. What is further away can only matter to
 * zooms at which the edit itself is a fraction of the tolerance.
 */
const AROUND = 4;

function widened([west, north, east, south]: UnitBox): UnitBox {
  const by = AROUND * Math.max(east - west, south - north);
  return [west - by, north - by, east + by, south + by];
}

/** Generalises new lines among those around them; writes down the errors that are new. */
function judge(
  added: readonly GeneralisedLine[],
  standing: readonly GeneralisedLine[],
  errors: Map<GeneralisedLine, Float32Array>,
): void {
  const around = widened(unitBoxOf(added.map(({ xy }) => xy)));
  const windows = standing
    .filter((line) => unitBoxesMeet(around, boxOf(line)))
    .flatMap((line) => windowsOf(line, around).map((window) => ({ line, window })));
  const found = addedErrors(
    added,
    windows.map(({ window }) => window),
    COARSEST_ERROR,
  );
  for (const [at, line] of added.entries()) errors.set(line, found.added[at] ?? line.errors);
  for (const [at, { line, window }] of windows.entries()) {
    const now = found.others[at];
    if (now === undefined) continue;
    const whole = errors.get(line) ?? line.errors.slice();
    for (const [position, vertex] of window.at.entries()) whole[vertex] = now[position] ?? Infinity;
    errors.set(line, whole);
  }
}

/**
 * The layers after an edit: changed features are generalised among what lies around them, all others are left as
 * they are, so that only tiles near the edit change. A new feature stands last in its layer. What shares no ground
 * with an edit is the same object before and after; a feature whose shape stays keeps its lines.
 */
export function updateLayers(
  layers: readonly PreparedLayer[],
  changes: readonly FeatureChange[],
): PreparedUpdate {
  const replacements = draft(layers, changes);
  const gone = new Set(replacements.flatMap((replacement) => replacement.gone));
  const now = new Map(replacements.flatMap((replacement) => replacement.come.map((one) => [one.lines, one])));
  const standing = layers
    .flatMap(({ features }) => features)
    .flatMap((feature) => (gone.has(feature) ? (now.get(feature.lines) ?? []) : [feature]))
    .filter(({ kind }) => kind !== 'point');
  const stands = new Set(standing);
  const come = [...now.values()].filter((one) => one.kind !== 'point' && !stands.has(one));
  const errors = new Map<GeneralisedLine, Float32Array>();
  for (const level of new Set(come.map(({ secrecy }) => secrecy))) {
    const isOfLevel = ({ secrecy }: PreparedFeature): boolean => secrecy === level;
    judge(
      come.filter(isOfLevel).flatMap(({ lines }) => lines),
      standing.filter(isOfLevel).flatMap(({ lines }) => lines),
      errors,
    );
  }
  const isTouched = ({ lines }: PreparedFeature): boolean => lines.some((line) => errors.has(line));
  const rejudge = (feature: PreparedFeature): PreparedFeature =>
    isTouched(feature)
      ? {
          ...feature,
          lines: feature.lines.map((line) => ({ ...line, errors: errors.get(line) ?? line.errors })),
        }
      : feature;
  for (const replacement of replacements) replacement.come = replacement.come.map(rejudge);
  const touched = standing.filter(isTouched);
  const judged = new Map(touched.map((feature) => [feature, rejudge(feature)]));

  const updates: LayerUpdate[] = [];
  const updated = layers.map((layer): PreparedLayer => {
    const own = replacements.filter((replacement) => replacement.layer === layer);
    const rejudged = layer.features.filter((feature) => judged.has(feature));
    if (own.length === 0 && rejudged.length === 0) return layer;
    updates.push({
      layer: layer.definition.id,
      gone: [...own.flatMap(({ gone }) => gone), ...rejudged],
      come: [
        ...own.flatMap(({ come }) => come),
        ...rejudged.map((feature) => judged.get(feature) ?? feature),
      ],
    });
    return {
      ...layer,
      sources: [...new Set([...layer.sources, ...own.flatMap((replacement) => replacement.sources)])].sort(),
      features: replaceIn(layer.features, new Map(own.map(({ id, come }) => [id, come])), judged),
    };
  });
  return { layers: updated, updates };
}
