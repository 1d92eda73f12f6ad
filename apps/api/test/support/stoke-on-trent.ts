import type { DataSource } from 'typeorm';

/** The places of the demo city, as `tools/demo` loads them. A plain module: it has no types to import. */
export async function addStokeOnTrent(db: DataSource): Promise<void> {
  const tool = new URL('../../../../tools/demo/add-stoke-on-trent.mjs', import.meta.url).href;
  await ((await import(tool)) as { addStokeOnTrent(db: DataSource): Promise<unknown> }).addStokeOnTrent(db);
}
