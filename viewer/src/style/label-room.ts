import type { ExpressionSpecification, VariableAnchorOffsetCollectionSpecification } from 'maplibre-gl';

/**
 * Where a name may stand when its own place is taken, nearest first; offsets in ems. A name moved out of a small
 * unit would name the wrong ground: how far it may go hangs on the unit's size and the zoom.
 */
const NEAR: VariableAnchorOffsetCollectionSpecification = [
  'center',
  [0, 0],
  'top',
  [0, 0.5],
  'bottom',
  [0, -0.5],
];
const WIDER: VariableAnchorOffsetCollectionSpecification = [
  ...NEAR,
  'left',
  [0.9, 0],
  'right',
  [-0.9, 0],
  'center',
  [0, 1.8],
  'center',
  [0, -1.8],
  'center',
  [1.8, 1.4],
  'center',
  [-1.8, 1.4],
  'center',
  [1.8, -1.4],
  'center',
  [-1.8, -1.4],
];
const WIDEST: VariableAnchorOffsetCollectionSpecification = [
  ...WIDER,
  'center',
  [3, 0],
  'center',
  [-3, 0],
  'center',
  [0, 3],
  'center',
  [0, -3],
  'center',
  [3, 2.4],
  'center',
  [-3, 2.4],
  'center',
  [3, -2.4],
  'center',
  [-3, -2.4],
];
const LARGE_UNIT_m2 = 4e8;
const byRoom = (
  small: VariableAnchorOffsetCollectionSpecification,
  large: VariableAnchorOffsetCollectionSpecification,
): ExpressionSpecification => [
  'case',
  ['>=', ['coalesce', ['get', 'area_m2'], 0], LARGE_UNIT_m2],
  ['literal', large],
  ['literal', small],
];
/** Where a unit's name may stand: `text-variable-anchor-offset`. */
export const AROUND: ExpressionSpecification = [
  'step',
  ['zoom'],
  // Tiles are laid out at their own whole zoom: from 8 on the map shows communes large enough.
  byRoom(NEAR, WIDEST),
  8,
  byRoom(WIDER, WIDEST),
  11,
  byRoom(WIDEST, WIDEST),
];
