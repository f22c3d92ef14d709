import type { MultiPolygon } from 'geojson';
import type { UnitRegistry } from '../admin/registry.js';
import { COMMUNES_2025 } from '../admin/sources.js';
import { successors } from '../admin/succession.js';
import { type DrawnUnit, type UnitRef, unitKey } from '../admin/unit.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { polygonalPart } from '../geometry/polygonal.js';
import type { CommuneGround } from '../overlap/site-overlap.js';
import { ok, type Result } from '../result.js';
import type { Site } from './site.js';

/**
 * The ground in which a commune lies, as narrow as the drawing tells: a drawn commune itself; for an older commune
 * the communes that took its ground, cut to its own former district. `null` where nothing of it is drawn.
 */
export class CommuneGrounds {
  readonly #kernel: GeometryKernel;
  readonly #registry: UnitRegistry;
  readonly #drawn: ReadonlyMap<string, DrawnUnit>;
  readonly #known = new Map<string, Result<MultiPolygon | null>>();

  constructor(kernel: GeometryKernel, registry: UnitRegistry, units: readonly DrawnUnit[]) {
    this.#kernel = kernel;
    this.#registry = registry;
    this.#drawn = new Map(
      units.filter((unit) => unit.drawing === COMMUNES_2025).map((unit) => [unitKey(unit), unit]),
    );
  }

  of(commune: UnitRef): Result<MultiPolygon | null> {
    const key = unitKey(commune);
    const known = this.#known.get(key) ?? this.#work(commune);
    this.#known.set(key, known);
    return known;
  }

  /** The ground of every commune that sites are known by, once; what is not drawn is left out. */
  forSites(sites: readonly Site[]): Result<readonly CommuneGround[]> {
    const grounds = new Map<string, CommuneGround>();
    for (const { precision } of sites) {
      if (precision.kind !== 'communes') continue;
      for (const commune of precision.communes) {
        const key = unitKey(commune);
        if (grounds.has(key)) continue;
        const geometry = this.of(commune);
        if (!geometry.ok) return geometry;
        if (geometry.value !== null) grounds.set(key, { ...commune, geometry: geometry.value });
      }
    }
    return ok([...grounds.values()]);
  }

  #work(commune: UnitRef): Result<MultiPolygon | null> {
    const own = this.#drawn.get(unitKey(commune));
    if (own !== undefined) return ok(own.geometry);
    const record = this.#registry.get(commune.code, commune.vintage);
    if (record === undefined) return ok(null);
    const heirs = successors(this.#registry, record).map(({ unit }) => this.#drawn.get(unitKey(unit)));
    const district =
      record.districtCode === null
        ? undefined
        : this.#drawn.get(unitKey({ code: record.districtCode, vintage: record.vintage }));
    const parts: MultiPolygon['coordinates'] = [];
    for (const heir of heirs) {
      // Part of the commune lies outside the drawn area: what is drawn would be too narrow.
      if (heir === undefined) return ok(null);
      const ground = this.#cut(heir, district);
      if (!ground.ok) return ground;
      parts.push(...ground.value);
    }
    return ok(parts.length === 0 ? null : { type: 'MultiPolygon', coordinates: parts });
  }

  /** The heir's part in the old district; all of it where the district is not drawn or holds it whole. */
  #cut(heir: DrawnUnit, district: DrawnUnit | undefined): Result<MultiPolygon['coordinates']> {
    const share = district?.origin?.communes.find((part) => part.code === heir.code);
    if (district === undefined || share === undefined || share.whole) return ok(heir.geometry.coordinates);
    const common = this.#kernel.intersection(heir.geometry, district.geometry);
    return common.ok ? ok(polygonalPart(common.value).coordinates) : common;
  }
}
