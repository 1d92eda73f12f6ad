import { Injectable } from '@nestjs/common';

import { PublishedDecisions, type PublishedDecision } from '../decisions/index.js';
import { type PlaceRef, PlaceRefDto, Places } from '../places/index.js';
import { type RoundNow, Rounds, RoundUnknown } from '../rounds/index.js';
import type { PlaceYouSaidDto, YouSaidDto } from './dto/you-said.dto.js';
import { type Standing, standpointOf } from './fate.js';
import { type SaidProject, type Tally, YouSaidRepository } from './you-said.repository.js';

const ROUNDS_OF_A_PLACE = 20;
const PROJECTS_OF_A_ROUND = 100;
const PROJECTS_OF_EACH = 8;

/** We asked, you said, we did, did it work. */
@Injectable()
export class YouSaidQueries {
  constructor(
    private readonly rounds: Rounds,
    private readonly places: Places,
    private readonly decisions: PublishedDecisions,
    private readonly said: YouSaidRepository,
  ) {}

  /** @throws RoundUnknown also for a draft */
  async ofRound(slug: string): Promise<YouSaidDto> {
    const round = await this.rounds.bySlug(slug);
    if (round.state === 'draft') throw new RoundUnknown();
    const [only] = await this.of([round], null, PROJECTS_OF_A_ROUND);
    if (!only) throw new RoundUnknown();
    return only;
  }

  /** Of rounds for the whole council only what lies in the place. @throws PlaceUnknown */
  async ofPlace(slug: string): Promise<PlaceYouSaidDto> {
    const place = await this.places.bySlug(slug);
    const ids = await this.said.roundsOf(place.id, ROUNDS_OF_A_PLACE);
    const known = await this.rounds.byIds(ids);
    const rounds = ids.flatMap((id) => known.get(id) ?? []).filter(({ state }) => state !== 'draft');
    return { place: PlaceRefDto.of(place), rounds: await this.of(rounds, place.id, PROJECTS_OF_EACH) };
  }

  private async of(rounds: readonly RoundNow[], placeId: string | null, each: number): Promise<YouSaidDto[]> {
    const ids = rounds.map(({ id }) => id);
    const [places, tallies, projects, unanswered, decisions] = await Promise.all([
      this.places.byIds(rounds.map((round) => round.placeId)),
      this.said.tallies(ids, placeId),
      this.said.projects(ids, placeId, each),
      this.said.unanswered(ids),
      this.decisions.byNumbers(rounds.flatMap(({ decisionNumber }) => decisionNumber ?? [])),
    ]);
    return rounds.flatMap((round) => {
      const place = places.get(round.placeId);
      if (!place) return [];
      const own = <Row extends { roundId: string }>(rows: readonly Row[]) =>
        rows.filter(({ roundId }) => roundId === round.id);
      return [
        {
          ...asked(round, place),
          said: said(own(tallies), round),
          did: did(round.decisionNumber ? decisions.get(round.decisionNumber) : undefined),
          standings: standings(own(tallies), round),
          projects: own(projects).map((project) => shown(project, round)),
          aims: [...((round.decisionNumber && decisions.get(round.decisionNumber)?.aims) || [])],
          unanswered: unanswered.get(round.id) ?? 0,
        },
      ];
    });
  }
}

function asked(round: RoundNow, place: PlaceRef) {
  const { slug, title, summary, state, phases, budgetPence, currency, invented, cancelledReason } = round;
  const of = (kind: string) => phases.find((phase) => phase.kind === kind);
  return {
    roundSlug: slug,
    roundTitle: title,
    asked: summary,
    place: PlaceRefDto.of(place),
    state,
    askedFrom: of('ideas')?.opensAt.toISOString() ?? null,
    votingClosesAt: of('voting')?.closesAt.toISOString() ?? null,
    budgetPence,
    currency,
    invented,
    cancelledReason,
  };
}

function said(tallies: readonly Tally[], { ballots }: RoundNow): YouSaidDto['said'] {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  return {
    proposals: sum(({ proposals }) => proposals),
    supports: sum(({ supports }) => supports),
    comments: sum(({ comments }) => comments),
    ballots,
  };
}

function did(decision: PublishedDecision | undefined): YouSaidDto['did'] {
  if (!decision) return null;
  const { number, title, summary, publishedAt } = decision;
  return { decisionNumber: number, title, summary, publishedAt: publishedAt?.toISOString() ?? null };
}

function standings(tallies: readonly Tally[], round: RoundNow): YouSaidDto['standings'] {
  const found = new Map<Standing, YouSaidDto['standings'][number]>();
  for (const { state, proposals, costPence } of tallies) {
    const { standing } = standpoint(state, null, round);
    const before = found.get(standing) ?? { standing, proposals: 0, costPence: 0 };
    found.set(standing, {
      standing,
      proposals: before.proposals + proposals,
      costPence: before.costPence + costPence,
    });
  }
  return [...found.values()].sort((a, b) => b.proposals - a.proposals);
}

function shown({ number, title, state, costPence, reason: said }: SaidProject, round: RoundNow) {
  const { standing, reason } = standpoint(state, said, round);
  return { number, title, costPence, standing, reason };
}

function standpoint(
  proposalState: string,
  reason: string | null,
  { cancelledReason, decisionNumber }: RoundNow,
) {
  const roundDecided = decisionNumber !== null;
  return standpointOf('author', { proposalState, mergedInto: null, roundDecided, cancelledReason, reason });
}
