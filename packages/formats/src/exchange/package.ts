import type { LayerId, LocalText, ProfileDocument, SharedFeature } from '@giapranh/core';
import type { Feature } from 'geojson';
import type { ExchangeManifest } from './manifest.js';

export interface ExchangeLayer {
  readonly layer: LayerId;
  /** Whether everything that policy lets out is in it. */
  readonly whole: boolean;
  readonly attribution?: LocalText;
  readonly features: readonly SharedFeature[];
}

/** What a package is about. */
export type ExchangeHead = Omit<ExchangeManifest, 'format' | 'version' | 'members' | 'documents'>;

/** What is put into a package. */
export interface ExchangeContent {
  readonly head: ExchangeHead;
  /** The rings of the pair's zone, as GeoJSON. */
  readonly zone: readonly Feature[];
  readonly zoneAttribution?: LocalText;
  readonly layers: readonly ExchangeLayer[];
  readonly documents: readonly ProfileDocument[];
}

/** A package as it was read, every checksum right. */
export interface ExchangePackage extends Omit<ExchangeContent, 'head' | 'zoneAttribution'> {
  readonly manifest: ExchangeManifest;
  /** Of the file. */
  readonly sha256: string;
}
