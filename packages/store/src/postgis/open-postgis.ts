import { err, ok, type Result } from '@giapranh/core';
import type { DatabaseUrl } from '../database-url.js';
import type { FeatureStore } from '../feature-store.js';
import { profileIdFault } from '../profile-id.js';
import { bringUpToDate } from './migrations.js';
import { makePool, withClient } from './pool.js';
import { PostgisStore } from './postgis-store.js';
import { isDatabaseError, postgresIssue } from './postgres-issue.js';
import { checkRequirements } from './requirements.js';

async function openSchema(url: DatabaseUrl, profile: string): Promise<Result<FeatureStore>> {
  const location = url.toString();
  const postgis = await withClient(url, (client) => checkRequirements(client, location));
  if (!postgis.ok) return postgis;
  const pool = makePool(url, postgis.value);
  try {
    const current = await bringUpToDate(pool, location, profile);
    if (current.ok) return ok(new PostgisStore(pool, url, profile));
    await pool.end();
    return current;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** Schema `giapranh_<profile>` of the database, made when it is not there. */
export async function openPostgis(url: DatabaseUrl, profile: string): Promise<Result<FeatureStore>> {
  const fault = profileIdFault(profile);
  if (fault !== undefined) return err(fault);
  try {
    return await openSchema(url, profile);
  } catch (error) {
    if (isDatabaseError(error)) return err(postgresIssue(url.toString(), error));
    throw error;
  }
}
