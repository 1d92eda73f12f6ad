import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FeatureCollection } from 'geojson';
import { show } from '../test-host.js';
import { CtMap } from './map.js';

const ring = (west: number) => [
  [
    [west, 53],
    [west + 0.1, 53],
    [west + 0.1, 53.1],
    [west, 53],
  ],
];
const boundaries: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { slug: 'city', name: 'City', role: 'self' },
      geometry: { type: 'Polygon', coordinates: ring(-2.2) },
    },
    {
      type: 'Feature',
      properties: { slug: 'hanley', name: 'Hanley', role: 'child' },
      geometry: { type: 'Polygon', coordinates: ring(-2.2) },
    },
  ],
};

describe('CtMap', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
  });

  it('draws boundaries that lead to their places, as links by name', () => {
    const { element } = show(CtMap, {
      label: 'Wards',
      boundaries,
      linkFor: (properties: { slug: string }) => `/places/${properties.slug}`,
    });
    const links = [...element.querySelectorAll('svg a')];

    expect(links.map((link) => [link.getAttribute('href'), link.getAttribute('aria-label')])).toEqual([
      ['/places/hanley', 'Hanley'],
    ]);
    expect(element.querySelector('svg')!.getAttribute('aria-label')).toBe('Wards');
  });

  it('names its markers', () => {
    const { element } = show(CtMap, {
      label: 'Ideas',
      boundaries,
      markers: [{ latitude: 53.05, longitude: -2.15, label: 'Pocket park' }],
    });

    expect(element.querySelector('circle title')!.textContent).toBe('Pocket park');
  });

  it('says so when there is nothing to draw', () => {
    expect(show(CtMap, { label: 'Wards' }).words()).toBe('There is no map of this yet.');
  });

  it('lets a point be chosen and moved with buttons alone', () => {
    const { element, fixture, words } = show(CtMap, { label: 'Where is it?', boundaries, pick: true });
    const press = (name: string) => {
      [...element.querySelectorAll('button')]
        .find((button) => (button.getAttribute('aria-label') ?? button.textContent).trim() === name)!
        .click();
      TestBed.tick();
    };
    expect(words()).toContain('No pin yet');

    press('Put the pin in the middle of the map');
    const middle = fixture.componentInstance.point()!;
    expect(middle.latitude).toBeCloseTo(53.05, 3);

    press('North');
    press('East');
    const moved = fixture.componentInstance.point()!;
    expect(moved.latitude).toBeGreaterThan(middle.latitude);
    expect(moved.longitude).toBeGreaterThan(middle.longitude);
    expect(words()).toContain(`The pin is at ${moved.latitude}, ${moved.longitude}.`);
  });
});
