import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ProposalEditor } from './proposal-editor.js';
import type { Proposal } from './proposals-api.js';
import { aProposal } from './test-proposal.js';

const settle = async () => {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
};
const url = '/api/proposals/101';

describe('ProposalEditor', () => {
  beforeEach(() => {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
  });

  async function show(proposal: Partial<Proposal> = {}) {
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(ProposalEditor);
    fixture.componentRef.setInput('proposal', { ...aProposal, state: 'draft', ...proposal });
    fixture.componentRef.setInput('within', { slug: 'stoke-on-trent', name: 'Stoke-on-Trent' });
    TestBed.tick();
    http.expectOne('/api/postcodes').flush({ example: 'ST6 1AA' });
    http
      .expectOne('/api/places')
      .flush([{ slug: 'tunstall', name: 'Tunstall', kind: 'ward', parentSlug: 'stoke-on-trent' }]);
    http
      .expectOne('/api/places/stoke-on-trent/boundaries')
      .flush({ type: 'FeatureCollection', features: [] });
    await settle();
    const page = fixture.nativeElement as HTMLElement;
    const type = async (id: string, value: string) => {
      const field = page.querySelector<HTMLInputElement>(`#${id}`)!;
      field.value = value;
      field.dispatchEvent(new Event('input'));
      await settle();
    };
    const send = async () => {
      page.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    };
    const patch = () => http.expectOne({ method: 'PATCH', url });
    return { http, page, patch, send, type, text: () => page.textContent!.replace(/\s+/g, ' ') };
  }

  it('sends what changed with its version, then hands the proposal in', async () => {
    const { http, patch, send, type } = await show();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await type('estimate', '£1,500');
    await send();
    const call = patch();
    expect(call.request.body).toEqual({ version: 4, estimatePence: 150000 });
    call.flush({ ...aProposal, version: 5 });
    await settle();
    http.expectOne({ method: 'POST', url: `${url}/submit` }).flush(aProposal);
    await settle();

    expect(navigate).toHaveBeenCalledWith(['/proposals', 101], { queryParams: { sent: 'yes' } });
  });

  it('puts each thing that is missing beside its field', async () => {
    const { http, page, send, text } = await show();
    await send();
    http.expectOne(`${url}/submit`).flush(
      {
        title: 'proposal.incomplete',
        status: 422,
        detail: 'x',
        errors: [{ field: 'estimatePence', code: 'missing', message: 'Enter what you think it costs.' }],
      },
      { status: 422, statusText: '' },
    );
    await settle();

    expect(page.querySelector('ct-error-summary')!.textContent).toContain(
      'Enter what it might cost, in pounds',
    );
    expect(page.querySelector('#estimate-error')!.textContent).toContain('Enter what it might cost');
    expect(text()).toContain('Send it in');
  });

  it('does not send in an amount nobody can read', async () => {
    const { page, send, type } = await show();
    await type('estimate', 'about 500');
    await send();

    expect(page.querySelector('ct-error-summary')!.textContent).toContain('in pounds');
  });

  it('lets the author choose when the text was changed elsewhere', async () => {
    const { http, page, patch, send, text, type } = await show();
    await type('title', 'My title');
    await send();
    patch().flush(
      { title: 'proposal.changed-elsewhere', status: 409, detail: 'It was changed somewhere else.' },
      { status: 409, statusText: '' },
    );
    await settle();
    expect(text()).toContain('It was changed somewhere else.');

    [...page.querySelectorAll('button')].find((b) => b.textContent!.includes('Keep what is'))!.click();
    await settle();
    http.expectOne({ method: 'GET', url }).flush({ ...aProposal, version: 9 });
    await settle();
    const again = patch();
    expect(again.request.body).toEqual({ version: 9, title: 'My title' });
    again.flush({ ...aProposal, version: 10 });
    await settle();
    expect(text()).toContain('Saved at');
  });

  it('brings back what could not be saved before', async () => {
    sessionStorage.setItem('ct.proposal.101', JSON.stringify({ title: 'Typed on the bus' }));
    const { page, text } = await show();

    expect(page.querySelector<HTMLInputElement>('#title')!.value).toBe('Typed on the bus');
    expect(text()).toContain('We brought back what you had typed');
  });

  it('finds the ward by postcode, for those who cannot use the map', async () => {
    const { http, page, text, type } = await show({
      place: { slug: 'stoke-on-trent', name: 'S', kind: 'council' },
    });
    await type('place-postcode', 'ST6 5AA');
    [...page.querySelectorAll('button')].find((b) => b.textContent!.includes('Find the ward'))!.click();
    await settle();
    http.expectOne('/api/postcodes/ST6%205AA').flush({
      postcode: 'ST6 5AA',
      place: { slug: 'tunstall', name: 'Tunstall', kind: 'ward' },
      ancestors: [],
    });
    await settle();

    expect(text()).toContain('That postcode is in Tunstall.');
    expect(page.querySelector<HTMLSelectElement>('#place')!.value).toBe('tunstall');
  });
});
