import { beforeEach, describe, expect, it } from '@jest/globals';
import { ErrorSummary } from './error-summary.js';
import { show } from './test-host.js';

describe('ErrorSummary', () => {
  beforeEach(() => document.body.replaceChildren());

  it('takes focus when it appears and leads to the field without leaving the page', () => {
    const field = document.createElement('input');
    field.id = 'title';
    document.body.append(field);
    const { element, words } = show(ErrorSummary, {
      errors: [{ message: 'Enter a title', fieldId: 'title' }],
    });
    expect(words()).toBe('There is a problemEnter a title');
    expect(document.activeElement).toBe(element);

    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    element.querySelector('a')!.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
    expect(document.activeElement).toBe(field);
  });
});
