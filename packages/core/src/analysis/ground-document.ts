import type { ProfileSources } from './sources.js';

/** The part of a profile's sources that is ground: all that zones, overlaps and flags of other sites ask for. */
export type GroundDocument = Pick<ProfileSources, 'units' | 'records' | 'lineage' | 'roads' | 'rivers'> &
  Required<Pick<ProfileSources, 'layers' | 'given'>>;
