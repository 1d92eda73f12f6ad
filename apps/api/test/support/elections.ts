import { setTimeout as wait } from 'node:timers/promises';

import type { LightMyRequestResponse } from 'fastify';

import type { TestApp } from './test-app.js';

/** A small election in the `.pb` format, made up: three projects, six voters, columns about persons. */
export const SMALL_PB = `META
key;value
description;A made-up vote on three projects
country;United Kingdom
unit;Testtown
instance;2024
subunit;North
num_projects;3
num_votes;6
budget;1000
vote_type;approval
rule;equalshares/add1
date_begin;01.03.2024
date_end;31.03.2024
currency;GBP
PROJECTS
project_id;cost;votes;name;category;neighborhood;selected
bench;300;4;Benches by the canal;green,sitting;Canal;1
court;600;3;A ball court;sport;Centre;0
tree;400;3;Forty trees;green;Canal;1
VOTES
voter_id;vote;age;sex
v1;bench,court;34;F
v2;bench,court;51;M
v3;bench,tree;29;F
v4;bench,tree;72;F
v5;tree;45;M
v6;court;38;M
`;

/** One file with its fields, as a browser sends it. */
export function upload(
  api: TestApp,
  token: string | undefined,
  file: { readonly name: string; readonly content: string | Buffer } | null,
  fields: Readonly<Record<string, string>>,
  query = '',
): Promise<LightMyRequestResponse> {
  const boundary = 'a-line-between-parts';
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  );
  if (file) {
    parts.push(
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\n` +
          'content-type: text/plain\r\n\r\n',
      ),
      Buffer.from(file.content),
      Buffer.from('\r\n'),
    );
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`));
  return api.app.inject({
    method: 'POST',
    url: `/api/imports${query}`,
    payload: Buffer.concat(parts),
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
  });
}

/** Asks again until the answer is as wished. */
export async function until<Answer>(
  api: TestApp,
  path: string,
  token: string,
  done: (answer: Answer) => boolean,
): Promise<Answer> {
  for (const startedMs = Date.now(); Date.now() - startedMs < 60_000;) {
    const answer: Answer = (await api.send('GET', path, undefined, token)).json();
    if (done(answer)) return answer;
    await wait(50);
  }
  throw new Error(`${path} did not get there within a minute`);
}

export interface ImportAnswer {
  readonly id: string;
  readonly state: string;
  readonly roundSlug: string | null;
  readonly faults: readonly { line: number; field: string; code: string; reason: string }[];
  readonly warnings: readonly string[];
  readonly projects: number;
  readonly ballots: number;
  readonly seconds: number;
}

/** Imports a file and waits for the end. @returns the import as it ended */
export async function imported(
  api: TestApp,
  token: string,
  content: string | Buffer = SMALL_PB,
  fields: Readonly<Record<string, string>> = { placeSlug: 'stoke' },
): Promise<ImportAnswer> {
  const { id } = (await upload(api, token, { name: 'election.pb', content }, fields)).json();
  return until<ImportAnswer>(api, `/imports/${id}`, token, ({ state }) =>
    ['done', 'refused', 'failed'].includes(state),
  );
}

export interface CountAnswer {
  readonly id: string;
  readonly state: string;
  readonly failure: string | null;
}

/** Counts a round and waits until the count has run. @returns the count's id */
export async function counted(
  api: TestApp,
  token: string,
  roundSlug: string,
  body: object = {},
): Promise<string> {
  const { id } = (await api.send('POST', `/rounds/${roundSlug}/counts`, body, token)).json();
  const { state, failure } = await until<CountAnswer>(
    api,
    `/counts/${id}`,
    token,
    (count) => count.state !== 'queued' && count.state !== 'running',
  );
  if (state !== 'run') throw new Error(`the count ended as ${state}: ${failure}`);
  return id;
}
