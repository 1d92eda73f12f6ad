import {
  base64url,
  paperCredential,
  readBody,
  readHeader,
  requireValidChoices,
  type BallotRules,
} from '@commonthread/ballot-protocol';

import type { Sheet } from './batch.js';

/** Stands in for the salt while only the form and the choices are checked. */
const NO_SALT = base64url(new Uint8Array(16));

/**
 * Checks a sheet against the ballot paper and writes its choices in the paper's order, so that two people who read
 * the same marks enter the same bytes.
 *
 * @throws FormatInvalid | BallotElsewhere | what the ballot paper refuses
 */
export function validSheet(rules: BallotRules, batch: string, { serial, style, choices }: Sheet): Sheet {
  const { manifest, checkChoices } = rules;
  const header = readHeader(
    { v: 1, election: manifest.election, style, cred: paperCredential(batch, serial), rev: 1 },
    'sheet',
  );
  const read = readBody({ choices, salt: NO_SALT }, 'sheet');
  const paper = manifest.styles.find((each) => each.style === style);
  const ordered = paper ? checkChoices(paper, read.choices) : read.choices;
  requireValidChoices(header, { choices: ordered, salt: NO_SALT }, rules);
  return { serial, style, choices: ordered };
}
