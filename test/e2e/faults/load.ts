import { Agent, request } from 'node:http';
import { AS_OPERATOR, incident } from './operator.js';

/** How often each status came, and how many bytes. */
export interface Told {
  readonly statuses: Map<number, number>;
  requests: number;
}

interface Ask {
  readonly method?: string;
  readonly path: string;
  readonly body?: string;
  readonly plain?: boolean;
}

export function ask(
  base: URL,
  agent: Agent,
  { method = 'GET', path, body, plain = false }: Ask,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(plain ? {} : AS_OPERATOR),
      'accept-encoding': 'gzip',
      ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
      ...(method === 'DELETE' ? { 'if-match': '*' } : {}),
    };
    const asked = request(
      { agent, host: base.hostname, port: base.port, method, path, headers },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
        response.once('error', reject);
      },
    );
    asked.once('error', reject);
    asked.end(body);
  });
}

/** Filters that differ, a bounded number of them: what they leave in memory is full after a while. */
const FILTERS = Array.from({ length: 6 }, (_, at) => encodeURIComponent(`area_m2 > ${at * 1e6}`));
const TILES = Array.from({ length: 12 }, (_, at) => `11/${1620 + (at % 10)}/${962 + Math.floor(at / 10)}`);

type Random = () => number;

function one<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** What a full office does all day, in its proportions. */
function readingOf(random: Random): Ask {
  const kind = random();
  const tile = one(TILES, random);
  if (kind < 0.45) return { path: `/tiles/communes,border-zones/${tile}.mvt`, plain: true };
  if (kind < 0.55) return { path: `/tiles/communes/${tile}.mvt?filter=${one(FILTERS, random)}` };
  if (kind < 0.7) {
    return { path: `/collections/places/items?limit=50&offset=${Math.floor(random() * 500)}` };
  }
  if (kind < 0.8) {
    return { path: `/collections/communes/items?limit=20&filter=${one(FILTERS, random)}` };
  }
  if (kind < 0.9) {
    const [lon, lat] = [105.3 + random(), 9.5 + random()];
    return { path: `/collections/roads/items?limit=50&bbox=${lon},${lat},${lon + 0.1},${lat + 0.1}` };
  }
  return { path: one(['/collections', '/style.json', '/units.json', '/profile.json', '/registers'], random) };
}

/** Asks and writes with so many at once until told to stop; what is written is removed again. */
export async function fullLoad(
  url: string,
  atOnce: number,
  random: Random,
  goesOn: () => boolean,
): Promise<Told> {
  const base = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const told: Told = { statuses: new Map(), requests: 0 };
  const count = (status: number): void => {
    told.requests += 1;
    told.statuses.set(status, (told.statuses.get(status) ?? 0) + 1);
  };
  const items = '/collections/incidents/items';
  const work = async (who: number): Promise<void> => {
    for (let turn = 0; goesOn(); turn += 1) {
      const kind = random();
      if (kind < 0.02) {
        const body = JSON.stringify({ inputs: { name: 'Cần Thơ', as_of: '2023-05-23' } });
        count(await ask(base, agent, { method: 'POST', path: '/processes/trace-unit/execution', body }));
      } else if (kind < 0.06) {
        const id = `load-${who}-${turn}`;
        count(await ask(base, agent, { method: 'POST', path: items, body: incident(id) }));
        count(await ask(base, agent, { method: 'DELETE', path: `${items}/${id}` }));
      } else count(await ask(base, agent, readingOf(random)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, who) => work(who)));
  agent.destroy();
  return told;
}
