/** Key of the record that holds the units by name. */
export const UNIT_INDEX = 'units';
