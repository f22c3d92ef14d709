import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { loadGeometryKernel } from '@giapranh/core';
import { readProfileSources } from '@giapranh/formats';

const DATA = fileURLToPath(new URL('../../../data', import.meta.url));
const BENCH_DATA =
  process.env.GIAPRANH_BENCH_DATA ?? fileURLToPath(new URL('../../../../shared/data/bench', import.meta.url));
const COUNTRY = join(BENCH_DATA, 'vn_communes_post2025.geojson.gz');

/** What the profile bac-kan is drawn from. */
export async function profileSources() {
  const sources = await readProfileSources(DATA, 'bac-kan', await loadGeometryKernel());
  if (!sources.ok) throw new Error(JSON.stringify(sources.issues));
  return sources.value;
}

const vertexCount = ({ coordinates }) => coordinates.flat().reduce((sum, ring) => sum + ring.length, 0);

function named(units, origin) {
  const vertices = units.reduce((sum, { geometry }) => sum + vertexCount(geometry), 0);
  const data = `${units.length.toLocaleString('en-US')} communes, ${(vertices / 1e6).toFixed(1)} M vertices`;
  return { units, data: origin === 'country' ? data : `${data} (profile)`, vertices };
}

/** The communes of the profile: `{ code, name, province, geometry: MultiPolygon }`. */
export async function profileCommunes() {
  const { units } = await profileSources();
  const communes = units.filter(({ level, vintage }) => level === 'commune' && vintage === '2025-07-01');
  return named(
    communes.map(({ code, name, province, geometry }) => ({
      code,
      name,
      province: province?.code ?? null,
      geometry,
    })),
    'profile',
  );
}

/**
 * All communes of the country where the folder of large data is there (`GIAPRANH_BENCH_DATA`, default beside the
 * checkout); otherwise those of the profile, and says so.
 */
export async function allCommunes() {
  if (!existsSync(COUNTRY)) {
    process.stderr.write(
      'The communes of the country are not here (GIAPRANH_BENCH_DATA): the profile stands in.\n',
    );
    return profileCommunes();
  }
  const { features } = JSON.parse(gunzipSync(readFileSync(COUNTRY)).toString('utf8'));
  return named(
    features.map(({ properties, geometry }) => ({
      code: properties.code,
      name: properties.name,
      province: properties.province_code,
      geometry,
    })),
    'country',
  );
}
