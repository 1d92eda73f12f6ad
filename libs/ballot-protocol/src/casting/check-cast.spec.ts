import { beforeAll, describe, expect, it } from '@jest/globals';

import {
  BallotElsewhere,
  BallotSignatureInvalid,
  ChoicesNotCanonical,
  FormatInvalid,
  PassInvalid,
} from '../errors.js';
import { credentialFrom } from '../formats/credential.js';
import { manifestText, readManifest } from '../formats/manifest.js';
import { sampleElection, type SampleElection } from '../sampling/sample-election.js';
import type { Pass } from '../signing/pass-key.js';
import { makeCast, readCast, type Cast } from './cast.js';
import { ballotRules, checkCast, type BallotRules } from './check-cast.js';

const credential = credentialFrom(new Uint8Array(16).fill(3));
const vote = { election: 'example-round', style: 'city', rev: 1, choices: ['lights', 'ramp'] };
let election: SampleElection;
let rules: BallotRules;
let pass: Pass;
beforeAll(async () => {
  election = await sampleElection();
  rules = await ballotRules(election.manifest, (paper, choices) => {
    const known = paper.projects.filter(({ id }) => choices.includes(id)).map(({ id }) => id);
    if (known.length !== choices.length) throw new FormatInvalid('choices');
    return known;
  });
  pass = await election.issuePass({ election: 'example-round', style: 'city', cred: credential.publicKey });
});
const sent = (cast: Cast) => readCast(JSON.parse(JSON.stringify(cast)));

describe('a cast', () => {
  it('is accepted with a pass, and a change without one when the pass is kept', async () => {
    const first = await checkCast(sent(makeCast(credential, vote, pass)), rules);
    expect(first.pass).toEqual(pass);
    const change = await checkCast(sent(makeCast(credential, { ...vote, rev: 2 })), rules, first.pass);
    expect(change.header.rev).toBe(2);
    expect(change.commitment).not.toEqual(first.commitment);
    const again = sent(makeCast(credential, vote, pass));
    expect((await checkCast(again, rules, first.pass)).pass).toEqual(pass);
  });

  it('is refused without any pass, and with another than the one kept', async () => {
    await expect(checkCast(sent(makeCast(credential, vote)), rules)).rejects.toThrow(PassInvalid);
    const other = { ...pass, prefix: new Uint8Array(32) };
    await expect(checkCast(sent(makeCast(credential, vote, other)), rules, pass)).rejects.toThrow(
      PassInvalid,
    );
    await expect(checkCast(sent(makeCast(credential, vote, other)), rules)).rejects.toThrow(PassInvalid);
  });

  it('is refused with the pass of another credential, election or style', async () => {
    const cred = credential.publicKey;
    for (const subject of [
      { election: 'example-round', style: 'city', cred: new Uint8Array(32) },
      { election: 'other-round', style: 'city', cred },
      { election: 'example-round', style: 'north', cred },
    ]) {
      const foreign = await election.issuePass(subject);
      await expect(checkCast(sent(makeCast(credential, vote, foreign)), rules)).rejects.toThrow(PassInvalid);
    }
  });

  it('is refused when header, body or signature was altered', async () => {
    const cast = sent(makeCast(credential, vote, pass));
    const other = makeCast(credentialFrom(new Uint8Array(16)), vote, pass);
    for (const altered of [
      { ...cast, header: { ...cast.header, rev: 2 } },
      { ...cast, body: { ...cast.body, choices: ['ramp'] } },
      { ...cast, body: { ...cast.body, salt: other.body.salt } },
      { ...cast, credSig: other.credSig },
    ]) {
      await expect(checkCast(altered, rules)).rejects.toThrow(BallotSignatureInvalid);
    }
  });

  it('is refused for another election or style, an unknown project, and choices out of order', async () => {
    for (const [change, error] of [
      [{ election: 'other-round' }, BallotElsewhere],
      [{ style: 'north' }, BallotElsewhere],
      [{ choices: ['castle'] }, FormatInvalid],
      [{ choices: ['ramp', 'lights'] }, ChoicesNotCanonical],
    ] as const) {
      await expect(checkCast(makeCast(credential, { ...vote, ...change }, pass), rules)).rejects.toThrow(
        error,
      );
    }
  });

  it.each(['costs', 'elector', 'ticket'])('is refused with a field %s', (field) => {
    expect(() => readCast({ ...makeCast(credential, vote), [field]: 1 })).toThrow(FormatInvalid);
    expect(() => readCast({ header: {} })).toThrow(FormatInvalid);
  });
});

describe('a manifest', () => {
  it('is read back as written', () => {
    expect(readManifest(JSON.parse(manifestText(election.manifest)))).toEqual(election.manifest);
  });

  it('is refused with an unknown field, a repeated style, key or project, or a close before the opening', () => {
    const { manifest } = election;
    const [style] = manifest.styles;
    for (const wrong of [
      { ...manifest, note: '' },
      { ...manifest, styles: [] },
      { ...manifest, styles: [style, style] },
      { ...manifest, styles: [style, { ...style, style: 'north' }] },
      { ...manifest, styles: [{ ...style, projects: [style!.projects[0], style!.projects[0]] }] },
      { ...manifest, closesAt: manifest.opensAt },
      { ...manifest, opensAt: '2026-05-01' },
    ]) {
      expect(() => readManifest(wrong)).toThrow(FormatInvalid);
    }
  });
});
