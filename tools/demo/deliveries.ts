import type { Client } from './client.ts';
import { drawnPicture } from './drawn-picture.ts';

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
const STEPS = ['Design agreed with neighbours', 'Work begun', 'Open to everybody'];
const SLIPPED = 'The ground investigation found an old drain that had to be moved first.';

/** Days from today, YYYY-MM-DD. */
function day(fromToday: number): string {
  return new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
}

/** Sees the funded projects of a demo round built: all of them when it is closed, some of them while it is under way. */
export async function addDeliveries(officer: Client, slug: string, over: boolean): Promise<void> {
  const { items } = await officer.get<{ items: Project[] }>(
    `/proposals?round=${slug}&state=funded&pageSize=12&sort=newest`,
  );
  // Later acts of one project follow from earlier ones; projects do not wait for one another.
  await Promise.all(items.map((project, n) => addDelivery(officer, project, n, over)));
}

async function addDelivery(officer: Client, project: Project, n: number, over: boolean): Promise<void> {
  if (!over && n % 5 === 4) return; // nobody has been named yet
  const at = `/deliveries/${project.number}`;
  await officer.put(`${at}/owner`, OWNERS[n % OWNERS.length]);
  const start = over ? -500 : -140;
  for (const [step, title] of STEPS.entries())
    await officer.post(`${at}/milestones`, { title, plannedOn: day(start + step * 90 + n * 3) });
  const { milestones } = await officer.get<Delivery>(at);
  const [design, begun, opening] = milestones.map(({ id }) => `${at}/milestones/${id}`);

  await officer.post(`${design}/done`, { doneOn: day(start + n * 3) });
  if (n % 3 === 1)
    await officer.post(`${begun}/forecast`, { forecastOn: day(start + 130 + n * 3), reason: SLIPPED });
  await spend(officer, at, project.costPence, n, start, over);
  await tell(
    officer,
    at,
    project,
    n,
    'The design is agreed. Neighbours asked for the entrance on the quiet side, and it is there now.',
  );
  if (!over && n % 4 !== 0) return;

  const begunOn = n % 3 === 1 ? start + 130 + n * 3 : start + 90 + n * 3;
  if (begunOn > 0) return;
  await officer.post(`${begun}/done`, { doneOn: day(begunOn) });
  if (!over) return;
  await officer.post(`${opening}/done`, { doneOn: day(start + 180 + n * 3) });
  await tell(officer, at, project, n + 7, 'It is open. Come and see it: the gate is not locked any more.');
  await end(officer, at, n);
}

async function spend(
  officer: Client,
  at: string,
  costPence: number,
  n: number,
  start: number,
  over: boolean,
): Promise<void> {
  const { payee, local, social } = PAYEES[n % PAYEES.length] as (typeof PAYEES)[number];
  const common = { payee, local, social, whatFor: 'Materials and work' };
  const promised = Math.round(costPence * 0.9);
  await officer.post(`${at}/spend`, {
    ...common,
    kind: 'committed',
    amountPence: promised,
    spentOn: day(start + 20),
  });
  const parts = over ? [0.5, 0.45] : [0.3];
  for (const [k, part] of parts.entries()) {
    const amountPence = Math.max(1, Math.round(promised * part));
    await officer.post(`${at}/spend`, {
      ...common,
      kind: 'paid',
      amountPence,
      spentOn: day(start + 60 + k * 60),
    });
  }
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
    outcome: 'It was built as it was voted for and is used every day. (Invented for the demonstration.)',
    differentNow: 'People meet here who passed one another by before.',
    notDone:
      n % 3 === 1
        ? 'The lighting was left for a later round: it would have cost twice the estimate.'
        : 'Everything was done.',
  });
}
