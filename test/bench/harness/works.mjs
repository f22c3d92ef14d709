import { Peers } from '../peers/peers.mjs';

/**
 * Runs works one after another beside the peers. One that fails is a row that says so and makes the run fail; the
 * others still run.
 *
 * @param works by name, each `(peers) => rows`.
 * @param wanted names of works, or none for all.
 */
export async function runWorks(works, wanted) {
  const peers = await Peers.start();
  try {
    const rows = [];
    for (const [name, work] of Object.entries(works)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      process.stderr.write(`  ${name}\n`);
      try {
        rows.push(...(await work(peers)));
      } catch (error) {
        process.stderr.write(`${error.stack}\n`);
        process.exitCode = 1;
        rows.push({
          work: name,
          subject: 'giapranh',
          median_ms: null,
          rounds: 0,
          note: `failed: ${error.message}`,
        });
      }
    }
    return rows;
  } finally {
    await peers.stop();
  }
}
