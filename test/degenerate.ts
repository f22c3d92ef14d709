import type { MultiPolygon, Position } from 'geojson';

/** What real files do to polygons, and what nobody should send. */
export const DEGENERATE_KINDS = [
  'sliver',
  'spike',
  'duplicate-points',
  'self-touching',
  'bow-tie',
  'hole-touching-shell',
  'noise-1e-9',
  'antimeridian',
  'pole',
  'empty',
  'not-a-number',
  'six-decimals',
  'unclosed',
  'too-few-points',
] as const;

export type DegenerateKind = (typeof DEGENERATE_KINDS)[number];

/** Faults that change no ground worth speaking of: the answer must stay what it was. */
export const HARMLESS_KINDS: ReadonlySet<DegenerateKind> = new Set([
  'spike',
  'duplicate-points',
  'noise-1e-9',
  'six-decimals',
  'self-touching',
]);

type Random = () => number;
type Rings = Position[][];

/** The same ground with one fault put in, at a place that the random source chooses. The given is not changed. */
export function damaged(kind: DegenerateKind, geometry: MultiPolygon, random: Random): MultiPolygon {
  const copy: Rings[] = geometry.coordinates.map((rings) =>
    rings.map((ring) => ring.map((place) => [...place])),
  );
  const [shell = [], ...holes] = copy[0] ?? [];
  const others = copy.slice(1);
  const at = 1 + Math.floor(random() * Math.max(1, shell.length - 2));
  const whole = (...rings: Rings): MultiPolygon => ({
    type: 'MultiPolygon',
    coordinates: [[...rings, ...holes], ...others],
  });
  const [x = 0, y = 0] = shell[at] ?? [];
  const middle = middleOf(shell);
  switch (kind) {
    case 'sliver':
      return whole(thin(shell, 10 ** (-6 - 5 * random())));
    case 'spike': {
      // Out to somewhere and back to the same vertex.
      const tip: Position = [x + (random() - 0.5) * 0.01, y + (random() - 0.5) * 0.01];
      return whole([...shell.slice(0, at + 1), tip, ...shell.slice(at)]);
    }
    case 'duplicate-points':
      return whole(shell.flatMap((place) => (random() < 0.3 ? [place, [...place], [...place]] : [place])));
    case 'self-touching': {
      // The outline leaves a vertex, goes around a small loop inside and comes back to it.
      const inward = (part: number, aside: number): Position => [
        x + part * (middle[0] - x) - aside * (middle[1] - y),
        y + part * (middle[1] - y) + aside * (middle[0] - x),
      ];
      const loop = [inward(0.02, 0.005), inward(0.02, -0.005)];
      return whole([...shell.slice(0, at + 1), ...loop, ...shell.slice(at)]);
    }
    case 'bow-tie': {
      const other = 1 + Math.floor(random() * Math.max(1, shell.length - 2));
      const crossed = [...shell];
      [crossed[at], crossed[other]] = [shell[other] ?? [x, y], shell[at] ?? [x, y]];
      return whole(crossed);
    }
    case 'hole-touching-shell': {
      const next = shell[at + 1] ?? middle;
      const touching: Position[] =
        random() < 0.5 ? [[x, y], middle, next, [x, y]] : [[x, y], middle, [middle[0], y], [x, y]];
      return whole(shell, touching);
    }
    case 'noise-1e-9':
      return whole(
        closed(shell.slice(0, -1).map(([lon = 0, lat = 0]) => [lon + noise(random), lat + noise(random)])),
      );
    case 'antimeridian':
      return whole(shell.map(([lon = 0, lat = 0]) => [wrapped(lon - middle[0] + 180), lat]));
    case 'pole':
      return whole(shell.map(([lon = 0, lat = 0]) => [lon, Math.min(90, lat - middle[1] + 89.99)]));
    case 'empty':
      return { type: 'MultiPolygon', coordinates: random() < 0.5 ? [] : [[[]]] };
    case 'not-a-number': {
      const bad = [Number.NaN, Number.POSITIVE_INFINITY, 1e308, Number.NEGATIVE_INFINITY][
        Math.floor(4 * random())
      ];
      return whole(shell.map((place, index) => (index === at ? [bad ?? Number.NaN, y] : place)));
    }
    case 'six-decimals':
      return whole(shell.map((place) => place.map((ordinate) => Math.round(ordinate * 1e6) / 1e6)));
    case 'unclosed':
      return whole(shell.slice(0, -1));
    case 'too-few-points':
      return whole(shell.slice(0, Math.floor(4 * random())));
  }
}

function middleOf(ring: readonly Position[]): [number, number] {
  const sum = ring.reduce<[number, number]>(([sx, sy], [x = 0, y = 0]) => [sx + x, sy + y], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}

/** The ring squeezed towards a line through its middle. */
function thin(ring: readonly Position[], part: number): Position[] {
  const [middle] = middleOf(ring);
  return ring.map(([x = 0, y = 0]) => [middle + (x - middle) * part, y]);
}

const noise = (random: Random): number => 2e-9 * (random() - 0.5);

function closed(ring: readonly Position[]): Position[] {
  return [...ring, ...ring.slice(0, 1).map((place) => [...place])];
}

function wrapped(lon: number): number {
  return lon > 180 ? lon - 360 : lon;
}
