import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';

import { RollJobs } from '../src/roll/upkeep/roll-jobs.js';
import { everyOrder, linked, type Order, rankCorrelation, shuffled } from './support/linking.js';
import { signedIn } from './support/people.js';
import { testPlace } from './support/places.js';
import { type TestApp, testApp } from './support/test-app.js';
import { type UrnProcess, urnProcess } from './support/urn-process.js';
import { cast, voter } from './support/voters.js';
import { openVote, type OpenVote } from './support/votes.js';

const VOTERS = 60;
/** One right link in sixty is what guessing finds; nine or more come up once in a million guesses. */
const MOST_LINKS = 9;
/** Five standard errors for sixty pairs. */
const MOST_CORRELATION = 0.68;

describe('a thief of both databases', () => {
  let urn: UrnProcess;
  let urnDb: DataSource;
  let api: TestApp;
  let vote: OpenVote;
  /** Names of the voters and of their ballots, in the order in which they came: what the thief wants to know. */
  const people: string[][] = [];
  const ballots: string[][] = [];

  beforeAll(async () => {
    urn = await urnProcess();
    api = await testApp(urn.settings);
    urnDb = await new DataSource({ type: 'postgres', url: urn.databaseUrl }).initialize();
    await testPlace(api, 'city');
    const officer = await signedIn(api, { roles: [['officer', 'city']] });
    vote = await openVote(api, urn, { officer, author: await signedIn(api) }, VOTERS);

    // Each gets a pass and votes at once, one after another: the easiest case for a thief.
    for (const at of shuffled(VOTERS)) {
      const { id, token } = vote.people[at]!;
      const one = await voter(api, vote.slug, vote.manifest, token);
      expect((await cast(urn.address, one.ballot([vote.projects[at % 3]!]))).status).toBe(200);
      people.push([id, vote.electors[at]!]);
      ballots.push([Buffer.from(one.credential.publicKey).toString('hex')]);
    }
    await nextBatches();
    await api.app.get(RollJobs, { strict: false }).keep();
  }, 120_000);
  afterAll(async () => {
    await urnDb?.destroy();
    await api?.close();
    await urn?.stop();
  });

  /** Until fewer wait than a batch takes: those lie as they came, as they would on any day of voting. */
  async function nextBatches(): Promise<void> {
    for (let waiting = VOTERS; waiting >= 20;) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      [{ waiting }] = await urnDb.query('SELECT count(*)::int AS waiting FROM urn.ballot WHERE idx IS NULL');
    }
  }

  it('row 75: links voters to ballots no better than chance, by any order of any table', async () => {
    const ofVoters = await everyOrder(api.db, people);
    const ofBallots = await everyOrder(urnDb, ballots);
    expect(ofVoters.some(({ by }) => by.startsWith('roll.participation'))).toBe(true);
    expect(ofBallots.some(({ by }) => by.startsWith('urn.ballot'))).toBe(true);

    const suspicious = ofVoters.flatMap((voters) =>
      ofBallots.flatMap((cast) => {
        const [links, correlation] = [linked(voters, cast), rankCorrelation(voters, cast)];
        return links > MOST_LINKS || Math.abs(correlation) > MOST_CORRELATION
          ? [`${voters.by} with ${cast.by}: ${links} linked, correlation ${correlation.toFixed(2)}`]
          : [];
      }),
    );
    expect(suspicious).toEqual([]);
  });

  it('stirs without counting or telling anybody twice', async () => {
    const [counted] = await api.db.query(
      `SELECT (SELECT count(*)::int FROM roll.participation) AS passes, (SELECT count(*)::int FROM roll.notice) AS told,
         (SELECT sum(n)::int FROM roll.issue_count) AS counted, (SELECT count(*)::int FROM roll.stirred) AS stirred`,
    );
    expect(counted).toEqual({ passes: VOTERS, told: VOTERS, counted: VOTERS, stirred: 1 });
  });

  it('would be seen, if one order were kept on both sides', () => {
    const asTheyCame: Order = { by: 'order of coming', ranks: [...Array(VOTERS).keys()] };
    expect(linked(asTheyCame, asTheyCame)).toBe(VOTERS);
    expect(rankCorrelation(asTheyCame, asTheyCame)).toBeCloseTo(1);
  });
});
