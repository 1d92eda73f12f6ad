import { describe, expect, it } from '@jest/globals';
import { onSiteUrl } from './on-site-url.js';

describe('onSiteUrl', () => {
  it.each(['/', '/rounds', '/proposals/12?sort=newest#comments'])('keeps %s', (url) => {
    expect(onSiteUrl(url)).toBe(url);
  });

  it.each([
    null,
    undefined,
    '',
    'rounds',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '\\\\evil.example',
  ])('does not follow %j off the site', (url) => {
    const kept = onSiteUrl(url);

    expect(new URL(kept, 'https://here.example').origin).toBe('https://here.example');
    expect(kept).toBe('/');
  });
});
