const DAY = 24 * 60 * 60 * 1000;
const WEEK = 7 * DAY;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export type Weekday = (typeof DAYS)[number];

const LONDON = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  hourCycle: 'h23',
});

/** The day it is where the council is, YYYY-MM-DD. */
export const dayOf = (at: Date): string => LONDON.format(at).slice(0, 10);

/**
 * The calendar of the demo city, told in weeks from the one it is loaded in: whatever day that is, `on(-1, ...)` lies
 * in the past, `on(1, ...)` is still to come, and the council works on working days.
 *
 * @param now the moment the city is loaded
 */
export class Calendar {
  private readonly monday: number;

  constructor(now: Date) {
    const today = Date.parse(`${dayOf(now)}T00:00Z`);
    this.monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY;
  }

  /** @param time as clocks in London show it, HH:MM */
  on(week: number, weekday: Weekday, time: string): Date {
    const wanted = this.monday + week * WEEK + DAYS.indexOf(weekday) * DAY;
    const shown = Date.parse(`${new Date(wanted).toISOString().slice(0, 10)}T${time}Z`);
    return new Date(shown - aheadAt(shown));
  }

  /** @returns YYYY-MM-DD */
  day(week: number, weekday: Weekday): string {
    return dayOf(this.on(week, weekday, '12:00'));
  }
}

/** Milliseconds London is ahead of Greenwich: none of what the demo does falls into the hour when that changes. */
function aheadAt(utc: number): number {
  const at = new Date(utc);
  return Date.parse(`${LONDON.format(at).replace(', ', 'T')}Z`) - Math.floor(utc / 60_000) * 60_000;
}

export const later = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
