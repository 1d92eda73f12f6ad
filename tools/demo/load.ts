import { Client } from './client.ts';
import { addFinishedRounds } from './finished-rounds.ts';
import { addModeration } from './moderation.ts';
import { addOpenRounds } from './open-rounds.ts';
import { leaveToConfirm } from './outcomes.ts';
import { addPlacesAndPeople } from './people.ts';
import { addRealElections } from './real-elections.ts';

export interface DemoOptions {
  readonly api: string;
  /** Address of the urn's public door. */
  readonly ballotBox: string;
  readonly databaseUrl: string;
  readonly secretKey: string;
  /** Folder of real `.pb` files, and how many of them to import beside the invented round. */
  readonly elections: { readonly folder: string; readonly which: 'first' | 'all' } | undefined;
  readonly say: (line: string) => void;
}

/** Fills an empty database with the demo city; a database that has rounds already is left as it is. */
export async function loadDemo(options: DemoOptions): Promise<void> {
  const { api, ballotBox, databaseUrl, secretKey, elections, say } = options;
  const rounds = await Client.anonymous(api).get<unknown[]>('/rounds');
  const fresh = rounds.length === 0;
  if (!fresh && elections?.which !== 'all') return;

  if (fresh) {
    say('Loading the demo city: places and people ...');
    await addPlacesAndPeople(databaseUrl, secretKey);
  }
  const officer = await Client.signIn(api, 'officer@demo.example');
  const second = await Client.signIn(api, 'second-officer@demo.example');
  const officers = { officer, second, databaseUrl };
  if (fresh) {
    say('Loading the demo city: a round in each phase ...');
    const names = ['resident', 'facilitator', 'guardian', 'young-member'];
    const residents = await Promise.all(names.map((name) => Client.signIn(api, `${name}@demo.example`)));
    const reviewer = await Client.signIn(api, 'reviewer@demo.example');
    const authors = residents.slice(0, -1);
    await addOpenRounds({ officer, second, reviewer, authors, residents, databaseUrl, ballotBox });
    say('Loading the demo city: reports and what was decided about them ...');
    const [resident, , guardian, young] = residents;
    if (resident && guardian && young) await addModeration({ api, resident, guardian, young });
    say('Loading the demo city: 26,000 ballots, counted and decided ...');
    await addFinishedRounds(officers, residents);
    await leaveToConfirm(officer, second);
  }
  if (elections) await addRealElections(elections.folder, elections.which, officers, say);
}
