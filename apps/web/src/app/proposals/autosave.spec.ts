import { HttpErrorResponse } from '@angular/common/http';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Autosave } from './autosave.js';
import { KeptText } from './kept-text.js';

interface Text {
  readonly title: string;
  readonly body: string;
}
const stored: Text = { title: 'a', body: 'b' };

describe('Autosave', () => {
  const kept = new KeptText('test');
  beforeEach(() => {
    sessionStorage.clear();
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function setUp(write: (changed: Partial<Text>) => Promise<void> = () => Promise.resolve()) {
    const sent: Partial<Text>[] = [];
    const autosave = new Autosave<Text>({
      stored,
      kept,
      pauseMs: 1000,
      write: (changed) => {
        sent.push(changed);
        return write(changed);
      },
    });
    return { autosave, sent };
  }

  it('sends once, a moment after the last key, and only what changed', async () => {
    const { autosave, sent } = setUp();
    autosave.changed({ title: 'aa', body: 'b' });
    await jest.advanceTimersByTimeAsync(900);
    autosave.changed({ title: 'aaa', body: 'b' });
    expect(autosave.status().kind).toBe('waiting');
    await jest.advanceTimersByTimeAsync(1000);

    expect(sent).toEqual([{ title: 'aaa' }]);
    expect(autosave.status().kind).toBe('saved');
    expect(Autosave.unsent(kept)).toBeNull();
  });

  it('sends what was typed meanwhile with the next call', async () => {
    let finish = (): void => undefined;
    const { autosave, sent } = setUp(() => new Promise((resolve) => (finish = resolve)));
    autosave.changed({ title: 'x', body: 'b' });
    await jest.advanceTimersByTimeAsync(1000);
    autosave.changed({ title: 'x', body: 'y' });
    finish();
    await jest.advanceTimersByTimeAsync(0);
    finish();
    await jest.advanceTimersByTimeAsync(1000);

    expect(sent).toEqual([{ title: 'x' }, { body: 'y' }]);
    expect(autosave.status().kind).toBe('saved');
  });

  it('keeps it on the device and says why when it cannot be stored', async () => {
    const { autosave } = setUp(() => Promise.reject(new HttpErrorResponse({ status: 0 })));
    autosave.changed({ title: 'x', body: 'b' });

    expect(await autosave.now()).toBe(false);
    expect(autosave.status()).toMatchObject({ kind: 'failed', problem: { title: 'unreachable' } });
    expect(Autosave.unsent<Text>(kept)).toEqual({ title: 'x' });
  });

  it('sends nothing while nothing changed', async () => {
    const { autosave, sent } = setUp();
    autosave.changed({ ...stored });

    expect(await autosave.now()).toBe(true);
    expect(sent).toEqual([]);
    expect(autosave.status().kind).toBe('unchanged');
  });
});
