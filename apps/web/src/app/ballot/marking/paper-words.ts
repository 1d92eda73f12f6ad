import { formatMoney } from '@commonthread/govuk';
import { splitChoices, type Choice, type StylePaper } from '@commonthread/ballot-protocol';
import { checkChoices } from '@commonthread/paper-rules';

export type PaperKind = 'approval' | 'choose-1' | 'knapsack' | 'ranked' | 'points';

/** How a paper is marked. */
export function kindOf({ voteType, limits }: StylePaper): PaperKind {
  switch (voteType) {
    case 'choose-1':
      return 'choose-1';
    case 'ordinal':
      return 'ranked';
    case 'cumulative':
    case 'scoring':
      return 'points';
    case 'approval':
      return limits.maxSumCostMinor === undefined ? 'approval' : 'knapsack';
  }
}

/** How to mark it, in a sentence or two. */
export function howToMark(paper: StylePaper, currency: string, locale: string): string {
  const { minLength = 0, maxLength = paper.projects.length, maxSumCostMinor, maxSumPoints } = paper.limits;
  switch (kindOf(paper)) {
    case 'choose-1':
      return $localize`Choose the one project you want most.`;
    case 'knapsack': {
      const pot = formatMoney(maxSumCostMinor ?? 0, currency, locale);
      return $localize`Choose what you would spend the money on. Together it must cost no more than ${pot}:amount:.`;
    }
    case 'ranked':
      return maxLength < paper.projects.length
        ? $localize`Put up to ${maxLength}:number: projects in your order, the one you want most first.`
        : $localize`Put as many projects as you like in your order, the one you want most first.`;
    case 'points':
      return maxSumPoints === undefined
        ? $localize`Give points to the projects you want: the more points, the more you want it.`
        : $localize`You have ${maxSumPoints}:number: points. Share them out over the projects you want, as many to each as you like.`;
    case 'approval':
      if (minLength > 0 && minLength === maxLength)
        return $localize`Choose exactly ${maxLength}:number: projects. All your choices count the same.`;
      if (maxLength >= paper.projects.length)
        return $localize`Choose as many projects as you like. All your choices count the same.`;
      return minLength > 1
        ? $localize`Choose at least ${minLength}:least: and at most ${maxLength}:most: projects. All your choices count the same.`
        : $localize`Choose up to ${maxLength}:most: projects. All your choices count the same.`;
  }
}

/** Where the choices stand against what the paper allows: shown all the time, and said after each change. */
export function tally(
  paper: StylePaper,
  choices: readonly Choice[],
  currency: string,
  locale: string,
): string {
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const { limits } = paper;
  const count = choices.length;
  const kind = kindOf(paper);
  if (kind === 'knapsack') {
    const spent = costOf(paper, choices);
    const left = (limits.maxSumCostMinor ?? 0) - spent;
    return left >= 0
      ? $localize`${money(spent)}:spent: spent, ${money(left)}:left: left`
      : $localize`${money(spent)}:spent: spent, which is ${money(-left)}:over: too much`;
  }
  if (kind === 'points') {
    const given = pointsOf(choices);
    if (limits.maxSumPoints === undefined) return $localize`${given}:given: points given`;
    const left = limits.maxSumPoints - given;
    return left >= 0
      ? $localize`${given}:given: points given, ${left}:left: left`
      : $localize`${given}:given: points given, which is ${-left}:over: too many`;
  }
  const most = kind === 'choose-1' ? 1 : (limits.maxLength ?? paper.projects.length);
  if (count > most) return $localize`${count}:count: chosen, which is ${count - most}:over: too many`;
  return kind === 'ranked'
    ? $localize`${count}:count: of up to ${most}:most: ranked`
    : $localize`${count}:count: of up to ${most}:most: chosen`;
}

/** Why the paper does not take these choices, by the very rules the ballot box uses; null when it does. */
export function whyNot(
  paper: StylePaper,
  choices: readonly Choice[],
  currency: string,
  locale: string,
): string | null {
  try {
    checkChoices(paper, choices);
    return null;
  } catch (cause) {
    const { code, params = {} } = cause as { code?: string; params?: Record<string, number> };
    const money = (minor: number) => formatMoney(minor, currency, locale);
    switch (code) {
      case 'ballot.too-few':
        return $localize`Choose at least ${params['min']}:number:. You have chosen ${params['chosen']}:chosen:.`;
      case 'ballot.too-many':
        return $localize`Choose at most ${params['max']}:number:. You have chosen ${params['chosen']}:chosen:.`;
      case 'ballot.cost-out-of-range':
        return (params['costMinor'] ?? 0) > (params['maxMinor'] ?? 0)
          ? $localize`What you have chosen costs ${money(params['costMinor'] ?? 0)}:cost: together. It must cost no more than ${money(params['maxMinor'] ?? 0)}:most:.`
          : $localize`What you have chosen costs ${money(params['costMinor'] ?? 0)}:cost: together. It must cost at least ${money(params['minMinor'] ?? 0)}:least:.`;
      case 'ballot.points-out-of-range':
        return $localize`Give each project you choose from ${params['min']}:least: to ${params['max']}:most: points.`;
      case 'ballot.points-sum-out-of-range':
        return (params['sum'] ?? 0) > (params['max'] ?? 0)
          ? $localize`You have given ${params['sum']}:given: points. You have ${params['max']}:most: to give.`
          : $localize`You have given ${params['sum']}:given: points. Give at least ${params['min']}:least:.`;
      default:
        throw cause;
    }
  }
}

export function costOf({ projects }: StylePaper, choices: readonly Choice[]): number {
  const chosen = new Set(splitChoices(choices).choices);
  return projects.reduce((sum, { id, costMinor }) => (chosen.has(id) ? sum + costMinor : sum), 0);
}

const pointsOf = (choices: readonly Choice[]): number =>
  (splitChoices(choices).points ?? []).reduce((sum, points) => sum + points, 0);
