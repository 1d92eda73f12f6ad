import {
  base64url,
  commitmentOf,
  credentialFrom,
  makeCast,
  newSeed,
  type Cast,
  type Choice,
  type Credential,
  type Manifest,
  type Pass,
  type PassSubject,
  type StylePaper,
} from '@commonthread/ballot-protocol';
import { sampleElection } from '@commonthread/ballot-protocol/sample';

import type { TestUrn } from './test-urn.js';

export interface TestElection {
  readonly id: string;
  readonly manifest: Manifest;
  issuePass(subject: PassSubject): Promise<Pass>;
  voter(): Promise<Voter>;
}

/** A pass and its key, as a browser holds them. */
export interface Voter {
  readonly credential: Credential;
  readonly pass: Pass;
  cast(choices: readonly Choice[], rev?: number): Cast;
}

let elections = 0;
const issuers = new Map<string, ReturnType<typeof sampleElection>>();

export interface Traits {
  readonly paper?: Partial<Omit<StylePaper, 'style' | 'issuerKey'>>;
  readonly opensAt?: string;
  readonly closesAt?: string;
  readonly id?: string;
}

/** Opens an election that takes approval ballots of five projects, from an hour ago until tomorrow. */
export async function openElection(urn: TestUrn, traits: Traits = {}): Promise<TestElection> {
  const id = traits.id ?? `round-${++elections}`;
  const key = JSON.stringify([traits.paper, urn.config.databaseUrl]);
  const sample = await (issuers.get(key) ?? issuers.set(key, sampleElection(traits.paper)).get(key)!);
  const log = (await urn.admin('GET', `/elections/${id}/log`)).json<Manifest['log']>();
  const hour = 60 * 60 * 1000;
  const manifest: Manifest = {
    ...sample.manifest,
    election: id,
    log,
    opensAt: traits.opensAt ?? new Date(Date.now() - hour).toISOString(),
    closesAt: traits.closesAt ?? new Date(Date.now() + 24 * hour).toISOString(),
  };
  const opened = await urn.admin('POST', '/elections', { manifest });
  if (opened.statusCode !== 201) throw new Error(opened.body);
  const election: TestElection = {
    id,
    manifest,
    issuePass: sample.issuePass,
    async voter() {
      const credential = credentialFrom(newSeed());
      const pass = await sample.issuePass({ election: id, style: 'city', cred: credential.publicKey });
      return {
        credential,
        pass,
        cast: (choices, rev = 1) => makeCast(credential, { election: id, style: 'city', rev, choices }, pass),
      };
    },
  };
  return election;
}

export const commitmentText = ({ header, body }: Cast): string => base64url(commitmentOf(header, body));

/** So many voters, each with one ballot in the box. @returns what they sent, in the order it arrived */
export async function castMany(urn: TestUrn, election: TestElection, count: number): Promise<Cast[]> {
  const casts = await Promise.all(
    Array.from({ length: count }, async (_, n) =>
      (await election.voter()).cast([['benches', 'mural', 'ramp'][n % 3]!]),
    ),
  );
  for (const cast of casts) {
    const answer = await urn.send('POST', '/cast', cast);
    if (answer.statusCode !== 200) throw new Error(answer.body);
  }
  return casts;
}

/** A roll on which so many took part. */
export const rollSummary = (election: string, online: number, paper = 0) => ({
  format: 'commonthread-roll-summary/1',
  election,
  styles: [{ style: 'city', electors: online + paper + 10, online, paper, reissued: 0 }],
});

/** Ends the voting by two people and writes the close record. */
export async function closeAndFinish(
  urn: TestUrn,
  { id }: TestElection,
  online: number,
  paper = 0,
): Promise<void> {
  const closed = await urn.admin('POST', `/elections/${id}/close`, { by: ['officer-1', 'officer-2'] });
  if (closed.statusCode !== 204) throw new Error(closed.body);
  const finished = await urn.admin('POST', `/elections/${id}/finish`, {
    rollSummary: rollSummary(id, online, paper),
  });
  if (finished.statusCode !== 204) throw new Error(finished.body);
}
