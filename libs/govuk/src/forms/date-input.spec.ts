import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { show, type } from '../test-host.js';
import { DateInput, isoDay } from './date-input.js';

describe('isoDay', () => {
  it.each([
    ['22', '11', '2026', '2026-11-22'],
    ['1', '2', '2008', '2008-02-01'],
    ['29', '2', '2024', '2024-02-29'],
    ['29', '2', '2026', ''],
    ['31', '4', '2026', ''],
    ['0', '1', '2026', ''],
    ['1', '1', '26', ''],
    ['x', '1', '2026', ''],
    ['', '', '', ''],
  ])('%s %s %s is "%s"', (day, month, year, iso) => {
    expect(isoDay({ day, month, year })).toBe(iso);
  });
});

describe('DateInput', () => {
  const boxes = (element: HTMLElement) => [...element.querySelectorAll('input')];

  it('has a value once the three boxes name a day, and keeps what was typed while they do not', () => {
    const { element, fixture } = show(DateInput, { fieldId: 'born', label: 'Date of birth' });
    const [day, month, year] = boxes(element);
    type(day!, '31');
    type(month!, '2');
    type(year!, '2008');
    expect(fixture.componentInstance.value()).toBe('');
    expect(boxes(element).map((box) => box.value)).toEqual(['31', '2', '2008']);

    type(day!, '1');
    expect(fixture.componentInstance.value()).toBe('2008-02-01');
    expect(boxes(element).map((box) => box.value)).toEqual(['1', '2', '2008']);
  });

  it('shows a day given from outside', () => {
    const { element, fixture } = show(DateInput, { fieldId: 'born', label: 'Date of birth' });
    fixture.componentRef.setInput('value', '1990-03-07');
    TestBed.tick();

    expect(boxes(element).map((box) => box.value)).toEqual(['7', '3', '1990']);
  });
});
