import type { Polygon, Position } from 'geojson';
import { beforeAll, expect, it } from 'vitest';
import { type GeometryKernel, loadGeometryKernel } from '../../geometry/kernel.js';
import { prepareLayer } from '../prepared-layer.js';
import { layerOfBytes } from './layer-bytes.js';
import type { LayerData } from './layer-data.js';
import { NearEdges } from './near-edges.js';
import { featuresAt } from './place-state.js';

const CENTRE = [105.8, 22.1] as const;
/** Some 25 m, as the communes are drawn. */
const SPACING_deg = 0.00024;
const SITE_deg = 0.003;
const SITES = 100;

let kernel: GeometryKernel;
beforeAll(async () => {
  kernel = await loadGeometryKernel();
});

/** A round unit with so many vertices, as far apart as ever: more vertices, more ground. */
function unit(vertices: number): Polygon {
  const radius = (vertices * SPACING_deg) / (2 * Math.PI);
  const ring = Array.from({ length: vertices }, (_, i): Position => around(radius, i / vertices));
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
}

function around(radius: number, part: number): [number, number] {
  const turn = 2 * Math.PI * part;
  return [CENTRE[0] + radius * Math.cos(turn), CENTRE[1] + radius * Math.sin(turn)];
}

/** The layer, and how many of its edges were looked at since it was last asked. */
function counted(vertices: number): { readonly data: LayerData; readonly looks: () => number } {
  const prepared = prepareLayer(kernel, [{ id: 'u', layer: 'units', geometry: unit(vertices) }]);
  const read = prepared.ok ? layerOfBytes(prepared.value.toBytes()) : prepared;
  if (!read.ok) throw new Error(read.issues[0].message.en);
  let count = 0;
  const edges = new Proxy(read.value.edges, {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) count += 1;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const looks = (): number => {
    const seen = count;
    count = 0;
    return seen;
  };
  return { data: { ...read.value, edges }, looks };
}

/** Edges looked at for a site, on average, around places at a part of the radius. */
function looksPerSite(vertices: number, part: number): { readonly search: number; readonly place: number } {
  const { data, looks } = counted(vertices);
  const near = new NearEdges(data);
  const radius = (part * vertices * SPACING_deg) / (2 * Math.PI);
  let [search, place] = [0, 0];
  for (let site = 0; site < SITES; site += 1) {
    const [lon, lat] = around(radius, (site + 0.37) / SITES);
    near.search(lon - SITE_deg / 2, lat - SITE_deg / 2, lon + SITE_deg / 2, lat + SITE_deg / 2);
    search += looks();
    featuresAt(data, lon, lat);
    place += looks();
  }
  return { search: search / SITES, place: place / SITES };
}

const SIZES = [1_000, 8_000, 64_000] as const;

it('a site on the edge looks at edges near it: cells of a lone unit widen as the root of its vertices', () => {
  const found = SIZES.map((vertices) => looksPerSite(vertices, 1));
  // 300 m of border with a vertex every 25 m are 12 to 17 edges; cells reach beyond the site.
  const [least = 0, , most = 0] = found.map(({ search, place }) => search + place);
  expect(least).toBeGreaterThan(10);
  expect(most).toBeLessThan(400);
  expect(most / least).toBeLessThan(Math.sqrt(64));
});

it('a site deep inside or far outside meets no edge at all', () => {
  for (const vertices of SIZES.slice(1)) {
    expect(looksPerSite(vertices, 0.5), `${vertices} inside`).toEqual({ search: 0, place: 0 });
    expect(looksPerSite(vertices, 1.5), `${vertices} outside`).toEqual({ search: 0, place: 0 });
  }
});
