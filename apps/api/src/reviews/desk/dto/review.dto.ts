import { ApiProperty } from '@nestjs/swagger';

import { PROPOSAL_STATES, type ProposalState } from '../../../proposals/index.js';
import { type Stage, STAGES } from '../../cases/review.js';
import { type AnswerValue, ANSWERS, CRITERIA, type Criterion } from '../../rules/criteria.js';
import type { Letter } from '../../rules/letter.js';
import { type Lack, LACKS, type Verdict, VERDICTS } from '../../rules/verdict-of.js';
import { isPending } from '../../verdicts/verdicts.repository.js';
import type { ReviewPage } from '../review-page.queries.js';

const QUEUE_STAGES = ['new', ...STAGES] as const;

export class ReviewAnswerDto {
  @ApiProperty({ enum: CRITERIA, enumName: 'ReviewCriterion' })
  criterion: Criterion;

  @ApiProperty({ enum: ANSWERS, enumName: 'ReviewAnswer', nullable: true, type: String })
  answer: AnswerValue | null;

  @ApiProperty({ type: String, nullable: true })
  reasonCode: string | null;

  @ApiProperty({ description: 'What to change, or the reason why not.' })
  words: string;

  @ApiProperty()
  finished: boolean;

  @ApiProperty({ format: 'date' })
  dueOn: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  departmentId: string | null;

  @ApiProperty({ type: String, nullable: true })
  department: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  personId: string | null;

  @ApiProperty({ type: String, nullable: true })
  person: string | null;

  @ApiProperty({ description: 'Whether the reader may answer it now.' })
  mayAnswer: boolean;
}

export class MissingDto {
  @ApiProperty({ enum: CRITERIA, enumName: 'ReviewCriterion' })
  criterion: Criterion;

  @ApiProperty({ enum: LACKS, enumName: 'ReviewLack' })
  what: Lack;
}

export class ReviewCostsDto {
  @ApiProperty({ type: 'integer', nullable: true })
  costLowPence: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'What stands on the ballot paper.' })
  costPence: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  costHighPence: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Each year.' })
  runningCostPence: number | null;

  @ApiProperty({ type: 'integer', nullable: true })
  runningYears: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Making it and keeping it going.' })
  wholeLifePence: number | null;
}

export class ReviewNoteDto {
  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty()
  by: string;

  @ApiProperty()
  text: string;
}

export class LetterReasonDto {
  @ApiProperty({ enum: CRITERIA, enumName: 'ReviewCriterion' })
  criterion: Criterion;

  @ApiProperty()
  heading: string;

  @ApiProperty()
  words: string;
}

export class LetterTextDto {
  @ApiProperty()
  title: string;

  @ApiProperty()
  round: string;

  @ApiProperty()
  place: string;

  @ApiProperty()
  opening: string;

  @ApiProperty({ type: [LetterReasonDto] })
  reasons: LetterReasonDto[];

  @ApiProperty({ type: [String] })
  good: string[];

  @ApiProperty({ type: [String], description: 'What the author can do.' })
  next: string[];

  static ofLetter({ title, round, place, opening, reasons, good, next }: Letter): LetterTextDto {
    return {
      title,
      round,
      place,
      opening,
      reasons: reasons.map(({ criterion, heading, words }) => ({ criterion, heading, words })),
      good: [...good],
      next: [...next],
    };
  }
}

export class ConfirmedVerdictDto {
  @ApiProperty({ enum: VERDICTS, enumName: 'ReviewVerdict' })
  verdict: Verdict;

  @ApiProperty()
  letter: LetterTextDto;

  @ApiProperty({ format: 'date-time' })
  confirmedAt: string;

  @ApiProperty({ type: String, nullable: true })
  confirmedBy: string | null;

  @ApiProperty({ description: 'Whether it waits for a second officer.' })
  pending: boolean;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Last day for an appeal.' })
  appealUntil: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why the second officer sent it back.' })
  returnedWhy: string | null;
}

export class OfficeAppealDto {
  @ApiProperty({ format: 'date-time' })
  madeAt: string;

  @ApiProperty()
  text: string;

  @ApiProperty()
  textPublic: boolean;

  @ApiProperty({ type: Boolean, nullable: true, description: 'null until it is decided.' })
  upheld: boolean | null;

  @ApiProperty({ type: String, nullable: true })
  reason: string | null;
}

export class ReviewMayDto {
  @ApiProperty()
  assign: boolean;

  @ApiProperty()
  cost: boolean;

  @ApiProperty()
  note: boolean;

  @ApiProperty()
  confirm: boolean;

  @ApiProperty()
  sign: boolean;

  @ApiProperty()
  decideAppeal: boolean;
}

export class ReviewDto {
  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty({ enum: PROPOSAL_STATES, enumName: 'ProposalState' })
  state: ProposalState;

  @ApiProperty({ enum: QUEUE_STAGES, enumName: 'ReviewStage' })
  stage: Stage | 'new';

  @ApiProperty({ description: 'Whether the round still takes what is accepted.' })
  open: boolean;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  dueOn: string | null;

  @ApiProperty({ type: [ReviewAnswerDto], description: 'In the order they are asked.' })
  answers: ReviewAnswerDto[];

  @ApiProperty()
  costs: ReviewCostsDto;

  @ApiProperty({ enum: VERDICTS, enumName: 'ReviewVerdict', nullable: true, type: String })
  verdict: Verdict | null;

  @ApiProperty({ type: [MissingDto], description: 'What a verdict still needs.' })
  missing: MissingDto[];

  @ApiProperty({ type: String, nullable: true, description: 'How the letter begins unless it is changed.' })
  usualOpening: string | null;

  @ApiProperty({ type: [ReviewNoteDto], description: 'Never public.' })
  notes: ReviewNoteDto[];

  @ApiProperty({ type: ConfirmedVerdictDto, nullable: true, description: 'The one confirmed last.' })
  confirmed: ConfirmedVerdictDto | null;

  @ApiProperty({ type: OfficeAppealDto, nullable: true })
  appeal: OfficeAppealDto | null;

  @ApiProperty()
  may: ReviewMayDto;

  static of(page: ReviewPage): ReviewDto {
    const { standing, review, latest, appeal, may } = page;
    return {
      number: standing.proposal.number,
      state: standing.proposal.state,
      stage: review?.stage ?? 'new',
      open: page.open,
      dueOn: review?.dueOn ?? null,
      answers: page.answers.map(answerOf),
      costs: {
        costLowPence: review?.costLowPence ?? null,
        costPence: review?.costPence ?? null,
        costHighPence: review?.costHighPence ?? null,
        runningCostPence: review?.runningCostPence ?? null,
        runningYears: review?.runningYears ?? null,
        wholeLifePence: page.wholeLifePence,
      },
      verdict: page.derived.verdict,
      missing: page.derived.missing.map(({ criterion, what }) => ({ criterion, what })),
      usualOpening: page.usualOpening,
      notes: page.notes.map(({ at, by, text }) => ({ at: at.toISOString(), by, text })),
      confirmed: latest
        ? {
            verdict: latest.verdict,
            letter: LetterTextDto.ofLetter(latest.letter),
            confirmedAt: latest.confirmedAt.toISOString(),
            confirmedBy: page.latestBy,
            pending: isPending(latest),
            appealUntil: latest.appealUntil,
            returnedWhy: latest.returnedWhy,
          }
        : null,
      appeal: appeal
        ? {
            madeAt: appeal.madeAt.toISOString(),
            text: appeal.text,
            textPublic: appeal.textPublic,
            upheld: appeal.upheld,
            reason: appeal.reason,
          }
        : null,
      may: { ...may },
    };
  }
}

function answerOf(one: ReviewPage['answers'][number]): ReviewAnswerDto {
  const { criterion, answer, reasonCode, words, finished, dueOn, mayAnswer } = one;
  const { departmentId, department, personId, person } = one;
  const who = { departmentId, department, personId, person };
  return { criterion, answer, reasonCode, words, finished, dueOn, ...who, mayAnswer };
}
