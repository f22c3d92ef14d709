/** Results as tables in Markdown, one a bench. */

/** The bench itself, and a peer that talks to it. */
const QUIET_LOAD = 3;

const digits = (value, count) =>
  Number(value.toPrecision(count)).toLocaleString('en-US', { maximumFractionDigits: 6 });

const timeText = (ms) =>
  ms === null ? '–' : ms >= 10_000 ? `${digits(ms / 1000, 3)} s` : `${digits(ms, 3)} ms`;

/** How many times as fast ours is as this subject. */
const factorText = ({ ratio, subject }) =>
  ratio === undefined || isOurs(subject) ? '' : `×${digits(1 / ratio, 2)}`;

const isOurs = (subject) => subject.startsWith('giapranh');

const factsText = ({ facts = [], note = '' }) => [...facts, note].filter((text) => text !== '').join('; ');

function tableOf(headings, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}

/** All rows of the results, by bench. */
export function fullTable({ machine, benches }) {
  const parts = Object.entries(benches).map(([name, { form, rows, load, seconds }]) => {
    const body = rows.map((row) => [
      row.work,
      row.data ?? '',
      isOurs(row.subject) ? `**${row.subject}**` : row.subject,
      timeText(row.median_ms),
      factorText(row),
      factsText(row),
    ]);
    return [
      `## ${name}`,
      `${form === 'short' ? 'Short form. ' : ''}Load ${load.before} before, ${load.after} after; ${Math.round(seconds)} s in all.`,
      tableOf(['work', 'data', 'subject', 'median', 'ours is', 'also'], body),
    ].join('\n\n');
  });
  const on = `${machine.cpus} cores (${machine.model}), ${machine.memory_GiB} GiB, Node ${machine.node}`;
  return ['# Side by side', `Made by \`pnpm bench\` on ${on}.`, ...parts].join('\n\n').concat('\n');
}

/** Ours against the fastest peer of each work: what the README shows. */
export function mainTable({ benches }) {
  const rows = ['geometry', 'tiles'].flatMap((name) => benches[name]?.rows ?? []);
  const works = [...new Map(rows.map((row) => [`${row.work}|${row.data}`, row])).values()];
  const body = works.flatMap(({ work, data }) => {
    const of = rows.filter((row) => row.work === work && row.data === data && row.median_ms !== null);
    const ours = of.find(({ subject }) => isOurs(subject));
    const peers = of.filter(({ subject, cores }) => !isOurs(subject) && cores === ours?.cores);
    const [fastest] = peers.sort((a, b) => a.median_ms - b.median_ms);
    if (ours === undefined || fastest === undefined) return [];
    return [
      [
        work,
        data,
        timeText(ours.median_ms),
        `${fastest.subject}: ${timeText(fastest.median_ms)}`,
        factorText(fastest),
      ],
    ];
  });
  if (body.length === 0) return '_No full run is kept yet._';
  const table = tableOf(['work', 'data', 'Giáp Ranh', 'fastest peer', 'ours is'], body);
  const rough = ['geometry', 'tiles'].flatMap((name) => roughText(name, benches[name]));
  return [...rough, table].join('\n\n');
}

/** What makes a bench's figures less than they could be; none for a full run on a quiet machine. */
function roughText(name, bench) {
  if (bench === undefined) return [];
  const { form, load } = bench;
  const most = Math.max(load.before, load.after);
  if (form !== 'short' && most < QUIET_LOAD) return [];
  const size = form === 'short' ? 'the short form, with little work and little warming up' : 'the full form';
  return [`_${name}: ${size}, at a load of up to ${most}; ratios are rough._`];
}

export function ceilingTable(broken) {
  return tableOf(
    ['work', 'against', 'our time over theirs, or ours', 'ceiling', 'why'],
    broken.map(({ work, against = '', ratio, most, median_ms, most_ms, reason }) =>
      most_ms === undefined
        ? [work, against, digits(ratio, 3), String(most), reason]
        : [work, against, timeText(median_ms), timeText(most_ms), reason],
    ),
  );
}
