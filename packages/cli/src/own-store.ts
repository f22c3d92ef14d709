import type { Result } from '@giapranh/core';
import { type FeatureStore, openStore, parseDatabaseUrl } from '@giapranh/store';
import type { CommandContext } from './command.js';
import type { ExitCode } from './exit-code.js';
import { reportIssues } from './report.js';

/** The store that the server uses with the same environment. */
async function openOwn(context: CommandContext, profile: string): Promise<Result<FeatureStore>> {
  const { databaseUrl, dataDir } = context.config;
  if (databaseUrl === null) return openStore({ dataDir, profile });
  const url = parseDatabaseUrl(databaseUrl);
  return url.ok ? openStore({ dataDir, profile, databaseUrl: url.value }) : url;
}

/** Works on that store and closes it; what keeps it from opening is told. */
export async function withOwnStore(
  context: CommandContext,
  profile: string | undefined,
  work: (store: FeatureStore) => Promise<ExitCode>,
): Promise<ExitCode> {
  const store = await openOwn(context, profile ?? context.config.profile);
  if (!store.ok) return reportIssues(context.terminal, store.issues, context.language);
  try {
    return await work(store.value);
  } finally {
    await store.value.close();
  }
}
