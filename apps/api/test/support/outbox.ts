import { Outbox } from '../../src/platform/events/index.js';
import type { TestApp } from './test-app.js';

/** Until every event has been handled, by whichever relay. */
export async function settled(api: TestApp): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    await api.app.get(Outbox).drain();
    if ((await api.db.query('SELECT FROM outbox')).length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the outbox did not empty');
}
