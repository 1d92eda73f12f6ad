export type Ending = 'delivered' | 'stopped';
export type SpendKind = 'committed' | 'paid';

/** What is said when a project is over. */
export interface Outcome {
  readonly ending: Ending;
  /** What became of it, in plain words. */
  readonly outcome: string;
  readonly differentNow: string;
  readonly notDone: string;
}

/** A funded proposal that somebody has taken on. */
export interface Delivery {
  readonly number: number;
  /** An organisation, never a person. */
  readonly ownerBody: string;
  readonly contactOffice: string;
  /** What was decided, whole pence. */
  readonly budgetPence: number;
  readonly begunAt: Date;
  /** When something was last told or a milestone moved or was done. */
  readonly heardAt: Date;
  readonly end: (Outcome & { readonly at: Date }) | null;
}

export interface Slip {
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** Days are YYYY-MM-DD. */
export interface Milestone {
  readonly id: string;
  readonly title: string;
  /** Never changes. */
  readonly plannedOn: string;
  readonly forecastOn: string;
  readonly doneOn: string | null;
  /** Whether its forecast has passed without it being done. */
  readonly overdue: boolean;
  /** Oldest first. */
  readonly slips: readonly Slip[];
}

export interface Spend {
  readonly kind: SpendKind;
  readonly amountPence: number;
  readonly spentOn: string;
  /** An organisation, never a person. */
  readonly payee: string;
  readonly whatFor: string;
  /** Based in the council's area. */
  readonly local: boolean;
  /** A charity, co-operative, community interest company or the like. */
  readonly social: boolean;
  /** Why more is promised or paid than was decided, in public; null while it is not. */
  readonly overReason: string | null;
}

/**
 * Whether an entry brings what is promised, or what is paid, above what was decided. One that lowers the sum never does.
 *
 * @param others the sum of its kind without it, and `before`: with what it corrects, if anything; whole pence
 */
export const bringsOver = (
  amountPence: number,
  others: { readonly withoutPence: number; readonly beforePence: number },
  budgetPence: number,
): boolean =>
  others.withoutPence + amountPence > budgetPence && others.withoutPence + amountPence > others.beforePence;

export interface SpendEntry extends Spend {
  readonly id: string;
  readonly enteredAt: Date;
  readonly corrects: string | null;
  readonly reason: string | null;
  /** Whether another entry has taken its place. */
  readonly corrected: boolean;
}

export interface Update {
  readonly id: string;
  readonly words: string;
  readonly at: Date;
}

/** Sums over entries that nothing has taken the place of, whole pence. */
export interface Money {
  readonly budgetPence: number;
  readonly committedPence: number;
  readonly paidPence: number;
  /** Parts of what was paid. */
  readonly localPence: number;
  readonly socialPence: number;
  /** Payments that went to somebody, and how many organisations got them. */
  readonly payments: number;
  readonly payees: number;
}

/** One line of a list. */
export interface Progress {
  readonly number: number;
  readonly ownerBody: string;
  readonly heardAt: Date;
  /** Whether nothing was heard for 60 days while it is under way. */
  readonly quiet: boolean;
  /** Whether a milestone that is not done will be, or is, later than planned. */
  readonly slipped: boolean;
  readonly overdue: boolean;
  readonly next: { readonly title: string; readonly forecastOn: string } | null;
  readonly done: number;
  readonly milestones: number;
  readonly paidPence: number;
}

export const NO_MONEY = {
  committedPence: 0,
  paidPence: 0,
  localPence: 0,
  socialPence: 0,
  payments: 0,
  payees: 0,
} as const;
