import { parseArgs } from 'node:util';

import { DomainError } from '@commonthread/kernel';

import { UsageError, type ExitCode, type Terminal } from './command.js';
import { InputError, readText } from './read-election-file.js';
import { compareFigures, type Comparison, together } from './statistics/compare-figures.js';
import { Fields } from './statistics/fields.js';
import { RECORD_SECTIONS } from './statistics/record-sections.js';
import type { Compute, Sections } from './statistics/sections.js';
import { SURVEY_SECTIONS } from './statistics/survey-sections.js';

export const STATISTICS_USAGE = `usage: ct statistics FILE.json
  Recomputes a file of worked figures (intervals, changes, weights, charts, small numbers) from its inputs and compares.`;

const SECTIONS: Sections = { ...SURVEY_SECTIONS, ...RECORD_SECTIONS };

/** `ct statistics FILE`: exit 1 when any figure differs from what its inputs give, each one named. */
export function statisticsCommand(args: readonly string[], terminal: Terminal): ExitCode {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError('one file is needed');
  const file = Fields.of(readJson(terminal, path), path);
  const { equal, differences } = together(file.names().map((name) => compareSection(name, file.raw(name))));
  for (const { path: figure, stated, computed } of differences) {
    terminal.out(`differs: ${figure}: the file says ${say(stated)}, its inputs give ${say(computed)}`);
  }
  terminal.out(`${equal} equal${differences.length > 0 ? `, ${differences.length} differ` : ''}`);
  return differences.length === 0 ? 0 : 1;
}

/** A section holds one worked example or a list of them. */
function compareSection(name: string, section: unknown): Comparison {
  const compute = Object.hasOwn(SECTIONS, name) ? SECTIONS[name] : undefined;
  if (!compute) throw new InputError(`${name} is no section: ${Object.keys(SECTIONS).join(', ')}`);
  if (!Array.isArray(section)) return compareExample(compute, section, name);
  return together(section.map((example, at) => compareExample(compute, example, `${name}[${at}]`)));
}

/** A figure that no method computes is a difference too: nobody has checked it. */
function compareExample(compute: Compute, example: unknown, path: string): Comparison {
  const given = Fields.of(example, path);
  const computed = computeNaming(compute, given);
  const unknown = given
    .unread()
    .filter((name) => !Object.hasOwn(computed, name))
    .map((name) => ({ path: `${path}.${name}`, stated: given.raw(name), computed: undefined }));
  return together([compareFigures(example, computed, path), { equal: 0, differences: unknown }]);
}

/** The library's refusals do not know which example was meant. */
function computeNaming(compute: Compute, given: Fields): Readonly<Record<string, unknown>> {
  try {
    return compute(given);
  } catch (error) {
    if (error instanceof DomainError) throw new InputError(`${given.path}: ${error.message}`);
    throw error;
  }
}

function readJson(terminal: Terminal, path: string): unknown {
  try {
    return JSON.parse(readText(terminal, path)) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw new InputError(`${path} is not JSON: ${error.message}`);
    throw error;
  }
}

const say = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
