import { existsSync, openAsBlob, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { Client } from './client.ts';
import { countAndPublish, importElection, type Officers } from './finished-rounds.ts';
import type { Story } from './time/timeline.ts';

/** Officially counted by Equal Shares, and small: the best one to meet first. */
const FIRST = 'Poland_Wieliczka_2023_Green_Budget.pb';

/** The election to meet first, read from where it lies, counted and published. They are never part of the product. */
export function firstElection(folder: string, officers: Officers, say: (line: string) => void): Story {
  return async (time) => {
    await time.until(officers.calendar.on(-30, 'Tue', '14:05'));
    const slug = await importFrom(folder, FIRST, officers.officer, say);
    if (slug) await countAndPublish(slug, -30, 'Wed', officers)(time);
  };
}

/** Imports every real election of a folder that is not there yet. */
export async function addRealElections(
  folder: string,
  officer: Client,
  say: (line: string) => void,
): Promise<void> {
  const there = await alreadyImported(officer);
  const files = readdirSync(folder).filter((name) => name.endsWith('.pb') && !there.has(name));
  for (const name of files.toSorted()) await importFrom(folder, name, officer, say);
}

async function importFrom(
  folder: string,
  name: string,
  officer: Client,
  say: (line: string) => void,
): Promise<string | undefined> {
  if (!existsSync(join(folder, name))) return undefined;
  say(`Importing ${name} ...`);
  try {
    return await importElection(officer, basename(name), await openAsBlob(join(folder, name)));
  } catch (fault) {
    say(`  not imported: ${(fault as Error).message}`);
    return undefined;
  }
}

async function alreadyImported(client: Client): Promise<ReadonlySet<string>> {
  const imports = await client.get<{ fileName: string; state: string }[]>('/imports');
  return new Set(imports.filter(({ state }) => state === 'done').map(({ fileName }) => fileName));
}
