import { describe, expect, it } from '@jest/globals';
import { show, type } from '../test-host.js';
import { Select } from './select.js';
import { Textarea } from './text-area.js';
import { TextInput } from './text-input.js';

describe('TextInput', () => {
  it('joins label, hint and error to the input', () => {
    const { element } = show(TextInput, {
      fieldId: 'name',
      label: 'Full name',
      hint: 'As on letters',
      error: 'Enter your name',
    });
    const input = element.querySelector('input')!;

    expect(element.querySelector('label')!.htmlFor).toBe('name');
    expect(input.getAttribute('aria-describedby')).toBe('name-hint name-error');
    expect(document.getElementById('name-error')!.textContent).toMatch(/^Error:\s+Enter your name$/);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(element.classList).toContain('govuk-form-group--error');
  });

  it('describes nothing where there is nothing to say', () => {
    const { element } = show(TextInput, { fieldId: 'name', label: 'Full name' });

    expect(element.querySelector('input')!.hasAttribute('aria-describedby')).toBe(false);
    expect(element.querySelector('input')!.hasAttribute('aria-invalid')).toBe(false);
  });

  it('hands on what is typed', () => {
    const { element, fixture } = show(TextInput, { fieldId: 'name', label: 'Full name' });
    type(element.querySelector('input'), 'Ada');

    expect(fixture.componentInstance.value()).toBe('Ada');
  });

  it('can be the heading of the page', () => {
    const { element } = show(TextInput, {
      fieldId: 'name',
      label: 'What is it called?',
      labelIsHeading: true,
    });

    expect(element.querySelector('h1 label')!.textContent).toBe('What is it called?');
  });
});

describe('Textarea', () => {
  it('counts what is left, and what is too much, without cutting it', () => {
    const { element, fixture, words } = show(Textarea, {
      fieldId: 'body',
      label: 'What is it?',
      maxLength: 5,
    });
    const area = element.querySelector('textarea');
    type(area, 'abcd');
    expect(words()).toContain('You have 1 character left');

    type(area, 'abcdefg');
    expect(words()).toContain('2 characters too many');
    expect(fixture.componentInstance.value()).toBe('abcdefg');
    expect(area!.getAttribute('aria-describedby')).toBe('body-count');
  });
});

describe('Select', () => {
  it('shows the value and hands on another choice', () => {
    const choices = [
      { value: 'hanley', label: 'Hanley' },
      { value: 'longton', label: 'Longton' },
    ];
    const { element, fixture } = show(Select, {
      fieldId: 'place',
      label: 'Place',
      choices,
      value: 'longton',
    });
    const select = element.querySelector('select')!;
    expect(select.value).toBe('longton');

    select.value = 'hanley';
    select.dispatchEvent(new Event('change'));
    expect(fixture.componentInstance.value()).toBe('hanley');
  });
});
