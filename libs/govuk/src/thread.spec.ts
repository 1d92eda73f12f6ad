import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Thread } from './thread.js';

describe('Thread', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({});
  });

  function show(inputs: Record<string, unknown>) {
    const fixture = TestBed.createComponent(Thread);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    TestBed.tick();
    const items = [...(fixture.nativeElement as HTMLElement).querySelectorAll('ol > li')];
    return {
      items,
      words: items.map((item) => item.textContent!.replace(/\s+/g, ' ').replaceAll(' :', ':').trim()),
    };
  }

  it('says in words which steps are over, which is in hand and which are to come', () => {
    const { items, words } = show({ current: 'voted' });

    expect(words).toEqual([
      'Heard: done',
      'Proposed: done',
      'Reviewed: done',
      'Voted: now',
      'Decided: not yet',
      'Delivered: not yet',
      'Did it work?: not yet',
    ]);
    expect(items.filter((item) => item.getAttribute('aria-current') === 'step')).toEqual([items[3]]);
  });

  it('marks nothing as in hand once the last step is finished', () => {
    const { items, words } = show({ current: 'did-it-work', finished: true });

    expect(words.every((text) => text.endsWith('done'))).toBe(true);
    expect(items.some((item) => item.hasAttribute('aria-current'))).toBe(false);
  });

  it('shows the bare steps when nothing is on them', () => {
    expect(show({}).words).toEqual([
      'Heard',
      'Proposed',
      'Reviewed',
      'Voted',
      'Decided',
      'Delivered',
      'Did it work?',
    ]);
  });

  it('puts a note under its step', () => {
    expect(show({ current: 'decided', notes: { voted: '428 people' } }).words[3]).toContain('428 people');
  });
});
