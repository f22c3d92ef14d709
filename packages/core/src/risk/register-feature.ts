import type { UnitRegistry } from '../admin/registry.js';
import type { LayerId } from '../catalog.js';
import type { LayerFeature } from '../feature.js';
import { termsOf } from '../register-terms.js';
import { REGISTERS } from '../registers.js';
import { parseIsoDate } from '../units.js';
import type { ContextFeature } from './context-feature.js';
import { propertyText } from './kinds/age.js';
import type { Site } from './site.js';

/** The day that a record is about, in each register that tells one. */
const DAY_OF: Partial<Readonly<Record<LayerId, string>>> = {
  incidents: 'happened_on',
  inspections: 'inspected_on',
  equipment: 'seen_on',
  'levelling-permits': 'issued_on',
  licences: 'issued_on',
};

/** How far ground that people drew on a map may be off. Our own assumption: 1 mm on a sheet at 1:50,000. */
export const DRAWN_ERROR_m = 50;

/**
 * A record of a register as rules and patrols ask about it: its day as `day`, the code of its unit as
 * `commune_code`, and a `name` for people. A code of another vintage than the record's own day is left out, and the
 * record is then of the unit its place lies in.
 */
export function asContextFeature(record: LayerFeature, registry: UnitRegistry): ContextFeature {
  const { layer, id, geometry, properties, validity } = record;
  const day = propertyText(properties, DAY_OF[layer] ?? '');
  return {
    ...{ layer, id, geometry, validity },
    properties: {
      ...properties,
      name: nameOf(record),
      ...(day === '' ? {} : { day }),
      ...codeOf(propertyText(properties, 'unit_code'), day, registry),
    },
  };
}

function codeOf(unit: string, day: string, registry: UnitRegistry): { readonly commune_code?: string } {
  const [vintage, code] = unit.split(/:(?=[^:]*$)/u);
  if (code === undefined) return unit === '' ? {} : { commune_code: unit };
  const on = parseIsoDate(day);
  const own = on === undefined ? undefined : registry.vintageAt(on);
  return own?.ok === true && own.value.id === vintage ? { commune_code: code } : {};
}

function nameOf({ layer, properties }: LayerFeature): string {
  const name = propertyText(properties, 'name');
  if (name !== '') return name;
  const kind = propertyText(properties, 'kind');
  const term = termsOf(layer, 'kind')?.terms.find(({ id }) => id === kind);
  const register = REGISTERS.find(({ id }) => id === layer);
  return [register?.title.vi, term?.title.vi ?? kind].filter(Boolean).join(': ');
}

/** Ground where levelling is permitted, as a levelling site to be judged. */
export function permitSite({ id, geometry, properties }: LayerFeature): Site {
  return {
    id: `levelling-permits:${id}`,
    name: propertyText(properties, 'name') || propertyText(properties, 'number') || id,
    geometry,
    precision: { kind: 'position', error_m: DRAWN_ERROR_m, method: 'drawn' },
    activity: 'levelling',
    mineral: null,
    areaDeclared_m2: null,
    decision: null,
    properties,
  };
}
