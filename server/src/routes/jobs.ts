import { ANONYMOUS_READER } from '../access/reader.js';
import { readParameters } from '../http/parameters.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import type { Language } from '../language.js';
import { PROBLEMS } from '../problems.js';
import { hasEnded, type Job } from '../processes/job.js';
import type { Services } from '../services.js';
import { link, MEDIA, OGC_REL } from './links.js';

/** An OGC status document. */
export function jobDocument(job: Job, language: Language, origin: string): object {
  const self = `${origin}/jobs/${job.id}`;
  const [issue] = job.issues ?? [];
  return {
    type: 'process',
    processID: job.process,
    jobID: job.id,
    status: job.status,
    progress: job.progress,
    created: job.created.toISOString(),
    ...(job.started === undefined ? {} : { started: job.started.toISOString() }),
    ...(job.finished === undefined ? {} : { finished: job.finished.toISOString() }),
    ...(issue === undefined ? {} : { message: issue.message[language] }),
    ...(job.notes.length === 0
      ? {}
      : { notes: job.notes.map(({ code, message }) => ({ code, message: message[language] })) }),
    links: [
      link(self, 'self', MEDIA.json, job.id),
      ...(job.status === 'successful'
        ? [link(`${self}/results`, `${OGC_REL}/results`, MEDIA.json, 'Results')]
        : []),
    ],
  };
}

/** The result as the request wanted it: by itself, or by the name of the output. */
export function resultsReply(job: Job, headers: Readonly<Record<string, string>> = {}): Reply {
  const text = job.json ?? 'null';
  const chunks = job.response === 'raw' ? [text] : ['{"result":', text, '}'];
  return { kind: 'stream', chunks, type: MEDIA.json, headers, whole: () => JSON.parse(text) };
}

/** What there is to say of a job's results: a problem unless it was successful. */
export function jobResults(job: Job): Reply {
  if (job.status === 'successful') return resultsReply(job);
  if (job.status === 'failed') {
    return job.issues === undefined ? problem(500, PROBLEMS.internal) : problem(422, ...job.issues);
  }
  return problem(404, hasEnded(job) ? PROBLEMS.dismissed(job.id) : PROBLEMS.notReady(job.id));
}

/** `GET /jobs`: the reader's own. Who did not sign in cannot be told from others: their jobs are found by id alone. */
export function jobList({ jobs }: Services) {
  return ({ request, language, origin, reader }: Ask): Reply => {
    const parameters = readParameters(request, []);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    const own = reader === ANONYMOUS_READER ? [] : jobs.list(reader.id);
    return json({
      jobs: own.map((job) => jobDocument(job, language, origin)),
      links: [link(`${origin}/jobs`, 'self', MEDIA.json, 'Jobs')],
    });
  };
}

function found(services: Services, answer: (job: Job, ask: Ask) => Reply | Promise<Reply>) {
  return async (ask: Ask): Promise<Reply> => {
    const id = String(ask.request.params['id']);
    const parameters = readParameters(ask.request, []);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    const job = services.jobs.get(id, ask.reader.id);
    return job === undefined ? problem(404, PROBLEMS.noSuchJob(id)) : answer(job, ask);
  };
}

/** `GET /jobs/{id}`. */
export const job = (services: Services) =>
  found(services, (one, { language, origin }) => json(jobDocument(one, language, origin)));

/** `GET /jobs/{id}/results`. */
export const results = (services: Services) => found(services, (one) => jobResults(one));

/** `DELETE /jobs/{id}`: stops it, or forgets what it gave. */
export const dismiss = (services: Services) =>
  found(services, async (one, { language, origin }) => {
    await services.jobs.dismiss(one);
    return json({ ...jobDocument(one, language, origin), status: 'dismissed' });
  });
