import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { pagesToOffer, Pagination } from './pagination.js';
import { show } from './test-host.js';

describe('pagesToOffer', () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [1, 9, [1, 2, 0, 9]],
    [3, 9, [1, 2, 3, 4, 0, 9]],
    [5, 9, [1, 0, 4, 5, 6, 0, 9]],
    [7, 9, [1, 0, 6, 7, 8, 9]],
    [9, 9, [1, 0, 8, 9]],
  ])('page %d of %d', (page, pages, offered) => {
    expect(pagesToOffer(page, pages)).toEqual(offered);
  });
});

describe('Pagination', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
  });

  it('is not there for one page', () => {
    expect(show(Pagination, { page: 1, pageSize: 20, total: 20 }).words()).toBe('');
  });

  it('marks the current page and leads to the others', () => {
    const { element } = show(Pagination, { page: 2, pageSize: 20, total: 41 });

    expect(element.querySelector('[aria-current=page]')!.textContent).toBe('2');
    expect(element.querySelector('[rel=prev]')!.getAttribute('href')).toBe('/');
    expect(element.querySelector('[rel=next]')!.getAttribute('href')).toBe('/?page=3');
  });
});
