import { ApiProperty } from '@nestjs/swagger';

import { VOTE_STAGES, type VoteStage } from '../held-vote.js';
import type { VotingNow, VotingOffice } from '../voting.queries.js';

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

export class BallotBoxDto {
  @ApiProperty({
    description: 'Whether it signs nothing because its log does not continue what was published.',
  })
  incident: boolean;

  @ApiProperty({ type: 'integer', description: 'Passes that voted, of the ballots in the log.' })
  credentials: number;

  @ApiProperty({ type: 'integer', description: 'Online ballots in the log, changes included.' })
  ballots: number;

  @ApiProperty({ type: 'integer' })
  paper: number;

  @ApiProperty({ type: 'integer', description: 'Ballots that wait for the next batch.' })
  waiting: number;
}

export class CloseAskedDto {
  @ApiProperty()
  reason: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ description: 'Whether the reader asked; another officer must say so too.' })
  mine: boolean;
}

export class FinishAskedDto {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ description: 'Whether the reader said so; another officer must too.' })
  mine: boolean;
}

/** For officers and auditors. No number depends on what anybody chose. */
export class VotingOfficeDto {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why the last step did not work; it is tried again.',
  })
  failure: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  failedAt: string | null;

  @ApiProperty({ type: BallotBoxDto, nullable: true, description: 'Empty when it does not answer.' })
  ballotBox: BallotBoxDto | null;

  @ApiProperty({ type: 'integer' })
  electors: number;

  @ApiProperty({ type: 'integer', description: 'Electors with an online pass.' })
  passesOnline: number;

  @ApiProperty({ type: 'integer' })
  passesReissued: number;

  @ApiProperty({ type: 'integer' })
  paperIssued: number;

  @ApiProperty({
    description: 'More ballots than passes: nothing can be published before that is explained.',
  })
  alarm: boolean;

  @ApiProperty({ type: CloseAskedDto, nullable: true })
  closeAsked: CloseAskedDto | null;

  @ApiProperty({
    type: FinishAskedDto,
    nullable: true,
    description: 'One officer says that all paper is in.',
  })
  finishAsked: FinishAskedDto | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Faults the verifier found in the export.' })
  exportFaults: number | null;

  @ApiProperty({ type: [String], description: 'What it noticed that is no fault.' })
  exportNotices: string[];

  static of({ held }: VotingNow, office: VotingOffice, readerId: string | undefined): VotingOfficeDto {
    const { urn, closeAsked, finishAsked } = office;
    return {
      failure: held?.failure ?? null,
      failedAt: iso(held?.failedAt),
      ballotBox: urn && {
        incident: urn.incident,
        credentials: urn.logged.credentials,
        ballots: urn.logged.ballots,
        paper: urn.logged.paper,
        waiting: urn.waiting,
      },
      electors: office.electors,
      passesOnline: office.online,
      passesReissued: office.reissued,
      paperIssued: office.paper,
      alarm: office.alarm,
      closeAsked: closeAsked
        ? {
            reason: closeAsked.said.reason,
            at: closeAsked.saidAt.toISOString(),
            mine: closeAsked.personId === readerId,
          }
        : null,
      finishAsked: finishAsked
        ? { at: finishAsked.saidAt.toISOString(), mine: finishAsked.personId === readerId }
        : null,
      exportFaults: held?.report?.faultCount ?? null,
      exportNotices: [...(held?.report?.notices ?? [])],
    };
  }
}

/** Where and when a round is voted on. */
export class VotingDto {
  @ApiProperty({ format: 'uuid', description: 'Name of the election in the ballot box.' })
  election: string;

  @ApiProperty({ type: String, nullable: true, description: 'Address of the election in the ballot box.' })
  ballotBox: string | null;

  @ApiProperty({
    enum: VOTE_STAGES,
    enumName: 'VoteStage',
    nullable: true,
    description: 'None: nobody votes here.',
  })
  stage: VoteStage | null;

  @ApiProperty({ description: 'Whether a vote can be cast now.' })
  open: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  openedAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closesAt: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'First entry of the log, in hexadecimal.' })
  manifestSha256: string | null;

  @ApiProperty({ description: 'Whether the export can be downloaded.' })
  published: boolean;

  @ApiProperty({ type: VotingOfficeDto, nullable: true })
  office: VotingOfficeDto | null;

  static of(now: VotingNow, readerId: string | undefined): VotingDto {
    const { round, held, office } = now;
    const begun = held !== undefined && held.stage !== 'opening';
    return {
      election: round.id,
      ballotBox: begun ? `/urn/elections/${round.id}` : null,
      stage: held?.stage ?? null,
      open: round.state === 'voting' && held?.stage === 'open',
      openedAt: iso(held?.openedAt),
      closesAt: iso(held?.closesAt),
      closedAt: iso(held?.closedAt),
      manifestSha256: held?.manifestSha256 ?? null,
      published: held?.stage === 'stored' && round.publishedCountId !== null,
      office: office && VotingOfficeDto.of(now, office, readerId),
    };
  }
}
