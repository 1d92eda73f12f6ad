import type { Api } from '@commonthread/api-client';
import { formatCount, formatMoney } from '@commonthread/govuk';

export type PressSheetData = Api<'PressSheetDto'>;

/** More than these would not stay on two pages; the decision has all of them. */
const MOST_CHOSEN = 20;
const MOST_NOT_CHOSEN = 8;

/** What was decided, in one sentence. */
export function pressSentence(sheet: PressSheetData, locale: string): string {
  const { chosen, notChosen, currency, place } = sheet;
  const spend = formatMoney(sheet.spendPence, currency, locale);
  const budget = formatMoney(sheet.budgetPence, currency, locale);
  const all = formatCount(chosen.length + notChosen.length, locale);
  if (chosen.length === 0)
    return $localize`The vote in ${place.name}:place: chose none of ${all}:all: projects; ${budget}:budget: stay unspent.`;
  const number = formatCount(chosen.length, locale);
  return $localize`The vote in ${place.name}:place: chose ${number}:number: of ${all}:all: projects, for ${spend}:spend: of the ${budget}:budget: there was to spend.`;
}

export interface Figure {
  readonly number: string;
  readonly says: string;
}

/** The numbers a report begins with, each with its base. */
export function pressFigures(sheet: PressSheetData, locale: string): Figure[] {
  const { voters, chosen, notChosen } = sheet;
  const money = (pence: number): string => formatMoney(pence, sheet.currency, locale);
  const count = (n: number): string => formatCount(n, locale);
  const figures = [
    { number: money(sheet.spendPence), says: $localize`given out of ${money(sheet.budgetPence)}:budget:` },
    {
      number: $localize`${count(chosen.length)}:chosen: of ${count(chosen.length + notChosen.length)}:all:`,
      says: $localize`projects chosen`,
    },
    { number: count(voters.total), says: channelWords(sheet, locale) },
  ];
  if (voters.electors === null) return figures;
  const share = Math.round((voters.total / voters.electors) * 1000) / 10;
  return [
    ...figures,
    {
      number: `${count(share)}%`,
      says: $localize`of ${count(voters.electors)}:electors: on the list of voters`,
    },
  ];
}

function channelWords({ voters: { online, paper } }: PressSheetData, locale: string): string {
  if (online === null || paper === null) return $localize`people voted`;
  const [net, sheets] = [formatCount(online, locale), formatCount(paper, locale)];
  return $localize`people voted: ${net}:online: online, ${sheets}:paper: on paper`;
}

/** As many as two pages hold, and how many are left to the decision. */
export function pressItems({ chosen, notChosen }: Pick<PressSheetData, 'chosen' | 'notChosen'>) {
  return {
    chosen: chosen.slice(0, MOST_CHOSEN),
    chosenMore: Math.max(0, chosen.length - MOST_CHOSEN),
    notChosen: notChosen.slice(0, MOST_NOT_CHOSEN),
    notChosenMore: Math.max(0, notChosen.length - MOST_NOT_CHOSEN),
  };
}

/** Where everything on the sheet can be looked up. */
export function pressAddresses({ roundSlug, decisionNumber }: PressSheetData, publicUrl: string) {
  return {
    count: `${publicUrl}/rounds/${roundSlug}/results`,
    decision: `${publicUrl}/decisions/${decisionNumber}`,
  };
}
