import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EXPORT_FILES, utf8, verifyExport, type ExportFile } from '@commonthread/ballot-protocol';
import { checkChoices, countBallots } from '@commonthread/paper-rules';

import { castMany, closeAndFinish, openElection, type TestElection } from './support/election.js';
import { type TestUrn, testUrn } from './support/test-urn.js';

const sheet = (n: number, choices: string[] = ['ramp']) => ({
  serial: `S${1000 + n}`,
  style: 'city',
  choices,
});
const sheets = (count: number, from = 0) => Array.from({ length: count }, (_, n) => sheet(from + n));

describe('paper batches', () => {
  let urn: TestUrn;
  let election: TestElection;
  beforeAll(async () => {
    urn = await testUrn();
  }, 60_000);
  beforeEach(async () => {
    election = await openElection(urn);
  });
  afterAll(() => urn.close());

  const path = (rest = '') => `/elections/${election.id}/paper${rest}`;
  const declare = (batch: string, inBox: number, change: object = {}) =>
    urn.admin('POST', path(), {
      ...{ batch, issued: inBox + 3, inBox, spoiled: 1, returned: 1, missing: 1, countedBy: ['ann', 'bea'] },
      ...change,
    });
  const key = (batch: string, by: string, entered: object[], isLast = true) =>
    urn.admin('POST', path(`/${batch}/sheets`), { by, sheets: entered, isLast });
  const seal = (batch: string, by = ['ann', 'bea'], discrepancy?: string) =>
    urn.admin('POST', path(`/${batch}/seal`), { by, ...(discrepancy && { discrepancy }) });
  const outcome = (answer: { statusCode: number; body: string }) =>
    answer.body ? [answer.statusCode, JSON.parse(answer.body).title] : [answer.statusCode, undefined];

  it('counts sheets like any ballot, and all of it verifies', async () => {
    await castMany(urn, election, 20);
    await declare('hall', 12);
    await key('hall', 'ann', sheets(5), false);
    await key('hall', 'ann', sheets(7, 5));
    await key('hall', 'bea', sheets(12));
    expect((await seal('hall')).json()).toEqual({ keyed: 12 });
    await closeAndFinish(urn, election, 20, 12);

    const files = new Map<string, string>();
    for (const file of EXPORT_FILES) {
      files.set(file, (await urn.send('GET', `/elections/${election.id}/export/${file}`)).body);
    }
    const report = await verifyExport(
      {
        names: async () => [...files.keys()],
        async *open(file: ExportFile) {
          yield utf8(files.get(file)!);
        },
      },
      { checkChoices, count: countBallots },
    );
    expect(report.faults).toEqual([]);
    expect(report.totals).toMatchObject({ paper: 12, online: 20 });
  });

  it('row 87: two people enter blind, a third settles what differs', async () => {
    await declare('hall', 3);
    expect(outcome(await key('hall', 'ann', [sheet(1), sheet(2), sheet(3)]))[0]).toBe(200);
    expect(outcome(await key('hall', 'ann', [sheet(1)]))).toEqual([409, 'paper.same-person']);
    const second = await key('hall', 'bea', [sheet(1), sheet(2, ['mural'])]);
    expect(second.json()).toEqual({ turn: 2, keyed: 2 });

    const differences = await urn.admin('GET', path('/hall/differences'));
    expect(differences.json().map(({ serial }: { serial: string }) => serial)).toEqual(['S1002', 'S1003']);
    expect(outcome(await seal('hall'))).toEqual([409, 'paper.differences-left']);
    const rule = (by: string) =>
      urn.admin('POST', path('/hall/rulings'), {
        ...{ by, reason: 'looked at the sheets again' },
        rulings: [sheet(2, ['mural']), { serial: 'S1003' }],
      });
    expect(outcome(await rule('ann'))).toEqual([409, 'paper.same-person']);
    expect((await rule('cat')).statusCode).toBe(204);
    expect(outcome(await seal('hall'))).toEqual([409, 'paper.totals-differ']);
    expect((await seal('hall', ['ann', 'bea'], 'one sheet in the box was blank')).json()).toEqual({
      keyed: 2,
    });
  });

  it('row 87: refuses a serial twice, a person twice, and numbers that are none', async () => {
    await declare('hall', 1);
    await declare('library', 1);
    expect(outcome(await declare('hall', 1))).toEqual([409, 'paper.batch-refused']);
    expect(outcome(await declare('market', 1, { countedBy: ['ann', 'ann'] }))).toEqual([
      409,
      'paper.same-person',
    ]);
    expect((await declare('market', 1, { spoiled: -1 })).statusCode).toBe(400);
    expect((await declare('Not A Name', 1)).statusCode).toBe(422);
    expect(outcome(await key('hall', 'ann', [sheet(1), sheet(1)]))).toEqual([409, 'paper.serial-taken']);
    await key('hall', 'ann', [sheet(1)]);
    expect(outcome(await key('library', 'ann', [sheet(1)]))).toEqual([409, 'paper.serial-taken']);
    expect(outcome(await key('library', 'ann', [sheet(2, ['slide'])]))[0]).toBe(422);
    expect(outcome(await key('hall', 'bea', [{ ...sheet(1), cost: 1 }]))[0]).toBe(400);
    expect(outcome(await seal('library', ['ann', 'ann']))).toEqual([409, 'paper.same-person']);
    expect(outcome(await seal('library'))).toEqual([409, 'paper.not-this-step']);
    expect(outcome(await urn.admin('GET', path('/nowhere/differences')))).toEqual([
      404,
      'paper.batch-unknown',
    ]);
  });

  it('takes a sheet back from whoever entered it, while they are at it', async () => {
    const withdraw = (by: string, serial = 'S1001') =>
      urn.admin('POST', path('/hall/sheets/withdraw'), { by, serial });
    await declare('hall', 1);
    await key('hall', 'ann', [sheet(1, ['mural'])], false);
    expect(outcome(await withdraw('bea'))).toEqual([409, 'paper.same-person']);
    expect((await withdraw('ann')).json()).toEqual({ turn: 1, keyed: 0 });
    expect(outcome(await withdraw('ann'))).toEqual([404, 'paper.sheet-unknown']);
    await key('hall', 'ann', [sheet(1)]);
    const [batch] = (await urn.admin('GET', path())).json();
    expect(batch).toMatchObject({ firstEntered: 1, secondEntered: 0 });
    expect(outcome(await withdraw('bea'))).toEqual([404, 'paper.sheet-unknown']);
    await key('hall', 'bea', [sheet(1)]);
    expect(outcome(await withdraw('bea'))).toEqual([409, 'paper.not-this-step']);
    await seal('hall');
    expect(outcome(await withdraw('ann'))).toEqual([409, 'paper.sealed']);
  });

  it('I19: a sealed batch changes for nobody, its owner included', async () => {
    await declare('hall', 1);
    await key('hall', 'ann', [sheet(1)]);
    await key('hall', 'bea', [sheet(1)]);
    await seal('hall');
    expect(outcome(await key('hall', 'cat', [sheet(9)]))).toEqual([409, 'paper.sealed']);
    expect(outcome(await seal('hall'))).toEqual([409, 'paper.sealed']);
    for (const statement of [
      `UPDATE paper.sheet SET serial = 'X999'`,
      'DELETE FROM paper.sheet',
      'TRUNCATE paper.sheet',
      `UPDATE paper.batch SET in_box = 7 WHERE batch = 'hall'`,
      `DELETE FROM paper.batch WHERE election = '${election.id}'`,
    ]) {
      await expect(urn.db.query(statement)).rejects.toThrow('a sealed batch does not change');
    }
  });

  it('does not finish while a batch is open', async () => {
    await declare('hall', 1);
    await expect(closeAndFinish(urn, election, 0, 1)).rejects.toThrow('"why":"paper"');
  });

  it('draws sheets by public dice once, after the end, and tells what was found', async () => {
    const draw = (change: object = {}) =>
      urn.admin('POST', path('/sample'), { seed: '3141592653', sheets: 3, by: ['ann', 'bea'], ...change });
    const check = (errors: number) =>
      urn.admin('POST', path('/sample/outcome'), { errors, note: 'laid side by side', by: ['ann', 'cat'] });
    await declare('hall', 8);
    await key('hall', 'ann', sheets(8));
    await key('hall', 'bea', sheets(8));
    await seal('hall');
    expect((await draw()).json().why).toBe('not-finished');
    await closeAndFinish(urn, election, 0, 8);
    expect((await urn.send('GET', `/elections/${election.id}/paper-sample`)).statusCode).toBe(404);
    expect((await draw({ seed: 'mine' })).statusCode).toBe(400);
    expect((await draw({ sheets: 9 })).json().why).toBe('too-many');
    expect((await draw({ by: ['ann', 'ann'] })).json().title).toBe('paper.same-person');
    expect((await check(0)).json().why).toBe('not-drawn');
    expect((await draw()).statusCode).toBe(201);
    expect((await draw({ seed: '2718281828' })).json().why).toBe('drawn-before');
    expect((await check(4)).json().why).toBe('too-many');
    expect((await check(1)).statusCode).toBe(204);
    expect((await check(0)).json().why).toBe('checked-before');

    const { serials, ...found } = (await urn.send('GET', `/elections/${election.id}/paper-sample`)).json();
    expect(found).toEqual({
      election: election.id,
      seed: '3141592653',
      errors: 1,
      note: 'laid side by side',
    });
    expect(serials).toHaveLength(3);
    await expect(urn.db.query('UPDATE paper.sample SET errors = 0')).rejects.toThrow('does not change');
  });
});
