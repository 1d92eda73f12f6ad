import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';
import { contentSecurityPolicy, standingHeaders } from './security-headers.js';

describe('contentSecurityPolicy', () => {
  it('lets nothing in from elsewhere and no inline code without the nonce', () => {
    const policy = contentSecurityPolicy(readConfig({}), 'abc');

    expect(policy).toContain(`script-src 'self' 'nonce-abc';`);
    expect(policy).toContain(`img-src 'self' data:;`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).not.toContain('unsafe');
  });

  it('lets in the pictures of the map service that was set', () => {
    const config = readConfig({ MAP_TILES_URL: 'https://{s}.tiles.example/{z}/{x}/{y}.png' });

    expect(contentSecurityPolicy(config, 'abc')).toContain(`img-src 'self' data: https://*.tiles.example;`);
  });
});

describe('standingHeaders', () => {
  it('asks for https for good in production only', () => {
    expect(standingHeaders(readConfig({}))).not.toHaveProperty('strict-transport-security');
    expect(standingHeaders(readConfig({ NODE_ENV: 'production' }))).toHaveProperty(
      'strict-transport-security',
    );
  });
});
