import type { CrsDefinition } from '../../crs/definition.js';
import { meridianText } from '../../crs/definitions.js';
import type { StatedSystem } from '../statement/stated-system.js';
import type { Candidate } from './candidate.js';
import { type Evidence, evidence } from './evidence.js';

/** How a reading stands to what the document says of its system. */
export interface StatementFit {
  /** `agree`: everything said fits; `contradict`: something said does not; `silent`: nothing was said. */
  readonly grade: 'agree' | 'contradict' | 'silent';
  /** Whether what was said names the system: its code, its meridian, or its UTM zone. */
  readonly named: boolean;
  readonly evidence: readonly Evidence[];
}

/** Natural logarithms of the odds: how seldom a document errs in each of these. */
const WEIGHTS = {
  meridian: [4, -5],
  zone: [1.5, -3.5],
  scale: [1, -3.5],
  datum: [1, -4],
  utm: [4, -5],
  code: [6, -6],
  prefix: [4, -5],
} as const;

type Key = keyof typeof WEIGHTS;

function weigh(key: Key, fits: boolean): number {
  return WEIGHTS[key][fits ? 0 : 1];
}

/** The zone number documents put before an easting of this system. */
function zoneNumbers({ projection, datum }: CrsDefinition): readonly number[] {
  if (projection === null || projection.zoneWidth_deg !== 6) return [];
  const utm = (projection.centralMeridian_deg + 183) / 6;
  return datum === 'HN-72' ? [utm - 30] : [utm];
}

function damagedWords(stated: StatedSystem, read: string): { vi: string; en: string } {
  const damage = stated.damages.find((entry) => entry.read === read);
  return damage === undefined
    ? { vi: '', en: '' }
    : { vi: ` (in là “${damage.written}”)`, en: ` (printed "${damage.written}")` };
}

function meridianEvidence(definition: CrsDefinition, stated: StatedSystem): Evidence[] {
  if (stated.meridian_deg === null) return [];
  const said = meridianText(stated.meridian_deg);
  const own = definition.projection?.centralMeridian_deg;
  const fits = own !== undefined && Math.abs(own - stated.meridian_deg) < 1e-6;
  const words = damagedWords(stated, said);
  const mine = own === undefined ? null : meridianText(own);
  return [
    evidence(
      'meridian',
      weigh('meridian', fits),
      fits
        ? `Văn bản ghi kinh tuyến trục ${said}${words.vi}`
        : `Văn bản ghi kinh tuyến trục ${said}${words.vi}, không phải ${mine ?? 'tọa độ địa lý'}`,
      fits
        ? `The document states the central meridian ${said}${words.en}`
        : `The document states the central meridian ${said}${words.en}, not ${mine ?? 'geographic coordinates'}`,
    ),
  ];
}

function zoneEvidence(definition: CrsDefinition, stated: StatedSystem): Evidence[] {
  if (stated.zoneWidth_deg === null) return [];
  const said = `${stated.zoneWidth_deg}°`;
  const fits = definition.projection?.zoneWidth_deg === stated.zoneWidth_deg;
  const words = damagedWords(stated, said);
  return [
    evidence(
      'zone-width',
      weigh('zone', fits),
      `Văn bản ghi múi chiếu ${said}${words.vi}${fits ? '' : ', hệ này thì không'}`,
      `The document states a ${said} zone${words.en}${fits ? '' : ', which this system is not'}`,
    ),
  ];
}

function datumEvidence(definition: CrsDefinition, stated: StatedSystem): Evidence[] {
  if (stated.datum === null) return [];
  const fits = definition.datum === stated.datum;
  return [
    evidence(
      'datum',
      weigh('datum', fits),
      fits
        ? `Văn bản ghi hệ ${stated.datum}`
        : `Văn bản ghi hệ ${stated.datum}, không phải ${definition.datum}`,
      fits
        ? `The document states ${stated.datum}`
        : `The document states ${stated.datum}, not ${definition.datum}`,
    ),
  ];
}

function otherEvidence(
  definition: CrsDefinition,
  stated: StatedSystem,
  zonePrefix: number | null,
): Evidence[] {
  const found: Evidence[] = [];
  if (stated.k0 !== null) {
    const fits = definition.projection?.k0 === stated.k0;
    const tail = fits ? { vi: '', en: '' } : { vi: ', hệ này dùng số khác', en: ', this system another' };
    found.push(
      evidence(
        'scale',
        weigh('scale', fits),
        `Văn bản ghi k0 = ${stated.k0}${tail.vi}`,
        `The document states k0 = ${stated.k0}${tail.en}`,
      ),
    );
  }
  if (stated.utmZone !== null) {
    const fits = definition.datum !== 'HN-72' && zoneNumbers(definition).includes(stated.utmZone);
    found.push(
      evidence(
        'utm-zone',
        weigh('utm', fits),
        `Văn bản ghi múi UTM ${stated.utmZone}${fits ? '' : ', không phải hệ này'}`,
        `The document states UTM zone ${stated.utmZone}${fits ? '' : ', which is not this system'}`,
      ),
    );
  }
  if (stated.crs !== null) {
    const fits = definition.id === stated.crs;
    found.push(
      evidence(
        'code',
        weigh('code', fits),
        `Văn bản ghi mã ${stated.crs}`,
        `The document states the code ${stated.crs}`,
      ),
    );
  }
  if (zonePrefix !== null) {
    const fits = zoneNumbers(definition).includes(zonePrefix);
    found.push(
      evidence(
        'zone-number',
        weigh('prefix', fits),
        `Số múi ${zonePrefix} đứng trước tọa độ Y${fits ? '' : ' không thuộc hệ này'}`,
        `The zone number ${zonePrefix} stands before the easting${fits ? '' : ', which is not of this system'}`,
      ),
    );
  }
  return found;
}

/** The candidate against the document's own words on its system. */
export function statementFit(
  { definition, recipe }: Candidate,
  stated: StatedSystem,
  zonePrefix: number | null,
): StatementFit {
  const found = [
    ...otherEvidence(definition, stated, zonePrefix),
    ...meridianEvidence(definition, stated),
    ...zoneEvidence(definition, stated),
    ...datumEvidence(definition, stated),
  ];
  const named =
    zonePrefix !== null || stated.meridian_deg !== null || stated.crs !== null || stated.utmZone !== null;
  const against = found.some((entry) => entry.side === 'against');
  return {
    grade: found.length === 0 ? 'silent' : against || recipe !== null ? 'contradict' : 'agree',
    named,
    evidence: found,
  };
}
