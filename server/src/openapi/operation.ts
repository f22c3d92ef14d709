import { MEDIA } from '../routes/links.js';
import { ref } from './schemas.js';

export const parameter = (name: string): object => ref('parameters', name);
export const inPath = (name: string, schema: object, example?: unknown): object => ({
  name,
  in: 'path',
  required: true,
  schema,
  ...(example === undefined ? {} : { example }),
});

export interface Operation {
  readonly id: string;
  readonly summary: string;
  readonly tag: string;
  readonly type: string;
  readonly schema?: object;
  readonly parameters?: readonly object[];
  /** Answers beside 200 and the problems. */
  readonly more?: Readonly<Record<string, object>>;
  readonly example?: unknown;
}

/** A `get`, in any language, with problems for everything else. */
export function get({ id, summary, tag, type, schema = {}, parameters = [], more = {}, example }: Operation) {
  const shown = example === undefined ? {} : { example };
  return {
    get: {
      operationId: id,
      summary,
      tags: [tag],
      parameters: [...parameters, parameter('lang')],
      responses: {
        200: { description: summary, content: { [type]: { schema, ...shown } } },
        ...more,
        default: ref('responses', 'Problem'),
      },
    },
  };
}

export interface Sending {
  readonly id: string;
  readonly summary: string;
  readonly tag: string;
  readonly parameters?: readonly object[];
  readonly body?: { readonly type: string; readonly schema: object; readonly example: unknown };
  readonly answers: Readonly<Record<string, object>>;
  /** Whether only the bearer of a token may. */
  readonly secured: boolean;
}

/** A request that changes or computes something. */
export function sending({ id, summary, tag, parameters = [], body, answers, secured }: Sending): object {
  return {
    operationId: id,
    summary,
    tags: [tag],
    parameters,
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { [body.type]: { schema: body.schema, example: body.example } },
          },
        }),
    responses: { ...answers, default: ref('responses', 'Problem') },
    ...(secured ? { security: [{ token: [] }, { session: [] }] } : {}),
  };
}

export const jsonAnswer = (description: string, schema: object, headers: object = {}): object => ({
  description,
  headers,
  content: { [MEDIA.json]: { schema } },
});
