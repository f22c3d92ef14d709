import type { Language } from '../language.js';
import { PROCESSES } from '../processes/inputs.js';
import { MEDIA } from '../routes/links.js';
import { get, inPath, jsonAnswer, sending } from './operation.js';
import { ref, schemaOf } from './schemas.js';

const jobId = inPath('jobId', { type: 'string', format: 'uuid' });
const prefer = { name: 'Prefer', in: 'header', schema: { type: 'string', enum: ['respond-async'] } };
const tag = 'Processes';

/** The addresses of processes and jobs, with the schemas that check their inputs. */
export function processPaths(language: Language): Record<string, object> {
  const job = ref('schemas', 'Job');
  const executions = PROCESSES.flatMap(({ id, title, description, inputs, example }) => [
    [`/processes/${id}`, get({ id: `${id}.process`, summary: title[language], tag, type: MEDIA.json })],
    [
      `/processes/${id}/execution`,
      {
        post: sending({
          id: `${id}.execute`,
          summary: description[language],
          tag,
          parameters: [prefer],
          secured: false,
          body: {
            type: MEDIA.json,
            schema: {
              type: 'object',
              required: ['inputs'],
              properties: {
                inputs: schemaOf(inputs),
                response: { type: 'string', enum: ['raw', 'document'], default: 'raw' },
              },
            },
            example: { inputs: example },
          },
          answers: {
            200: jsonAnswer('Result', { type: 'object' }),
            201: jsonAnswer('Job accepted', job, { Location: { schema: { type: 'string' } } }),
          },
        }),
      },
    ],
  ]);
  return {
    '/processes': get({ id: 'processes', summary: 'Processes', tag, type: MEDIA.json }),
    ...Object.fromEntries(executions),
    '/jobs': get({ id: 'jobs', summary: 'Jobs', tag, type: MEDIA.json }),
    '/jobs/{jobId}': {
      parameters: [jobId],
      ...get({ id: 'job', summary: 'Status of a job', tag, type: MEDIA.json, schema: job }),
      delete: sending({
        id: 'job.dismiss',
        summary: 'Stops a job, or forgets its results',
        tag,
        secured: false,
        answers: { 200: jsonAnswer('Dismissed', job) },
      }),
    },
    '/jobs/{jobId}/results': {
      parameters: [jobId],
      ...get({ id: 'job.results', summary: 'Results of a job', tag, type: MEDIA.json }),
    },
  };
}
