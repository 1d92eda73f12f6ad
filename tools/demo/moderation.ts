import { solve } from '@commonthread/proof-of-work';

import type { Cast } from './cast.ts';
import { Client } from './client.ts';
import type { Story } from './time/timeline.ts';

/** What was thought about before deciding; the texts are invented like everything in the demo city. */
const CHECKLIST = {
  harm: 'It speaks ill of a neighbour who can be told from the street.',
  context: 'A quarrel about parking, in a talk about benches.',
  milder: 'Asking to leave the sentence out would do for a first time.',
};

/** Where residents quarrel. */
const ROUND = 'burslem-and-tunstall-neighbourhood-fund';

/** A few invented reports: one waiting, one decided, one appealed, one appealed with success, and a young member's comment. */
export function addModeration({ api, residents, moderator, secondModerator, calendar }: Cast): Story {
  const [resident, , guardian, young] = residents;
  if (!resident || !guardian || !young) throw new Error('a resident, a guardian and a young member quarrel');
  const reader = Client.anonymous(api);
  const comment = async (who: Client, proposal: number, text: string): Promise<string> =>
    (await who.post<{ id: string }>(`/proposals/${proposal}/comments`, { text })).id;
  /** @returns the number of the case */
  const report = async (proposalNumber: number, commentId: string, rule: string): Promise<number> => {
    const { challenge, bits } = await reader.get<{ challenge: string; bits: number }>(
      '/moderation/report-challenge',
    );
    const { ticket } = await reader.post<{ ticket: string }>('/moderation/reports', {
      work: { challenge, counter: solve(challenge, bits) },
      proposalNumber,
      commentId,
      rule,
      words: 'Please look at this.',
    });
    return (await reader.get<{ caseNumber: number }>(`/moderation/tickets/${ticket}`)).caseNumber;
  };
  const decide = (number: number, act: string, rule: string | undefined, reason: string): Promise<unknown> =>
    moderator.post(`/moderation/cases/${number}/decide`, {
      act,
      ...(rule && { rule }),
      reason,
      checklist: CHECKLIST,
    });

  return async (time) => {
    const at = (...when: Parameters<typeof calendar.on>): Promise<void> => time.until(calendar.on(...when));
    await at(-2, 'Mon', '20:40');
    const { items } = await reader.get<{ items: { number: number }[] }>(
      `/proposals?round=${ROUND}&state=submitted&pageSize=5`,
    );
    const [one, two, three] = items.map(({ number }) => number);
    if (one === undefined || two === undefined || three === undefined) return;

    const rude = await comment(
      guardian,
      one,
      'Whoever wants this has never looked after anything in their life.',
    );
    await at(-2, 'Mon', '21:15');
    const rudeCase = await report(one, rude, 'harassment');
    await at(-2, 'Tue', '10:25');
    await decide(rudeCase, 'hide', 'harassment', 'It insults the author instead of answering the proposal.');
    await at(-2, 'Tue', '18:45');
    const harsh = await comment(guardian, three, 'This is money thrown into the canal.');
    await at(-2, 'Tue', '19:20');
    const harshCase = await report(three, harsh, 'harassment');
    await at(-2, 'Tue', '20:30');
    const named = await comment(
      resident,
      two,
      'Ask the people at the corner house: they park on it every night.',
    );
    await at(-2, 'Tue', '21:40');
    const namedCase = await report(two, named, 'personal-details');
    await at(-2, 'Wed', '09:35');
    await decide(namedCase, 'ask-change', 'personal-details', 'It points at the people of one house.');
    await at(-2, 'Wed', '09:55');
    await decide(harshCase, 'hide', 'harassment', 'It was read as mocking the author of the proposal.');
    await at(-2, 'Wed', '19:05');
    await guardian.post(`/moderation/mine/${harshCase}/appeal`, {
      words: 'I speak of the idea, not of the person who had it.',
    });
    await at(-2, 'Thu', '18:20');
    const sharp = await comment(resident, three, 'The last two rounds promised this and nothing was built.');
    await at(-2, 'Thu', '20:50');
    const sharpCase = await report(three, sharp, 'off-topic');
    await at(-2, 'Fri', '11:10');
    await decide(sharpCase, 'keep', undefined, 'It is criticism of the council and about the proposal.');
    await at(-2, 'Fri', '14:20');
    await secondModerator.post(`/moderation/cases/${harshCase}/answer-appeal`, {
      upheld: true,
      reason: 'The comment is about the idea. Sharp words about an idea are within the rules.',
    });
    await at(-1, 'Thu', '19:40');
    await guardian.post(`/moderation/mine/${rudeCase}/appeal`, {
      words: 'I was angry about the last bench, which nobody repaired. I did not mean the author.',
    });
    await at(-1, 'Sat', '17:50');
    const advert = await comment(
      guardian,
      one,
      'I sell benches just like this one, ask me for a good price.',
    );
    await at(-1, 'Sun', '10:30');
    await report(one, advert, 'spam');
    await at(-1, 'Sun', '16:15');
    await comment(young, one, 'Could one of the benches be low enough for my little sister?');
  };
}
