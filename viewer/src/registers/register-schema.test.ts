import { expect, it } from 'vitest';
import { fieldsOf, type RegisterSchema } from './register-schema.js';

const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });

/** As the server tells of inspections, in part. */
const INSPECTIONS: RegisterSchema = {
  id: 'inspections',
  schema: {
    properties: {
      properties: {
        properties: {
          kind: orNull({ type: 'string', enum: ['planned', 'sudden'] }),
          inspected_on: orNull({ type: 'string', format: 'date' }),
          establishments: orNull({ type: 'integer' }),
          team: {},
          findings: orNull({ type: 'string', maxLength: 10_000 }),
          unit_code: orNull({ type: 'string' }),
          details: {},
          valid_from: orNull({ type: 'string', format: 'date' }),
        },
      },
    },
  },
  terms: [
    {
      property: 'kind',
      closed: true,
      terms: [{ id: 'planned', title: { vi: 'Theo kế hoạch', en: 'Planned' } }],
    },
  ],
};

it("makes fields of the server's schema, in the order and the words of the register", () => {
  expect(fieldsOf(INSPECTIONS).map(({ name, kind, maxLength }) => [name, kind, maxLength])).toEqual([
    ['kind', 'choice', null],
    ['inspected_on', 'day', null],
    ['establishments', 'integer', null],
    ['team', 'list', null],
    ['findings', 'long', 10_000],
  ]);
  const [kind, day] = fieldsOf(INSPECTIONS);
  expect(kind?.terms.map(({ id }) => id)).toEqual(['planned']);
  expect(day?.title.vi).toBe('Ngày kiểm tra');
});
