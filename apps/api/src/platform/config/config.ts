export interface AttachmentBucket {
  /** `https://objects.example/bucket` */
  readonly bucketUrl: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface Contact {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface Config {
  /** As `svc_app`: reads and writes what features keep, changes no table, no past audit event, signs no pass. */
  readonly databaseUrl: string;
  /** As `svc_roll`, for the part that issues ballot passes; the same as `databaseUrl` when not set. */
  readonly rollDatabaseUrl: string;
  /** As the owner of the database, for migrations alone; the same as `databaseUrl` when not set. */
  readonly ownerDatabaseUrl: string;
  readonly port: number;
  readonly host: string;
  /** Where people reach the product, without a trailing slash: links in mails start with it. */
  readonly publicUrl: string;
  /** Whose word about the visitor's address is believed: `loopback`, or addresses and ranges of the proxy in front. */
  readonly trustedProxies: string[];
  /** At least 32 characters. Signs access tokens (HS256). */
  readonly jwtSecret: string;
  /** 32 bytes, base64. Encrypts second-factor secrets, issuer keys and waiting claims at rest. */
  readonly secretKey: Buffer;
  /** At least 32 characters. Keys the digests by which one person is found twice on a roll; never changed during a round. */
  readonly rollPepper: string;
  /** The ballot box's door for the back office, without a trailing slash; `undefined`: nobody can vote here. */
  readonly urnAdminUrl: string | undefined;
  /** At least 32 characters: what this service shows at that door. */
  readonly urnServiceToken: string;
  /** GOV.UK Notify, used in place of SMTP when it is set. `apiKey` ends in the service's id and a secret, both uuids. */
  readonly notify: { readonly apiKey: string; readonly templateId: string; readonly url: string } | undefined;
  /** SMTP address, or `undefined`: mails are then kept in the local mailbox (demo only). */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** Whom residents and the press ask: on letters and press sheets, and where answers to mails go. */
  readonly contact: Contact;
  /** Where pictures and documents are kept. */
  readonly attachments: { readonly folder: string } | AttachmentBucket;
  /** Registered with 360Giving for this publisher, without `360G-`; begins the ids of published grants. */
  readonly grantPrefix: string;
  /** Demo accounts, the mailbox page and their shortcuts exist. Never in production. */
  readonly demo: boolean;
  readonly production: boolean;
}

const LOCAL_FOLDER = '.local/attachments';
const NOTIFY_KEY = /-[0-9a-f-]{36}-[0-9a-f-]{36}$/;
const KNOWN_WEAK = /^(change|secret|default|example|test)/i;

/**
 * Reads the whole configuration once, at start. Nothing else touches `process.env`.
 *
 * @throws Error naming every variable that is missing or malformed, not just the first
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const faults: string[] = [];
  const text = (name: string): string => env[name] || (faults.push(`${name} is not set`), '');
  const whole = (name: string, fallback: number): number => {
    const value = env[name] === undefined ? fallback : Number(env[name]);
    if (!Number.isInteger(value)) faults.push(`${name} is not a whole number`);
    return value;
  };

  const config: Config = {
    databaseUrl: text('DATABASE_URL'),
    rollDatabaseUrl: env['ROLL_DATABASE_URL'] || (env['DATABASE_URL'] ?? ''),
    ownerDatabaseUrl: env['OWNER_DATABASE_URL'] || (env['DATABASE_URL'] ?? ''),
    port: whole('PORT', 3000),
    host: env['HOST'] ?? '127.0.0.1',
    publicUrl: text('PUBLIC_URL').replace(/\/$/, ''),
    trustedProxies: (env['TRUSTED_PROXIES'] ?? 'loopback').split(',').map((range) => range.trim()),
    jwtSecret: text('JWT_SECRET'),
    secretKey: Buffer.from(text('SECRET_KEY'), 'base64'),
    rollPepper: text('ROLL_PEPPER'),
    urnAdminUrl: env['URN_ADMIN_URL']?.replace(/\/$/, '') || undefined,
    urnServiceToken: env['URN_SERVICE_TOKEN'] ?? '',
    notify: env['NOTIFY_API_KEY']
      ? {
          apiKey: env['NOTIFY_API_KEY'],
          templateId: text('NOTIFY_TEMPLATE_ID'),
          url: (env['NOTIFY_URL'] ?? 'https://api.notifications.service.gov.uk').replace(/\/$/, ''),
        }
      : undefined,
    smtpUrl: env['SMTP_URL'] || undefined,
    mailFrom: env['MAIL_FROM'] ?? 'Common Thread <no-reply@localhost>',
    contact: {
      name: env['CONTACT_NAME'] || 'the council',
      email: env['CONTACT_EMAIL'] || null,
      phone: env['CONTACT_PHONE'] || null,
    },
    attachments: env['ATTACHMENTS_S3_URL']
      ? {
          bucketUrl: env['ATTACHMENTS_S3_URL'],
          region: env['ATTACHMENTS_S3_REGION'] ?? 'us-east-1',
          accessKeyId: text('ATTACHMENTS_S3_KEY_ID'),
          secretAccessKey: text('ATTACHMENTS_S3_SECRET'),
        }
      : { folder: env['ATTACHMENTS_FOLDER'] || LOCAL_FOLDER },
    grantPrefix: env['GRANT_PREFIX'] ?? 'unregistered',
    demo: env['DEMO'] === '1',
    production: env['NODE_ENV'] === 'production',
  };

  if (config.jwtSecret.length < 32) faults.push('JWT_SECRET is shorter than 32 characters');
  if (config.secretKey.length !== 32) faults.push('SECRET_KEY is not 32 bytes in base64');
  if (config.rollPepper.length < 32) faults.push('ROLL_PEPPER is shorter than 32 characters');
  if (config.urnAdminUrl && config.urnServiceToken.length < 32)
    faults.push('URN_SERVICE_TOKEN is shorter than 32 characters');
  if (config.notify && !NOTIFY_KEY.test(config.notify.apiKey))
    faults.push('NOTIFY_API_KEY does not end in two uuids');
  if (config.production) faults.push(...unfitForProduction(config));
  if (faults.length > 0) throw new Error(`bad configuration:\n- ${faults.join('\n- ')}`);
  return config;
}

function unfitForProduction(config: Config): string[] {
  const faults: string[] = [];
  if (config.demo) faults.push('DEMO=1 is not allowed in production');
  if (!config.publicUrl.startsWith('https://'))
    faults.push('PUBLIC_URL must start with https:// in production');
  const users = [config.databaseUrl, config.rollDatabaseUrl, config.ownerDatabaseUrl].map(userOf);
  if (new Set(users).size < users.length)
    faults.push('DATABASE_URL, ROLL_DATABASE_URL and OWNER_DATABASE_URL must name three users in production');
  if ('folder' in config.attachments && config.attachments.folder === LOCAL_FOLDER)
    faults.push('ATTACHMENTS_FOLDER or ATTACHMENTS_S3_URL is not set: pictures need a place that stays');
  if (!config.smtpUrl && !config.notify)
    faults.push('neither SMTP_URL nor NOTIFY_API_KEY is set: production sends mail');
  if (KNOWN_WEAK.test(config.jwtSecret)) faults.push('JWT_SECRET looks like a default');
  if (KNOWN_WEAK.test(config.rollPepper)) faults.push('ROLL_PEPPER looks like a default');
  return faults;
}

function userOf(address: string): string {
  return URL.parse(address)?.username ?? '';
}
