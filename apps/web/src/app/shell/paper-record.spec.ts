import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Api } from '@commonthread/api-client';
import { describe, expect, it } from '@jest/globals';
import { PaperRecord } from './paper-record.js';

const sample: NonNullable<Api<'PaperRecordDto'>['sample']> = {
  sheets: 2,
  thrownAt: '2026-11-25T14:00:00Z',
  place: 'Town hall',
  announcedAt: '2026-11-20T10:00:00Z',
  seed: null,
  serials: [],
  errors: null,
  note: null,
};

async function show(record: Api<'PaperRecordDto'>): Promise<string> {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), { provide: LOCALE_ID, useValue: 'en-GB' }],
  });
  const fixture = TestBed.createComponent(PaperRecord);
  fixture.componentRef.setInput('slug', 'streets');
  TestBed.tick();
  TestBed.inject(HttpTestingController).expectOne('/api/rounds/streets/paper-record').flush(record);
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent!.replace(/\s+/g, ' ').trim();
}

describe('PaperRecord', () => {
  it('says nothing where nobody voted on paper', async () => {
    expect(await show({ batches: [], sample: null })).toBe('');
  });

  it('shows how a box added up and why it did not', async () => {
    const numbers = { issued: 40, inBox: 37, spoiled: 1, returned: 1, missing: 1, keyed: 36 };
    const words = await show({
      batches: [{ batch: 'library', ...numbers, discrepancy: 'One sheet was blank.' }],
      sample: null,
    });
    expect(words).toContain('library Does not add up: One sheet was blank. 40 37 1 1 1 36');
  });

  it('announces the check, then tells what it found', async () => {
    expect(await show({ batches: [], sample })).toContain('2 paper ballots are drawn by dice');
    TestBed.resetTestingModule();
    const found = { ...sample, seed: '3141592653', serials: ['AB12CD34'], errors: 1, note: 'A wrong line.' };
    const words = await show({ batches: [], sample: found });
    expect(words).toContain('1 of 2 paper ballots differed from what was published of them. A wrong line.');
    expect(words).toContain('The dice showed 3141592653');
  });
});
