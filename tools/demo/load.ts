import type { Cast } from './cast.ts';
import { Client } from './client.ts';
import { finishedRounds } from './finished-rounds.ts';
import { addModeration } from './moderation.ts';
import { departments, openRounds } from './open-rounds.ts';
import { leaveToConfirm } from './outcomes.ts';
import { addPlacesAndPeople } from './people.ts';
import { addRealElections, firstElection } from './real-elections.ts';
import { Calendar } from './time/calendar.ts';
import { DemoClock } from './time/demo-clock.ts';
import { type Story, Timeline } from './time/timeline.ts';
import { runNow } from './upkeep.ts';

export interface DemoOptions {
  readonly api: string;
  /** Address of the urn's public door. */
  readonly ballotBox: string;
  readonly databaseUrl: string;
  /** Of the urn's database, as its owner. */
  readonly urnDatabaseUrl: string;
  readonly secretKey: string;
  /** Folder of real `.pb` files, and how many of them to import beside the invented round. */
  readonly elections: { readonly folder: string; readonly which: 'first' | 'all' } | undefined;
  readonly say: (line: string) => void;
}

/** Fills an empty database with the demo city; a database that has rounds already is left as it is. */
export async function loadDemo(options: DemoOptions): Promise<void> {
  const { api, elections, say } = options;
  const rounds = await Client.anonymous(api).get<unknown[]>('/rounds');
  const clock = await DemoClock.at([options.databaseUrl, options.urnDatabaseUrl]);
  try {
    await clock.takeDown();
    if (rounds.length === 0) await liveThrough(options, clock);
  } finally {
    await clock.end();
  }
  if (elections?.which !== 'all') return;
  const officer = await Client.signIn(api, 'officer@demo.example');
  await addRealElections(elections.folder, officer, say);
}

/** The years of the demo city, from its first round to last Sunday, each step on its own day. */
async function liveThrough(options: DemoOptions, clock: DemoClock): Promise<void> {
  const { elections, say } = options;
  const calendar = new Calendar(new Date());
  await clock.putUp();
  await clock.set(calendar.on(-182, 'Mon', '09:00'));
  say('Loading the demo city: places and people ...');
  await addPlacesAndPeople(options.databaseUrl, options.secretKey);
  // Their sessions last from now on, whatever the clock says afterwards.
  await clock.showRealTime();
  const cast = await signIn(options, calendar);

  say('Loading the demo city: three years of rounds, 26,000 ballots, reviews, decisions, reports ...');
  const timeline = new Timeline((at) => clock.set(at));
  await timeline.together([
    departments(cast),
    ...(await openRounds(cast)),
    ...finishedRounds(cast),
    addModeration(cast),
    leaveToConfirm('meir-play-fund', cast),
    mails(cast, clock),
    ...(elections ? [firstElection(elections.folder, cast, say)] : []),
  ]);
  await clock.everythingHeard();
}

/** News goes into mails now and then, and every week of late. */
function mails({ calendar, databaseUrl }: Cast, clock: DemoClock): Story {
  return async (time) => {
    for (const week of [-150, -124, -48, -40, -22, -8, -7, -6, -5, -4, -3, -2, -1]) {
      await time.until(calendar.on(week, 'Sun', '20:30'));
      await clock.everythingHeard();
      await runNow(databaseUrl, 'notices.mails-due');
    }
  };
}

async function signIn({ api, ballotBox, databaseUrl }: DemoOptions, calendar: Calendar): Promise<Cast> {
  const as = (name: string): Promise<Client> => Client.signIn(api, `${name}@demo.example`);
  const residents = await Promise.all(['resident', 'facilitator', 'guardian', 'young-member'].map(as));
  return {
    officer: await as('officer'),
    second: await as('second-officer'),
    reviewer: await as('reviewer'),
    moderator: await as('moderator'),
    secondModerator: await as('second-moderator'),
    residents,
    authors: residents.slice(0, -1),
    ...{ calendar, databaseUrl, api, ballotBox },
  };
}
