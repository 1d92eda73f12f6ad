import type { Api } from '@commonthread/api-client';
import type { FieldError } from '@commonthread/govuk';
import { penceOf } from '../../shell/pounds.js';

export const MOST_PARTS = 5;

/** One part as it is being typed. */
export interface DraftPart {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly pounds: string;
}

/** The API's names of all fields of all parts, and the ids of their inputs. */
export const partFields = (): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: MOST_PARTS }, (_, at) => [
      [`parts.${at}.title`, `title-${at}`],
      [`parts.${at}.summary`, `summary-${at}`],
      [`parts.${at}.body`, `body-${at}`],
      [`parts.${at}.estimatePence`, `estimate-${at}`],
    ]).flat(),
  );

/** What would be refused, said before anybody is asked. */
export function partFaults(parts: readonly DraftPart[], reason: string): FieldError[] {
  const faults: FieldError[] = parts.flatMap(({ title, summary, body, pounds }, at) => {
    const found: FieldError[] = [];
    if (title.trim().length < 5)
      found.push({
        fieldId: `title-${at}`,
        message: $localize`Give the part a title of at least 5 characters`,
      });
    if (summary.trim().length < 20)
      found.push({
        fieldId: `summary-${at}`,
        message: $localize`Make the summary at least 20 characters long`,
      });
    if (body.trim() === '')
      found.push({ fieldId: `body-${at}`, message: $localize`Say what the part is about` });
    if (typeof penceOf(pounds) !== 'number')
      found.push({ fieldId: `estimate-${at}`, message: $localize`Enter an amount in pounds, like 1,200` });
    return found;
  });
  if (reason.trim().length < 5)
    faults.push({ fieldId: 'reason', message: $localize`Give the reason in a sentence` });
  return faults;
}

/** @param parts without faults */
export function splitOf(parts: readonly DraftPart[], reason: string): Api<'SuggestSplitDto'> {
  return {
    parts: parts.map(({ title, summary, body, pounds }) => ({
      title: title.trim(),
      summary: summary.trim(),
      body: body.trim(),
      estimatePence: penceOf(pounds) ?? 0,
    })),
    reason: reason.trim(),
  };
}
