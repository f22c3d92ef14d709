import {
  type ContextFeature,
  type Issue,
  issue,
  ok,
  okUnless,
  type Result,
  repeatsIn,
  type Site,
} from '@giapranh/core';
import { readSitesFile } from '../sites/read-sites.js';
import type { SiteContext } from '../sites/site-context.js';
import { dateOf } from '../sites/site-values.js';

/**
 * A layer that rules ask about, from a file of its own: GeoJSON, or a table with positions. `valid_from`, `valid_to`
 * and `error_m` are understood; every property stays. Features known only by their commune are kept with its code
 * (`commune_code`) where `byCommune` says that the code is enough, and left out elsewhere. Issues: those of the
 * readers, `layer-id-repeated`. Notes: those of the readers, `layer-feature-without-position`.
 */
export async function readGivenLayer(
  layer: string,
  path: string,
  context: SiteContext,
  byCommune: boolean,
): Promise<Result<readonly ContextFeature[]>> {
  const read = await readSitesFile(path, context);
  if (!read.ok) return read;
  const left = byCommune ? [] : read.value.filter(({ precision }) => precision.kind === 'communes');
  const features = read.value.filter((site) => !left.includes(site)).map((site) => featureOf(layer, site));
  const ids = features.map(({ id }) => id);
  const repeated = repeatsIn(ids).map((at) =>
    issue(
      'layer-id-repeated',
      [layer, at],
      `Lớp “${layer}”: mã ${ids[at]} xuất hiện hơn một lần.`,
      `Layer "${layer}": the id ${ids[at]} occurs more than once.`,
    ),
  );
  const result = okUnless(repeated, features);
  return result.ok
    ? ok(result.value, [...read.notes, ...left.map((site) => withoutPosition(layer, site))])
    : result;
}

function featureOf(layer: string, { id, name, geometry, precision, properties }: Site): ContextFeature {
  const day = (key: string) => dateOf(typeof properties[key] === 'string' ? properties[key] : null);
  const [from, to] = [day('valid_from'), day('valid_to')];
  const [commune] = precision.kind === 'communes' ? precision.communes : [];
  return {
    layer,
    id,
    geometry,
    properties: {
      ...(commune === undefined ? {} : { commune_code: commune.code }),
      ...properties,
      ...(name === id ? {} : { name }),
    },
    ...(from === null && to === null ? {} : { validity: { from, to } }),
    ...(precision.kind === 'position' ? { error_m: precision.error_m } : {}),
  };
}

function withoutPosition(layer: string, { id }: Site): Issue {
  return issue(
    'layer-feature-without-position',
    [layer, id],
    `Lớp “${layer}”: ${id} chỉ biết theo xã, không dùng để đo được nên bị bỏ.`,
    `Layer "${layer}": ${id} is known only by its commune; it cannot be measured to and is left out.`,
  );
}
