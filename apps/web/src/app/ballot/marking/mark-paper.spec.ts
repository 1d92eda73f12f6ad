import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Choice, StylePaper } from '@commonthread/ballot-protocol';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { MarkPaper } from './mark-paper.js';
import { howToMark, tally, whyNot } from './paper-words.js';

const project = (id: string, title: string, pounds: number) => ({
  ...{ id, title, costMinor: pounds * 100, categories: [], neighbourhood: null },
});
const paper = (over: Partial<StylePaper>): StylePaper => ({
  ...{ style: 'all', title: 'Parks', issuerKey: '', voteType: 'approval', limits: {}, budgetMinor: 1_000_00 },
  ...{
    projects: [
      project('a', 'Apple trees', 600),
      project('b', 'Benches', 400),
      project('c', 'Cycle path', 500),
    ],
  },
  ...{ rule: { rule: 'greedy' } },
  ...over,
});

function show(over: Partial<StylePaper>, choices: readonly Choice[] = []) {
  const fixture = TestBed.createComponent(MarkPaper);
  fixture.componentRef.setInput('paper', paper(over));
  fixture.componentRef.setInput('currency', 'GBP');
  fixture.componentRef.setInput('choices', choices);
  const page = fixture.nativeElement as HTMLElement;
  document.body.replaceChildren(page);
  TestBed.tick();
  const press = (name: string) => {
    const button = [...page.querySelectorAll('button')].find(
      (each) => each.textContent!.replace(/\s+/g, ' ').trim() === name,
    );
    if (!button) throw new Error(`no button ${name}`);
    button.click();
    TestBed.tick();
  };
  return { page, press, choices: () => fixture.componentInstance.choices() };
}

describe('MarkPaper', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [{ provide: LOCALE_ID, useValue: 'en-GB' }] });
  });

  it('ticks projects in any order and keeps them in paper order', () => {
    const { page, choices } = show({});
    const boxes = page.querySelectorAll<HTMLInputElement>('input[type=checkbox]');
    boxes[2]!.click();
    boxes[0]!.click();
    TestBed.tick();

    expect(choices()).toEqual(['a', 'c']);
  });

  it('takes one project at most where the paper says so', () => {
    const { page, choices } = show({ voteType: 'choose-1' });
    const radios = page.querySelectorAll<HTMLInputElement>('input[type=radio]');
    radios[0]!.click();
    radios[1]!.click();
    TestBed.tick();

    expect(choices()).toEqual(['b']);
  });

  it('ranks by buttons alone, says what happened, and keeps the focus on the project', () => {
    const { page, press, choices } = show({ voteType: 'ordinal' });
    press('Add Cycle path');
    press('Add Apple trees');
    press('Add Benches');
    press('Up Benches');
    press('Up Benches');
    press('Down Cycle path');

    expect(choices()).toEqual(['b', 'a', 'c']);
    expect(page.querySelector('[role=status]')!.textContent).toBe('Cycle path is now number 3.');
    expect(document.activeElement!.textContent!.replace(/\s+/g, ' ').trim()).toBe('Up Cycle path');

    press('Take out Apple trees');
    expect(choices()).toEqual(['b', 'c']);
    expect(document.activeElement!.textContent!.replace(/\s+/g, ' ').trim()).toBe('Add Apple trees');
  });

  it('shares out points by buttons and by typing, and leaves out who gets none', () => {
    const { page, press, choices } = show({ voteType: 'cumulative', limits: { maxSumPoints: 10 } });
    press('+One point more for Benches');
    press('+One point more for Benches');
    press('−One point fewer for Benches');
    const field = page.querySelector<HTMLInputElement>('#choices')!;
    field.value = '7';
    field.dispatchEvent(new Event('change'));
    TestBed.tick();
    expect(choices()).toEqual([['a', 7], ['b', 1]]); // prettier-ignore

    field.value = 'many';
    field.dispatchEvent(new Event('change'));
    expect(field.value).toBe('7');
    press('−One point fewer for Benches');
    expect(choices()).toEqual([['a', 7]]);
  });
});

describe('what the paper says of the choices', () => {
  const say = (over: Partial<StylePaper>, choices: readonly Choice[]) => [
    tally(paper(over), choices, 'GBP', 'en-GB'),
    whyNot(paper(over), choices, 'GBP', 'en-GB'),
  ];

  it('keeps a running total of the money, to the last pound', () => {
    const knapsack = { limits: { maxSumCostMinor: 1_000_00 } };

    expect(say(knapsack, ['a', 'b'])).toEqual(['£1,000 spent, £0 left', null]);
    expect(say(knapsack, ['a', 'c'])).toEqual([
      '£1,100 spent, which is £100 too much',
      'What you have chosen costs £1,100 together. It must cost no more than £1,000.',
    ]);
  });

  it('counts choices against the most and the least', () => {
    expect(say({ limits: { maxLength: 2 } }, ['a'])).toEqual(['1 of up to 2 chosen', null]);
    expect(say({ limits: { maxLength: 1 } }, ['a', 'b'])).toEqual([
      '2 chosen, which is 1 too many',
      'Choose at most 1. You have chosen 2.',
    ]);
    expect(say({ limits: { minLength: 2 } }, ['a'])[1]).toBe('Choose at least 2. You have chosen 1.');
  });

  it('counts points', () => {
    const points = { voteType: 'cumulative', limits: { maxSumPoints: 5 } } as const;

    expect(say(points, [['a', 3]])).toEqual(['3 points given, 2 left', null]);
    expect(say(points, [['a', 6]])[0]).toBe('6 points given, which is 1 too many');
  });

  it('says how to mark each kind of paper', () => {
    const how = (over: Partial<StylePaper>) => howToMark(paper(over), 'GBP', 'en-GB');

    expect(how({ limits: { maxLength: 2 } })).toBe(
      'Choose up to 2 projects. All your choices count the same.',
    );
    expect(how({ limits: { maxSumCostMinor: 1_000_00 } })).toContain('no more than £1,000');
    expect(how({ voteType: 'ordinal' })).toContain('in your order');
    expect(how({ voteType: 'cumulative', limits: { maxSumPoints: 10 } })).toContain('You have 10 points');
  });
});
