import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { parsePb } from '@commonthread/pabulib';

import { countFile } from './count-command.js';
import { readCountOptions } from './count-options.js';
import { declaredSpec } from './declared-rule.js';
import { byCodePoint } from './outcome-report.js';
import { readReference } from './reference-file.js';
import { sameOutcome } from './references-command.js';

const folder = join(
  process.env['COMMONTHREAD_DATA'] ?? join(import.meta.dirname, '../../../../shared/data'),
  'pabulib',
);
const names = existsSync(join(folder, 'reference')) ? readdirSync(join(folder, 'reference')) : [];
/**
 * Step-by-step completions of these take seconds in Jest's sandbox, several times longer than outside;
 * `ct references` counts all of them.
 */
const LONG = [
  'Poland_Warszawa_2026',
  'France_Toulouse_2022',
  'Poland_Krakow_2021',
  'Poland_Warszawa_2021_Ursynow',
];
const isLong = (instance: string, args: readonly string[]): boolean =>
  LONG.includes(instance) && args.some((arg) => arg.startsWith('add1'));
const clock = { now: () => performance.now() };

(names.length > 0 ? describe : describe.skip)('real elections', () => {
  it.each(names.length > 0 ? names : ['absent'])(
    '%s: every outcome is the reference’s',
    (name) => {
      const reference = readReference(readFileSync(join(folder, 'reference', name), 'utf8'), name);
      const file = parsePb(readFileSync(join(folder, `${reference.instance}.pb`), 'utf8'));
      const quick = reference.outcomes.filter(({ args }) => !isLong(reference.instance, args));
      const differing = quick.filter((expected) => {
        const spec = readCountOptions(['-', ...expected.args]).spec;
        return !spec || !sameOutcome(countFile(file, spec(file.minorPerUnit), clock), expected, file);
      });

      expect(differing.map(({ args }) => args.join(' '))).toEqual([]);
      if (reference.official) {
        const { winners } = countFile(file, declaredSpec(file), clock);
        expect(winners).toEqual(reference.official.toSorted(byCodePoint));
      }
    },
    120_000,
  );

  it.each(['Poland_Wieliczka_2023_Green_Budget', 'Poland_Swiecie_2023', 'Netherlands_Assen_2024'])(
    '%s: its declared Equal Shares funds what the city funded',
    (instance) => {
      const path = join(folder, `${instance}.pb`);
      const file = parsePb(readFileSync(path, 'utf8'));
      const funded = file.projects.filter(({ selected }) => selected === 1).map(({ id }) => id);

      expect(countFile(file, declaredSpec(file), clock).winners).toEqual(funded.toSorted(byCodePoint));
    },
  );
});
