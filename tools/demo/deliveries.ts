import type { Cast } from './cast.ts';
import type { Client } from './client.ts';
import { drawnPicture } from './drawn-picture.ts';
import { dayOf, later, type Weekday } from './time/calendar.ts';
import type { Story } from './time/timeline.ts';

interface Project {
  readonly number: number;
  readonly title: string;
  readonly costPence: number;
}

interface Delivery {
  readonly milestones: readonly { readonly id: string; readonly title: string }[];
  readonly updates: readonly { readonly id: string }[];
}

const OWNERS = [
  { ownerBody: 'Parks and green spaces, invented council', contactOffice: 'Parks office, Civic Centre' },
  { ownerBody: 'Highways and streets, invented council', contactOffice: 'Streets office, Civic Centre' },
  { ownerBody: 'Hearth community trust (invented)', contactOffice: 'The trust’s office, Market Hall' },
];
const PAYEES = [
  { payee: 'Potbank Joinery Co-operative (invented)', local: true, social: true },
  { payee: 'Six Towns Groundworks Ltd (invented)', local: true, social: false },
  { payee: 'Northern Play Equipment plc (invented)', local: false, social: false },
];
const STEPS = ['Plan agreed with neighbours', 'Work begun', 'Open to everybody'];
const OUTCOMES = [
  'It came as it was voted for, and within the money.',
  'It is there and open to everybody. Two schools and the residents’ group look after it.',
  'It was done in two parts, and the second was planned with the people who use it.',
];
const DIFFERENT = [
  'People meet here who passed one another by before.',
  'Young people come here after school who had nowhere to go.',
  'Neighbours have begun to plan the next thing together.',
];
const SLIPPED = 'The firm that won the contract begins six weeks later than it had offered.';

const WEEK_MINUTES = 7 * 24 * 60;

/** Sees the funded projects of a demo round built: all of them when it is over, some of them while it is under way. */
export async function deliveries(slug: string, week: number, over: boolean, cast: Cast): Promise<Story[]> {
  const { items } = await cast.officer.get<{ items: Project[] }>(
    `/proposals?round=${slug}&state=funded&pageSize=50&sort=newest`,
  );
  return items.map((project, n) => tellDelivery({ project, n, week, over }, cast));
}

interface Told {
  readonly project: Project;
  /** Which of its round's it is. */
  readonly n: number;
  /** In which the delivery of its round began. */
  readonly week: number;
  readonly over: boolean;
}

/** Weeks after a project's beginning for each step: where it is over, all was done within eight months. */
const OVER = [6, 16, 26];
const BEGUN = [6, 20, 52];
const WAITING = [6, 44, 60];
const SLIP = 6;

function tellDelivery({ project, n, week, over }: Told, { officer, calendar }: Cast): Story {
  const at = `/deliveries/${project.number}`;
  const begins = !over && n % 4 === 0;
  const plan = over ? OVER : begins ? BEGUN : WAITING;
  const slips = n % 3 === 1;
  /** So many weeks after this project's beginning; each takes its turn in the office. */
  const on = (weeks: number, ...[day, clock]: [Weekday, string]): Date =>
    later(calendar.on(week + (n % 3) + weeks, day, clock), (n % 12) * 13);
  const planned = plan.map((weeks) => on(weeks, 'Wed', '10:00'));
  const done = planned.map((day, step) => (slips && step > 0 ? later(day, SLIP * WEEK_MINUTES) : day));

  return async (time) => {
    await time.until(on(0, 'Tue', '10:05'));
    await officer.put(`${at}/owner`, OWNERS[n % OWNERS.length]!);
    for (const [step, title] of STEPS.entries()) {
      await time.until(later(on(1, 'Tue', '14:20'), step * 4));
      await officer.post(`${at}/milestones`, { title, plannedOn: dayOf(planned[step]!) });
    }
    const { milestones } = await officer.get<Delivery>(at);
    const [design, begun, opening] = milestones.map(({ id }) => `${at}/milestones/${id}`);

    await time.until(later(done[0]!, 90));
    await officer.post(`${design}/done`, { doneOn: dayOf(done[0]!) });
    await time.until(on(7, 'Thu', '14:10'));
    const words = 'The plan is agreed. Neighbours asked for quiet evenings, and that is part of it now.';
    await tell(officer, at, project, n, words);
    const promised = Math.round(project.costPence * 0.9);
    await time.until(on(9, 'Mon', '11:30'));
    await spend(officer, at, n, 'committed', promised, calendar.day(week + (n % 3) + 9, 'Mon'));
    if (slips) {
      for (const [step, path] of [begun, opening].entries()) {
        await time.until(later(on(plan[1]! - 4, 'Fri', '10:45'), step * 4));
        await officer.post(`${path}/forecast`, { forecastOn: dayOf(done[step + 1]!), reason: SLIPPED });
      }
    }
    if (!over && !begins) return;

    await time.until(later(done[1]!, 75));
    await officer.post(`${begun}/done`, { doneOn: dayOf(done[1]!) });
    await time.until(later(done[1]!, 3 * WEEK_MINUTES + 60));
    const part = Math.round(promised * (over ? 0.5 : 0.3));
    await spend(officer, at, n, 'paid', part, dayOf(later(done[1]!, 3 * WEEK_MINUTES)));
    if (!over) {
      await time.until(calendar.on(-2, 'Fri', '10:15'));
      await tell(officer, at, project, n + 3, 'The first part is done and can be seen from the road.');
      return;
    }
    await time.until(later(done[2]!, 80));
    await officer.post(`${opening}/done`, { doneOn: dayOf(done[2]!) });
    await time.until(later(done[2]!, 200));
    const open = 'It has begun. Come and see it: everybody is welcome.';
    await tell(officer, at, project, n + 7, open);
    await time.until(later(done[2]!, 2 * WEEK_MINUTES + 45));
    await spend(
      officer,
      at,
      n,
      'paid',
      Math.round(promised * 0.45),
      dayOf(later(done[2]!, 2 * WEEK_MINUTES)),
    );
    await time.until(later(done[2]!, 4 * WEEK_MINUTES + 30));
    await end(officer, at, n);
  };
}

async function spend(
  officer: Client,
  at: string,
  n: number,
  kind: 'committed' | 'paid',
  amountPence: number,
  spentOn: string,
): Promise<void> {
  const payee = PAYEES[n % PAYEES.length]!;
  await officer.post(`${at}/spend`, {
    ...payee,
    ...{ kind, amountPence: Math.max(1, amountPence), spentOn },
    whatFor: 'Materials and work',
  });
}

async function tell(
  officer: Client,
  at: string,
  { title }: Project,
  seed: number,
  words: string,
): Promise<void> {
  const { updates } = await officer.post<Delivery>(`${at}/updates`, {
    words: `${words} (Invented for the demonstration.)`,
  });
  const fields = {
    ownerKind: 'delivery-update',
    ownerId: updates[0]?.id ?? '',
    alt: `Drawing, not a photo: houses where “${title.slice(0, 120)}” would stand. Invented.`,
  };
  await officer.upload('/attachments', fields, { name: 'drawing.png', content: drawnPicture(seed) });
}

async function end(officer: Client, at: string, n: number): Promise<void> {
  await officer.post(`${at}/end`, {
    ending: 'delivered',
    outcome: `${OUTCOMES[n % OUTCOMES.length]} (Invented for the demonstration.)`,
    differentNow: DIFFERENT[n % DIFFERENT.length],
    notDone:
      n % 3 === 1
        ? 'The lighting was left for a later round: it would have cost twice the estimate.'
        : 'Everything was done.',
  });
}
