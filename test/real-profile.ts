import { fileURLToPath } from 'node:url';
import type { GeometryKernel, ProfileSources } from '@giapranh/core';
import { readProfileSources } from '@giapranh/formats';

/** The data folder of the checkout. */
export const DATA = fileURLToPath(new URL('../data', import.meta.url));

const read = new Map<string, Promise<ProfileSources>>();

async function readProfile(kernel: GeometryKernel, id: string): Promise<ProfileSources> {
  const sources = await readProfileSources(DATA, id, kernel);
  if (!sources.ok) throw new Error(sources.issues[0].message.en);
  return sources.value;
}

/** A profile of the checkout with its real data, read once for all files that a worker runs. */
export function realProfile(kernel: GeometryKernel, id: string): Promise<ProfileSources> {
  const sources = read.get(id) ?? readProfile(kernel, id);
  read.set(id, sources);
  return sources;
}
