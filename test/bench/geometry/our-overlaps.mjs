/** Pairs whose ground is less are touches. */
const TOUCH_m2 = 0.01;

/** The pairs with ground in common. */
export function ourOverlaps(layer, sites) {
  const found = layer.overlaps(sites);
  if (!found.ok) throw new Error(found.issues[0].message.en);
  return found.value.filter(({ area_m2 }) => area_m2 > TOUCH_m2);
}
