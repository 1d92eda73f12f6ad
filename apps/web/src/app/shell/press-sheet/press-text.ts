import { formatCount, formatDay, formatMoney } from '@commonthread/govuk';
import { aimSentence } from '../aim-words.js';
import { pressAddresses, pressFigures, type PressSheetData, pressSentence } from './press-words.js';

export interface PressTextOptions {
  readonly locale: string;
  readonly council: string;
  readonly publicUrl: string;
}

/** The whole sheet as plain text, to paste into a mail or a newsroom's editor. Every project is in it. */
export function pressText(sheet: PressSheetData, { locale, council, publicUrl }: PressTextOptions): string {
  const addresses = pressAddresses(sheet, publicUrl);
  const head = sheet.publishedAt ? `${council}, ${formatDay(sheet.publishedAt, locale)}` : council;
  const line = ({ title, votes, costPence }: PressSheetData['chosen'][number]): string =>
    [title, formatMoney(costPence, sheet.currency, locale), ...votesWords(votes, locale)].join(', ');
  const parts = [
    ...(sheet.draft ? [$localize`DRAFT. Not published. Do not pass on.`] : []),
    ...(sheet.invented ? [$localize`Invented example: nothing of this has happened.`] : []),
    head,
    sheet.title,
    pressSentence(sheet, locale),
    sheet.summary,
    pressFigures(sheet, locale)
      .map(({ number, says }) => `- ${number} ${says}`)
      .join('\n'),
    list($localize`Chosen`, sheet.chosen.map(line)),
    list(
      $localize`Not chosen, and why`,
      sheet.notChosen.map((item) => `${line(item)}. ${item.why}`),
    ),
    list(
      $localize`What it should change`,
      sheet.aims.map((aim) => aimSentence(aim, locale)),
    ),
    $localize`Counted by: ${sheet.ruleTitle}:rule:. Anybody can count again: ${addresses.count}:address:`,
    $localize`The whole decision, with every reason: ${addresses.decision}:address:`,
    [$localize`Questions: ${sheet.contact.name}:name:`, sheet.contact.email, sheet.contact.phone]
      .filter(Boolean)
      .join(', '),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function votesWords(votes: number | null, locale: string): string[] {
  if (votes === null) return [];
  return [votes === 1 ? $localize`1 vote` : $localize`${formatCount(votes, locale)}:votes: votes`];
}

function list(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [heading, ...lines.map((line) => `- ${line}`)].join('\n');
}
