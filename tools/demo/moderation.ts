import { solve } from '@commonthread/proof-of-work';

import { Client } from './client.ts';

/** What was thought about before deciding; the texts are invented like everything in the demo city. */
const CHECKLIST = {
  harm: 'It speaks ill of a neighbour who can be told from the street.',
  context: 'A quarrel about parking, in a talk about benches.',
  milder: 'Asking to leave the sentence out would do for a first time.',
};

interface Cast {
  readonly api: string;
  readonly resident: Client;
  readonly guardian: Client;
  readonly young: Client;
}

/** A few invented reports: one waiting, one decided, one appealed, one appealed with success, and a young member's comment. */
export async function addModeration({ api, resident, guardian, young }: Cast): Promise<void> {
  const reader = Client.anonymous(api);
  const moderator = await Client.signIn(api, 'moderator@demo.example');
  const second = await Client.signIn(api, 'second-moderator@demo.example');
  const { items } = await reader.get<{ items: { number: number }[] }>(
    '/proposals?state=submitted&pageSize=5',
  );
  const [one, two, three] = items.map(({ number }) => number);
  if (one === undefined || two === undefined || three === undefined) return;

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

  const rude = await comment(
    guardian,
    one,
    'Whoever wants this has never looked after anything in their life.',
  );
  const rudeCase = await report(one, rude, 'harassment');
  await decide(rudeCase, 'hide', 'harassment', 'It insults the author instead of answering the proposal.');
  await guardian.post(`/moderation/mine/${rudeCase}/appeal`, {
    words: 'I was angry about the last bench, which nobody repaired. I did not mean the author.',
  });

  const named = await comment(
    resident,
    two,
    'Ask the people at the corner house: they park on it every night.',
  );
  const namedCase = await report(two, named, 'personal-details');
  await decide(namedCase, 'ask-change', 'personal-details', 'It points at the people of one house.');

  const sharp = await comment(resident, three, 'The last two rounds promised this and nothing was built.');
  const sharpCase = await report(three, sharp, 'off-topic');
  await decide(sharpCase, 'keep', undefined, 'It is criticism of the council and about the proposal.');

  const harsh = await comment(guardian, three, 'This is money thrown into the canal.');
  const harshCase = await report(three, harsh, 'harassment');
  await decide(harshCase, 'hide', 'harassment', 'It was read as mocking the author of the proposal.');
  await guardian.post(`/moderation/mine/${harshCase}/appeal`, {
    words: 'I speak of the idea, not of the person who had it.',
  });
  await second.post(`/moderation/cases/${harshCase}/answer-appeal`, {
    upheld: true,
    reason: 'The comment is about the idea. Sharp words about an idea are within the rules.',
  });

  const advert = await comment(guardian, one, 'I sell benches just like this one, ask me for a good price.');
  await report(one, advert, 'spam');
  await comment(young, one, 'Could one of the benches be low enough for my little sister?');
}
