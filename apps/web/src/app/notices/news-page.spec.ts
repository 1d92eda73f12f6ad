import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { NewsPage } from './news-page.js';

const notice = (id: string, more = {}) => ({
  id,
  fate: 'not-taken-forward',
  because: 'support',
  at: '2026-11-25T12:00:00Z',
  read: false,
  reason: 'The land is private.',
  proposalNumber: 7,
  proposalTitle: 'A bench by the pond',
  mergedInto: null,
  roundSlug: 'north',
  roundTitle: 'Northern fund',
  decisionNumber: null,
  ...more,
});

describe('NewsPage', () => {
  let fixture: ComponentFixture<NewsPage>;
  let api: HttpTestingController;
  const words = () => (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
  const links = () =>
    [...(fixture.nativeElement as HTMLElement).querySelectorAll('.ct-notice a')].map((link) =>
      link.getAttribute('href'),
    );
  const answered = async (body: object) => {
    api.expectOne('/api/notices/settings').flush({ pace: 'daily' });
    api.expectOne('/api/notices').flush(body);
    await fixture.whenStable();
  };

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: LOCALE_ID, useValue: 'en-GB' },
      ],
    });
    api = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(NewsPage);
    TestBed.tick();
  });

  it('says what changed, why, and why the reader is told; what was shown counts as seen', async () => {
    await answered({ items: [notice('9'), notice('8', { read: true })], unread: 1, next: null });

    expect(words()).toContain(
      'A bench by the pondNot taken forward25 November 2026NewThe land is private. You supported this. Part of Northern fund.',
    );
    expect(api.expectOne('/api/notices/read').request.body).toEqual({ upTo: '9' });
  });

  it('leads to the decision for a vote, to the round for one called off, to where a joined idea goes on', async () => {
    const whole = { proposalNumber: null, proposalTitle: null, read: true };
    await answered({
      items: [
        notice('3', { ...whole, fate: 'decided', because: 'vote', decisionNumber: 'D-4' }),
        notice('2', { ...whole, fate: 'cancelled' }),
        notice('1', { fate: 'merged', mergedInto: 12, read: true }),
      ],
      unread: 0,
      next: null,
    });

    expect(links()).toEqual([
      '/decisions/D-4',
      '/rounds/north',
      '/proposals/7',
      '/proposals/12',
      '/rounds/north',
    ]);
    api.expectNone('/api/notices/read');
  });

  it('shows older ones below on request', async () => {
    await answered({ items: [notice('9', { read: true })], unread: 0, next: '9' });
    (fixture.nativeElement as HTMLElement).querySelector<HTMLButtonElement>('#older')!.click();
    api
      .expectOne('/api/notices?before=9')
      .flush({ items: [notice('8', { proposalTitle: 'An older one', read: true })], unread: 0, next: null });
    await fixture.whenStable();

    expect(words()).toContain('An older one');
    expect((fixture.nativeElement as HTMLElement).querySelector('#older')).toBeNull();
  });

  it('says that nothing has changed, and what to do', async () => {
    await answered({ items: [], unread: 0, next: null });

    expect(words()).toContain('Nothing has changed yet');
  });
});
