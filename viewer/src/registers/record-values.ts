import { geodesicArea_m2 } from '@giapranh/core';
import { today } from '../state/vintage.js';
import type { Draft } from './draft.js';
import type { Placed } from './place-part.js';
import type { Values } from './record-fields.js';

/** The property that holds the day a record is of. */
export const DAY = {
  incidents: 'happened_on',
  inspections: 'inspected_on',
  'levelling-permits': 'issued_on',
} as const;

/** What a form begins with: a new record is of today until another day is written. */
export function withToday({ op, register, properties }: Draft): Values {
  const day = DAY[register];
  return op === 'insert' && properties[day] === undefined && register !== 'levelling-permits'
    ? { ...properties, [day]: today() }
    : properties;
}

/** The hour of an incident, `HH:MM`; empty where none was written. */
export function timeOf(values: Values): string {
  const details = values['details'];
  const time: unknown = typeof details === 'object' && details !== null ? Reflect.get(details, 'time') : '';
  return typeof time === 'string' ? time : '';
}

/** The ground that was drawn, where the record has a column for it. */
export function areaOf({ geometry }: Placed, register: Draft['register']): Values {
  if (register !== 'levelling-permits' || geometry?.type !== 'Polygon') return {};
  return { area_declared_m2: Math.round(geodesicArea_m2(geometry)) };
}
