// Runs command lines of the built command one after the other: what comes as a message is answered as a message.
import { Readable } from 'node:stream';
import { readConfig } from '../../packages/cli/dist/config.js';
import { languageOf } from '../../packages/cli/dist/language.js';
import { runProgram } from '../../packages/cli/dist/program.js';
import { reportBug } from '../../packages/cli/dist/report.js';

async function answer({ id, args, input }) {
  const [out, told] = [[], []];
  const terminal = {
    input: Readable.from(input === '' ? [] : [Buffer.from(input)]),
    out: async (text) => void out.push(text),
    say: (text) => void told.push(`${text}\n`),
    progress: () => {},
  };
  const language = languageOf(args);
  const code = await runProgram(args, { terminal, language, config: readConfig() }).catch((error) =>
    reportBug(terminal, error, language),
  );
  process.send({ id, run: { code, out: out.join(''), told: told.join('') } });
}

process.on('message', answer);
process.on('disconnect', () => process.exit());
