import { type AddressInfo, createServer, type Server } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { signedIn, type TestPerson } from './support/people.js';
import { testPlace } from './support/places.js';
import { type TestApp, testApp } from './support/test-app.js';

/** A mail server that says who it does not want, until it takes everything. */
class MailServer {
  readonly taken: string[] = [];
  refuses = true;
  private readonly server: Server = createServer((socket) => {
    let inside = false;
    socket.write('220 test\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n')) {
        if (inside) {
          if (line !== '.') continue;
          inside = false;
          socket.write('250 taken\r\n');
        } else if (line.startsWith('RCPT')) {
          if (this.refuses) socket.write(`451 not now, ${line.slice(8)}\r\n`);
          else {
            this.taken.push(line);
            socket.write('250 ok\r\n');
          }
        } else if (line === 'DATA') {
          inside = true;
          socket.write('354 go on\r\n');
        } else if (line === 'QUIT') socket.end('221 bye\r\n');
        else if (line) socket.write('250 ok\r\n');
      }
    });
  });

  async listen(): Promise<number> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return (this.server.address() as AddressInfo).port;
  }

  close = (): Promise<unknown> => new Promise((done) => this.server.close(done));
}

describe('mails that do not get away', () => {
  const mails = new MailServer();
  let api: TestApp;
  let administrator: TestPerson;
  let resident: TestPerson;
  beforeAll(async () => {
    const port = await mails.listen();
    api = await testApp({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'us@test.example' });
    await testPlace(api, 'stoke');
    administrator = await signedIn(api, { roles: [['administrator', 'stoke']] });
    resident = await signedIn(api);
  });
  afterAll(async () => {
    await api.close();
    await mails.close();
  });

  const shown = async () => {
    const answer = await api.send('GET', '/mails/undelivered', undefined, administrator.token);
    return answer.json<{ about: string; waiting: number; givenUp: number; nextTryAt: string | null }[]>();
  };
  const account = async () => (await shown()).find(({ about }) => about === 'account')!;
  const until = async (holds: () => Promise<boolean> | boolean): Promise<void> => {
    for (let tries = 0; tries < 100 && !(await holds()); tries++) await wait(100);
    expect(await holds()).toBe(true);
  };

  it('are tried again over hours, not thrice in a second', async () => {
    await api.send('POST', '/identity/reset-request', { email: resident.email });
    await until(async () => (await account()).waiting === 1);

    const { nextTryAt, givenUp } = await account();
    const seconds = (Date.parse(nextTryAt!) - Date.now()) / 1000;
    expect([givenUp, seconds > 20, seconds < 180]).toEqual([0, true, true]);
    const [{ limit, most }] = await api.db.query(
      `SELECT retry_limit AS limit, retry_delay_max AS most FROM jobs.job WHERE name = 'identity-mail' AND state = 'retry'`,
    );
    expect([limit, most]).toEqual([12, 10_800]);
  });

  it('name nobody, neither in the queue nor to those who see them', async () => {
    const jobs = await api.db.query(`SELECT data, output FROM jobs.job WHERE name = 'identity-mail'`);
    expect(JSON.stringify(jobs)).toContain('451');
    expect(JSON.stringify([jobs, await shown()])).not.toContain(resident.email);
  });

  it('are seen once they are given up', async () => {
    await api.db.query(
      `UPDATE jobs.job SET retry_limit = 1, start_after = now() WHERE name = 'identity-mail'`,
    );
    await until(async () => (await account()).givenUp === 1);
    expect(await account()).toMatchObject({ waiting: 0, nextTryAt: null });
  });

  it('are shown to administrators alone', async () => {
    for (const [method, path] of [
      ['GET', '/mails/undelivered'],
      ['POST', '/mails/undelivered/again'],
    ] as const) {
      expect((await api.send(method, path)).statusCode).toBe(401);
      expect((await api.send(method, path, undefined, resident.token)).json().title).toBe(
        'identity.role-missing',
      );
    }
  });

  it('go out when an administrator has them tried again, and the audit log says so', async () => {
    mails.refuses = false;
    const again = await api.send('POST', '/mails/undelivered/again', undefined, administrator.token);
    expect(again.statusCode).toBe(200);
    await until(() => mails.taken.length === 1);

    expect(mails.taken[0]).toContain(resident.email);
    expect(await account()).toMatchObject({ waiting: 0, givenUp: 0 });
    const [{ facts }] = await api.db.query(`SELECT facts FROM audit_events WHERE what = 'mails.tried-again'`);
    expect(facts).toEqual({ mails: 1 });
  });
});
