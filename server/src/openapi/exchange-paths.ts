import { EXCHANGE_STATES } from '@giapranh/core';
import { CONFLICT_CHOICES } from '../exchange/apply-package.js';
import { MEDIA } from '../routes/links.js';
import { get, jsonAnswer, sending } from './operation.js';

const ZIP = 'application/zip';
const text = { type: 'string' };
const object = (properties: object): object => ({ type: 'object', properties });
const list = (items: object): object => ({ type: 'array', items });
const file = { type: 'string', format: 'binary' };

const change = object({
  layer: text,
  id: text,
  state: { type: 'string', enum: EXCHANGE_STATES },
  fields: list(object({ name: text, here: {}, there: {} })),
});
const told = {
  package: object({ sha256: text, pair: text, vintage: text, as_of: text, made_at: text }),
  counts: { type: 'object', additionalProperties: { type: 'integer' } },
  changes: list(change),
  documents: list(object({ id: text, state: text })),
};
const choices = [
  {
    ...{ name: 'conflicts', in: 'query', description: 'Whose stays of what both sides changed' },
    schema: { type: 'string', enum: CONFLICT_CHOICES, default: 'ours' },
  },
  {
    ...{ name: 'sha256', in: 'query', description: 'As the sender told it by another way' },
    schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  },
];

/** The addresses by which neighbours exchange what was agreed. */
export function exchangePaths(): Record<string, object> {
  const tag = 'Exchange';
  const body = { type: ZIP, schema: file, example: '' };
  const shared = { tag, secured: true, parameters: choices, body };
  return {
    '/exchange': get({
      ...{ id: 'exchange', summary: 'Agreements, and what was taken in', tag, type: MEDIA.json },
      schema: object({ agreements: list(object({})), layers: list(object({})), taken: list(object({})) }),
    }),
    '/exchange/packages': {
      post: sending({
        ...{ id: 'exchange.export', summary: 'A package for a neighbour', tag, secured: true },
        body: {
          type: MEDIA.json,
          schema: object({ with: text, asOf: { type: 'string', format: 'date' } }),
          example: { with: '04', asOf: '2023-05-23' },
        },
        answers: { 201: { description: 'Package', content: { [ZIP]: { schema: file } } } },
      }),
    },
    '/exchange/diff': {
      post: sending({
        ...{ id: 'exchange.diff', summary: 'What taking a package in would change', ...shared },
        answers: { 200: jsonAnswer('Differences', object({ applied: { type: 'boolean' }, ...told })) },
      }),
    },
    '/exchange/imports': {
      post: sending({
        ...{ id: 'exchange.import', summary: 'Takes a package in', ...shared },
        answers: {
          200: jsonAnswer(
            'What was changed',
            object({ applied: { type: 'boolean' }, written: { type: 'integer' }, ...told }),
          ),
        },
      }),
    },
  };
}
