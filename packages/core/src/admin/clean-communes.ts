import type { MultiPolygon, Polygon } from 'geojson';
import { areaText } from '../figure-text.js';
import { geodesicArea_m2 } from '../geodesy/area.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { type RepairedCoverage, repairCoverage } from '../geometry/partition/repair.js';
import { type Issue, issue } from '../issue.js';
import { ok, okUnless, type Result } from '../result.js';
import { type UnitRecords, unknownUnit } from './records.js';
import type { AdminSources } from './sources.js';
import type { AdminUnit } from './unit.js';

export interface DrawnCommune {
  readonly record: AdminUnit;
  readonly ground: MultiPolygon;
  readonly source: string;
}

/** About a micrometre: published vertices are 0.1 m apart at least, an overlay's own lie within 1e-13°. */
export const VERTEX_TOLERANCE_deg = 1e-11;
/** About a hectare. The largest gap found between communes has 7 m²; a larger hole is somebody else's ground. */
const MAX_GAP_deg2 = 1e-6;
/** About 100 m². Detached parts below it are specks of digitising: the largest found has 8 m². */
const MIN_PART_deg2 = 1e-8;

/**
 * The communes as a tiling, in the order of their codes: no ground twice within a province, none lost between
 * neighbours. Each repair is a note, and each patch that communes of two provinces claim. Issues: `admin-unit-unknown`, those of the kernel.
 */
export function cleanCommunes(
  kernel: GeometryKernel,
  sources: AdminSources,
  records: UnitRecords,
): Result<DrawnCommune[]> {
  const faults: Issue[] = [];
  const known = sources.communes
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap((drawing) => {
      const record = records.get('commune', drawing.code, sources.current.id);
      if (record === undefined)
        faults.push(unknownUnit('commune', drawing.code, sources.current.id, drawing.source));
      return record === undefined ? [] : [{ record, drawing }];
    });
  if (faults.length > 0) return okUnless(faults, []);
  const repaired = repairCoverage(
    kernel,
    known.map(({ drawing }) => drawing.geometry),
    {
      // Ground that two provinces claim is theirs to settle: their border reports it.
      maySeparate: (a, b) => known[a]?.record.provinceCode === known[b]?.record.provinceCode,
      minPartArea: MIN_PART_deg2,
      maxGapArea: MAX_GAP_deg2,
      vertexTolerance: VERTEX_TOLERANCE_deg,
    },
  );
  if (!repaired.ok) return repaired;
  const communes = known.map(({ record, drawing }, at): DrawnCommune => {
    const ground = repaired.value.cells[at] ?? { type: 'MultiPolygon', coordinates: [] };
    return { record, ground, source: drawing.source };
  });
  return ok(communes, repairNotes(communes, repaired.value));
}

function repairNotes(communes: readonly DrawnCommune[], repaired: RepairedCoverage): Issue[] {
  const at = (index: number) => {
    const record = communes[index]?.record;
    return { code: record?.code ?? '', label: `${record?.name ?? ''} (${record?.code ?? ''})` };
  };
  const area = (ground: Polygon | MultiPolygon) => areaText(geodesicArea_m2(ground));
  return [
    ...repaired.overlaps.map(({ keeper, loser, ground }) => {
      const [a, b, size] = [at(keeper), at(loser), area(ground)];
      return issue(
        'admin-drawing-overlap',
        ['communes', b.code],
        `Nét vẽ ${a.label} và ${b.label} chồng nhau ${size.vi}; phần chồng để cho ${a.label}.`,
        `The drawings of ${a.label} and ${b.label} overlap by ${size.en}; the overlap is left to ${a.label}.`,
      );
    }),
    ...repaired.contested.map(({ keeper, loser, ground }) => {
      const [a, b, size] = [at(keeper), at(loser), area(ground)];
      return issue(
        'admin-drawing-contested',
        ['communes', b.code],
        `Nét vẽ ${a.label} và ${b.label}, thuộc hai tỉnh, chồng nhau ${size.vi}; để nguyên như công bố.`,
        `The drawings of ${a.label} and ${b.label}, of two provinces, overlap by ${size.en}; left as published.`,
      );
    }),
    ...repaired.gaps.map(({ neighbour, ground }) => {
      const [a, size] = [at(neighbour), area(ground)];
      return issue(
        'admin-drawing-gap',
        ['communes', a.code],
        `Khe hở ${size.vi} giữa nét vẽ các xã được gộp vào ${a.label}.`,
        `A gap of ${size.en} between the drawings of communes was given to ${a.label}.`,
      );
    }),
    ...repaired.splinters.map(({ cell, ground }) => {
      const [a, size] = [at(cell), area(ground)];
      return issue(
        'admin-drawing-splinter',
        ['communes', a.code],
        `Bỏ mảnh vụn ${size.vi} tách rời của nét vẽ ${a.label}.`,
        `A detached speck of ${size.en} in the drawing of ${a.label} was dropped.`,
      );
    }),
  ];
}
