import { err, issue, type Result } from '@giapranh/core';
import type { DatabaseUrl } from '../database-url.js';
import type { FeatureStore } from '../feature-store.js';

export async function openPostgis(url: DatabaseUrl, profile: string): Promise<Result<FeatureStore>> {
  return err(issue('store-failed', [url.toString(), profile], 'Chưa mở được.', 'Could not open.'));
}
