import { counted, imported } from '../support/elections.js';
import { session, signedIn, type TestPerson } from '../support/people.js';
import { decidedRound } from '../support/decided.js';
import { attach, phonePicture } from '../support/files.js';
import { testPlace } from '../support/places.js';
import { submitted, completeText } from '../support/proposals.js';
import { refused } from '../support/reviews.js';
import { blindedMessage } from '../support/roll.js';
import { roundBody, testRound } from '../support/rounds.js';
import type { Json, Method } from '../support/routes.js';
import type { TestApp } from '../support/test-app.js';

/** Things that really exist, so that a refusal is about who asks and not about what is asked for. */
export interface World {
  /** Who wrote what is asked for. */
  readonly authorId: string;
  /** What stands in the braces of a path, and is asked for in its query. */
  values(path: string): Promise<Readonly<Record<string, string>>>;
  /** Fields in place of a sample's, where only a certain value gets past the door. */
  body(method: Method, path: string): Readonly<Record<string, Json>>;
  /** What stands beside a file that is sent. */
  fields(path: string): Promise<Readonly<Record<string, string>>>;
}

const NOBODY = '00000000-0000-4000-8000-000000000000';

export async function makeWorld(api: TestApp): Promise<World> {
  await testPlace(api, 'stoke-on-trent', { name: 'Stoke-on-Trent' });
  await testPlace(api, 'elsewhere');
  const staff = await signedIn(api, {
    roles: [
      ['officer', 'stoke-on-trent'],
      ['administrator', 'stoke-on-trent'],
    ],
  });
  const second = await signedIn(api, { roles: [['officer', 'stoke-on-trent']] });
  const post = async (path: string, body: object, as: string) => {
    const answer = await api.send('POST', path, body, as);
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.body}`);
    return answer.json<Record<string, string>>();
  };

  const { id: authorId } = await signedIn(api);
  const ideas = await testRound(api, staff.token, 'stoke-on-trent', 'ideas', { title: 'Ideas are open' });
  const acted = await testRound(api, staff.token, 'stoke-on-trent', 'ideas', {
    title: 'Acts are done on it',
  });
  const voting = await testRound(api, staff.token, 'stoke-on-trent', 'voting', { title: 'Voting is open' });
  const proposal = async () => String(await submitted(api, await session(api, authorId), ideas.slug));
  const other = await proposal();
  const suggestion = async () => {
    const { token } = await signedIn(api);
    const body = { into: Number(await submitted(api, token, ideas.slug)), reason: 'They are alike.' };
    return (await post(`/proposals/${await proposal()}/merge`, body, await session(api, authorId)))['id'];
  };
  const comment = async (number: string) =>
    (await post(`/proposals/${number}/comments`, { text: 'Good.' }, await session(api, authorId)))['id'];

  const reviewer = await signedIn(api, { roles: [['reviewer', 'stoke-on-trent']] });
  const { id: department } = await post(
    '/departments',
    { placeSlug: 'stoke-on-trent', name: 'Parks' },
    staff.token,
  );
  const assigned = Number(await proposal());
  const underReview = async () => {
    const number = await proposal();
    await api.send('POST', '/reviews/assign', { numbers: [Number(number)] }, staff.token);
    return number;
  };
  const answered = await proposal();
  const appealed = await proposal();
  for (const number of [answered, appealed]) await refused(api, staff.token, second.token, Number(number));
  const mine = await session(api, authorId);
  await post(`/proposals/${appealed}/appeal`, { text: APPEAL, textPublic: false }, mine);

  const election = await imported(api, staff.token, undefined, { placeSlug: 'stoke-on-trent' });
  const counting = election.roundSlug as string;
  const count = await counted(api, staff.token, counting);
  for (const { token } of [staff, second]) await api.send('POST', `/counts/${count}/sign`, undefined, token);
  const decision = (await post('/decisions', { countId: count }, staff.token))['number'] as string;
  const aim = async () =>
    (await post(`/decisions/${decision}/aims`, AIM, staff.token))['id'] ?? (await lastAim(api));

  const draft = async () =>
    String(
      (
        await post(
          '/proposals',
          { roundSlug: ideas.slug, title: 'With a photo' },
          await session(api, authorId),
        )
      )['number'],
    );
  const withPhoto = async (isPublic: boolean) => {
    const token = await session(api, authorId);
    const ownerId = await draft();
    const fields = { ownerKind: 'proposal', ownerId, alt: 'A gap by the pond.' };
    const { id } = (await attach(api, token, fields, await phonePicture(20, 20))).json<{ id: string }>();
    if (!isPublic) return id;
    await api.send('PATCH', `/proposals/${ownerId}`, { version: 1, ...completeText }, token);
    await post(`/proposals/${ownerId}/submit`, {}, token);
    return id;
  };
  const project = await projectUnderWay(api, staff, second);
  const writtenTo = async () => {
    const number = await proposal();
    await api.db.query(
      `INSERT INTO decision_letters (decision_id, proposal_number, letter)
       SELECT id, $1, '{"title": "T", "round": "R", "funded": true, "opening": "O", "reason": "R", "next": [], "questions": "Q"}'
         FROM decisions WHERE state = 'published' LIMIT 1`,
      [number],
    );
    return number;
  };

  const granted = async () => {
    const { email } = await signedIn(api);
    const grant = { email, role: 'juror', placeSlug: 'stoke-on-trent' };
    return (await post('/roles', grant, staff.token))['id'];
  };
  const print = (await post(`/rounds/${voting.slug}/paper-sheets`, { copies: 1 }, staff.token))['id'];
  const indicator = '2.2';
  const moderator = await signedIn(api, { roles: [['moderator', 'stoke-on-trent']] });
  const reported = await proposal();
  const ticket = async (number: string) => {
    const report = { proposalNumber: Number(number), rule: 'spam' };
    await api.db.query('DELETE FROM rate_limits');
    return (await api.send('POST', '/moderation/reports', report)).json<{ ticket: string }>().ticket;
  };
  const openCase = async () => {
    const known = await ticket(await proposal());
    return String((await api.send('GET', `/moderation/tickets/${known}`)).json().caseNumber);
  };
  const hiddenCase = async () => {
    const number = await openCase();
    const checklist = { harm: 'None.', context: 'None.', milder: 'No.' };
    const decision = { act: 'hide', rule: 'spam', reason: 'It sells something.', checklist };
    await post(`/moderation/cases/${number}/decide`, decision, moderator.token);
    return number;
  };

  return {
    authorId,
    async values(path) {
      const known: Record<string, string | undefined> = {
        slug: path.startsWith('/api/places')
          ? 'stoke-on-trent'
          : /pass|roll|turnout|issuer|export|voting|paper-|ballot-paper/.test(path)
            ? voting.slug
            : /counts|results|comparison|ballots\.pb|outcome|press/.test(path)
              ? counting
              : /\{slug\}\/\w/.test(path)
                ? acted.slug
                : ideas.slug,
        place: 'stoke-on-trent',
        round: ideas.slug,
        number: path.startsWith('/api/decisions') ? decision : undefined,
        code: indicator,
        postcode: 'ST1 1AA',
        batch: 'batch-1',
        file: 'manifest.json',
        claim: NOBODY,
        reissue: NOBODY,
        upload: NOBODY,
        withdrawal: NOBODY,
        print,
      };
      if (path.startsWith('/api/attachments')) {
        known['ownerKind'] = 'proposal';
        known['ownerId'] = path.includes('{') ? undefined : await proposal();
        if (path.includes('{id}')) known['id'] = await withPhoto(path.includes('{file}'));
        known['file'] = '800.webp';
      }
      if (path.startsWith('/api/deliveries/{number}')) known['number'] = project.number;
      if (path.includes('/milestones/')) known['id'] = project.milestone;
      if (path.includes('/spend/')) known['id'] = project.spend;
      if (path.startsWith('/api/counts')) known['id'] = count;
      if (path.startsWith('/api/imports')) known['id'] = election.id;
      if (path.startsWith('/api/roles')) known['id'] = await granted();
      if (path.startsWith('/api/proposals/{number}')) known['number'] = await proposal();
      if (path.endsWith('/letter')) known['number'] = answered;
      if (path.endsWith('/decision-letter')) known['number'] = await writtenTo();
      if (path.startsWith('/api/reviews/{number}')) known['number'] = await underReview();
      if (path === '/api/reviews/{number}/appeal') known['number'] = appealed;
      if (path.startsWith('/api/departments')) {
        known['id'] = department;
        known['personId'] = reviewer.id;
      }
      if (path.startsWith('/api/proposal-suggestions/{id}')) known['id'] = await suggestion();
      if (path.includes('/comments/')) known['id'] = await comment(known['number'] as string);
      if (path.includes('/aims/')) known['id'] = await aim();
      if (path.startsWith('/api/moderation/cases')) known['number'] = await openCase();
      if (path.startsWith('/api/moderation/mine/')) known['number'] = await hiddenCase();
      if (path.includes('{ticket}')) known['ticket'] = await ticket(reported);
      return known as Record<string, string>;
    },
    body(method, path) {
      const route = `${method} ${path}`;
      if (route === 'POST /api/rounds/{slug}/pass') return { blinded: blindedMessage() };
      if (route.endsWith('/paper-sample')) return { thrownAt: '2099-11-30T12:00:00Z' };
      if (route.endsWith('/paper-sample/draw')) return { seed: '3141592653' };
      if (route.endsWith('/aims') || route.endsWith('/aims/{id}')) return AIM;
      if (route === 'POST /api/rounds' || route === 'PUT /api/rounds/{slug}') {
        return roundBody('stoke-on-trent') as Record<string, Json>;
      }
      if (route === 'POST /api/proposals/{number}/appeal') return { text: APPEAL };
      if (route === 'POST /api/notices/read') return { upTo: '1' };
      if (route === 'POST /api/reviews/assign') return { numbers: [assigned] };
      if (route === 'POST /api/departments') return { placeSlug: 'stoke-on-trent' };
      if (route === 'POST /api/moderation/reports') return { proposalNumber: Number(reported) };
      if (route === 'POST /api/roles') return { placeSlug: 'stoke-on-trent' };
      if (route.endsWith('/merge')) return { into: Number(other) };
      if (path.startsWith('/api/author-invitations')) return { token: 'x'.repeat(43) };
      if (route === 'POST /api/proposals') return { roundSlug: ideas.slug };
      if (route === 'POST /api/contributions/spoken') {
        return { placeSlug: 'stoke-on-trent', roundSlug: ideas.slug };
      }
      if (route === 'POST /api/decisions') return { countId: count };
      return {};
    },
    async fields(path): Promise<Record<string, string>> {
      return path.startsWith('/api/attachments')
        ? { ownerKind: 'proposal', ownerId: await draft(), alt: 'A gap by the pond.' }
        : { placeSlug: 'stoke-on-trent' };
    },
  };
}

const APPEAL = 'The owner would let the land for ten years.';

const AIM = {
  indicatorCode: '2.2',
  direction: 'up',
  sizePoints: 4,
  population: 'People aged 16 and over who live in the city',
  placeSlug: 'stoke-on-trent',
  dueOn: '2099-11-30',
  mechanism: 'People see how the money was shared out.',
  comparisonPlaceSlugs: ['elsewhere'],
};

async function lastAim(api: TestApp): Promise<string | undefined> {
  const [row] = await api.db.query<{ id: string }[]>('SELECT id FROM aims ORDER BY id DESC LIMIT 1');
  return row?.id;
}

/** A funded project that has been taken on. */
async function projectUnderWay(
  api: TestApp,
  officer: TestPerson,
  second: TestPerson,
): Promise<{ number: string; milestone: string; spend: string }> {
  const { funded } = await decidedRound(api, officer, second, 'stoke-on-trent');
  const number = String(funded[0]);
  const send = async (method: 'PUT' | 'POST', path: string, body: object) => {
    const answer = await api.send(method, `/deliveries/${number}/${path}`, body, officer.token);
    if (answer.statusCode >= 300) throw new Error(answer.body);
    return answer.json<{ milestones: { id: string }[]; spend: { id: string }[] }>();
  };
  await send('PUT', 'owner', { ownerBody: 'Parks team', contactOffice: 'Civic Centre' });
  await send('POST', 'milestones', { title: 'Opening', plannedOn: '2025-09-01' });
  const { milestones, spend } = await send('POST', 'spend', {
    kind: 'paid',
    amountPence: 1_000,
    spentOn: '2025-05-01',
    payee: 'Potteries Joinery Co-operative',
    whatFor: 'Six oak benches',
    local: true,
    social: true,
  });
  return { number, milestone: milestones[0]?.id ?? NOBODY, spend: spend[0]?.id ?? NOBODY };
}
