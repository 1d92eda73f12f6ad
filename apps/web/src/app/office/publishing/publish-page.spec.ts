import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aSheet } from '../../shell/press-sheet/a-sheet.js';
import { refusal, settle, TestDesk, type TestPage } from '../test-page.js';
import { PublishPage } from './publish-page.js';
import type { Outcome } from './publishing-api.js';

const DIGEST = 'a'.repeat(64);
const NOBODY = {
  ...{ authors: 0, coAuthors: 0, supporters: 0, commenters: 0, followers: 0, voters: 0 },
  people: 0,
};
const TOLD = { ...NOBODY, authors: 2, voters: 30, people: 31 };
const CODES = ['vote-finished', 'count-signed', 'decision-drafted', 'reasons', 'aim', 'letters'] as const;
const letter = {
  ...{ proposalNumber: 2, title: 'Lights', round: 'Safer streets', funded: false },
  ...{
    opening: 'Thank you for “Lights”.',
    reason: 'It cost too much.',
    next: ['Try again.'],
    questions: 'Ask us.',
  },
};
const ready: Outcome = {
  roundSlug: 'streets',
  roundTitle: 'Safer streets',
  decisionNumber: 'D-1',
  needs: CODES.map((code) => ({ code, met: true, missing: 0 })),
  unanswered: 0,
  digest: DIGEST,
  sheet: { ...aSheet, draft: true },
  letters: [letter],
  told: TOLD,
  files: [
    { kind: 'ballots', address: '/api/rounds/streets/ballots.pb' },
    { kind: 'export', address: '/api/rounds/streets/export/manifest.json' },
  ],
  contact: { name: 'Participation team', email: 'team@council.example', phone: null },
  proposed: null,
  published: null,
};
const proposed = { by: 'Officer Ada', at: '2026-11-22T22:00:00Z', mine: false, stale: false };
const published = {
  ...{ at: '2026-11-22T22:30:00Z', by: ['Officer Ada', 'Officer Ben'], letters: 1 },
  ...{ told: TOLD, sent: TOLD },
};

describe('PublishPage', () => {
  let desk: TestDesk;
  beforeEach(() => (desk = new TestDesk()));

  async function show(outcome: Partial<Outcome> = {}): Promise<TestPage> {
    const page = await desk.open(PublishPage, { slug: 'streets' });
    await desk.answer('/api/rounds/streets/outcome', { ...ready, ...outcome });
    return page;
  }

  it('names each missing point with the page where it is put right, and lets nobody publish', async () => {
    const needs = CODES.map((code) => ({ code, met: code === 'vote-finished', missing: 2 }));
    const page = await show({ needs, digest: null, unanswered: 1 });

    expect(page.words).toContain(
      'Every project has its own reason, chosen or not: 2 still without : missing',
    );
    expect(page.words).toContain('The vote is finished and its export is checked : done');
    expect(page.find('a[href="/office/rounds/streets/count"]').textContent).toBe('Count and sign');
    expect(page.has('a[href="/office/rounds/streets/vote"]')).toBe(false);
    expect(page.words).toContain('5 points are missing');
    expect(page.words).toContain('1 proposal of this round was never answered');
    expect(page.has('button')).toBe(false);
  });

  it('leads to the count where no decision is drafted yet', async () => {
    const needs = CODES.map((code) => ({ code, met: false, missing: 1 }));
    const page = await show({
      needs,
      digest: null,
      decisionNumber: null,
      sheet: null,
      letters: [],
      told: null,
    });

    const todo = ['Finish the vote', 'Count and sign', 'Write the decision, below the signed count'];
    expect(page.words).not.toContain('Give the reasons');
    for (const words of todo) expect(page.words).toContain(words);
    expect(page.words).not.toContain('What goes out');
  });

  it('previews all that goes out: numbers by kind, letters, the sheet, the files', async () => {
    const page = await show();

    expect(page.words).toContain('32 notices to 31 people.');
    expect(page.words).toContain('Authors, each of their project2');
    expect(page.words).not.toContain('Supporters');
    expect(page.words).toContain('2. Lights – not funded');
    expect(page.words).toContain('WhyIt cost too much.');
    expect(page.words).toContain('DRAFT.');
    expect(page.words).toContain('manifest.json');
  });

  it('is proposed once it was read, and says who must confirm', async () => {
    const page = await show();
    await page.press('Propose to publish');
    expect(page.find('#read-error').textContent).toContain('Tick that you have read all of it');

    await page.choose('yes');
    await page.press('Propose to publish');
    const mine = { ...ready, proposed: { ...proposed, mine: true } };
    expect(await desk.answer('/api/rounds/streets/outcome/propose', mine)).toEqual({ digest: DIGEST });
    expect(page.words).toContain('You proposed it on 22 November 2026 at 22:00. Another officer must');
    expect(page.words).not.toContain('Confirm and publish');

    await page.press('Withdraw it');
    await desk.answer('/api/rounds/streets/outcome/withdraw', ready);
    expect(page.words).toContain('Propose to publish');
  });

  it('is confirmed by another officer, who then sees what went out, to how many, and where replies go', async () => {
    const page = await show({ proposed });
    await page.choose('yes');
    await page.press('Confirm and publish');
    const out = { ...ready, digest: null, sheet: aSheet, published };
    expect(await desk.answer('/api/rounds/streets/outcome/confirm', out)).toEqual({ digest: DIGEST });
    await settle();

    expect(page.find('h1').textContent).toBe('The outcome is published');
    expect(page.words).toContain('1 letter, to the authors');
    expect(page.words).toContain('32 notices to 31 people.');
    expect(page.find('a[href="/api/rounds/streets/ballots.pb"]').textContent).toContain('Every ballot');
    expect(page.has('a[href="/rounds/streets/press"]')).toBe(true);
    expect(page.words).toContain('team@council.example');
  });

  it('shows anew what changed in the meantime, and can be proposed again', async () => {
    const page = await show({ proposed });
    await page.choose('yes');
    await page.press('Confirm and publish');
    await desk.answer('/api/rounds/streets/outcome/confirm', refusal('outcome.stale'), 409);
    await desk.answer('/api/rounds/streets/outcome', { ...ready, proposed: { ...proposed, stale: true } });

    expect(page.find('ct-error-summary').textContent).toContain('Something has changed since');
    expect(page.words).toContain('what would go out is no longer what was proposed');
    expect(page.words).toContain('Propose to publish');
    expect(page.words).not.toContain('Confirm and publish');
  });

  it('says how many notices are still being written', async () => {
    const page = await show({ published: { ...published, sent: { ...NOBODY, authors: 2, people: 2 } } });

    expect(page.words).toContain('2 notices to 2 people; 30 more are being written.');
  });

  it('lets an auditor read and do nothing', async () => {
    signInAs('auditor');
    const page = await show({ proposed });

    expect(page.words).toContain('What goes out');
    expect(page.words).not.toContain('Confirm and publish');
    expect(page.words).not.toContain('Send it back');
  });

  function signInAs(role: 'auditor'): void {
    TestBed.resetTestingModule();
    desk = new TestDesk(role);
  }
});
