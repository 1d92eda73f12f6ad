import { parseArgs } from 'node:util';

import { build, outputs } from '../build/project.ts';
import { loadDemo } from '../demo/load.ts';
import { startDatabase } from './database.ts';
import { portIsFree } from './ports.ts';
import { Processes, stopLeftOvers } from './processes.ts';
import { secrets } from './secrets.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4200' },
    elections: { type: 'string' },
    'without-demo': { type: 'boolean', default: false },
  },
});
const began = performance.now();
const say = (line: string): void => console.log(`  ${line}`);
const port = Number(values.port);
const address = `http://localhost:${port}`;

try {
  await stopLeftOvers();
  if (!(await portIsFree(port))) {
    throw new Error(
      `Port ${port} is taken by another program. Stop it, or use another: npm start -- --port 4300`,
    );
  }
} catch (fault) {
  console.error((fault as Error).message);
  process.exit(1);
}

console.log('\nCommon Thread');
const processes = new Processes();
let stopping = false;
const stop = async (code: number): Promise<void> => {
  if (stopping) return;
  stopping = true;
  console.log('\nStopping ...');
  await processes.stopAll();
  await database?.stop();
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

let database: Awaited<ReturnType<typeof startDatabase>> | undefined;
try {
  const [db] = await Promise.all([
    startDatabase(say),
    (async () => {
      await build(outputs.api, say);
      await build(outputs.web, say);
    })(),
  ]);
  database = db;
  const { jwtSecret, secretKey } = secrets();
  const api = await processes.start(
    'API',
    'apps/api/dist/src/main.js',
    {
      DATABASE_URL: db.url,
      PUBLIC_URL: address,
      JWT_SECRET: jwtSecret,
      SECRET_KEY: secretKey,
      DEMO: values['without-demo'] ? '0' : '1',
    },
    '/api/health/ready',
  );
  await processes.start(
    'web pages',
    outputs.web.result,
    { API_URL: api, PUBLIC_URL: address },
    '/healthz',
    port,
  );
  if (!values['without-demo']) await loadDemo({ api, databaseUrl: db.url, elections: values.elections, say });

  console.log(`\nReady in ${((performance.now() - began) / 1000).toFixed(1)} s: ${address}`);
  if (!values['without-demo']) {
    console.log(`
  Demo sign-ins (password for all: demo-commonthread)
    resident@demo.example        a resident
    officer@demo.example         an officer; second-factor codes are on ${address}/mailbox
    second-officer@demo.example  the second officer, who confirms
    the others, for every role:  ${address}/mailbox
  Mails of this machine:         ${address}/mailbox`);
  }
  console.log('\n  Ctrl-C stops everything.\n');
  processes.onUnexpectedExit((name) => {
    console.error(`The ${name} stopped unexpectedly; see the lines above.`);
    void stop(1);
  });
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  await stop(1);
}
