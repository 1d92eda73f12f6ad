import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Api } from '@commonthread/api-client';
import { describe, expect, it } from '@jest/globals';
import { ComparePage } from './compare-page.js';

const column = (
  key: 'equal-shares' | 'greedy',
  title: string,
  served: string,
): Api<'ComparisonDto'>['columns'][number] => ({
  key,
  title,
  explanation: `${title} in plain words.`,
  rule: { rule: key, version: '1.0.0' },
  winners: 1,
  totalCostPence: 400_00,
  measures: [{ code: 'voters-with-winner', title: 'Voters served', value: served, explanation: '' }],
  seconds: 0.1,
});
const row = (title: string, funded: boolean[]): Api<'ComparisonDto'>['rows'][number] => ({
  ballotId: title,
  proposalNumber: 1,
  title,
  costPence: 400_00,
  votes: 30,
  funded,
});
const comparison: Api<'ComparisonDto'> = {
  roundSlug: 'green',
  currency: 'GBP',
  budgetPence: 500_00,
  columns: [column('equal-shares', 'Equal Shares', '80%'), column('greedy', 'Most votes first', '60%')],
  rows: [row('Playground', [true, false]), row('Fountain', [false, true]), row('Bench', [true, true])],
};

describe('ComparePage', () => {
  async function show(body: Api<'ComparisonDto'>) {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const fixture = TestBed.createComponent(ComparePage);
    fixture.componentRef.setInput('slug', 'green');
    TestBed.tick();
    const http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/rounds/green/comparison').flush(body);
    http.expectOne('/api/rounds/green').flush({ title: 'Green spaces', state: 'decided', invented: false });
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    return { page, words: (element: Element = page) => element.textContent!.replace(/\s+/g, ' ').trim() };
  }

  it('says who would gain and who would lose under the other rule', async () => {
    const { page, words } = await show(comparison);
    const changes = words(page.querySelector('[aria-labelledby="changes-heading"]')!);

    expect(changes).toContain('Under “Most votes first”');
    expect(changes).toMatch(/Would gain: 1\s*Fountain \(£400, 30 votes\)/);
    expect(changes).toMatch(/Would lose: 1\s*Playground/);
    expect(changes).not.toContain('Bench');
  });

  it('shows every project under every rule', async () => {
    const { page, words } = await show(comparison);
    const rows = [...page.querySelectorAll('ct-compare-table tbody tr')].map((one) => words(one));

    expect(rows[0]).toMatch(/^Playground\s*£400, 30 votes\s*Funded\s*Not funded$/);
    expect(rows[2]).toMatch(/Funded\s*Funded$/);
  });

  it('compares how many voters got something they chose', async () => {
    const { page, words } = await show(comparison);

    expect(words(page.querySelector('ct-bar-chart')!)).toContain('Equal Shares (the rule of this round)80%');
  });

  it('says when the other rules are still being counted', async () => {
    const { page, words } = await show({ ...comparison, columns: [] });

    expect(words()).toContain('The other rules are still being counted');
    expect(page.querySelector('a[href="/rounds/green/results"]')).not.toBeNull();
  });
});
