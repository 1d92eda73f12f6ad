import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { root } from '../build/project.ts';
import { noteDemoIsWhole, startDatabase } from './database.ts';
import { portIsFree } from './ports.ts';
import { Processes, stopLeftOvers } from './processes.ts';
import { startProduct } from './product.ts';
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
const demo = !values['without-demo'];
const beside = join(root, '..', 'shared', 'data', 'pabulib');
const elections = values.elections
  ? ({ folder: values.elections, which: 'all' } as const)
  : existsSync(beside)
    ? ({ folder: beside, which: 'first' } as const)
    : undefined;

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
const processes = new Processes({ remember: true });
const database = startDatabase(say);
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

try {
  const product = await startProduct({ port, database, secrets: secrets(), demo, elections, say }, processes);
  noteDemoIsWhole();
  product.onUnexpectedExit((name) => {
    console.error(`The ${name} stopped unexpectedly; see the lines above.`);
    void stop(1);
  });
  console.log(`\nReady in ${((performance.now() - began) / 1000).toFixed(1)} s: ${product.address}`);
  if (demo) tellSignIns(product.address);
  console.log('\n  Ctrl-C stops everything.\n');
} catch (fault) {
  if (!stopping) console.error(fault instanceof Error ? fault.message : fault);
  await stop(1);
}

function tellSignIns(address: string): void {
  console.log(`
  Demo sign-ins (password for all: demo-commonthread)
    resident@demo.example        a resident
    officer@demo.example         an officer; second-factor codes are on ${address}/mailbox
    second-officer@demo.example  the second officer, who confirms
    third-officer@demo.example   a third, who decides appeals
    the others, for every role:  ${address}/mailbox
  Mails of this machine:         ${address}/mailbox`);
}

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  console.log('\nStopping ...');
  await processes.stopAll();
  await database.then(
    (running) => running.stop(),
    () => {},
  );
  process.exit(code);
}
