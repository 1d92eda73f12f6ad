import type { ThroughApi } from '../through-api.js';
import type { Cast } from './cast.js';
import type { HostileWords } from './words.js';

/** Takes a proposal into review and answers every question, one of them in words. */
export async function answerAll(
  words: HostileWords,
  officer: ThroughApi,
  number: number,
  land: 'not-met' | 'met-if-changed',
): Promise<void> {
  await officer.post('/reviews/assign', { numbers: [number] });
  const { answers } = await officer.get<{ answers: { criterion: string }[] }>(`/reviews/${number}`);
  const plain = { answer: 'met', reasonCode: null, words: '', finished: true };
  await officer.put(`/reviews/${number}/answers`, {
    answers: answers.map(({ criterion }) => ({
      criterion,
      ...plain,
      ...(criterion === 'land' && {
        answer: land,
        reasonCode: land === 'not-met' ? 'not-council-land' : null,
        words: words.for('PUT /reviews/{number}/answers answers[].words', 2000),
      }),
    })),
  });
}

/** A no that the second officer sends back once, then signs; appealed, and the appeal answered by a third. */
export async function refuse(words: HostileWords, cast: Cast, number: number): Promise<void> {
  const { officer, second, third, author } = cast;
  const route = (act: string): string => `/reviews/${number}/${act}`;
  const field = (act: string, name: string, most: number): string =>
    words.for(`POST /reviews/{number}/${act} ${name}`, most);
  const verdict = () => ({ verdict: 'not-taken-forward', opening: field('verdict', 'opening', 1000) });
  await answerAll(words, officer, number, 'not-met');
  await officer.post(route('verdict'), verdict());
  await second.post(route('send-back'), { reason: field('send-back', 'reason', 1000) });
  await officer.post(route('verdict'), verdict());
  await second.post(route('sign'));
  const text = words.for('POST /proposals/{number}/appeal text', 5000);
  await author.post(`/proposals/${number}/appeal`, { text, textPublic: true });
  await third.post(route('appeal'), { upheld: false, reason: field('appeal', 'reason', 2000) });
}
