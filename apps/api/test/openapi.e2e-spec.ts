import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { describeApi } from '../src/openapi.js';
import { type TestApp, testApp } from './support/test-app.js';

const file = join(import.meta.dirname, '../../../libs/api-client/openapi.json');

describe('libs/api-client/openapi.json', () => {
  let api: TestApp;
  beforeAll(async () => {
    api = await testApp();
  });
  afterAll(() => api.close());

  it('is what the API really offers (npm run openapi writes it anew)', () => {
    const current = JSON.stringify(describeApi(api.app), null, 2) + '\n';
    if (process.env['WRITE_OPENAPI']) writeFileSync(file, current);

    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(current);
  });
});
