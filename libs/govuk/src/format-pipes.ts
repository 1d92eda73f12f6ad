import { inject, LOCALE_ID, Pipe, type PipeTransform } from '@angular/core';
import { formatCount, formatDay, formatMoney, formatTime } from './format.js';

/** `{{ '2026-11-22' | ctDay }}`: 22 November 2026 */
@Pipe({ name: 'ctDay' })
export class DayPipe implements PipeTransform {
  private readonly locale = inject(LOCALE_ID);

  transform(iso: string): string {
    return formatDay(iso, this.locale);
  }
}

/** `{{ at | ctTime }}`: 22 November 2026 at 17:30, London time */
@Pipe({ name: 'ctTime' })
export class TimePipe implements PipeTransform {
  private readonly locale = inject(LOCALE_ID);

  transform(iso: string): string {
    return formatTime(iso, this.locale);
  }
}

/** `{{ 1234567 | ctMoney }}`: £12,345.67. The second argument is an ISO 4217 code, pounds unless given. */
@Pipe({ name: 'ctMoney' })
export class MoneyPipe implements PipeTransform {
  private readonly locale = inject(LOCALE_ID);

  transform(pence: number, currency = 'GBP'): string {
    return formatMoney(pence, currency, this.locale);
  }
}

/** `{{ 12345 | ctCount }}`: 12,345 */
@Pipe({ name: 'ctCount' })
export class CountPipe implements PipeTransform {
  private readonly locale = inject(LOCALE_ID);

  transform(value: number): string {
    return formatCount(value, this.locale);
  }
}
