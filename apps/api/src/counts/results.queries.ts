import { Injectable } from '@nestjs/common';

import type { CurrentUser } from '../identity/index.js';
import { PlaceRefDto } from '../places/index.js';
import { type BallotProject, BallotProjects } from '../proposals/index.js';
import type { CountedProject } from './count.js';
import { CountNotRun } from './counts.errors.js';
import { CountsQueries, type VisibleCount } from './counts.queries.js';
import { CountsRepository } from './counts.repository.js';
import type { ComparisonDto } from './dto/comparison.dto.js';
import type { ProjectResultDto, ResultsDto } from './dto/results.dto.js';
import { MoneyShareDto } from './dto/money-share.dto.js';
import { measureWords } from './measure-words.js';
import { moneyLeftWords } from './money-words.js';
import { tieSentences } from './outcome-words.js';
import { ruleWords } from './rule-words.js';

@Injectable()
export class ResultsQueries {
  constructor(
    private readonly queries: CountsQueries,
    private readonly counts: CountsRepository,
    private readonly projects: BallotProjects,
  ) {}

  /** @throws CountNotFound | CountNotPublished | CountNotRun */
  async ofCount(id: string, user: CurrentUser | undefined): Promise<ResultsDto> {
    return this.results(await this.queries.visible(id, user));
  }

  /** @throws CountNotPublished */
  async ofRound(roundSlug: string): Promise<ResultsDto> {
    return this.results(await this.queries.published(roundSlug));
  }

  /** @throws CountNotPublished while there is nothing the reader may see */
  async comparison(roundSlug: string, user: CurrentUser | undefined): Promise<ComparisonDto> {
    const { count, round } = await this.queries.newestVisible(roundSlug, user);
    const columns = (await this.counts.comparisonOf(round.id)) ?? [];
    const funded = columns.map(({ winners }) => new Set(winners));
    const paper = await this.paper(round.id);
    const rows = await this.counts.projectsOf(count.id);
    return {
      roundSlug,
      currency: round.currency,
      budgetPence: round.budgetPence,
      columns: columns.map(({ key, rule, winners, totalCostMinor, measures, seconds }) => ({
        key,
        title: ruleWords(rule).ruleTitle,
        explanation: ruleWords(rule).ruleExplanation,
        rule: { ...rule },
        winners: winners.length,
        totalCostPence: totalCostMinor,
        measures: measureWords(measures, round.currency),
        seconds,
      })),
      rows: rows
        .toSorted((a, b) => b.votes - a.votes)
        .flatMap(({ ballotId, votes }) => {
          const project = paper.get(ballotId);
          if (!project) return [];
          const { proposalNumber, title, costPence } = project;
          return [
            {
              ballotId,
              proposalNumber,
              title,
              costPence,
              votes,
              funded: funded.map((ids) => ids.has(ballotId)),
            },
          ];
        }),
    };
  }

  private async results({ count, round }: VisibleCount): Promise<ResultsDto> {
    const { inputsSha256, computedAt } = count;
    if (inputsSha256 === null || computedAt === null) throw new CountNotRun();
    const [{ outcome, measures }, rows, paper, signatures] = await Promise.all([
      this.counts.resultOf(count.id),
      this.counts.projectsOf(count.id),
      this.paper(round.id),
      this.queries.signatures(count),
    ]);
    const titles = new Map([...paper.values()].map(({ ballotId, title }) => [ballotId, title]));
    const hasPoints = round.ballotStyle === 'points' || round.ballotStyle === 'ranked';
    return {
      roundSlug: round.slug,
      roundTitle: round.title,
      currency: round.currency,
      countId: count.id,
      state: count.state,
      rule: { ...count.rule },
      ...ruleWords(count.rule),
      inputsSha256,
      computedAt: computedAt.toISOString(),
      publishedAt: count.publishedAt?.toISOString() ?? null,
      seconds: count.seconds ?? 0,
      voters: outcome.ballots,
      budgetPence: outcome.budgetMinor,
      totalCostPence: outcome.totalCostMinor,
      moneyLeft: moneyLeftWords(outcome, round),
      projects: rows.flatMap((row) => {
        const project = paper.get(row.ballotId);
        return project ? [projectResult(row, project, hasPoints)] : [];
      }),
      ties: tieSentences(outcome, titles).map((sentence) => ({ sentence })),
      measures: measureWords(measures, round.currency),
      moneyShares: [
        ...measures.categories.map((group) => MoneyShareDto.of('category', group)),
        ...measures.neighbourhoods.map((group) => MoneyShareDto.of('neighbourhood', group)),
      ],
      signatures,
      outcome,
    };
  }

  private async paper(roundId: string): Promise<ReadonlyMap<string, BallotProject>> {
    const projects = await this.projects.ofRound(roundId);
    return new Map(projects.map((project) => [project.ballotId, project]));
  }
}

function projectResult(row: CountedProject, project: BallotProject, hasPoints: boolean): ProjectResultDto {
  return {
    ballotId: row.ballotId,
    proposalNumber: project.proposalNumber,
    title: project.title,
    category: project.categories[0] ?? null,
    place: project.place ? PlaceRefDto.of(project.place) : null,
    neighbourhood: project.neighbourhood,
    costPence: project.costPence,
    votes: row.votes,
    score: hasPoints ? row.score : null,
    funded: row.funded,
    order: row.order,
    sentences: [...row.sentences],
    latitude: project.latitude,
    longitude: project.longitude,
    selectedByCity: project.selectedByCity,
  };
}
