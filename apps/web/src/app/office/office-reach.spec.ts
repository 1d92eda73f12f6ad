import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Role } from '../shell/session/session.js';
import { OfficePage } from './home/office-page.js';
import { OfficeFrame } from './office-frame.js';
import { MailsPage } from './mails/mails-page.js';
import { MAY_OPEN, type OfficePath } from './office-pages.js';
import routes from './routes.js';
import { aDecision, aRound } from './test-data.js';
import { settle, TestDesk, type TestPage } from './test-page.js';

const ROLES: readonly Role[] = [
  'officer',
  'reviewer',
  'facilitator',
  'moderator',
  'auditor',
  'administrator',
];
const STATES = ['draft', 'ideas', 'review', 'voting', 'counting', 'decided', 'closed'] as const;
const ROUNDS = STATES.map((state) => ({ ...aRound, id: state, slug: state, state }));
/** Pages about one thing of a list, by the page that lists them and the words of its link. */
const LED_TO_BY: Readonly<Partial<Record<OfficePath, readonly [OfficePath, RegExp]>>> = {
  'rounds/:slug/edit': ['rounds/:slug', /'\/office\/rounds', \w+(?:\(\))?\.slug, 'edit'/],
  'rounds/:slug/questions': ['rounds/:slug', /'questions'/],
  'rounds/:slug/count': ['rounds/:slug', /'count'/],
  'rounds/:slug/publish': ['rounds/:slug', /'publish'/],
  'rounds/:slug/roll': ['rounds/:slug', /'roll'/],
  'rounds/:slug/paper': ['rounds/:slug', /'paper'/],
  'rounds/:slug/vote': ['rounds/:slug', /'vote'/],
  'rounds/:slug/roll/claims': ['rounds/:slug/roll', /'roll', 'claims'/],
  'rounds/:slug/roll/remove': ['rounds/:slug/roll', /'roll', 'remove'/],
  'rounds/:slug/paper/print': ['rounds/:slug/paper', /'paper', 'print'/],
  'rounds/:slug/paper/sample': ['rounds/:slug/paper', /'paper', 'sample'/],
  'rounds/:slug/paper/batches/:batch': ['rounds/:slug/paper', /'paper', 'batches'/],
  'proposals/:number/merge': ['reviews', /'merge'/],
  'proposals/:number/split': ['reviews', /'split'/],
  'delivery/:number': ['delivery', /'\/office\/delivery', /],
  'imports/:id': ['imports', /'\/office\/imports', /],
  'decisions/:number': ['rounds/:slug', /'\/office\/decisions', /],
  'moderation/:number': ['moderation', /'\/office\/moderation', /],
};
const FOLDERS: Readonly<Partial<Record<OfficePath, string>>> = {
  'rounds/:slug': 'desk',
  'rounds/:slug/roll': 'roll',
  'rounds/:slug/paper': 'paper',
  reviews: 'reviewing',
  delivery: 'delivering',
  imports: 'imports',
  moderation: 'moderating',
};

describe.each(ROLES)('the office of a role: %s', (role) => {
  const mine = (Object.keys(MAY_OPEN) as OfficePath[]).filter((path) =>
    (MAY_OPEN[path] as readonly Role[]).includes(role),
  );
  let links: readonly string[];
  beforeEach(async () => {
    const desk = new TestDesk(role);
    const frame = await desk.open(OfficeFrame);
    const page = await desk.open(OfficePage);
    await desk.answer('/api/rounds', ROUNDS);
    // What the API shows to auditors as well as to officers.
    await desk.answer('/api/decisions', [aDecision]);
    await desk.answer('/api/imports', [{ id: 'i1', fileName: 'town.pb', state: 'refused' }]);
    await desk.answer('/api/outcomes/waiting', []);
    links = [...frame.links, ...page.links];
  });

  it.each(mine)('finds its way to %s', (path) => {
    expect(isReached(path)).toBe(true);
  });

  it('is led to no page that would send it away', () => {
    const refused = links
      .filter((link) => link.startsWith('/office/'))
      .filter((link) => !mine.some((path) => fits(link, path)));
    expect(refused).toEqual([]);
  });

  function isReached(path: OfficePath): boolean {
    if (links.some((link) => fits(link, path))) return true;
    const [from, words] = LED_TO_BY[path] ?? [];
    const folder = from && FOLDERS[from];
    return (
      from !== undefined &&
      folder !== undefined &&
      mine.includes(from) &&
      isReached(from) &&
      words!.test(sourceOf(folder))
    );
  }
});

describe('what waits in the office', () => {
  const open = async (role: Role, rounds: object[] = []) => {
    const desk = new TestDesk(role);
    const page = await desk.open(OfficePage);
    await desk.answer('/api/rounds', rounds);
    return { desk, page };
  };
  const cases = [{ state: 'open' }, { state: 'open' }, { state: 'appealed' }];
  const reviews = { tabs: [{ tab: 'overdue', count: 2 }] };
  const inReview = { ...aRound, id: 'parks', slug: 'parks', title: 'Parks', state: 'review' };
  const inVote = { ...aRound, slug: 'streets', state: 'voting' };

  it('counts the cases of a moderator', async () => {
    const { desk, page } = await open('moderator');
    await desk.answer('/api/moderation/cases', cases);
    expect(tasksOn(page)).toContain('Answer appeals of what was moderated 1 case');
    expect(tasksOn(page)).toContain('Decide about reports and new posts 2 cases');
    expect(page.has('.ct-tasks a[href="/office/moderation"]')).toBe(true);
    expect(page.words).not.toContain('Nothing is waiting');
  });

  it('shows an auditor what others have to decide, and says so', async () => {
    const { desk, page } = await open('auditor', [inReview]);
    await desk.answer('/api/moderation/cases', cases);
    await desk.answer('/api/reviews?limit=1', reviews);
    await desk.answerQueues('parks', 'review', { roll: { waiting: 3 } });
    expect(tasksOn(page)).toContain('Decide about reports and new posts 2 cases For you to look over');
    expect(tasksOn(page)).toContain('Reviews are overdue 2 proposals For you to look over');
    expect(tasksOn(page)).toContain('3 people ask to be on the list of voters Parks For you to look over');
    expect(page.has('.ct-tasks a[href="/office/rounds/parks/roll"]')).toBe(true);
  });

  it('counts the reviews of a reviewer', async () => {
    const { desk, page } = await open('reviewer');
    await desk.answer('/api/reviews?limit=1', reviews);
    expect(tasksOn(page)).toContain('Reviews are overdue 2 proposals');
    expect(page.words).not.toContain('look over;');
  });

  it('counts what people and other officers want of an officer', async () => {
    const { desk, page } = await open('officer', [inReview, inVote]);
    await desk.answer('/api/reviews?limit=1', reviews);
    await desk.answer('/api/deliveries', {
      items: [{ overdue: true }, { quiet: true }, { state: 'funded' }, { state: 'funded' }],
    });
    await desk.answerQueues('parks', 'review', { roll: { waiting: 1 } });
    await desk.answerQueues('streets', 'voting', {
      reissues: [{ confirmedAt: null, mine: false }],
      voting: { stage: 'open', office: { closeAsked: { mine: false } } },
    });
    for (const words of [
      '1 person asks to be on the list of voters Parks',
      'Lost passes wait for a second officer',
      'Closing the vote waits for a second officer Safer streets Another officer asked for it.',
      'Projects are overdue 1 project',
      'Projects have been quiet for 60 days 1 project',
      'Projects have nobody named yet 2 projects',
    ])
      expect(tasksOn(page)).toContain(words);
    expect(page.has('a[href="/office/rounds/parks/roll/claims"]')).toBe(true);
  });

  it('says of a closed vote what paper it waits for', async () => {
    const { desk, page } = await open('officer', [{ ...aRound, slug: 'streets', state: 'counting' }]);
    await desk.answerQueues('streets', 'counting', { voting: { stage: 'closed' } });
    await desk.answer('/api/rounds/streets/paper-batches', [{ stage: 'sealed' }, { stage: 'sealed-once' }]);
    await desk.answer('/api/rounds/streets/counts', []);
    expect(page.words).toContain('Boxes of paper ballots are not sealed yet');
    expect(page.has('a[href="/office/rounds/streets/paper"]')).toBe(true);
  });

  it('tells an administrator of mails that do not get away, and has them tried again', async () => {
    const undelivered = [
      {
        about: 'account',
        waiting: 2,
        givenUp: 1,
        since: '2026-11-30T10:00:00Z',
        nextTryAt: '2026-12-01T10:00:00Z',
      },
      { about: 'notices', waiting: 0, givenUp: 0, since: null, nextTryAt: null },
    ];
    const { desk, page } = await open('administrator');
    await desk.answer('/api/mails/undelivered', undelivered);
    expect(tasksOn(page)).toContain('Mails do not get away 3 mails');
    expect(page.has('.ct-tasks a[href="/office/mails"]')).toBe(true);

    const mails = await desk.open(MailsPage);
    await desk.answer('/api/mails/undelivered', undelivered);
    expect(mails.words).toContain('2 mails are tried again, next at 1 December 2026');
    expect(mails.words).toContain('1 mail was given up');
    await mails.press('Try all of them again now');
    await desk.answer('/api/mails/undelivered/again', []);
    await desk.answer('/api/mails/undelivered', []);
    expect(mails.words).toContain('Every mail got away');
  });

  it.each(['facilitator', 'administrator'] as const)('asks no queue that is not of a %s', async (role) => {
    const { desk, page } = await open(role, [inVote]);
    expect(desk.asked('/api/moderation/cases') || desk.asked('/api/reviews?limit=1')).toBe(false);
    if (role === 'administrator') await desk.answer('/api/mails/undelivered', []);
    await settle();
    expect(page.words).toContain('Nothing is waiting for you');
  });
});

describe('the routes of the office', () => {
  it('are each in the list of who may open what', () => {
    const children = routes[0]?.children as readonly Route[];
    const guarded = children.filter(({ canActivate }) => canActivate).map(({ path }) => path);
    expect(guarded.toSorted()).toEqual(Object.keys(MAY_OPEN).toSorted());
    const open = children.filter(({ canActivate }) => !canActivate).map(({ path }) => path);
    expect(open).toEqual(['', 'proposals/:number', '**']);
  });
});

/** `rounds/new` is a page of its own, not a round of that name. */
function fits(link: string, path: OfficePath): boolean {
  const known = (Object.keys(MAY_OPEN) as OfficePath[]).find((one) => link === `/office/${one}`);
  if (known) return known === path;
  const pattern = path.replaceAll(/:\w+/g, '[^/]+');
  return new RegExp(`^/office/${pattern}$`).test(link.split('?')[0] ?? '');
}

/** What waits, a line for each. */
function tasksOn(page: TestPage): string {
  const items = [...page.find('.ct-tasks').querySelectorAll('li')];
  return items.map((item) => [...item.children].map((part) => part.textContent.trim()).join(' ')).join('\n');
}

function sourceOf(folder: string): string {
  const at = join(process.cwd(), 'apps/web/src/app/office', folder);
  return readdirSync(at)
    .filter((name) => !name.endsWith('.spec.ts'))
    .map((name) => readFileSync(join(at, name), 'utf8'))
    .join('\n');
}
