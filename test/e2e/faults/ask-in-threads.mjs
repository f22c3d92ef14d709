// A process of its own: as a server asks its embedded store, in threads, which want what is compiled. Prints what came of it.
import { openStore } from '@giapranh/store';

const place = JSON.parse(process.argv[2] ?? '{}');
const question = { layer: 'roads', limit: 500, offset: 0, count: true };

async function opened(more) {
  const store = await openStore({ ...place, ...more });
  if (!store.ok) throw new Error(JSON.stringify(store.issues));
  return store.value;
}

const faultOf = (asked) =>
  asked.then(
    () => 'answered',
    (error) => error.issue?.code ?? String(error),
  );

const impatient = await opened({ query_ms: 1 });
const hasty = await faultOf(impatient.textPage(question));
await impatient.close();

const [threads, plain] = [await opened({ query_ms: 60_000 }), await opened({})];
let ticks = 0;
const timer = setInterval(() => {
  ticks += 1;
}, 1);
const answers = await Promise.all(Array.from({ length: 6 }, () => threads.textPage(question)));
clearInterval(timer);
const read = ({ text, ...told }) => JSON.stringify([told, Buffer.concat([...text]).toString('utf8')]);
const same = read(answers[5]) === read(await plain.textPage(question));
const refused = await faultOf(threads.textPage({ ...question, after: 'x' }));
await Promise.all([threads.close(), plain.close()]);
process.stdout.write(JSON.stringify({ hasty, same, refused, ticked: ticks > 3 }));
