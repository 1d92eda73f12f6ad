import { addDemoPeople, readConfig } from '@commonthread/api/demo';
import { DataSource } from 'typeorm';

import { addStokeOnTrent } from './add-stoke-on-trent.mjs';
import { DEMO_TIME } from './time/demo-clock.ts';

/**
 * The places and the accounts: the two things nobody can make through the API.
 * On the demo's time: they have been there for as long as their deeds.
 */
export async function addPlacesAndPeople(databaseUrl: string, secretKey: string): Promise<void> {
  const database = await new DataSource({
    type: 'postgres',
    url: databaseUrl,
    extra: { options: DEMO_TIME },
  }).initialize();
  try {
    await addStokeOnTrent(database);
    const config = readConfig({
      DATABASE_URL: databaseUrl,
      PUBLIC_URL: 'http://localhost',
      JWT_SECRET: 'not used: nothing is signed here',
      SECRET_KEY: secretKey,
      ROLL_PEPPER: 'not used: nobody is put on a roll here',
      DEMO: '1',
    });
    await addDemoPeople(database, config);
  } finally {
    await database.destroy();
  }
}
