import type { Cast } from './cast.js';
import type { HostileWords } from './words.js';

export interface Moderated {
  /** Cases: reported and waiting, hidden and appealed, sent again with other words. */
  readonly open: number;
  readonly hidden: number;
  readonly changed: number;
  readonly ticket: string;
}

/** Reports, decisions, appeals and a change, of three proposals of the author's. */
export async function hostileModeration(
  words: HostileWords,
  { author, moderator, secondModerator }: Cast,
  idea: () => Promise<number>,
): Promise<Moderated> {
  const report = async (proposalNumber: number) => {
    const { ticket } = await author.post<{ ticket: string }>('/moderation/reports', {
      ...{ proposalNumber, rule: 'spam' },
      words: words.for('POST /moderation/reports words', 2000),
    });
    const { caseNumber } = await author.get<{ caseNumber: number }>(`/moderation/tickets/${ticket}`);
    return { ticket, number: caseNumber };
  };
  const DECIDE = 'POST /moderation/cases/{number}/decide';
  const decide = (number: number, act: 'hide' | 'ask-change') =>
    moderator.post(`/moderation/cases/${number}/decide`, {
      ...{ act, rule: 'spam' },
      reason: words.for(`${DECIDE} reason`, 1000),
      checklist: {
        harm: words.for(`${DECIDE} checklist.harm`, 1000),
        context: words.for(`${DECIDE} checklist.context`, 1000),
        milder: words.for(`${DECIDE} checklist.milder`, 1000),
      },
    });
  const { number: open } = await report(await idea());

  const { ticket, number: hidden } = await report(await idea());
  await decide(hidden, 'hide');
  const appeal = words.for('POST /moderation/mine/{number}/appeal words', 2000);
  await author.post(`/moderation/mine/${hidden}/appeal`, { words: appeal });
  const answer = words.for('POST /moderation/cases/{number}/answer-appeal reason', 1000);
  await secondModerator.post(`/moderation/cases/${hidden}/answer-appeal`, { upheld: false, reason: answer });

  const { number: asked } = await report(await idea());
  await decide(asked, 'ask-change');
  const change = words.for('POST /moderation/mine/{number}/change words', 2000);
  await author.post(`/moderation/mine/${asked}/change`, { words: change });
  const queue = await moderator.get<{ number: number }[]>('/moderation/cases');
  return { open, hidden, ticket, changed: Math.max(...queue.map(({ number }) => number)) };
}
