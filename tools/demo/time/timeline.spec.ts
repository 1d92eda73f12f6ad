import { describe, expect, it } from '@jest/globals';

import { Calendar } from './calendar.ts';
import { type Story, Timeline } from './timeline.ts';

const at = (minute: number): Date => new Date(Date.UTC(2024, 0, 1, 10, minute));

describe('Timeline', () => {
  it('plays every act of every story in the order of their moments, and the clock shows each', async () => {
    const played: string[] = [];
    let now = '';
    const timeline = new Timeline(async (moment) => void (now = moment.toISOString().slice(11, 16)));
    const story =
      (name: string, ...minutes: number[]): Story =>
      async (time) => {
        for (const minute of minutes) {
          await time.until(at(minute));
          played.push(`${now} ${name}`);
        }
      };

    await timeline.together([
      story('round', 1, 30, 50),
      async (time) => {
        await story('review', 10)(time);
        await time.together([story('one', 20, 40), story('other', 15, 45)]);
        await story('verdict', 47)(time);
      },
    ]);

    expect(played).toEqual([
      '10:01 round',
      '10:10 review',
      '10:15 other',
      '10:20 one',
      '10:30 round',
      '10:40 one',
      '10:45 other',
      '10:47 verdict',
      '10:50 round',
    ]);
  });

  it('never sets the clock back when an act took longer than the time to the next', async () => {
    const shown: number[] = [];
    const timeline = new Timeline(async (moment) => void shown.push(moment.getTime()));
    await timeline.together([
      async (time) => {
        await time.until(at(1));
        await new Promise((done) => setTimeout(done, 30));
        await time.until(at(1));
        await time.until(at(0));
      },
    ]);

    expect(shown).toEqual(shown.toSorted((a, b) => a - b));
    expect(shown[1]).toBeGreaterThan(at(1).getTime() + 20);
  });

  it('fails with the story that fails', async () => {
    const timeline = new Timeline(async () => {});
    const stories: Story[] = [
      async (time) => time.until(at(5)),
      async (time) => {
        await time.until(at(1));
        throw new Error('it was refused');
      },
    ];
    await expect(timeline.together(stories)).rejects.toThrow('it was refused');
  });
});

describe('Calendar', () => {
  it.each(['2026-12-01T12:00Z', '2026-03-30T00:30Z', '2027-01-03T23:59Z', '2026-10-25T01:30Z'])(
    'loaded at %s: last week is over, next week is to come, and clocks show London’s time',
    (moment) => {
      const now = new Date(moment);
      const calendar = new Calendar(now);
      const london = (date: Date): string => date.toLocaleString('en-GB', { timeZone: 'Europe/London' });

      expect(calendar.on(-1, 'Sun', '23:59').getTime()).toBeLessThan(now.getTime());
      expect(calendar.on(1, 'Mon', '09:00').getTime()).toBeGreaterThan(now.getTime());
      for (const week of [-40, -20, -1, 1, 20]) {
        const day = calendar.on(week, 'Thu', '17:00');
        expect(london(day)).toMatch(/, 17:00:00$/);
        expect(day.toLocaleString('en-GB', { timeZone: 'Europe/London', weekday: 'short' })).toBe('Thu');
        expect(london(calendar.on(week, 'Sun', '23:59'))).toMatch(/, 23:59:00$/);
      }
    },
  );
});
