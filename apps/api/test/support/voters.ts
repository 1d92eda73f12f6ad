import {
  credentialFrom,
  fromBase64url,
  makeCast,
  newSeed,
  type Cast,
  type Choice,
  type Credential,
  type Manifest,
  type Pass,
} from '@commonthread/ballot-protocol';
import { beginPass, finishPass } from '@commonthread/ballot-protocol/pass';

import type { TestApp } from './test-app.js';

/** Somebody with a pass, as their browser holds it. */
export interface Voter {
  readonly credential: Credential;
  readonly pass: Pass;
  ballot(choices: readonly Choice[], rev?: number): Cast;
}

/** Gets a pass as a browser does: blinded, signed by the API, unblinded and checked. */
export async function voter(api: TestApp, slug: string, manifest: Manifest, token: string): Promise<Voter> {
  const [style] = manifest.styles;
  if (!style) throw new Error('the manifest has no ballot paper');
  const credential = credentialFrom(newSeed());
  const subject = { election: manifest.election, style: style.style };
  const pending = await beginPass(style.issuerKey, { ...subject, cred: credential.publicKey });
  const answer = await api.send('POST', `/rounds/${slug}/pass`, { blinded: pending.blinded }, token);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  const signed = fromBase64url(answer.json<{ blindSignature: string }>().blindSignature);
  const pass = await finishPass(pending, signed, style.issuerKey);
  return {
    credential,
    pass,
    ballot: (choices, rev = 1) => makeCast(credential, { ...subject, rev, choices }, pass),
  };
}

/** Puts a ballot into the box, as nobody in particular. */
export async function cast(address: string, ballot: Cast): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${address}/cast`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ballot),
  });
  return { status: answer.status, text: await answer.text() };
}
