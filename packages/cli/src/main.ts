#!/usr/bin/env node
import { readConfig } from './config.js';
import { languageOf } from './language.js';
import { runProgram } from './program.js';
import { reportBug } from './report.js';
import { processTerminal } from './terminal.js';

const args = process.argv.slice(2);
const terminal = processTerminal();
const language = languageOf(args);
try {
  process.exitCode = await runProgram(args, { terminal, language, config: readConfig() });
} catch (error) {
  process.exitCode = reportBug(terminal, error, language);
}
