import type { FlagReport, IsoDate, PatrolPriorities, SiteFlags } from '@giapranh/core';
import type { Viewer } from '../app/viewer.js';
import { questions } from '../filter/site-filter.js';
import { fetchItems, type Item } from '../server/features.js';
import { text } from '../server/properties.js';
import { runProcess } from '../server/run-process.js';
import { passes } from './site-facts.js';

/** The list is a way in, not an export: beyond this many the server's own pages and filters serve better. */
const MOST_SITES = 1000;

/** The sites of the day shown, with their flags, and those that pass the filter. */
export interface JudgedSites {
  readonly state: () => 'idle' | 'loading' | 'failed' | 'ready';
  /** Highest level first, as the server orders them. */
  readonly items: () => readonly Item[];
  readonly passing: () => readonly Item[];
  /** How many the server has; more than `items` where the list is cut. */
  readonly all: () => number;
  /** The day the flags at hand were judged on; `null` where they are the same on every day judged. */
  readonly judgedOn: () => IsoDate | null;
  readonly judging: () => 'no' | 'running' | 'failed';
  /** Judges the sites anew, as of the day shown. */
  readonly judgeToday: () => Promise<void>;
  /** The feature with the flags of the day shown, where they were judged anew. */
  readonly judged: (item: Item) => Item;
  /** Patrol priorities of the day shown, every factor; `undefined` when they cannot be had. */
  readonly priorities: () => Promise<PatrolPriorities | undefined>;
  /** Reads the sites, the first time it is asked to. */
  readonly start: () => void;
  readonly reload: () => Promise<void>;
  /** Answers how to end it. */
  readonly subscribe: (listener: () => void) => () => void;
}

const LEVEL_ORDER = ['high', 'medium', 'low', 'info'];

export function createJudgedSites(viewer: Viewer): JudgedSites {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const reports = new Map<IsoDate, Promise<FlagReport | undefined>>();
  const points = viewer.profile.patrol.level_points;
  let state: 'idle' | 'loading' | 'failed' | 'ready' = 'idle';
  let judging: 'no' | 'running' | 'failed' = 'no';
  let read: readonly Item[] = [];
  let anew: ReadonlyMap<string, SiteFlags> | undefined;
  let all = 0;
  let turn = 0;

  const judged = (item: Item): Item => {
    const flags = anew?.get(text(item.properties, 'site_id') ?? '');
    if (flags === undefined) return item;
    const told = (language: 'vi' | 'en') =>
      flags.flags.map(({ reason }) => reason[language]).join(' ') || null;
    return {
      ...item,
      properties: {
        ...item.properties,
        as_of: viewer.asOf(),
        level: flags.level,
        flag_count: flags.flags.length,
        score: flags.flags.reduce((sum, { level, weight }) => sum + points[level] * weight, 0),
        reasons_vi: told('vi'),
        reasons_en: told('en'),
        flags: flags.flags,
      },
    };
  };
  const rank = (item: Item) => {
    const at = LEVEL_ORDER.indexOf(text(item.properties, 'level') ?? '');
    return at < 0 ? LEVEL_ORDER.length : at;
  };
  let shown: { readonly of: unknown; readonly items: readonly Item[] } | undefined;
  const items = () => {
    const of = anew ?? read;
    if (shown?.of !== of) {
      shown = {
        of,
        items: anew === undefined ? read : read.map(judged).toSorted((a, b) => rank(a) - rank(b)),
      };
    }
    return shown.items;
  };
  const judgedOn = (): IsoDate | null => {
    if (anew !== undefined) return viewer.asOf();
    const days = read.flatMap((item) => text(item.properties, 'as_of') ?? []);
    return (days[0] as IsoDate | undefined) ?? null;
  };
  const report = (asOf: IsoDate) => {
    const known = reports.get(asOf);
    if (known !== undefined) return known;
    const asked = runProcess('flag-sites', { as_of: asOf, priorities: true }).then((answer) => {
      if (!answer.ok) reports.delete(asOf);
      return answer.ok ? answer.value : undefined;
    });
    reports.set(asOf, asked);
    return asked;
  };
  const judgeToday = async () => {
    const mine = turn;
    judging = 'running';
    tell();
    const found = await report(viewer.asOf());
    if (mine !== turn) return;
    judging = found === undefined ? 'failed' : 'no';
    if (found !== undefined) anew = new Map(found.sites.map((site) => [site.site_id, site]));
    tell();
  };
  const reload = async () => {
    turn += 1;
    const mine = turn;
    state = 'loading';
    judging = 'no';
    anew = undefined;
    tell();
    const answer = await fetchItems('mineral-sites', viewer.asOf(), MOST_SITES);
    if (mine !== turn) return;
    state = answer.ok ? 'ready' : 'failed';
    read = answer.ok ? answer.value.features : [];
    all = answer.ok ? answer.value.numberMatched : 0;
    tell();
    // A day that somebody chose is answered as of that day: documents lapse between two borders of vintages.
    const on = judgedOn();
    const chosen = viewer.store.state().asOf;
    if (answer.ok && chosen !== null && on !== null && on !== chosen) void judgeToday();
  };
  viewer.store.subscribe((now, before) => {
    if (now.asOf !== before.asOf && turn > 0) void reload();
    else if (now.filter !== before.filter) {
      if (turn === 0) void reload();
      tell();
    }
  });
  return {
    state: () => state,
    items,
    passing: () => {
      const { filter } = viewer.store.state();
      return questions(filter) === 0
        ? items()
        : items().filter(({ properties }) => passes(properties, filter));
    },
    all: () => all,
    judgedOn,
    judging: () => judging,
    judgeToday,
    judged,
    priorities: async () => (await report(viewer.asOf()))?.priorities,
    start: () => {
      if (turn === 0) void reload();
    },
    reload,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
