/** Key of the record that holds the units by name. */
export const UNIT_INDEX = 'units';

/** Key of the record that holds how the units descend: what rights over units are carried by. */
export const UNIT_KINSHIP = 'unit-kinship';
