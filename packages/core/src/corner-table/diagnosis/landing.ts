import type { LonLat } from '../../geodesy/position.js';
import type { LocalText } from '../../issue.js';
import type { Gazetteer, PlaceUnit } from '../gazetteer/gazetteer.js';

/** Where a reading puts the site: the units of every vintage there. */
export interface Landing {
  readonly position: LonLat;
  readonly units: readonly PlaceUnit[];
  readonly text: LocalText;
}

function inWords(units: readonly PlaceUnit[]): LocalText {
  const vintages = [...new Set(units.map((unit) => unit.vintage))];
  const parts = vintages.map((vintage) => {
    const here = units.filter((unit) => unit.vintage === vintage);
    return `${here.map((unit) => unit.name).join(', ')} (${vintage})`;
  });
  return { vi: parts.join('; '), en: parts.join('; ') };
}

/** The administrative address of a position, or that it lies outside the map at hand. */
export function landing(gazetteer: Gazetteer | undefined, position: LonLat): Landing {
  const units = gazetteer?.at(position) ?? [];
  if (units.length > 0) return { position, units, text: inWords(units) };
  const [lon, lat] = position;
  const where = `${lon.toFixed(4)}, ${lat.toFixed(4)}`;
  return {
    position,
    units,
    text: {
      vi: `${where} (ngoài phạm vi bản đồ hành chính đang có)`,
      en: `${where} (outside the administrative map at hand)`,
    },
  };
}
