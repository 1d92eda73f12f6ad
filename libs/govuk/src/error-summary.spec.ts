import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
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

  it('takes focus again when the form is refused again', () => {
    const error = { message: 'Enter a title', fieldId: 'title' };
    const { element, fixture } = show(ErrorSummary, { errors: [error] });
    element.blur();
    fixture.componentRef.setInput('errors', [error]);
    TestBed.tick();
    expect(document.activeElement).toBe(element);
  });

  it('says "Error:" in the title of the page while it is there', () => {
    const title = TestBed.inject(Title);
    title.setTitle('Register');
    const { fixture } = show(ErrorSummary, { errors: [{ message: 'Enter a title', fieldId: 'title' }] });
    fixture.componentRef.setInput('errors', [{ message: 'Enter another', fieldId: 'title' }]);
    TestBed.tick();
    expect(title.getTitle()).toBe('Error: Register');
    fixture.destroy();
    expect(title.getTitle()).toBe('Register');
  });
});
