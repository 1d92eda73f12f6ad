import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import { hash } from '@node-rs/argon2';
import type { LightMyRequestResponse } from 'fastify';

import { PASSWORD_COST } from '../../src/identity/passwords/password-cost.js';
import type { TestApp } from './test-app.js';

export const PASSWORD = 'kettle moss ninety';
const hashed = hash(PASSWORD, PASSWORD_COST);

export interface Account {
  readonly id: string;
  readonly email: string;
}

export interface Sent {
  /** Access token. */
  readonly as?: string;
  readonly cookie?: string;
  /** Address the request comes from. */
  readonly ip?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A confirmed account whose password is `PASSWORD`. */
export async function account(
  api: TestApp,
  { dateOfBirth = '1980-02-29', confirmed = true } = {},
): Promise<Account> {
  const email = `${randomUUID()}@test.example`;
  const [{ id }] = await api.db.query<[{ id: string }]>(
    `INSERT INTO people (email, display_name, password_hash, date_of_birth, confirmed_at)
     VALUES ($1, 'Test person', $2, $3, CASE WHEN $4 THEN clock_timestamp() END) RETURNING id`,
    [email, await hashed, dateOfBirth, confirmed],
  );
  return { id, email };
}

/** A POST as a browser on our own pages sends it, unless `headers` say otherwise. */
export function post(api: TestApp, path: string, body: object | string = {}, sent: Sent = {}) {
  const { as, cookie, ip = '192.0.2.1', headers } = sent;
  return api.app.inject({
    method: 'POST',
    url: `/api${path}`,
    payload: typeof body === 'string' ? body : JSON.stringify(body),
    remoteAddress: ip,
    headers: {
      'content-type': 'application/json',
      ...(as && { authorization: `Bearer ${as}` }),
      ...(cookie && { cookie }),
      ...headers,
    },
  });
}

export interface SignedInSession {
  readonly token: string;
  /** For the `cookie` header. */
  readonly cookie: string;
}

/** @throws Error when the sign-in was refused */
export async function signIn(api: TestApp, email: string, code?: string): Promise<SignedInSession> {
  const answer = await post(api, '/identity/sign-in', { email, password: PASSWORD, code });
  if (answer.statusCode !== 200) throw new Error(`not signed in: ${answer.body}`);
  return { token: answer.json().accessToken, cookie: cookieOf(answer) };
}

/** `name=value` of the one cookie an answer sets. */
export function cookieOf(answer: LightMyRequestResponse): string {
  const [cookie] = answer.cookies;
  if (!cookie) throw new Error(`no cookie in the answer: ${answer.body}`);
  return `${cookie.name}=${cookie.value}`;
}

export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly links: string[];
}

/** Waits until so many mails have come for an address. @returns them, oldest first */
export async function mailsTo(api: TestApp, email: string, count = 1): Promise<Mail[]> {
  for (let tries = 0; tries < 100; tries++) {
    const mails: Mail[] = (await api.send('GET', `/mailbox?to=${encodeURIComponent(email)}`)).json();
    if (mails.length >= count) return mails.reverse();
    await wait(100);
  }
  throw new Error(`fewer than ${count} mails to ${email} after ten seconds`);
}

/** The secret in the newest of `count` mails. */
export async function mailedToken(api: TestApp, email: string, count = 1): Promise<string> {
  const [link = ''] = (await mailsTo(api, email, count)).at(-1)?.links ?? [];
  return new URL(link).searchParams.get('token') ?? '';
}

/** As if everybody had waited long enough to try again. */
export async function forgetTries(api: TestApp): Promise<void> {
  await api.db.query('DELETE FROM rate_limits');
}
