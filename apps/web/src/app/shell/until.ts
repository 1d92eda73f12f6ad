import { inject, LOCALE_ID, Pipe, type PipeTransform } from '@angular/core';
import { formatDay, formatTime } from '@commonthread/govuk';

/**
 * When something is over, as people say it. The API's closing times are the first moment that no longer counts, so
 * midnight belongs to the evening before: "the end of 6 December 2026"; else "6 December 2026 at 17:00".
 */
export function untilWords(iso: string, locale: string): string {
  const lastMoment = new Date(Date.parse(iso) - 1).toISOString();
  const day = formatDay(lastMoment, locale);
  return day === formatDay(iso, locale)
    ? $localize`${formatTime(iso, locale)}:dayAndTime:`
    : $localize`the end of ${day}:day:`;
}

/** `until {{ phase.closesAt | ctUntil }}` */
@Pipe({ name: 'ctUntil' })
export class UntilPipe implements PipeTransform {
  private readonly locale = inject(LOCALE_ID);

  transform(iso: string): string {
    return untilWords(iso, this.locale);
  }
}
