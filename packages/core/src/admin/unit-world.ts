import type { GeometryKernel } from '../geometry/kernel.js';
import type { Profile } from '../profile.js';
import type { LineageLink } from './lineage.js';
import { UnitRegistry } from './registry.js';
import { COMMUNES_2025 } from './sources.js';
import type { AdminUnit, DrawingId, DrawnUnit, VintageId } from './unit.js';
import { unitKey } from './unit.js';

/** Units as listed, linked and drawn: what questions about them are answered from. */
export interface UnitWorld {
  readonly kernel: GeometryKernel;
  readonly registry: UnitRegistry;
  /** Province codes the profile is about, by vintage: where a name occurs all over the country, theirs are meant. */
  readonly provinces: (vintage: VintageId) => readonly string[];
  /** All drawings of a unit, the profile's own first. */
  readonly drawingsOf: (unit: { readonly code: string; readonly vintage: VintageId }) => readonly DrawnUnit[];
}

/** The world of a profile: its vintages decide whose drawing comes first; `drawing` puts another before it. */
export function unitWorld(
  kernel: GeometryKernel,
  sources: {
    readonly profile: Profile;
    readonly records: readonly AdminUnit[];
    readonly lineage: readonly LineageLink[];
    readonly units: readonly DrawnUnit[];
  },
  drawing?: DrawingId,
): UnitWorld {
  const { vintages } = sources.profile;
  const registry = new UnitRegistry({
    vintages: vintages.map(({ id, valid_from, valid_to }) => ({
      id,
      validity: { from: valid_from, to: valid_to },
    })),
    records: sources.records,
    lineage: sources.lineage,
  });
  const byKey = new Map<string, DrawnUnit[]>();
  for (const unit of sources.units) byKey.set(unitKey(unit), [...(byKey.get(unitKey(unit)) ?? []), unit]);
  const own = new Map(vintages.map((vintage) => [vintage.id, vintage.drawing]));
  const rank = (unit: DrawnUnit): number => {
    if (drawing !== undefined && unit.drawing === drawing) return 0;
    return unit.drawing === (own.get(unit.vintage) ?? COMMUNES_2025) ? 1 : 2;
  };
  return {
    kernel,
    registry,
    provinces: (id) => {
      const vintage = vintages.find((candidate) => candidate.id === id);
      return vintage === undefined ? [] : [vintage.subject, ...vintage.neighbours.map(({ code }) => code)];
    },
    drawingsOf: (unit) => (byKey.get(unitKey(unit)) ?? []).toSorted((a, b) => rank(a) - rank(b)),
  };
}
