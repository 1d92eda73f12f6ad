import type { PersonalRecord } from './personal-records.js';

/**
 * What somebody did in an office: it stays, because a public body answers for its acts, and after the person has
 * left it names nobody: the id leads to an account without a name.
 *
 * @param exported SQL with the person's id as `$1`
 */
export function actsOnRecord(
  name: string,
  title: string,
  holds: string,
  columns: readonly string[],
  exported: string,
): PersonalRecord {
  return {
    name,
    title,
    holds,
    keptFor: 'As long as the record of the act itself.',
    goes: null,
    stays:
      'The act and a number in place of your name: a council must be able to show that two different people signed.',
    columns,
    export: (personId, manager) => manager.query(exported, [personId]),
    erase: async () => {},
  };
}
