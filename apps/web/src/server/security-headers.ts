import type { WebConfig } from './config.js';

/** The host tiles come from, with Leaflet's `{s}` as a wildcard. */
function tileSource(template: string | null): string {
  if (!template) return '';
  const { protocol, host } = new URL(template.replace('{s}', 'wildcard'));
  return ` ${protocol}//${host.replace('wildcard', '*')}`;
}

/**
 * What a page may load. Scripts and styles come from this site alone; Angular's own inline elements carry the nonce.
 * Trusted types: Angular's policies, and `default`, which lets one constant of Leaflet's through (see libs/govuk), and
 * `ct-worker`, which starts the script that counts ballots again in the reader's browser.
 */
export function contentSecurityPolicy(config: WebConfig, nonce: string): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `worker-src 'self'`,
    `img-src 'self' data:${tileSource(config.mapTilesUrl)}`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types angular angular#bundler ct-worker default`,
  ].join('; ');
}

/** Headers of every answer of this server, pages and files alike. */
export function standingHeaders(config: WebConfig): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(self), payment=(), usb=()',
    ...(config.production ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}
