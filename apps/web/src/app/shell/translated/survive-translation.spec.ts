import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { insideFont, replacedByFont, translate } from './translate-for-test.js';
import { surviveTranslation } from './survive-translation.js';

@Component({
  selector: 'ct-counter',
  template: `
    <p role="status">{{ count() }} chosen</p>
    <button>
      @if (cast()) {
        Cast
      } @else {
        Draft
      }
    </button>
    <p id="words">
      @for (word of words(); track word) {
        {{ word }}
      }
    </p>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Counter {
  readonly count = signal(1);
  readonly cast = signal(false);
  readonly words = signal(['b', 'd']);
}

describe.each([
  ['takes the text out', replacedByFont],
  ['wraps the text', insideFont],
])('a page under a translator that %s', (_, way) => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [surviveTranslation()] }));

  function show() {
    const fixture = TestBed.createComponent(Counter);
    const page = fixture.nativeElement as HTMLElement;
    document.body.replaceChildren(page);
    TestBed.tick();
    const read = (selector: string) => page.querySelector(selector)!.textContent!.trim().replace(/\s+/g, ' ');
    return { page, counter: fixture.componentInstance, read };
  }

  it('goes on counting, each time anew', () => {
    const { page, counter, read } = show();
    for (const count of [2, 3, 4]) {
      translate(page, way);
      counter.count.set(count);
      TestBed.tick();
      expect(read('[role=status]')).toBe(`${count} chosen`);
    }
  });

  it('shows one state where it showed another', () => {
    const { page, counter, read } = show();
    translate(page, way);
    counter.cast.set(true);
    TestBed.tick();
    expect(read('button')).toBe('Cast');
    translate(page, way);
    counter.cast.set(false);
    TestBed.tick();
    expect(read('button')).toBe('Draft');
  });

  it('puts new lines where they belong', async () => {
    const { page, counter, read } = show();
    translate(page, way);
    await Promise.resolve();
    counter.words.set(['a', 'b', 'c', 'd', 'e']);
    TestBed.tick();
    expect(read('#words')).toBe('a b c d e');
    counter.words.set(['e', 'a']);
    TestBed.tick();
    expect(read('#words')).toBe('e a');
  });
});
