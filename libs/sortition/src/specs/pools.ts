import type { Pool } from '../model/pool.js';

type Quotas = Readonly<Record<string, Readonly<Record<string, readonly [min: number, max: number]>>>>;

/** A pool written briefly: people are `id: answers`, or `id: [answers, household]`. */
export function pool(
  size: number,
  quotas: Quotas,
  people: Readonly<Record<string, string | readonly [string, string]>>,
): Pool {
  return {
    size,
    categories: Object.entries(quotas).map(([name, of]) => ({
      name,
      quotas: Object.entries(of).map(([value, [min, max]]) => ({ value, min, max })),
    })),
    people: Object.entries(people).map(([id, said]) => {
      const [answers, household] = typeof said === 'string' ? [said] : said;
      const values = answers.split(' ');
      return { id, values, ...(household !== undefined && { household }) };
    }),
  };
}

const SHOWS: Quotas = {
  age: { child: [1, 2], adult: [1, 2] },
  show: { simpsons: [1, 2], ducktales: [1, 2] },
};

/** Small pools whose fair lottery can be worked out by hand; after the tests of the Sortition Foundation's program. */
export const FIVE = pool(2, SHOWS, {
  lisa: 'child simpsons',
  marge: 'adult simpsons',
  louie: 'child ducktales',
  dewey: 'child ducktales',
  scrooge: 'adult ducktales',
});

/** Lisa and Scrooge live together, so neither can be drawn. */
export const FIVE_AT_HOME = pool(2, SHOWS, {
  lisa: ['child simpsons', '1'],
  marge: ['adult simpsons', '3'],
  louie: ['child ducktales', '2'],
  dewey: ['child ducktales', '2'],
  scrooge: ['adult ducktales', '1'],
});

const three = (min: number, max: number): Quotas => ({
  f1: { v1: [min, max], v2: [0, 2] },
  f2: { v1: [min, max], v2: [0, 2] },
  f3: { v1: [min, max], v2: [0, 2] },
});
const ABCD = { a: 'v1 v1 v1', b: 'v1 v2 v2', c: 'v2 v1 v2', d: 'v2 v2 v1' };

/** Everybody needs a: averages of panels could do with half of a, whole panels cannot. */
export const ALWAYS_A = pool(2, three(1, 2), ABCD);
export const NO_PANEL = pool(2, three(1, 1), ABCD);

/** Leximin is above maximin for the men: elinor, frank and grace have 1/2, the four others 7/8. */
export const SEVEN = pool(
  5,
  { gender: { female: [1, 1], male: [4, 4] }, leaning: { liberal: [4, 4], conservative: [1, 1] } },
  {
    adam: 'male liberal',
    brian: 'male liberal',
    cameron: 'male liberal',
    dave: 'male liberal',
    elinor: 'female liberal',
    frank: 'male conservative',
    grace: 'female conservative',
  },
);

/** Sixty people in six kinds and one more, whom halves of people could make room for and whole ones cannot. */
export const SIXTY_ONE = pool(
  46,
  {
    f1: { v1: [15, 46], v2: [15, 46], v3: [0, 46] },
    f2: { v1: [15, 46], v2: [15, 46], v3: [0, 46] },
    f3: { v1: [15, 46], v2: [15, 46], v3: [0, 46] },
  },
  Object.fromEntries(
    Array.from({ length: 61 }, (_, i) => [
      `p${i + 1}`,
      ['v1 v1 v3', 'v1 v3 v1', 'v3 v1 v1', 'v2 v2 v3', 'v2 v3 v2', 'v3 v2 v2', 'v3 v3 v3'][
        Math.floor(i / 10)
      ]!,
    ]),
  ),
);

/** Invented people with answers of uneven weight; the same for the same seed. Quotas hold a real panel. */
export function inventedPool(seed: number, count: number, size: number, households = false): Pool {
  let state = seed * 7919 + 1;
  const below = (limit: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * limit);
  };
  const answers = { age: ['young', 'middle', 'old'], sex: ['f', 'm'], home: ['rent', 'own', 'other'] };
  const people = Array.from({ length: count }, (_, i) => ({
    id: `p${i}`,
    values: Object.values(answers).map((list) => list[Math.min(below(list.length), below(list.length))]!),
    ...(households && { household: `h${below(count)}` }),
  }));
  const panel = new Map<string | undefined, (typeof people)[number]>();
  for (const person of people)
    if (!panel.has(person.household ?? person.id)) panel.set(person.household ?? person.id, person);
  const seated = [...panel.values()].slice(0, size);
  return {
    size,
    people,
    categories: Object.entries(answers).map(([name, list], c) => ({
      name,
      quotas: list.map((value) => {
        const seats = seated.filter(({ values }) => values[c] === value).length;
        return { value, min: Math.max(0, seats - below(2)), max: seats + below(2) };
      }),
    })),
  };
}
