import { createHmac } from 'node:crypto';
import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';

import { afterEach, describe, expect, it } from '@jest/globals';

import type { Mail } from './mail.js';
import { Notify } from './notify.js';
import { Smtp } from './smtp.js';

const KEY = 'a3bb189e-8bf9-3888-9912-ace4e6543002';
const MAIL: Mail = {
  to: 'somebody@test.example',
  subject: 'News',
  text: 'Something has changed.\n',
  key: KEY,
  unsubscribeUrl: 'https://decide.example/api/notices/unsubscribe?token=t',
};
const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done)))));

function listening(server: Server): Promise<number> {
  servers.push(server);
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );
}

/** As much of an SMTP server as one mail needs. @returns its port, and the mails it took */
async function mailServer(): Promise<{ port: number; mails: string[] }> {
  const mails: string[] = [];
  const server = createServer((socket) => {
    let inside = false;
    let pending = '';
    let mail = '';
    socket.write('220 test\r\n');
    socket.on('data', (data) => {
      const lines = (pending + data.toString()).split('\r\n');
      pending = lines.pop() ?? '';
      for (const line of lines) {
        if (inside && line === '.') {
          inside = false;
          mails.push(mail);
          socket.write('250 taken\r\n');
        } else if (inside) mail += `${line}\n`;
        else if (line === 'DATA') {
          inside = true;
          mail = '';
          socket.write('354 go on\r\n');
        } else if (line === 'QUIT') socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  });
  return { port: await listening(server), mails };
}

describe('Smtp', () => {
  it('sends the same Message-ID each time, and the way to stop in one click', async () => {
    const { port, mails } = await mailServer();
    const smtp = new Smtp(`smtp://127.0.0.1:${port}`, 'Us <us@test.example>', 'https://decide.example');
    await smtp.send(MAIL);
    await smtp.send(MAIL);

    expect(mails).toHaveLength(2);
    for (const mail of mails) {
      expect(mail).toContain(`Message-ID: <${KEY}@decide.example>`);
      expect(mail).toMatch(
        /List-Unsubscribe: <https:\/\/decide\.example\/api\/notices\/unsubscribe\?token=t>/,
      );
      expect(mail).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
      expect(mail).toContain('Something has changed.');
    }
  });

  it('makes no header and no addressee of a line break', async () => {
    const { port, mails } = await mailServer();
    const smtp = new Smtp(`smtp://127.0.0.1:${port}`, 'Us <us@test.example>', 'https://decide.example');
    const lines = '\r\nX-Evil: yes\r\nBcc: evil@test.example\r\n\r\nA text of theirs';
    await smtp.send({ ...MAIL, subject: `News${lines}` });
    await smtp.send({ ...MAIL, to: `somebody@test.example${lines}` }).catch(() => undefined);

    expect(mails.length).toBeGreaterThan(0);
    for (const mail of mails) {
      const [head = ''] = mail.split('\n\n');
      expect(head).not.toMatch(/^(X-Evil|Bcc):/m);
    }
  });
});

const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506';
const SECRET = '3d844edf-8d35-48ac-975b-e847b4f122b0';

interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string;
  readonly body: string;
}

async function notifyServer(answer: (asked: Asked) => { status: number; body?: object }) {
  const asked: Asked[] = [];
  const server = createHttpServer(async (request: IncomingMessage, reply) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { method, url, headers } = request;
    const one = { method, url, authorization: headers.authorization ?? '', body };
    asked.push(one);
    const { status, body: answered = {} } = answer(one);
    reply.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
    reply.end(JSON.stringify(answered));
  });
  const port = await listening(server);
  const access = {
    apiKey: `council-live-${SERVICE}-${SECRET}`,
    templateId: KEY,
    url: `http://127.0.0.1:${port}`,
  };
  return { notify: new Notify(access), asked };
}

describe('Smtp with a contact', () => {
  it('sends answers to those who can give one', async () => {
    const { port, mails } = await mailServer();
    const url = `smtp://127.0.0.1:${port}`;
    await new Smtp(url, 'us@test.example', 'https://decide.example', 'team@test.example').send(MAIL);

    expect(mails[0]).toContain('Reply-To: team@test.example');
  });
});

describe('Notify', () => {
  it('hands in the mail under its key, signed as the service', async () => {
    const { notify, asked } = await notifyServer(() => ({ status: 201 }));
    await notify.send(MAIL);
    const [one] = asked;

    expect([one?.method, one?.url]).toEqual(['POST', '/v2/notifications/email']);
    expect(JSON.parse(one?.body ?? '')).toEqual({
      email_address: MAIL.to,
      template_id: KEY,
      personalisation: { subject: MAIL.subject, body: MAIL.text },
      reference: KEY,
      one_click_unsubscribe_url: MAIL.unsubscribeUrl,
    });
    const [head = '', claims = '', signature] = one?.authorization.replace('Bearer ', '').split('.') ?? [];
    expect(signature).toBe(createHmac('sha256', SECRET).update(`${head}.${claims}`).digest('base64url'));
    const { iss, iat } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {
      iss: string;
      iat: number;
    };
    expect(iss).toBe(SERVICE);
    expect(Math.abs(iat - Date.now() / 1000)).toBeLessThan(30);
  });

  it('can tell whether a mail has got there', async () => {
    const { notify } = await notifyServer(({ url }) => ({
      status: 200,
      body: { notifications: url === `/v2/notifications?reference=${KEY}` ? [{}] : [] },
    }));

    expect(await notify.has(KEY)).toBe(true);
    expect(await notify.has(SERVICE)).toBe(false);
  });

  it.each([400, 403, 429, 500])('fails on %i without naming the address', async (status) => {
    const { notify } = await notifyServer(() => ({ status }));

    await expect(notify.send(MAIL)).rejects.toThrow(`GOV.UK Notify answered ${status}`);
    await expect(notify.send(MAIL)).rejects.not.toThrow(MAIL.to);
  });
});
