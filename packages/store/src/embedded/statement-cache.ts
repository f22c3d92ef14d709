/** Prepared statements a connection keeps: more than the layers need, fewer than hostile filters could make. */
export const MOST_STATEMENTS = 200;
