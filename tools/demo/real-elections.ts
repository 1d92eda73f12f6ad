import { openAsBlob, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { Client } from './client.ts';
import { countAndPublish, importElection, type Officers } from './finished-rounds.ts';

/** Officially counted by Equal Shares, and small: the best one to meet first. */
const FIRST = 'Poland_Wieliczka_2023_Green_Budget.pb';

/**
 * Imports real elections from a folder, those that are not there yet. They are read where they lie and are
 * never part of the product.
 *
 * @param which `first`: only the one to meet first, counted and published; `all`: every file of the folder
 */
export async function addRealElections(
  folder: string,
  which: 'first' | 'all',
  officers: Officers,
  say: (line: string) => void,
): Promise<void> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.pb') && (which === 'all' || name === FIRST))
    .toSorted((a, b) => Number(b === FIRST) - Number(a === FIRST) || a.localeCompare(b));
  const there = await alreadyImported(officers.officer);
  for (const name of files.filter((file) => !there.has(file))) {
    say(`Importing ${name} ...`);
    try {
      const slug = await importElection(
        officers.officer,
        basename(name),
        await openAsBlob(join(folder, name)),
      );
      if (name === FIRST) await countAndPublish(slug, officers);
    } catch (fault) {
      say(`  not imported: ${(fault as Error).message}`);
    }
  }
}

async function alreadyImported(client: Client): Promise<ReadonlySet<string>> {
  const imports = await client.get<{ fileName: string; state: string }[]>('/imports');
  return new Set(imports.filter(({ state }) => state === 'done').map(({ fileName }) => fileName));
}
