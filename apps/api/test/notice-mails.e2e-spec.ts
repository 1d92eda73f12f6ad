import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { FATE_TOLD } from '../src/contributions/index.js';
import { NoticeMailsRepository } from '../src/notices/mails/notice-mails.repository.js';
import { SendMails } from '../src/notices/mails/send-mails.js';
import { Outbox } from '../src/platform/events/index.js';
import { Mailer } from '../src/platform/mail/index.js';
import { settled } from './support/outbox.js';
import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { accept, submitted } from './support/proposals.js';
import { refused as refuse } from './support/reviews.js';
import { testRound } from './support/rounds.js';
import { type TestApp, testApp } from './support/test-app.js';

interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly links: readonly string[];
}

describe('mails about contributions', () => {
  let api: TestApp;
  let officer: TestPerson;
  let second: TestPerson;
  let author: TestPerson;
  let friend: TestPerson;
  let slug: string;
  let sendMails: SendMails;
  beforeAll(async () => {
    api = await testApp();
    sendMails = api.app.get(SendMails);
    await testPlace(api, 'stoke');
    officer = await signedIn(api, { roles: [['officer', 'stoke']] });
    second = await signedIn(api, { roles: [['officer', 'stoke']] });
    ({ slug } = await testRound(api, officer.token, 'stoke', 'ideas'));
  });
  beforeEach(async () => {
    [author, friend] = await Promise.all([signedIn(api), signedIn(api)]);
  });
  afterAll(() => api.close());

  /** One refused proposal of the author's that the friends support. */
  const refused = async (title: string, friends: readonly TestPerson[] = [friend]): Promise<number> => {
    const number = await submitted(api, author.token, slug, title);
    for (const { token } of friends) await api.send('PUT', `/proposals/${number}/support`, undefined, token);
    await refuse(api, officer.token, second.token, number);
    await settled(api);
    return number;
  };
  const hoursPass = async (hours: number): Promise<void> => {
    await api.db.query(`UPDATE notices SET at = at - make_interval(hours => $1)`, [hours]);
    await api.db.query(`UPDATE notice_mails SET queued_at = queued_at - make_interval(hours => $1)`, [hours]);
  };
  const sent = async (hours = 1): Promise<void> => {
    await hoursPass(hours);
    await sendMails.execute();
  };
  const mailsTo = async ({ email }: TestPerson): Promise<Mail[]> =>
    (await api.send('GET', `/mailbox?to=${encodeURIComponent(email)}`)).json();
  const setPace = (person: TestPerson, pace: string) =>
    api.send('PUT', '/notices/settings', { pace }, person.token);

  it('puts what changed within a short time into one mail, with reasons and links', async () => {
    const numbers = [await refused('A bench by the pond'), await refused('A second bench')];
    await sent();

    for (const person of [author, friend]) {
      const mails = await mailsTo(person);
      expect(mails).toHaveLength(1);
      expect(mails[0]?.subject).toBe('2 pieces of news for you');
      expect(mails[0]?.text).toContain(
        'A second bench: not taken forward. The reason: Land and buildings: The land is a working farm.',
      );
      for (const number of numbers)
        expect(mails[0]?.links).toContain(`http://localhost:4200/proposals/${number}`);
    }
    await sent();
    expect(await mailsTo(friend)).toHaveLength(1);
  });

  it('waits for the pace of the reader, and for nothing longer than an hour with their own proposals', async () => {
    await refused('The first');
    await sent();
    await refused('The second');
    await sent(2);
    expect([(await mailsTo(author)).length, (await mailsTo(friend)).length]).toEqual([2, 1]);

    await sent(24);
    expect((await mailsTo(friend)).map(({ text }) => text.includes('The second'))).toEqual([true, false]);

    await setPace(friend, 'weekly');
    await refused('The third');
    await sent(48);
    expect(await mailsTo(friend)).toHaveLength(2);
    await sent(24 * 6);
    expect(await mailsTo(friend)).toHaveLength(3);

    await setPace(friend, 'at-once');
    await refused('The fourth');
    await sent(2);
    expect(await mailsTo(friend)).toHaveLength(4);
  });

  it('starts by itself, without anybody asking', async () => {
    await refused('By itself');
    await hoursPass(1);
    for (let tries = 0; (await mailsTo(friend)).length === 0; tries++) {
      if (tries > 600) throw new Error('no mail came');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await mailsTo(friend)).toHaveLength(1);
  });

  it('says to a young person only that there is news', async () => {
    const young = await signedIn(api, { dateOfBirth: `${new Date().getFullYear() - 14}-01-01` });
    await refused('A skate park', [young]);
    await sent();
    const [mail] = await mailsTo(young);

    expect(mail?.subject).toBe('There is news');
    expect(mail?.text).not.toContain('skate');
  });

  it('sends nothing to whoever wants none, also of what waits, and keeps it on screen', async () => {
    await refused('Waiting');
    expect((await setPace(friend, 'none')).statusCode).toBe(204);
    await refused('Later');
    await sent(48);

    expect(await mailsTo(friend)).toEqual([]);
    expect((await api.send('GET', '/notices', undefined, friend.token)).json().items).toHaveLength(2);
    expect((await api.send('GET', '/notices/settings', undefined, friend.token)).json()).toEqual({
      pace: 'none',
    });
    expect((await setPace(friend, 'hourly')).statusCode).toBe(400);
    expect((await api.send('GET', '/notices/settings')).statusCode).toBe(401);
    expect((await api.send('PUT', '/notices/settings', { pace: 'none' })).statusCode).toBe(401);
  });

  it('stops in one step from the link in a mail, signed out, as often as it is pressed', async () => {
    await refused('One mail');
    await sent();
    const [mail] = await mailsTo(friend);
    const page = mail?.links.find((link) => link.includes('/unsubscribe?'));
    const token = new URL(page ?? '').searchParams.get('token') ?? '';
    const stop = (given: string) =>
      api.app.inject({
        method: 'POST',
        url: `/api/notices/unsubscribe?token=${given}`,
        payload: 'List-Unsubscribe=One-Click',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });

    expect((await api.send('GET', `/notices/unsubscribe?token=${token}`)).statusCode).toBe(404);
    for (let presses = 0; presses < 2; presses++) expect((await stop(token)).statusCode).toBe(200);
    await refused('No second mail');
    await sent(48);
    expect(await mailsTo(friend)).toHaveLength(1);

    const forged = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    for (const wrong of [forged, 'short', token.slice(0, -4)]) {
      const answer = await stop(wrong);
      expect([answer.statusCode, answer.json().title]).toEqual([404, 'notices.link-unknown']);
    }
    expect((await stop('x'.repeat(101))).statusCode).toBe(400);
  });

  it('sends each mail once to two senders at the same time', async () => {
    const crowd = await Promise.all(Array.from({ length: 25 }, () => signedIn(api)));
    await refused('A crowd', crowd);
    await hoursPass(1);
    await Promise.all([sendMails.execute(), sendMails.execute(), sendMails.execute()]);

    for (const person of crowd) expect(await mailsTo(person)).toHaveLength(1);
  });

  it('does not show a mail twice when the process dies between sending it and writing that down', async () => {
    await refused('A crash');
    await hoursPass(1);
    const mails = api.app.get(NoticeMailsRepository);
    await mails.gather(500);
    const taken = [];
    for (let mail = await mails.take(); mail; mail = await mails.take()) taken.push(mail);
    const lost = taken.find(({ personId }) => personId === friend.id);
    await api.app
      .get(Mailer)
      .send({ to: friend.email, subject: 'Got away', text: '-', key: lost?.key ?? '' });

    await sendMails.execute();
    expect(await mailsTo(author)).toEqual([]);
    await api.db.query(`UPDATE notice_mails SET next_try_at = clock_timestamp() WHERE state = 'sending'`);
    await sendMails.execute();

    expect((await mailsTo(friend)).map(({ subject }) => subject)).toEqual(['Got away']);
    expect(await mailsTo(author)).toHaveLength(1);
    expect(await api.db.query(`SELECT FROM notice_mails WHERE state IN ('queued', 'sending')`)).toEqual([]);
  });

  it('tells everybody once although the relay fails after it has told them', async () => {
    api.app.useLogger(false);
    let failures = 0;
    api.app.get(Outbox).handle(FATE_TOLD, async () => {
      if (failures++ === 0) throw new Error('the process died here');
    });
    const number = await submitted(api, author.token, slug);
    await accept(api, officer.token, number);
    const told = () =>
      api.db.query(
        `SELECT n.id FROM notices n JOIN fates f ON f.id = n.fate_id
          WHERE f.proposal_number = $1 AND n.person_id = $2`,
        [number, author.id],
      );

    for (let tries = 0; failures === 0 && tries < 200; tries++)
      await new Promise((resolve) => setTimeout(resolve, 25));
    await api.db.query('UPDATE outbox SET next_try_at = clock_timestamp()');
    await settled(api);
    expect(failures).toBe(2);
    expect(await told()).toHaveLength(1);
  });
});
