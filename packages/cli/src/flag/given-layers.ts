import { basename } from 'node:path';
import {
  type ContextFeature,
  type DatasetInfo,
  err,
  type Issue,
  issue,
  ok,
  type Result,
} from '@giapranh/core';
import { fileSha256, readGivenLayer } from '@giapranh/formats';
import type { Session } from '../session.js';
import { siteContext } from '../sites.js';

const LAYER = /^([a-z0-9]+(?:-[a-z0-9]+)*)=(.+)$/;

/**
 * The session with the layers that `--layer id=FILE` gives: rules find them by name, results name their checksums.
 * Issues: `layer-option`, those of the readers.
 */
export async function withGivenLayers(asked: readonly string[], session: Session): Promise<Result<Session>> {
  const layers: ContextFeature[] = [];
  const datasets: DatasetInfo[] = [];
  const notes: Issue[] = [];
  const given: string[] = [];
  for (const option of asked) {
    const [, id, path] = LAYER.exec(option) ?? [];
    if (id === undefined || path === undefined) return err(badOption(option));
    const byCommune = id === session.sources.profile.patrol.layers.inspections;
    const context = siteContext(basename(path), session, session.asOf);
    const read = await readGivenLayer(id, path, context, byCommune);
    if (!read.ok) return read;
    const sha256 = await fileSha256(path);
    if (!sha256.ok) return sha256;
    layers.push(...read.value);
    notes.push(...read.notes);
    given.push(id);
    datasets.push(datasetOf(id, path, sha256.value));
  }
  const sources = {
    ...session.sources,
    layers: [...(session.sources.layers ?? []), ...layers],
    given: [...(session.sources.given ?? []), ...given],
    datasets: [...session.sources.datasets, ...datasets],
  };
  return ok({ ...session, sources }, notes);
}

function datasetOf(id: string, path: string, sha256: string): DatasetInfo {
  const name = basename(path);
  return {
    id: `layer:${id}`,
    title: { vi: `Lớp ${id}: ${name}`, en: `Layer ${id}: ${name}` },
    sha256,
    licence: 'given',
    attribution: { vi: name, en: name },
  };
}

function badOption(option: string): Issue {
  return issue(
    'layer-option',
    ['--layer', option],
    `“${option}” không có dạng tên-lớp=tệp.`,
    `"${option}" is not of the form layer-id=file.`,
    { vi: 'Ví dụ: --layer inspections=kiem-tra.csv', en: 'For example: --layer inspections=checks.csv' },
  );
}
