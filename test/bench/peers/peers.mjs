import { installPeers } from './install.mjs';
import { Postgis } from './postgis.mjs';
import { Shapely } from './shapely.mjs';

/** The peers that run beside this process; one that is not installed is `undefined`. */
export class Peers {
  postgis;
  shapely;
  #given = new Set();

  static async start() {
    installPeers();
    const peers = new Peers();
    [peers.postgis, peers.shapely] = await Promise.all([Postgis.start(), Shapely.start()]);
    return peers;
  }

  /** Tables `communes` and, in pieces, `communes_pieces`; once. */
  async postgisUnits(units) {
    if (!this.#first('postgis')) return;
    await this.postgis.load('communes', units);
    await this.postgis.subdivide('communes', 'communes_pieces');
  }

  async shapelyUnits(units) {
    if (this.#first('shapely')) await this.shapely.load('communes', units);
  }

  #first(who) {
    return !this.#given.has(who) && this.#given.add(who) !== undefined;
  }

  async stop() {
    await Promise.all([this.postgis?.stop(), this.shapely?.stop()]);
  }
}
