/** Signed distance of a point from a shape's edge, in pixels; inside is negative. The centre is the origin. */
export type Shape = (x: number, y: number) => number;

export const circle =
  (radius: number): Shape =>
  (x, y) =>
    Math.hypot(x, y) - radius;

export const square =
  (half: number, corner = 1): Shape =>
  (x, y) => {
    const dx = Math.abs(x) - half + corner;
    const dy = Math.abs(y) - half + corner;
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - corner;
  };

export const diamond = (radius: number, corner = 1): Shape => {
  const upright = square(radius / Math.SQRT2, corner);
  return (x, y) => upright((x + y) * Math.SQRT1_2, (y - x) * Math.SQRT1_2);
};

/** Equilateral, pointing up, its centroid at the origin; `radius` reaches to the corners. */
export const triangle =
  (radius: number, corner = 1.2): Shape =>
  (x, y) => {
    const inner = radius / 2 - corner;
    const sides = [90, 210, 330].map((turn_deg) => {
      const turn = (turn_deg * Math.PI) / 180;
      return x * Math.cos(turn) + y * Math.sin(turn) - inner;
    });
    const outside = sides.filter((side) => side > 0);
    const distance = outside.length > 1 ? Math.hypot(...outside) : Math.max(...sides);
    return distance - corner;
  };

/** A ring of dots: says "somewhere around here". */
export const dottedRing = (radius: number, dots: number, dot: number): Shape => {
  const step = (2 * Math.PI) / dots;
  return (x, y) => {
    const angle = Math.round(Math.atan2(y, x) / step) * step;
    return Math.hypot(x - radius * Math.cos(angle), y - radius * Math.sin(angle)) - dot;
  };
};
