import type { LayerDefinition } from '@giapranh/core';
import { PbfWriter } from 'pbf';
import type { Scalar } from '../tile-property.js';
import { EXTENT } from './grid.js';

const TYPES = { point: 1, line: 2, polygon: 3 } as const;
const [MOVE_TO, LINE_TO, CLOSE_PATH] = [1, 2, 7];

/** A feature on the tile's grid. Of polygons: shells wound positive, each followed by its holes. */
export interface TileFeature {
  readonly number: number;
  readonly id: string;
  readonly properties: Readonly<Record<string, Scalar>>;
  readonly kind: keyof typeof TYPES;
  readonly lines: readonly (readonly number[])[];
}

const zigzag = (value: number): number => (value << 1) ^ (value >> 31);

/** MVT 2.1 section 4.3. */
function geometryCommands({ kind, lines }: TileFeature): number[] {
  const commands: number[] = [];
  let [penX, penY] = [0, 0];
  const to = (x: number, y: number): void => {
    commands.push(zigzag(x - penX), zigzag(y - penY));
    [penX, penY] = [x, y];
  };
  if (kind === 'point') {
    commands.push((lines.length << 3) | MOVE_TO);
    for (const [x, y] of lines) to(x ?? 0, y ?? 0);
    return commands;
  }
  for (const line of lines) {
    commands.push((1 << 3) | MOVE_TO);
    to(line[0] ?? 0, line[1] ?? 0);
    commands.push(((line.length / 2 - 1) << 3) | LINE_TO);
    for (let at = 2; at < line.length; at += 2) to(line[at] ?? 0, line[at + 1] ?? 0);
    if (kind === 'polygon') commands.push((1 << 3) | CLOSE_PATH);
  }
  return commands;
}

function writeValue(value: Scalar, isInteger: boolean, out: PbfWriter): void {
  if (typeof value === 'string') out.writeStringField(1, value);
  else if (typeof value === 'boolean') out.writeBooleanField(7, value);
  else if (isInteger && Number.isInteger(value)) out.writeSVarintField(6, value);
  else out.writeDoubleField(3, value);
}

/** Keys and values of a layer, each written once; features point at them. */
class Dictionary {
  readonly keys = new Map<string, number>();
  readonly values = new Map<string, { at: number; value: Scalar; isInteger: boolean }>();
  readonly #integers: ReadonlySet<string>;

  constructor(definition: LayerDefinition) {
    this.#integers = new Set(
      definition.properties.filter(({ type }) => type === 'integer').map(({ name }) => name),
    );
  }

  tags(properties: Readonly<Record<string, Scalar>>): number[] {
    return Object.entries(properties).flatMap(([key, value]) => [this.#key(key), this.#value(key, value)]);
  }

  #key(key: string): number {
    const at = this.keys.get(key) ?? this.keys.size;
    this.keys.set(key, at);
    return at;
  }

  #value(key: string, value: Scalar): number {
    const isInteger = this.#integers.has(key);
    const name = `${isInteger ? 'integer' : typeof value}:${value}`;
    const entry = this.values.get(name) ?? { at: this.values.size, value, isInteger };
    this.values.set(name, entry);
    return entry.at;
  }
}

/**
 * One layer as the bytes of a vector tile (MVT 2.1). Tiles of several layers are these bytes one after another.
 * Numbers are doubles and integers are integers as the catalogue says, whatever a single value looks like.
 */
export function encodeLayer(
  name: string,
  definition: LayerDefinition,
  features: readonly TileFeature[],
): Uint8Array {
  const out = new PbfWriter();
  const dictionary = new Dictionary(definition);
  out.writeMessage(
    3,
    (_: null, layer: PbfWriter) => {
      layer.writeVarintField(15, 2);
      layer.writeStringField(1, name);
      layer.writeVarintField(5, EXTENT);
      for (const feature of features) {
        layer.writeMessage(
          2,
          (_inner: null, message: PbfWriter) => {
            message.writeVarintField(1, feature.number);
            message.writePackedVarint(2, dictionary.tags({ id: feature.id, ...feature.properties }));
            message.writeVarintField(3, TYPES[feature.kind]);
            message.writePackedVarint(4, geometryCommands(feature));
          },
          null,
        );
      }
      for (const key of dictionary.keys.keys()) layer.writeStringField(3, key);
      for (const { value, isInteger } of dictionary.values.values()) {
        layer.writeMessage(
          4,
          (_inner: null, message: PbfWriter) => writeValue(value, isInteger, message),
          null,
        );
      }
    },
    null,
  );
  return out.finish();
}
