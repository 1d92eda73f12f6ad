import { Injectable } from '@nestjs/common';

import { Authority, type CurrentUser } from '../identity/index.js';
import { AuditLog } from '../platform/audit/index.js';
import { Rounds, type RoundNow } from '../rounds/index.js';
import { ProposalActs } from './proposal-acts.js';
import { canMove, type ProposalState } from './proposal-states.js';
import { ProposalCannotMove, ProposalFieldInvalid, RoundPastReview } from './proposals.errors.js';
import { ProposalsRepository } from './proposals.repository.js';

export type Assessment = Extract<
  ProposalState,
  'in-review' | 'changes-asked' | 'accepted' | 'not-taken-forward'
>;

export interface Assessed {
  readonly to: Assessment;
  /** What it will cost, needed to accept it. */
  readonly costPence?: number | undefined;
  /** Both needed to ask for changes and to say no. */
  readonly reasonCode?: string | undefined;
  readonly reason?: string | undefined;
}

const WORDS: Record<Assessment, string> = {
  'in-review': 'Review began',
  'changes-asked': 'Changes were asked for',
  accepted: 'Accepted for the ballot',
  'not-taken-forward': 'Not taken forward',
};

/** An officer of the round's place reviews a proposal. Every answer but yes gives its reason. */
@Injectable()
export class AssessProposal {
  constructor(
    private readonly acts: ProposalActs,
    private readonly authority: Authority,
    private readonly rounds: Rounds,
    private readonly proposals: ProposalsRepository,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws ProposalUnknown | RoleMissing | SecondFactorNeeded | ProposalCannotMove | RoundPastReview
   * @throws ProposalFieldInvalid for a missing reason, or a cost that is missing or above the budget
   */
  async execute(user: CurrentUser, number: number, assessed: Assessed): Promise<void> {
    const { roundId } = await this.acts.readable(number, user);
    const { placeId } = await this.rounds.byId(roundId);
    await this.authority.mustHold(user, 'officer', placeId);

    const { to, costPence, reasonCode, reason } = assessed;
    await this.acts.hold(number, async ({ proposal, round, manager }) => {
      if (!canMove('officer', proposal.state, to)) throw new ProposalCannotMove(proposal.state, to);
      mustBeOpenFor(round, to);
      mustBeWhole(assessed, round);

      await this.proposals.move(number, to, manager, to === 'accepted' ? costPence : undefined);
      const told = { what: WORDS[to], reasonCode, reason, by: 'An officer', actorId: user.id };
      await this.proposals.tell(number, told, manager);
      await this.audit.append(
        {
          what: 'proposal.assessed',
          actorId: user.id,
          subject: `proposal:${number}`,
          facts: { from: proposal.state, to, costPence: costPence ?? null, reasonCode: reasonCode ?? null },
        },
        manager,
      );
    });
  }
}

/** Once the paper is settled a proposal that is left over can only be answered with a no. */
function mustBeOpenFor({ state }: RoundNow, to: Assessment): void {
  const open = state === 'ideas' || state === 'review';
  if (!open && to !== 'not-taken-forward') throw new RoundPastReview(state);
}

function mustBeWhole({ to, costPence, reasonCode, reason }: Assessed, round: RoundNow): void {
  const refusal = to === 'changes-asked' || to === 'not-taken-forward';
  if (refusal && !(reasonCode && reason)) {
    throw new ProposalFieldInvalid('proposal.reason-missing', 'reason', 'Give the reason in plain words.');
  }
  if (to !== 'accepted') return;
  if (costPence === undefined) {
    throw new ProposalFieldInvalid('proposal.cost-missing', 'costPence', 'Enter what it will cost.');
  }
  if (costPence > round.budgetPence) {
    const message = 'It costs more than the whole budget of the round and could never be funded.';
    throw new ProposalFieldInvalid('proposal.cost-over-budget', 'costPence', message);
  }
}
