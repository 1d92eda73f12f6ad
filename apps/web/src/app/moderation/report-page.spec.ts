import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideHttpClient } from '@angular/common/http';
import { TransferState } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { solve } from '@commonthread/proof-of-work';
import { type SentForm, SENT_FORM_STATE } from '../shell/sent-form.js';
import { ReportPage } from './report-page.js';
import { WORK_WORKER } from './work/report-work.js';

/** Solves at once, as the worker does beside the page. */
const worker = async () =>
  ({
    onmessage: null as ((event: { data: number }) => void) | null,
    postMessage({ challenge, bits }: { challenge: string; bits: number }) {
      this.onmessage?.({ data: solve(challenge, bits) });
    },
    terminate: () => undefined,
  }) as unknown as Worker;

let makeWorker: () => Promise<Worker>;
beforeEach(() => {
  makeWorker = worker;
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: WORK_WORKER, useFactory: () => () => makeWorker() },
    ],
  });
});

const settle = async () => {
  for (let n = 0; n < 10; n++) await Promise.resolve();
  TestBed.tick();
};

async function visit() {
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(ReportPage);
  fixture.componentRef.setInput('proposal', '7');
  const page = fixture.nativeElement as HTMLElement;
  TestBed.tick();
  http.expectOne('/api/proposals/7').flush({ number: 7, title: 'A bench', summary: 'By the pond.' });
  await settle();
  const send = async () => {
    page.querySelector<HTMLInputElement>('#rule')?.click();
    page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };
  return { http, page, send };
}

describe('ReportPage', () => {
  it('solves the sum while somebody writes, and sends it along', async () => {
    const { http, page, send } = await visit();
    http.expectOne('/api/moderation/report-challenge').flush({ challenge: 'a.6.b.c', bits: 6 });
    await settle();
    await send();
    const { request } = http.expectOne('/api/moderation/reports');
    expect(request.body.work).toEqual({ challenge: 'a.6.b.c', counter: solve('a.6.b.c', 6) });
    expect(page.querySelector('form')).not.toBeNull();
  });

  it('sends without a sum where none can be had', async () => {
    makeWorker = async () => {
      throw new Error('no workers here');
    };
    const { http, send } = await visit();
    http.expectOne('/api/moderation/report-challenge').flush({ challenge: 'a.6.b.c', bits: 6 });
    await settle();
    await send();
    expect(http.expectOne('/api/moderation/reports').request.body).not.toHaveProperty('work');
  });

  describe('answering a form that came without JavaScript', () => {
    const answered = (sent: Partial<SentForm>): Promise<{ page: HTMLElement }> => {
      const values = { rule: 'spam', words: 'It sells things.', contact: '' };
      TestBed.inject(TransferState).set(SENT_FORM_STATE, { values, status: 201, answer: null, ...sent });
      return visit();
    };

    it('shows the ticket', async () => {
      const { page } = await answered({ answer: { ticket: 'K7QM-2FHN' } });
      expect(page.textContent).toContain('K7QM-2FHN');
    });

    it('says what is wrong, and keeps what was typed', async () => {
      const errors = [{ field: 'rule', code: 'isIn', message: 'rule must be one of' }];
      const problem = { type: '', title: 'request.malformed', status: 400, detail: '', errors };
      const { page } = await answered({ status: 400, answer: problem });
      expect(page.textContent).toContain('Choose what is wrong with it');
      expect(page.querySelector('textarea')!.value).toBe('It sells things.');
    });

    it('says that the service is away, and keeps what was typed', async () => {
      const { page } = await answered({ status: 503, answer: null });
      expect(page.textContent).toContain('we could not reach the service');
      expect(page.querySelector<HTMLInputElement>('input[value=spam]')!.checked).toBe(true);
    });
  });
});
