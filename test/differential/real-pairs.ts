import type { DrawnUnit, GeometryKernel } from '@giapranh/core';
import { realProfile } from '../real-profile.js';

/** A subject and a neighbour of a profile, both drawn, with the communes of their drawing. */
export interface RealPair {
  readonly name: string;
  readonly a: DrawnUnit;
  readonly b: DrawnUnit;
  readonly communes: readonly DrawnUnit[];
}

/** Every pair of a profile that the reference data draws, in all vintages. */
export async function realPairs(kernel: GeometryKernel, profileId: string): Promise<RealPair[]> {
  const { units, profile } = await realProfile(kernel, profileId);
  return profile.vintages.flatMap(({ id, drawing, subject, neighbours }) => {
    const province = (code: string): DrawnUnit | undefined =>
      units.find(
        (unit) =>
          unit.code === code && unit.vintage === id && unit.level === 'province' && unit.drawing === drawing,
      );
    const communes = units.filter((unit) => unit.level === 'commune' && unit.drawing === drawing);
    const a = province(subject);
    return neighbours.flatMap(({ code }) => {
      const b = province(code);
      return a === undefined || b === undefined
        ? []
        : [{ name: `${id} ${a.name} – ${b.name}`, a, b, communes }];
    });
  });
}
