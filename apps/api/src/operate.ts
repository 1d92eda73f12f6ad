import { readFile } from 'node:fs/promises';

import { DomainError } from '@commonthread/kernel';
import { NestFactory } from '@nestjs/core';

import { AppModule } from './app.module.js';
import { FirstAdministrator } from './identity/index.js';
import { ImportPlaces } from './places/index.js';
import { readConfig } from './platform/config/index.js';
import { migrate } from './platform/database/index.js';

export const OPERATE_USAGE = `ct places import FILE [COUNCIL]
    puts a council and its wards on the map: GeoJSON of the Office for National
    Statistics; COUNCIL is a code like E06000021, where the file holds several
ct admin first EMAIL
    makes somebody who has registered and confirmed the address the first
    administrator; refused while there is one`;

/**
 * What only whoever runs the server does, with the settings of the API: the two things an empty database lacks.
 *
 * @returns the exit code: 0 done, 2 refused, with the reason said
 */
export async function operate(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<0 | 2> {
  const [what, act, subject, more] = args;
  const known = (what === 'admin' && act === 'first') || (what === 'places' && act === 'import');
  if (!known || !subject || args.length > (what === 'places' ? 4 : 3)) {
    say(OPERATE_USAGE);
    return 2;
  }
  try {
    const config = readConfig(env);
    await migrate(config.ownerDatabaseUrl);
    const app = await NestFactory.createApplicationContext(AppModule.with(config), { logger: ['error'] });
    try {
      if (what === 'admin') {
        const places = await app.get(FirstAdministrator, { strict: false }).execute(subject);
        say(`${subject} is administrator of ${places.join(', ')}.`);
        say(
          `Sign in at ${config.publicUrl}/sign-in: the second factor is set up there, and roles are given in the office.`,
        );
      } else {
        const text = await readFile(subject, 'utf8');
        const { council, wards, added } = await app.get(ImportPlaces, { strict: false }).execute(text, more);
        say(`${council}: ${wards} wards. ${added} places are new.`);
      }
    } finally {
      await app.close();
    }
    return 0;
  } catch (fault) {
    if (!(fault instanceof DomainError) && !isMissingFile(fault) && !isBadConfiguration(fault)) throw fault;
    say(fault.message);
    return 2;
  }
}

const isMissingFile = (fault: unknown): fault is NodeJS.ErrnoException =>
  ['ENOENT', 'EISDIR', 'EACCES'].includes((fault as NodeJS.ErrnoException).code ?? '');
const isBadConfiguration = (fault: unknown): fault is Error =>
  fault instanceof Error && fault.message.startsWith('bad configuration');
