import type { SiteContact } from '../app/shell/site.js';

/** What the web server needs to know, read once. */
export interface WebConfig {
  readonly port: number;
  readonly host: string;
  /** Where the API listens; the browser never sees this address. */
  readonly apiUrl: string;
  /** Where the urn listens, when there is one. */
  readonly urnUrl: string | null;
  /** The address people type; also the only host the server renders for, beside local ones. */
  readonly publicUrl: string;
  readonly councilName: string;
  /** The same settings as the API's: letters and pages name the same people. */
  readonly contact: SiteContact;
  /** Leaflet tile template, when the council has tiles. */
  readonly mapTilesUrl: string | null;
  readonly mapAttribution: string | null;
  readonly production: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

/**
 * @param environment PORT (4200), HOST (127.0.0.1), API_URL (http://127.0.0.1:3000), URN_URL, PUBLIC_URL, COUNCIL_NAME,
 *   CONTACT_NAME, CONTACT_EMAIL, CONTACT_PHONE, MAP_TILES_URL with {z}, {x} and {y}, MAP_ATTRIBUTION, NODE_ENV
 * @throws Error naming every fault at once
 */
export function readConfig(environment: Environment): WebConfig {
  const faults: string[] = [];
  const text = (name: string) => environment[name]?.trim() || null;
  const url = (name: string, fallback: string | null) => {
    const value = text(name) ?? fallback;
    if (value !== null && !isHttpUrl(value))
      faults.push(`${name} must be an http or https URL, not "${value}"`);
    return value?.replace(/\/$/, '') ?? null;
  };
  const port = Number(text('PORT') ?? '4200');
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    faults.push('PORT must be a whole number up to 65535');
  const apiUrl = url('API_URL', 'http://127.0.0.1:3000') ?? '';
  const urnUrl = url('URN_URL', null);
  const publicUrl = url('PUBLIC_URL', `http://127.0.0.1:${port || 4200}`) ?? '';
  const mapTilesUrl = url('MAP_TILES_URL', null);
  if (mapTilesUrl && !['{z}', '{x}', '{y}'].every((part) => mapTilesUrl.includes(part)))
    faults.push('MAP_TILES_URL must hold {z}, {x} and {y}');
  if (faults.length > 0) throw new Error(`The configuration cannot be used:\n${faults.join('\n')}`);
  return Object.freeze({
    port,
    host: text('HOST') ?? '127.0.0.1',
    apiUrl,
    urnUrl,
    publicUrl,
    councilName: text('COUNCIL_NAME') ?? 'Stoke-on-Trent',
    contact: {
      name: text('CONTACT_NAME') ?? 'the council',
      email: text('CONTACT_EMAIL'),
      phone: text('CONTACT_PHONE'),
    },
    mapTilesUrl,
    mapAttribution: text('MAP_ATTRIBUTION'),
    production: environment['NODE_ENV'] === 'production',
  });
}
