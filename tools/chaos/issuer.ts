import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import { credentialFrom, fromBase64url, newSeed, type Pass } from '@commonthread/ballot-protocol';
import { beginPass, finishPass, type PendingPass } from '@commonthread/ballot-protocol/pass';
import pg from 'pg';

import { freePort } from '../postgres/cluster.mjs';
import { prepareApiDatabase } from '../postgres/api-database.mjs';
import { addElectorate, PUBLIC_URL } from './electorate.ts';
import { Service } from './service.ts';
import type { Voter } from './voters.ts';

/** Every how manieth voter asks a second time though the first answer came. */
const ASKS_TWICE = 4;

/** The API that signs passes, and those who fetch them. */
export interface Issuer {
  readonly api: Service;
  /** Of the round. */
  readonly id: string;
  readonly style: string;
  /** SubjectPublicKeyInfo, base64url. */
  readonly issuerKey: string;
  readonly voters: readonly Voter[];
  /** Asks once more for every pass that was signed, and compares the roll. */
  check(): Promise<{ passes: number; changedPasses: number; wrongRoll: number }>;
}

/** Starts the API on a database of its own, with a round that is open and everybody on its roll. */
export async function startIssuer(owner: string, count: number): Promise<Issuer> {
  await createDatabase(owner);
  const roles = { appPassword: 'app', rollPassword: 'roll' };
  const { ownerUrl, appUrl, rollUrl } = await prepareApiDatabase(owner, roles);
  const jwtSecret = randomBytes(48).toString('base64url');
  const api = new Service('api', await freePort(), {
    DATABASE_URL: appUrl,
    ROLL_DATABASE_URL: rollUrl,
    OWNER_DATABASE_URL: ownerUrl,
    PUBLIC_URL,
    JWT_SECRET: jwtSecret,
    SECRET_KEY: randomBytes(32).toString('base64'),
    ROLL_PEPPER: randomBytes(32).toString('base64url'),
    DEMO: '1',
  });
  await api.ready();
  const { id, slug, tokens } = await addElectorate(ownerUrl, count, jwtSecret);
  const [key] = (await (await fetch(`${api.address}/api/rounds/${slug}/issuer-keys`)).json()) as [
    { style: string; spki: string },
  ];
  const url = `${api.address}/api/rounds/${slug}/pass`;
  const signed = new Map<string, string>();
  const changed = new Set<string>();
  const begun = new Map<string, PendingPass>();

  const ask = async (token: string, { blinded }: PendingPass): Promise<string> => {
    const answer = await signUntilAnswered(url, token, blinded);
    const known = signed.get(token);
    if (known !== undefined && known !== answer) changed.add(token);
    signed.set(token, known ?? answer);
    return answer;
  };
  const voters = tokens.map((token, voter): Voter => {
    const credential = credentialFrom(newSeed());
    const pass = async (): Promise<Pass> => {
      const subject = { election: id, style: key.style, cred: credential.publicKey };
      const pending = await beginPass(key.spki, subject);
      begun.set(token, pending);
      if (voter % ASKS_TWICE === 0) await ask(token, pending);
      return finishPass(pending, fromBase64url(await ask(token, pending)), key.spki);
    };
    return { credential, pass };
  });
  const check = async () => {
    await api.ready();
    for (const [token, pending] of begun) await ask(token, pending);
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ rows: number; counted: number }>(
      `SELECT (SELECT count(*)::integer FROM roll.participation) AS rows,
              (SELECT sum(n)::integer FROM roll.issue_count) AS counted`,
    );
    await client.end();
    const [roll] = rows as [(typeof rows)[number]];
    const wrongRoll = Math.abs(roll.rows - count) + Math.abs(roll.counted - count);
    return { passes: signed.size, changedPasses: changed.size, wrongRoll };
  };
  return { api, id, style: key.style, issuerKey: key.spki, voters, check };
}

/** The same bytes again and again, until the API says something other than that it is not there. */
async function signUntilAnswered(url: string, token: string, blinded: string): Promise<string> {
  for (;;) {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ blinded }),
      signal: AbortSignal.timeout(8_000),
    }).catch(() => undefined);
    const text = await answer?.text().catch(() => undefined);
    if (answer?.status === 200 && text !== undefined) {
      return (JSON.parse(text) as { blindSignature: string }).blindSignature;
    }
    if (answer && answer.status < 500) throw new Error(`a pass was refused: ${text}`);
    await wait(50 + Math.random() * 100);
  }
}

async function createDatabase(address: string): Promise<void> {
  const admin = new URL(address);
  const name = admin.pathname.slice(1);
  admin.pathname = '/postgres';
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  await client.end();
}
