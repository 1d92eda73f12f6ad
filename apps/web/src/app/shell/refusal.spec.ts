import { HttpErrorResponse } from '@angular/common/http';
import { describe, expect, it } from '@jest/globals';
import { errorFor, fieldErrors, refusalOf } from './refusal.js';

const problem = {
  type: 'urn:commonthread:proposal.incomplete',
  title: 'proposal.incomplete',
  status: 422,
  detail: 'The proposal is not complete.',
  errors: [
    { field: 'title', code: 'too-short', message: 'The title is too short.' },
    { field: 'moon', code: 'odd', message: 'Odd.' },
  ],
};

describe('refusalOf', () => {
  it('hands on what the API explained', () => {
    expect(refusalOf(new HttpErrorResponse({ status: 422, error: problem }))).toEqual(problem);
  });

  it.each([
    [0, 'unreachable'],
    [503, 'unreachable'],
    [500, 'unexplained'],
  ])('has a code and a sentence for a bare %d', (status, code) => {
    const refusal = refusalOf(new HttpErrorResponse({ status, error: '<html>' }));

    expect(refusal.title).toBe(code);
    expect(refusal.detail).toMatch(/^Sorry, .* again/);
  });

  it('rethrows what is no HTTP answer', () => {
    expect(() => refusalOf(new TypeError('bug'))).toThrow(TypeError);
  });
});

describe('fieldErrors', () => {
  it('leads to the inputs, in the words of the page where it has some', () => {
    const errors = fieldErrors(problem, { title: 'title-field' }, 'form', {
      'too-short': 'Enter a longer title',
    });

    expect(errors).toEqual([
      { message: 'Enter a longer title', fieldId: 'title-field' },
      { message: 'Odd.', fieldId: 'form' },
    ]);
    expect(errorFor(errors, 'title-field')).toBe('Enter a longer title');
    expect(errorFor(errors, 'elsewhere')).toBeNull();
  });

  it('is one message where no field is named', () => {
    expect(fieldErrors({ ...problem, errors: [] }, {}, 'form')).toEqual([
      { message: 'The proposal is not complete.', fieldId: 'form' },
    ]);
  });
});
