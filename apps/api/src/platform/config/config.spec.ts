import { describe, expect, it } from '@jest/globals';

import { readConfig } from './config.js';

const good = {
  DATABASE_URL: 'postgres://svc_app@db/ct',
  ROLL_DATABASE_URL: 'postgres://svc_roll@db/ct',
  OWNER_DATABASE_URL: 'postgres://owner@db/ct',
  PUBLIC_URL: 'https://decide.example.org/',
  JWT_SECRET: 'k'.repeat(40),
  SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
  ROLL_PEPPER: 'p'.repeat(40),
  SMTP_URL: 'smtps://mail.example.org',
  ATTACHMENTS_FOLDER: '/srv/attachments',
};

describe('readConfig', () => {
  it('names every fault at once', () => {
    expect(() => readConfig({ PORT: 'many' })).toThrow(
      /PORT is not a whole number[^]*DATABASE_URL is not set|DATABASE_URL is not set[^]*PORT is not a whole number/,
    );
  });

  it('drops the trailing slash of the public address', () => {
    expect(readConfig(good).publicUrl).toBe('https://decide.example.org');
  });

  it.each([
    ['demo accounts', { DEMO: '1' }, /DEMO=1/],
    ['a plain http address', { PUBLIC_URL: 'http://decide.example.org' }, /https/],
    ['one database user for everything', { ROLL_DATABASE_URL: '' }, /three users/],
    ['an API that owns its tables', { OWNER_DATABASE_URL: '' }, /three users/],
    ['pictures in a folder that goes', { ATTACHMENTS_FOLDER: '' }, /ATTACHMENTS_FOLDER/],
    ['a bucket without its key', { ATTACHMENTS_S3_URL: 'https://o.example/b' }, /ATTACHMENTS_S3_KEY_ID/],
    ['no mail server', { SMTP_URL: '' }, /SMTP_URL/],
    ['a default secret', { JWT_SECRET: 'change-me-change-me-change-me-change-me' }, /looks like a default/],
  ])('refuses %s in production', (_, change, fault) => {
    expect(() => readConfig({ ...good, NODE_ENV: 'production', ...change })).toThrow(fault);
    expect(() => readConfig({ ...good, NODE_ENV: 'production' })).not.toThrow();
  });

  it('takes GOV.UK Notify in place of a mail server, with its template and a whole key', () => {
    const uuid = '26785a09-ab16-4eb0-8407-a37497a57506';
    const env = { ...good, NODE_ENV: 'production', SMTP_URL: '', NOTIFY_API_KEY: `live-${uuid}-${uuid}` };

    expect(readConfig({ ...env, NOTIFY_TEMPLATE_ID: uuid }).notify).toEqual({
      apiKey: `live-${uuid}-${uuid}`,
      templateId: uuid,
      url: 'https://api.notifications.service.gov.uk',
    });
    expect(() => readConfig(env)).toThrow('NOTIFY_TEMPLATE_ID is not set');
    expect(() => readConfig({ ...env, NOTIFY_TEMPLATE_ID: uuid, NOTIFY_API_KEY: 'live-1' })).toThrow(
      'two uuids',
    );
  });
});
