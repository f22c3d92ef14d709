import type { FlagLevel } from '@giapranh/core';

export type Theme = 'light' | 'dark';

/** A site without any flag is drawn too. */
export type SiteLevel = FlagLevel | 'none';

interface RiskColours {
  /** The body of the symbol. */
  readonly fill: string;
  /** Its edge, and the text colour of the level: at least 4.5:1 on `surface`. */
  readonly edge: string;
  /** Behind the level's name. */
  readonly tint: string;
}

export interface Tokens {
  readonly surface: string;
  readonly surfaceSunken: string;
  readonly surfaceRaised: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly inkFaint: string;
  readonly accent: string;
  readonly accentInk: string;
  readonly accentSoft: string;
  readonly focus: string;
  readonly shadow: string;
  readonly warn: string;
  readonly warnSoft: string;
  readonly watch: string;
  /** The symbol that hatches watched ground in that colour. */
  readonly watchHatch: string;
  readonly risk: Readonly<Record<SiteLevel, RiskColours>>;
  /** One a neighbour, in the order of `neighbourOrder`. Kept clear of the risk colours' red to yellow. */
  readonly neighbours: readonly [string, ...string[]];
  readonly map: {
    readonly void: string;
    readonly land: string;
    readonly landSubject: string;
    readonly water: string;
    readonly expressway: string;
    readonly expresswayCasing: string;
    readonly road: string;
    readonly roadCasing: string;
    readonly railway: string;
    readonly commune: string;
    readonly district: string;
    readonly province: string;
    readonly label: string;
    readonly labelStrong: string;
    readonly labelWater: string;
    readonly labelPlace: string;
    /** Mountains and passes. */
    readonly labelRelief: string;
    readonly halo: string;
    readonly select: string;
  };
}

/** Dark red, orange, yellow: told apart by lightness alone, so also by eyes that do not see red. */
const LIGHT_RISK: Tokens['risk'] = {
  high: { fill: '#b0182d', edge: '#8a1020', tint: '#fbe9ea' },
  medium: { fill: '#ee8a1d', edge: '#8f4600', tint: '#fdf0e0' },
  low: { fill: '#f7d563', edge: '#705400', tint: '#fbf4d9' },
  info: { fill: '#b9c4cb', edge: '#46545d', tint: '#eef1f3' },
  none: { fill: '#e4e8e6', edge: '#59656b', tint: '#f1f3f2' },
};

const DARK_RISK: Tokens['risk'] = {
  high: { fill: '#e2485b', edge: '#ff9aa6', tint: '#4a1c24' },
  medium: { fill: '#ee8a1d', edge: '#ffb766', tint: '#45300f' },
  low: { fill: '#f7d563', edge: '#f7d563', tint: '#3d3716' },
  info: { fill: '#8d9ca5', edge: '#c2ccd2', tint: '#2b353a' },
  none: { fill: '#6f7b80', edge: '#b3bdc1', tint: '#283034' },
};

const LIGHT: Tokens = {
  surface: '#ffffff',
  surfaceSunken: '#f4f6f5',
  surfaceRaised: '#ffffff',
  line: '#dde3e0',
  lineStrong: '#b6c0bb',
  ink: '#17221e',
  inkSoft: '#46544e',
  inkFaint: '#5f6d67',
  accent: '#0b5a55',
  accentInk: '#ffffff',
  accentSoft: '#e2efec',
  focus: '#1457c8',
  shadow: '20 35 30',
  warn: '#7a4b00',
  warnSoft: '#fdf3dd',
  watch: '#7d4f12',
  watchHatch: 'watch-hatch',
  risk: LIGHT_RISK,
  neighbours: ['#2767b3', '#7a479f', '#137d62', '#b0437f', '#0f85a6', '#6b6a2a'],
  map: {
    void: '#e3e7e5',
    land: '#f3f3ee',
    landSubject: '#fdfdfa',
    water: '#8fbcd6',
    expressway: '#f0bf74',
    expresswayCasing: '#bd8433',
    road: '#faecd0',
    roadCasing: '#cfae78',
    railway: '#9aa19d',
    commune: '#b9bfb8',
    district: '#8d948d',
    province: '#4c524d',
    label: '#46504b',
    labelStrong: '#1c2521',
    labelWater: '#336a8c',
    labelPlace: '#616a64',
    labelRelief: '#76603c',
    halo: '#ffffff',
    select: '#0b5a55',
  },
};

const DARK: Tokens = {
  surface: '#17201d',
  surfaceSunken: '#111816',
  surfaceRaised: '#1e2926',
  line: '#2c3935',
  lineStrong: '#4c5b56',
  ink: '#ecf1ef',
  inkSoft: '#b9c5c0',
  inkFaint: '#93a19b',
  accent: '#6cc5ba',
  accentInk: '#06211e',
  accentSoft: '#1d3733',
  focus: '#8ab8ff',
  shadow: '0 0 0',
  warn: '#f2c777',
  warnSoft: '#382c12',
  watch: '#dba85f',
  watchHatch: 'watch-hatch-dark',
  risk: DARK_RISK,
  neighbours: ['#6ea6ea', '#b98be0', '#4fc2a0', '#e884ba', '#52bddd', '#bdbb6a'],
  map: {
    void: '#0e1413',
    land: '#18211f',
    landSubject: '#202b28',
    water: '#3f7291',
    expressway: '#a97f43',
    expresswayCasing: '#6b4e22',
    road: '#5c4f3a',
    roadCasing: '#3b3428',
    railway: '#66706b',
    commune: '#37423e',
    district: '#5b6762',
    province: '#b3bfb9',
    label: '#c3cdc8',
    labelStrong: '#f3f7f5',
    labelWater: '#83b4d2',
    labelPlace: '#98a59f',
    labelRelief: '#a8946f',
    halo: '#141b19',
    select: '#6cc5ba',
  },
};

export const TOKENS: Readonly<Record<Theme, Tokens>> = { light: LIGHT, dark: DARK };
