import type { Api } from '@commonthread/api-client';
import type { FieldError } from '@commonthread/govuk';

type Decision = Api<'DecisionDto'>;

/** The words of a decision as they stand in the form. */
export interface DecisionText {
  readonly title: string;
  readonly summary: string;
  readonly reasons: string;
  readonly fairness: string;
  readonly whatNext: string;
  /** By proposal number. */
  readonly itemReasons: Readonly<Record<number, string>>;
}

export function textOf({ title, summary, reasons, fairness, whatNext, items }: Decision): DecisionText {
  return {
    title,
    summary,
    reasons,
    fairness,
    whatNext,
    itemReasons: Object.fromEntries(items.map(({ proposalNumber, reason }) => [proposalNumber, reason])),
  };
}

/** What is sent: every text, and only the reasons that differ from those stored. */
export function writeDecision(text: DecisionText, stored: Decision): Api<'WriteDecisionDto'> {
  const { title, summary, reasons, fairness, whatNext, itemReasons } = text;
  return {
    title: title.trim(),
    summary: summary.trim(),
    reasons: reasons.trim(),
    fairness: fairness.trim(),
    whatNext: whatNext.trim(),
    items: stored.items
      .filter(({ proposalNumber, reason }) => (itemReasons[proposalNumber] ?? reason) !== reason)
      .map(({ proposalNumber }) => ({ proposalNumber, reason: itemReasons[proposalNumber]!.trim() })),
  };
}

/** One thing a decision needs before it can be published. */
export interface Requirement {
  readonly says: string;
  readonly met: boolean;
  /** What to do about it, and the id of the place where that is done. */
  readonly ask: FieldError;
}

/** @param text as it stands in the form, saved or not */
export function requirementsOf(decision: Decision, text: DecisionText): Requirement[] {
  const filled = (words: string): boolean => words.trim() !== '';
  const without = decision.items.filter(
    ({ proposalNumber }) => !filled(text.itemReasons[proposalNumber] ?? ''),
  );
  return [
    {
      says: $localize`It has a title and a summary`,
      met: filled(text.title) && filled(text.summary),
      ask: {
        message: $localize`Give it a title and a summary`,
        fieldId: filled(text.title) ? 'summary' : 'title',
      },
    },
    {
      says: $localize`It gives the reasons`,
      met: filled(text.reasons),
      ask: { message: $localize`Say why it was decided so`, fieldId: 'reasons' },
    },
    {
      says:
        without.length === 0
          ? $localize`Every project has its own reason`
          : $localize`Every project has its own reason: ${without.length}:number: still without`,
      met: without.length === 0,
      ask: {
        message: $localize`Give the reason for each project`,
        fieldId: `reason-${without[0]?.proposalNumber}`,
      },
    },
    {
      says: $localize`It says who gains, who may feel passed over and how fairness is shown`,
      met: filled(text.fairness),
      ask: {
        message: $localize`Say who gains, who may feel passed over and how fairness is shown`,
        fieldId: 'fairness',
      },
    },
    {
      says: $localize`It says what happens next`,
      met: filled(text.whatNext),
      ask: { message: $localize`Say what happens next`, fieldId: 'what-next' },
    },
    {
      says: $localize`It names at least one indicator it aims to move`,
      met: decision.aimsFull.length > 0,
      ask: { message: $localize`Add an aim: at least one indicator it aims to move`, fieldId: 'add-aim' },
    },
  ];
}
