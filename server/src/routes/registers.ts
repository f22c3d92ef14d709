import { REGISTER_TERMS, REGISTERS } from '@giapranh/core';
import { z } from 'zod';
import { mayRead } from '../access/reader.js';
import { readParameters } from '../http/parameters.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import { featureSchema } from '../schema/feature-schema.js';
import { link, MEDIA } from './links.js';

/** `GET /registers`: those the reader may read, each with its JSON Schema and its words in both languages. */
export function registers({ request, language, origin, reader }: Ask): Reply {
  const parameters = readParameters(request, []);
  if (!parameters.ok) return problem(400, ...parameters.issues);
  return json({
    registers: REGISTERS.filter((register) => mayRead(reader, register)).map((register) => ({
      id: register.id,
      title: register.title[language],
      description: register.description[language],
      secrecy: register.secrecy,
      schema: z.toJSONSchema(featureSchema(register), { io: 'input' }),
      terms: REGISTER_TERMS.filter(({ layer }) => layer === register.id).map(
        ({ property, closed, terms }) => ({ property, closed, terms }),
      ),
      links: [
        link(`${origin}/collections/${register.id}/items`, 'items', MEDIA.geojson, register.title[language]),
      ],
    })),
    links: [link(`${origin}/registers`, 'self', MEDIA.json, 'Registers')],
  });
}
