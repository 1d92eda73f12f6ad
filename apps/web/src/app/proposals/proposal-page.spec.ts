import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Session } from '../shell/session/session.js';
import { ProposalPage } from './proposal-page.js';
import type { Proposal } from './proposals-api.js';
import { aProposal } from './test-proposal.js';

const reader = { author: false, supported: false, following: false };
const settle = async () => {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
};

describe('ProposalPage', () => {
  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: LOCALE_ID, useValue: 'en-GB' },
      ],
    });
  });

  async function show(
    proposal: Partial<Proposal>,
    comments: object[] = [],
    round: object = { imported: false },
    review: object = { reasons: [], appeal: null, letter: false, mayAppeal: false },
    similar: object[] = [],
    sent?: string,
  ) {
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(ProposalPage);
    fixture.componentRef.setInput('number', '101');
    fixture.componentRef.setInput('sent', sent);
    TestBed.tick();
    http.expectOne('/api/proposals/101').flush({ ...aProposal, ...proposal });
    await settle();
    http
      .expectOne('/api/rounds/parks')
      .flush({ slug: 'parks', invented: false, rollClosesAt: null, ...round });
    http.match((call) => call.url === '/api/attachments').forEach((call) => call.flush([]));
    http.match('/api/proposals/101/comments').forEach((call) => call.flush(comments));
    http.match('/api/proposals/101/review').forEach((call) => call.flush(review));
    http.match('/api/proposals/101/suggestions').forEach((call) => call.flush([]));
    http.match('/api/proposals/101/similar').forEach((call) => call.flush(similar));
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const press = async (label: string) => {
      [...page.querySelectorAll('button')].find((b) => b.textContent!.includes(label))!.click();
      await settle();
    };
    return { http, page, press, text: () => page.textContent!.replace(/\s+/g, ' ') };
  }

  it('leads to the vote while it is on the ballot, and onto the list of voters before', async () => {
    const eligibility = { minimumAge: 11, connections: ['live'] };
    const voting = { state: 'voting', imported: false, stateSince: '2026-11-20T00:00:00Z', eligibility };
    const onBallot = await show({ state: 'on-ballot' }, [], voting);
    const vote = onBallot.page.querySelector('a[href="/rounds/parks/vote"]');
    expect(vote?.textContent).toBe('Vote in this round');
    expect(onBallot.text()).toContain('For people aged 11 or over on the list of voters.');
  });

  it('leads onto the list of voters while it is open, unless the proposal is out', async () => {
    const review = {
      ...{ state: 'review', imported: false, rollClosesAt: '2027-01-04T00:00:00Z' },
      eligibility: { minimumAge: 11, connections: ['live'] },
    };
    const accepted = await show({ state: 'accepted' }, [], review);
    expect(accepted.page.querySelector('a[href="/rounds/parks/vote"]')?.textContent).toContain(
      'Join the list',
    );
    expect(accepted.text()).toContain('until the end of 3 January 2027');
  });

  it('moves focus to what is wrong with an empty comment, each time, and says so in the title', async () => {
    const { page, press, text } = await show({ mine: reader });
    document.body.append(page);
    for (let tries = 0; tries < 2; tries++) {
      page.querySelector<HTMLElement>('#comment')!.focus();
      await press('Publish your comment');
      expect(document.activeElement?.tagName).toBe('CT-ERROR-SUMMARY');
    }
    expect(document.activeElement?.textContent).toContain('Write your comment first.');
    expect(document.title).toMatch(/^Error: /);
    expect(page.querySelector('#comment')!.getAttribute('aria-invalid')).toBe('true');
    expect(text()).not.toContain('Error: Error:');
  });

  it('says point by point why not, and lets its author appeal once', async () => {
    const review = {
      verdict: 'not-taken-forward',
      reasons: [{ criterion: 'land', heading: 'Land and buildings', words: 'The land is a farm.' }],
      appeal: null,
      letter: true,
      mayAppeal: true,
      appealUntil: '2026-12-20',
    };
    const mine = { ...reader, author: true };
    const shown = await show({ state: 'not-taken-forward', mine }, [], { imported: false }, review);
    const { http, page, press, text } = shown;
    expect(text()).toContain('Land and buildingsThe land is a farm.');
    expect(page.querySelector('a[href="/proposals/101/letter"]')).not.toBeNull();
    expect(text()).toContain('until 20 December 2026');

    await press('Send the appeal');
    expect(page.querySelector('#appeal-error')!.textContent).toContain('Give your reasons');
    const field = page.querySelector<HTMLTextAreaElement>('#appeal')!;
    field.value = 'The farmer has agreed to let the strip.';
    field.dispatchEvent(new Event('input'));
    await press('Send the appeal');
    const sent = http.expectOne({ method: 'POST', url: '/api/proposals/101/appeal' });
    expect(sent.request.body).toEqual({ text: field.value, textPublic: false });
    sent.flush(review);
  });

  it('says where it stands, what comes next and what it would cost', async () => {
    const { page, text } = await show({});

    expect(page.querySelector('h1')!.textContent).toBe('Benches along the canal');
    expect(text()).toContain('Put forward on 1 November 2026, waiting for review.');
    expect(text()).toContain('What happens next:');
    expect(text()).toContain('£1,200.50, its author’s estimate');
    expect(page.querySelector('[aria-current=step]')!.textContent).toContain('Proposed');
  });

  it('leads a stranger to sign in and back', async () => {
    const { page } = await show({});
    const links = [...page.querySelectorAll('a[href^="/sign-in"]')].map((a) => a.getAttribute('href'));

    expect(links).toEqual(['/sign-in?return=%2Fproposals%2F101', '/sign-in?return=%2Fproposals%2F101']);
  });

  it('counts support and says that the name is not shown', async () => {
    const { http, press, text } = await show({ mine: reader });
    await press('Support this proposal');
    http
      .expectOne({ method: 'PUT', url: '/api/proposals/101/support' })
      .flush(null, { status: 204, statusText: '' });
    await settle();

    expect(text()).toContain('Your support is counted. Your name is not shown.');
    http
      .expectOne('/api/proposals/101')
      .flush({ ...aProposal, supports: 4, mine: { ...reader, supported: true } });
    await settle();
    expect(text()).toContain('4 people support it');
    expect(text()).toContain('Take back your support');
  });

  it('says why support was refused', async () => {
    const { http, press, text } = await show({ mine: reader });
    await press('Support this proposal');
    http
      .expectOne('/api/proposals/101/support')
      .flush({ title: 'proposal.own', status: 409, detail: 'x' }, { status: 409, statusText: '' });
    await settle();

    expect(text()).toContain('This is your own proposal');
  });

  it('gives the reason for what was chosen and what was not, and ends the thread where it ended', async () => {
    const { page, text } = await show({
      state: 'not-funded',
      outcome: { funded: false, sentence: 'It needed £200 more than was left.', countId: 'c' },
      decisionNumber: 'D-2',
      votes: 98,
    });

    expect(text()).toContain('Why: It needed £200 more than was left.');
    expect(text()).toContain('It ended here');
    expect(page.querySelector('a[href="/decisions/D-2"]')).not.toBeNull();
  });

  it('publishes a comment and keeps what was typed when that fails', async () => {
    const { http, page, press, text } = await show({ mine: reader });
    const box = page.querySelector<HTMLTextAreaElement>('#comment')!;
    box.value = 'I would use it.';
    box.dispatchEvent(new Event('input'));
    await settle();
    await press('Publish your comment');
    http
      .expectOne({ method: 'POST', url: '/api/proposals/101/comments' })
      .flush({ title: 'x', status: 401, detail: 'x' }, { status: 401, statusText: '' });
    await settle();

    expect(text()).toContain('You have been signed out.');
    expect(sessionStorage.getItem('ct.comment.101')).toBe('I would use it.');
    expect(box.value).toBe('I would use it.');
  });

  it('tells a young member one true state of a comment, and never that their name is shown', async () => {
    TestBed.overrideProvider(Session, {
      useValue: { me: () => ({ youngMember: true, roles: [] }), known: () => true },
    });
    const { http, page, press, text } = await show({ mine: reader });
    expect(text()).toContain('A moderator reads it first. Then everybody can read it, as by “Young member”');
    expect(text()).not.toContain('the name you chose');
    const box = page.querySelector<HTMLTextAreaElement>('#comment')!;
    box.value = 'I would use it.';
    box.dispatchEvent(new Event('input'));
    await settle();
    await press('Send your comment');
    http
      .expectOne({ method: 'POST', url: '/api/proposals/101/comments' })
      .flush({ id: 'c1', text: 'I would use it.', moderation: { state: 'waiting', reason: null } });
    await settle();
    expect(text()).toContain('Your comment is sent. Only you see it until a moderator has read it.');
    expect(text()).not.toContain('Your comment is published.');
  });

  it('does not call a proposal public that a moderator has still to read', async () => {
    const waiting = { moderation: { state: 'waiting' as const, reason: null } };
    const { text } = await show({ state: 'submitted', ...waiting }, [], undefined, undefined, [], 'sent');
    expect(text()).toContain('Only you see it until a moderator has read it.');
    expect(text()).not.toContain('public now');
  });

  it('asks for no support for what was voted on elsewhere, and claims no place for it', async () => {
    const { page, text } = await show({ state: 'on-ballot', currency: 'PLN' }, [], { imported: true });

    expect(text()).toContain('This was on the ballot paper of an election held elsewhere');
    expect(page.querySelector('a[href="/rounds/parks"]')).not.toBeNull();
    expect(text()).not.toContain('Tunstall');
    expect(page.querySelector('ct-take-part')).toBeNull();
  });

  it('names what is like it, and why, and nothing where there is nothing', async () => {
    const twin = { ...aProposal, number: 102, title: 'Benches by the canal' };
    const found = { proposal: twin, score: 0.7, because: ['title', 'same-place'] };
    const { page, text } = await show({}, [], { imported: false }, undefined, [found]);

    expect(page.querySelector('a[href="/proposals/102"]')!.textContent).toContain('Benches by the canal');
    expect(text()).toContain('Similar title, same place');
  });

  it('says nothing of similar ones when there are none', async () => {
    expect((await show({})).text()).not.toContain('Similar proposals');
  });

  it('shows that a comment was withdrawn, not what it said', async () => {
    const { text } = await show({}, [
      {
        id: 'c1',
        text: '',
        authorLabel: 'Alex',
        at: '2026-11-02T09:00:00Z',
        withdrawn: true,
        mine: false,
        moderation: null,
      },
    ]);

    expect(text()).toContain('This comment was withdrawn');
  });
});
