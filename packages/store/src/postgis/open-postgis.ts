import { err, type Issue, ok, type Result } from '@giapranh/core';
import type { DatabaseUrl } from '../database-url.js';
import type { FeatureStore } from '../feature-store.js';
import { profileIdFault } from '../profile-id.js';
import { bringUpToDate } from './migrations.js';
import { makePool, withClient } from './pool.js';
import { PostgisStore } from './postgis-store.js';
import { isDatabaseError, postgresIssue } from './postgres-issue.js';
import { checkRequirements, durabilityNotes } from './requirements.js';

async function openSchema(
  url: DatabaseUrl,
  profile: string,
  query_ms: number | undefined,
): Promise<Result<FeatureStore>> {
  const location = url.toString();
  let notes: readonly Issue[] = [];
  const postgis = await withClient(url, async (client) => {
    notes = await durabilityNotes(client, location);
    return checkRequirements(client, location);
  });
  if (!postgis.ok) return postgis;
  const pool = makePool(url, postgis.value);
  const readers = makePool(url, postgis.value, query_ms);
  try {
    const current = await bringUpToDate(pool, location, profile);
    if (current.ok) return ok(new PostgisStore(pool, url, profile, readers), notes);
    await Promise.all([pool.end(), readers.end()]);
    return current;
  } catch (error) {
    await Promise.all([pool.end(), readers.end()]);
    throw error;
  }
}

/** Schema `giapranh_<profile>` of the database, made when it is not there. Note: `store-not-durable`. */
export async function openPostgis(
  url: DatabaseUrl,
  profile: string,
  query_ms?: number,
): Promise<Result<FeatureStore>> {
  const fault = profileIdFault(profile);
  if (fault !== undefined) return err(fault);
  try {
    return await openSchema(url, profile, query_ms);
  } catch (error) {
    if (isDatabaseError(error)) return err(postgresIssue(url.toString(), error));
    throw error;
  }
}
