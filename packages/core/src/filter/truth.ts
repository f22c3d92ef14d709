import type { LayerFeature } from '../feature.js';

/** SQL's logic: `undefined` where a value is absent or a relation has no meaning. */
export type Truth = boolean | undefined;
export type FeatureTest = (feature: LayerFeature) => Truth;
