import {
  analyseProfile,
  CATALOG,
  type GeometryKernel,
  loadGeometryKernel,
  type ProfileSources,
} from '@giapranh/core';
import { buildTileSource, joinTiles } from '@giapranh/tiles';
import { beforeAll, it } from 'vitest';
import { day } from '../day.js';
import { must } from '../must.js';
import { realProfile } from '../real-profile.js';
import { type DecodedFeature, decodeTile, tileAt } from '../vector-tile.js';
import { expectGolden } from './expect-golden.js';

const AS_OF = day('2023-05-23');
/** A layer with more features than this shows the first of them. */
const SHOWN = 12;

let kernel: GeometryKernel;
beforeAll(async () => {
  kernel = await loadGeometryKernel();
});

/** One vintage and one ring: what a tile looks like needs no more. */
function narrowed(sources: ProfileSources): ProfileSources {
  const { profile } = sources;
  const vintages = profile.vintages.filter(({ id }) => id === '2023');
  return { ...sources, profile: { ...profile, vintages, ring_widths_m: [1000] } };
}

function line({ number, properties, lines }: DecodedFeature): string {
  const name = properties['name'] ?? properties['id'] ?? '';
  const points = lines.reduce((sum, part) => sum + part.length, 0);
  return `${number} ${name}: ${lines.length} parts, ${points} points from ${JSON.stringify(lines[0]?.[0])}`;
}

it.each([
  { id: 'bac-kan', place: 'Chợ Đồn', lon_deg: 105.58, lat_deg: 22.16, z: 10 },
  { id: 'can-tho', place: 'Ninh Kiều', lon_deg: 105.78, lat_deg: 10.03, z: 11 },
])('the tile around $place', async ({ id, place, lon_deg, lat_deg, z }) => {
  const features = must(analyseProfile(kernel, narrowed(await realProfile(kernel, id)), { asOf: AS_OF }));
  const tile = tileAt(lon_deg, lat_deg, z);
  const parts = CATALOG.flatMap((definition) => {
    const own = features.filter(({ layer }) => layer === definition.id);
    return buildTileSource(definition, own, AS_OF).tile(tile.z, tile.x, tile.y) ?? [];
  });
  const layers = [...decodeTile(joinTiles(parts))].map(([name, found]) => ({
    layer: name,
    features: found.length,
    properties: [...new Set(found.flatMap(({ properties }) => Object.keys(properties)))].sort().join(', '),
    first: found.slice(0, SHOWN).map(line),
  }));
  await expectGolden(`tile-${id}-${z}-${tile.x}-${tile.y}.json`, { place, as_of: AS_OF, tile, layers });
});
