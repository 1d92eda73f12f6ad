import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PlacesPage } from './places-page.js';

const part = { code: null, parentSlug: null, population: null, validFrom: '2023-05-04', validTo: null };
const places = [
  { ...part, slug: 'stoke-on-trent', name: 'Stoke-on-Trent', kind: 'council', population: 258363 },
  {
    ...part,
    slug: 'tunstall',
    name: 'Tunstall',
    kind: 'ward',
    parentSlug: 'stoke-on-trent',
    population: 7492,
  },
  { ...part, slug: 'elsewhere', name: 'Elsewhere', kind: 'council' },
];

describe('PlacesPage', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
  });
  afterEach(() => TestBed.inject(HttpTestingController).verify());

  async function show(
    postcode?: string,
    answer?: { body: object; status: number; statusText: string },
    example: string | null = 'ST6 1AA',
  ) {
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(PlacesPage);
    fixture.componentRef.setInput('postcode', postcode);
    TestBed.tick();
    if (postcode && answer)
      http.expectOne(`/api/postcodes/${encodeURIComponent(postcode)}`).flush(answer.body, answer);
    http.expectOne('/api/postcodes').flush({ example });
    http.expectOne('/api/places').flush(places);
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    http
      .expectOne('/api/places/stoke-on-trent/boundaries')
      .flush({ type: 'FeatureCollection', features: [] });
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    return { page, text: page.textContent!.replace(/\s+/g, ' ') };
  }

  it('lists the wards of the council with how many people live in each', async () => {
    const { page } = await show();

    expect(page.querySelector('tbody')!.textContent).toMatch(/Tunstall\s*7,492/);
    expect(page.querySelector('a[href="/places/tunstall"]')).not.toBeNull();
    expect(page.querySelector('a[href="/places/elsewhere"]')).not.toBeNull();
  });

  it('searches by the address of the page, so without JavaScript too', async () => {
    const { page, text } = await show('ST6 5AA', {
      body: { postcode: 'ST6 5AA', place: places[1]!, ancestors: [] },
      status: 200,
      statusText: 'OK',
    });

    expect(page.querySelector('form')!.getAttribute('action')).toBe('/places');
    expect(text).toContain('ST6 5AA is in Tunstall');
  });

  it('names an example that is found, and has no box where no postcode is known', async () => {
    expect((await show()).text).toContain('For example, ST6 1AA.');
    expect((await show(undefined, undefined, null)).page.querySelector('#postcode')).toBeNull();
  });

  it('says of a made-up postcode that it is one', async () => {
    const { text } = await show('ST6 1DC', {
      body: { postcode: 'ST6 1DC', place: places[1]!, ancestors: [], invented: true },
      ...{ status: 200, statusText: 'OK' },
    });
    expect(text).toContain('made up for the demo');
  });

  it('says what is wrong with a postcode beside the field, and keeps what was typed', async () => {
    const { page } = await show('nonsense', {
      body: { title: 'postcode.malformed', status: 422, detail: 'Enter a full UK postcode, like ST1 5HH.' },
      status: 422,
      statusText: 'Unprocessable',
    });

    expect(page.querySelector('#postcode-error')!.textContent).toContain('Enter a full UK postcode');
    expect(page.querySelector<HTMLInputElement>('#postcode')!.value).toBe('nonsense');
  });
});
