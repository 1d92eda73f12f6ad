import { it } from '@jest/globals';

type Step = (name: string, walk: () => Promise<void>) => void;

/** The steps of one journey: each needs the one before, so after one that failed the others fail at once. */
export function journey(): Step {
  let broken = false;
  return (name, walk) =>
    it(name, async () => {
      if (broken) throw new Error('a step before this one failed');
      broken = true;
      await walk();
      broken = false;
    });
}
