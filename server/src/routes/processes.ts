import { type IssuePath, issue, issueAt } from '@giapranh/core';
import { z } from 'zod';
import { readParameters } from '../http/parameters.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import type { Language } from '../language.js';
import { PROBLEMS } from '../problems.js';
import { PROCESSES, type ProcessDefinition, processDefinition } from '../processes/inputs.js';
import type { Job } from '../processes/job.js';
import type { Services } from '../services.js';
import { jobDocument, jobResults, resultsReply } from './jobs.js';
import { link, MEDIA, OGC_REL } from './links.js';

function summary({ id, title, description }: ProcessDefinition, language: Language, origin: string) {
  return {
    id,
    version: '1.0.0',
    title: title[language],
    description: description[language],
    jobControlOptions: ['sync-execute', 'async-execute', 'dismiss'],
    outputTransmission: ['value'],
    links: [
      link(`${origin}/processes/${id}`, 'self', MEDIA.json, title[language]),
      link(`${origin}/processes/${id}/execution`, `${OGC_REL}/execute`, MEDIA.json, 'Execute'),
    ],
  };
}

/** `GET /processes`. */
export function processes({ request, language, origin }: Ask): Reply {
  const parameters = readParameters(request, []);
  if (!parameters.ok) return problem(400, ...parameters.issues);
  return json({
    processes: PROCESSES.map((process) => summary(process, language, origin)),
    links: [link(`${origin}/processes`, 'self', MEDIA.json, 'Processes')],
  });
}

/** `GET /processes/{id}`: with the JSON Schema of each input. */
export function process({ request, language, origin }: Ask): Reply {
  const id = String(request.params['id']);
  const definition = processDefinition(id);
  if (definition === undefined) return problem(404, PROBLEMS.noSuchProcess(id));
  const parameters = readParameters(request, []);
  if (!parameters.ok) return problem(400, ...parameters.issues);
  const inputs = Object.entries(definition.inputs.shape).map(([name, schema]) => {
    const optional = schema instanceof z.ZodOptional;
    const { $schema: _, ...described } = z.toJSONSchema(schema, { io: 'input', reused: 'inline' });
    return [name, { title: name, minOccurs: optional ? 0 : 1, maxOccurs: 1, schema: described }] as const;
  });
  return json({
    ...summary(definition, language, origin),
    inputs: Object.fromEntries(inputs),
    outputs: { result: { title: definition.title[language], schema: { type: 'object' } } },
    example: { inputs: definition.example },
  });
}

/** What an execution request looks like, beside the inputs of its process. */
export const executeSchema = z.object({
  inputs: z.record(z.string(), z.unknown()),
  outputs: z.record(z.string(), z.unknown()).optional(),
  response: z.enum(['raw', 'document']).default('raw'),
});

function schemaProblem(error: z.ZodError, under: IssuePath): Reply {
  const [first, ...rest] = error.issues.map((fault) => {
    const path = fault.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    return issueAt(
      under,
      issue(
        'process-input',
        path,
        `Đầu vào không hợp lệ tại ${[...under, ...path].join('/')}: ${fault.message}`,
        `Invalid input at ${[...under, ...path].join('/')}: ${fault.message}`,
      ),
    );
  });
  return first === undefined ? problem(422, PROBLEMS.malformed) : problem(422, first, ...rest);
}

function prefersAsync(prefer: string | undefined): boolean {
  return /(^|[\s,;])respond-async([\s,;]|$)/i.test(prefer ?? '');
}

/** `POST /processes/{id}/execution`: at once, or with `Prefer: respond-async` as a job. */
export function execute({ jobs, metrics }: Services) {
  return async ({ request, language, origin, reader }: Ask): Promise<Reply> => {
    const id = String(request.params['id']);
    const definition = processDefinition(id);
    if (definition === undefined) return problem(404, PROBLEMS.noSuchProcess(id));
    const asked = executeSchema.safeParse(request.body);
    if (!asked.success) return schemaProblem(asked.error, []);
    const inputs = definition.inputs.safeParse(asked.data.inputs);
    if (!inputs.success) return schemaProblem(inputs.error, ['inputs']);
    const { response } = asked.data;
    const submitted = jobs.submit({
      process: definition.id,
      inputs: inputs.data,
      owner: reader.id,
      response,
    });
    if (!submitted.ok) {
      metrics.countRefusal('jobs');
      return { ...problem(503, ...submitted.issues), headers: { 'Retry-After': '10' } };
    }
    const job = submitted.value;
    const location = `${origin}/jobs/${job.id}`;
    if (prefersAsync(request.get('prefer'))) {
      // Whoever is told of a job finds it again, also after a restart.
      const kept = await jobs.keep(job);
      if (!kept.ok) {
        await jobs.dismiss(job);
        return problem(503, ...kept.issues);
      }
      const headers = { Location: location, 'Preference-Applied': 'respond-async' };
      return { kind: 'json', status: 201, body: jobDocument(job, language, origin), headers };
    }
    const left = (): void => void jobs.dismiss(job);
    request.res?.once('close', left);
    await jobs.ended(job);
    request.res?.off('close', left);
    return jobReply(job, location);
  };
}

function jobReply(job: Job, location: string): Reply {
  // Nobody but the end of the server dismisses what its own request waits for.
  if (job.status === 'dismissed') return problem(503, PROBLEMS.stopping);
  const reply = jobResults(job);
  return reply.kind === 'problem' ? reply : resultsReply(job, { Link: `<${location}>; rel=monitor` });
}
