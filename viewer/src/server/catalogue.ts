import type { LayerId, LocalText, Profile } from '@giapranh/core';
import { type Answer, fetchJson } from './fetch-json.js';

export interface Collection {
  readonly id: LayerId;
  readonly title: string;
  readonly attribution?: string | LocalText;
}

export function fetchProfile(): Promise<Answer<Profile>> {
  return fetchJson('/profile.json');
}

export function fetchCollections(
  lang: string,
): Promise<Answer<{ readonly collections: readonly Collection[] }>> {
  return fetchJson(`/collections?f=json&lang=${lang}`);
}
