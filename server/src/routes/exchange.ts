import { type IsoDate, type Issue, issue, parseIsoDate } from '@giapranh/core';
import { readExchangePackage } from '@giapranh/formats';
import { z } from 'zod';
import { readsAll } from '../access/reader.js';
import { applyPackage, CONFLICT_CHOICES, type ConflictChoice } from '../exchange/apply-package.js';
import { type Comparison, comparePackage } from '../exchange/compare-package.js';
import { EXCHANGE_FAULTS } from '../exchange/exchange-fault.js';
import { makePackage } from '../exchange/make-package.js';
import { listTaken } from '../exchange/taken.js';
import { toldComparison } from '../exchange/told.js';
import { readParameters } from '../http/parameters.js';
import { readBody } from '../http/read-body.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import { type ProblemStatus, statusOf } from '../problem.js';
import type { Services } from '../services.js';

const order = z.strictObject({
  /** The neighbour's province code. */
  with: z.string().regex(/^\d{2}$/),
  asOf: z.string().optional(),
});

function refused([first, ...rest]: readonly [Issue, ...Issue[]]): Reply {
  const status: ProblemStatus = first.code === 'exchange-too-large' ? 413 : statusOf(first, 422);
  return problem(first.code === 'store-record-conflict' ? 409 : status, first, ...rest);
}

/** `GET /exchange`: with whom things are exchanged on what authority, and what was taken in. */
export const exchanges =
  ({ store, exchange }: Services) =>
  async ({ request }: Ask): Promise<Reply> => {
    const parameters = readParameters(request, []);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    const taken = await listTaken(store);
    return json({
      basis: exchange?.basis ?? null,
      terms: exchange?.terms ?? null,
      agreements: exchange?.agreements ?? [],
      layers: exchange?.layers ?? [],
      // How many features came is for those who may read them all: their items tell.
      taken: taken.map(({ features, ...told }) => told),
    });
  };

function fileName(pair: string, day: string): string {
  return `${pair}-${day}.giapranh-exchange.zip`;
}

/** `POST /exchange/packages`: a package for a neighbour, of what the asker may read. */
export const createPackage =
  (services: Services) =>
  async ({ request, reader }: Ask): Promise<Reply> => {
    const parameters = readParameters(request, []);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    const read = readBody(order, request.body);
    if (!read.ok) return problem(422, ...read.issues);
    const { asOf: given, with: to } = read.value;
    const asOf: IsoDate | undefined = given === undefined ? services.today() : parseIsoDate(given);
    if (asOf === undefined) return problem(422, badDay(given));
    const at = new Date().toISOString();
    const { attributions } = services;
    const made = await makePackage(services, reader, { with: to, asOf, at, attributions });
    if (!made.ok) return refused(made.issues);
    const { bytes, sha256, manifest } = made.value;
    return {
      kind: 'bytes',
      status: 201,
      bytes,
      type: 'application/zip',
      headers: {
        'Content-Disposition': `attachment; filename="${fileName(manifest.pair, asOf)}"`,
        'Repr-Digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
        'Cache-Control': 'private, no-store',
      },
    };
  };

function badDay(given: string | undefined): Issue {
  return issue('date-invalid', ['asOf'], `“${given}” không phải là một ngày.`, `"${given}" is no day.`);
}

interface Question {
  readonly comparison: Comparison;
  readonly conflicts: ConflictChoice;
}

/** The package of a request beside what stands here; a reply where it is refused. */
async function asked(services: Services, { request, reader }: Ask): Promise<Question | Reply> {
  if (!readsAll(reader)) return problem(403, EXCHANGE_FAULTS.readsNotAll);
  const parameters = readParameters(request, ['conflicts', 'sha256']);
  if (!parameters.ok) return problem(400, ...parameters.issues);
  const wanted = parameters.value.get('conflicts') ?? 'ours';
  const conflicts = CONFLICT_CHOICES.find((choice) => choice === wanted);
  if (conflicts === undefined) {
    const choices = CONFLICT_CHOICES.join(', ');
    return problem(
      400,
      issue('server-conflicts', ['query', 'conflicts'], `Chọn một trong: ${choices}.`, `One of: ${choices}.`),
    );
  }
  const bytes: unknown = request.body;
  const pack = readExchangePackage(bytes instanceof Uint8Array ? bytes : new Uint8Array());
  if (!pack.ok) return refused(pack.issues);
  const sum = parameters.value.get('sha256') ?? pack.value.sha256;
  if (sum !== pack.value.sha256) return problem(422, EXCHANGE_FAULTS.otherSum(sum, pack.value.sha256));
  const comparison = await comparePackage(services, pack.value);
  return comparison.ok ? { comparison: comparison.value, conflicts } : refused(comparison.issues);
}

/** `POST /exchange/diff`: what taking a package in would change, by feature and field. */
export const diffPackage =
  (services: Services) =>
  async (ask: Ask): Promise<Reply> => {
    const question = await asked(services, ask);
    return 'kind' in question ? question : json({ applied: false, ...toldComparison(question.comparison) });
  };

/** `POST /exchange/imports?conflicts=ours|theirs`: takes it in, and says what it changed. */
export const importPackage =
  (services: Services) =>
  async (ask: Ask): Promise<Reply> => {
    const question = await asked(services, ask);
    if ('kind' in question) return question;
    const { comparison, conflicts } = question;
    const at = new Date().toISOString();
    const done = await applyPackage(services, comparison, { reader: ask.reader, at, conflicts });
    if (!done.ok) return refused(done.issues);
    return json({ applied: true, written: done.value, conflicts, ...toldComparison(comparison) });
  };
