import { addDemoPeople, readConfig } from '@commonthread/api/demo';
import { DataSource } from 'typeorm';

import { addStokeOnTrent } from './add-stoke-on-trent.mjs';

/** The places and the accounts: the two things nobody can make through the API. */
export async function addPlacesAndPeople(databaseUrl: string, secretKey: string): Promise<void> {
  const database = await new DataSource({ type: 'postgres', url: databaseUrl }).initialize();
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
