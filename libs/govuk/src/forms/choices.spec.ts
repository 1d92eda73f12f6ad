import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { show } from '../test-host.js';
import { Checkboxes } from './checkboxes.js';
import { FileInput } from './file-input.js';
import { Radios } from './radios.js';

const choices = [
  { value: 'live', label: 'I live here', hint: 'Your home is in the ward' },
  { value: 'work', label: 'I work here' },
  { value: 'study', label: 'I study here' },
];

describe('Radios', () => {
  it('puts the field id on the first radio, where errors lead', () => {
    const { element } = show(Radios, {
      fieldId: 'link',
      label: 'What links you?',
      choices,
      error: 'Choose one',
    });
    const first = element.querySelector('input')!;

    expect(first.id).toBe('link');
    expect(first.getAttribute('aria-describedby')).toBe('link-item-hint');
    expect(element.querySelector('fieldset')!.getAttribute('aria-describedby')).toBe('link-error');
    expect(element.querySelector('legend')!.textContent.trim()).toBe('What links you?');
  });

  it('hands on the one chosen', () => {
    const { element, fixture } = show(Radios, { fieldId: 'link', label: 'What links you?', choices });
    element.querySelectorAll('input')[1]!.click();

    expect(fixture.componentInstance.value()).toBe('work');
  });
});

describe('Checkboxes', () => {
  it('keeps the order of the choices, whatever order they are ticked in', () => {
    const { element, fixture } = show(Checkboxes, { fieldId: 'links', label: 'What links you?', choices });
    const [live, , study] = element.querySelectorAll('input');
    study!.click();
    TestBed.tick();
    live!.click();
    TestBed.tick();
    expect(fixture.componentInstance.values()).toEqual(['live', 'study']);

    study!.click();
    expect(fixture.componentInstance.values()).toEqual(['live']);
  });
});

describe('FileInput', () => {
  it('hands on the file picked', () => {
    const { element, fixture } = show(FileInput, { fieldId: 'file', label: 'Election file', accept: '.pb' });
    const picked: (File | null)[] = [];
    fixture.componentInstance.picked.subscribe((file) => picked.push(file));
    const input = element.querySelector('input')!;
    const file = new File(['META'], 'hanley.pb');
    Object.defineProperty(input, 'files', { value: [file] });
    input.dispatchEvent(new Event('change'));

    expect(picked).toEqual([file]);
    expect(input.accept).toBe('.pb');
  });
});
