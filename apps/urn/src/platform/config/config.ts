export interface Config {
  /** Role `svc_urn`: may cast and read what the log publishes, nothing else. */
  readonly databaseUrl: string;
  /** Role that owns the schemas: migrations, the log, closing, paper, publishing. */
  readonly keeperDatabaseUrl: string;
  readonly port: number;
  readonly host: string;
  /** Listener of its own for the back office; never reachable from outside. */
  readonly adminPort: number;
  readonly adminHost: string;
  /** At least 32 characters; the back office sends it with every request to the admin listener. */
  readonly serviceToken: string;
  /** 32 bytes: the Ed25519 private key that signs receipts and checkpoints. */
  readonly logKey: Buffer;
  /** First part of every log's name; the election follows after a slash. */
  readonly logName: string;
  /** Folder outside the database where the newest checkpoint of each election is kept. */
  readonly checkpointFolder: string;
  /** How often waiting ballots are looked at. */
  readonly batchEveryMs: number;
  readonly production: boolean;
}

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
    if (!Number.isInteger(value) || value < 0) faults.push(`${name} is not a whole number`);
    return value;
  };

  const config: Config = {
    databaseUrl: text('URN_DATABASE_URL'),
    keeperDatabaseUrl: text('URN_KEEPER_DATABASE_URL'),
    port: whole('PORT', 3100),
    host: env['HOST'] ?? '127.0.0.1',
    adminPort: whole('URN_ADMIN_PORT', 3101),
    adminHost: env['URN_ADMIN_HOST'] ?? '127.0.0.1',
    serviceToken: text('URN_SERVICE_TOKEN'),
    logKey: Buffer.from(text('URN_LOG_KEY'), 'base64'),
    logName: text('URN_LOG_NAME'),
    checkpointFolder: text('URN_CHECKPOINT_FOLDER'),
    batchEveryMs: whole('URN_BATCH_EVERY_MS', 5_000),
    production: env['NODE_ENV'] === 'production',
  };

  if (config.serviceToken.length < 32) faults.push('URN_SERVICE_TOKEN is shorter than 32 characters');
  if (config.logKey.length !== 32) faults.push('URN_LOG_KEY is not 32 bytes in base64');
  if (!/^[a-z0-9][a-z0-9./:_-]{0,60}$/i.test(config.logName))
    faults.push('URN_LOG_NAME is not one plain word');
  if (config.port !== 0 && config.port === config.adminPort && config.host === config.adminHost) {
    faults.push('URN_ADMIN_PORT is the public port');
  }
  if (faults.length > 0) throw new Error(`bad configuration:\n- ${faults.join('\n- ')}`);
  return config;
}
