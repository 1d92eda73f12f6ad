import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

import { PlaceRefDto } from '../../../places/index.js';
import { PROPOSAL_STATES, type ProposalState } from '../../../proposals/index.js';
import { type Stage, STAGES } from '../../cases/review.js';
import type { Named, Queue } from '../queue.queries.js';
import { QUEUE_SORTS, type QueueSort, type Tab, TABS } from '../queue.repository.js';

const QUEUE_STAGES = ['new', ...STAGES] as const;

export class QueueQueryDto {
  @ApiPropertyOptional({ enum: TABS, enumName: 'ReviewTab', default: 'all' })
  @IsOptional()
  @IsIn(TABS)
  tab: Tab = 'all';

  @ApiPropertyOptional({ description: 'Slug of a round.' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  round?: string;

  @ApiPropertyOptional({ description: 'Slug of a place: it and what lies below it.' })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  place?: string;

  @ApiPropertyOptional({ description: 'Words in the proposal, or its number.' })
  @IsOptional()
  @IsString()
  @Length(0, 200)
  q?: string;

  @ApiPropertyOptional({ enum: QUEUE_SORTS, enumName: 'ReviewSort', default: 'due' })
  @IsOptional()
  @IsIn(QUEUE_SORTS)
  sort: QueueSort = 'due';

  @ApiPropertyOptional({ description: '`next` of the page before.' })
  @IsOptional()
  @IsString()
  @Matches(/^[1-9]\d{0,8}~.{1,200}$/s)
  after?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 100, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 50;
}

export class QueueRoundDto {
  @ApiProperty()
  slug: string;

  @ApiProperty()
  title: string;
}

export class QueueItemDto {
  @ApiProperty({ type: 'integer' })
  number: number;

  @ApiProperty()
  title: string;

  @ApiProperty({ enum: PROPOSAL_STATES, enumName: 'ProposalState' })
  state: ProposalState;

  @ApiProperty({ enum: QUEUE_STAGES, enumName: 'ReviewStage' })
  stage: Stage | 'new';

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'When the next answer is due.' })
  dueOn: string | null;

  @ApiProperty()
  overdue: boolean;

  @ApiProperty({ format: 'date-time' })
  submittedAt: string;

  @ApiProperty()
  round: QueueRoundDto;

  @ApiProperty()
  place: PlaceRefDto;

  @ApiProperty({ type: 'integer' })
  supports: number;

  @ApiProperty({ type: 'integer', description: 'Criteria asked.' })
  asked: number;

  @ApiProperty({ type: 'integer', description: 'Criteria not finished.' })
  open: number;

  @ApiProperty({ type: [String], description: 'Departments that have not finished.' })
  waitingFor: string[];

  @ApiProperty({ description: 'Whether criteria wait that no department was given.' })
  unassigned: boolean;

  @ApiProperty({ description: 'Whether an appeal waits for an answer.' })
  appealed: boolean;

  static of(item: Named): QueueItemDto {
    return {
      number: item.number,
      title: item.title,
      state: item.state,
      stage: item.stage,
      dueOn: item.dueOn,
      overdue: item.overdue,
      submittedAt: item.submittedAt.toISOString(),
      round: { slug: item.round.slug, title: item.round.title },
      place: PlaceRefDto.of(item.place),
      supports: item.supports,
      asked: item.asked,
      open: item.open,
      waitingFor: item.waitingFor.filter((name) => name !== null),
      unassigned: item.waitingFor.includes(null),
      appealed: item.appealed,
    };
  }
}

export class TabCountDto {
  @ApiProperty({ enum: TABS, enumName: 'ReviewTab' })
  tab: Tab;

  @ApiProperty({ type: 'integer' })
  count: number;
}

export class QueueDto {
  @ApiProperty({ type: [QueueItemDto] })
  items: QueueItemDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Asks for the next page as `after`.' })
  next: string | null;

  @ApiProperty({ type: [TabCountDto], description: 'Under every filter but the tab.' })
  tabs: TabCountDto[];

  static of({ items, counts, more }: Queue): QueueDto {
    const last = items.at(-1);
    return {
      items: items.map(QueueItemDto.of),
      next: more && last ? `${last.number}~${last.key}` : null,
      tabs: TABS.map((tab) => ({ tab, count: counts[tab] })),
    };
  }
}

const DAY = /^(19|20|99)\d{2}-\d{2}-\d{2}/;

/** @returns where a page begins, from what the page before called `next`; the first page for anything else */
export function cursorOf(
  after: string | undefined,
  sort: QueueSort,
): { number: number; key: string } | undefined {
  const [, number, key] = /^(\d+)~(.+)$/s.exec(after ?? '') ?? [];
  if (number === undefined || key === undefined) return undefined;
  return sort === 'title' || isMoment(key) ? { number: Number(number), key } : undefined;
}

/** Whether the database can read it as a day or a time: days that no calendar has are none. */
function isMoment(key: string): boolean {
  const day = DAY.exec(key)?.[0] ?? '';
  const read = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== day) return false;
  return key === day || /^ ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/.test(key.slice(day.length));
}
