import { build, outputs } from '../build/project.ts';

/**
 * Kills the urn, PostgreSQL and the API in turn, without warning, while everybody fetches a pass and votes; then
 * publishes and verifies. Every receipt must be in the log, none twice; whoever asks for a pass again gets the same
 * bytes, and nobody two. The same with commits that are not flushed before the receipt MUST lose
 * ballots: a trial that cannot fail proves nothing.
 *
 * `npm run chaos` takes under a minute; `npm run chaos -- --long` lets 500 voters vote.
 */
const long = process.argv.includes('--long');
const size = long
  ? { voters: 500, pauseMs: 400, killEveryMs: 1_500 }
  : { voters: 80, pauseMs: 250, killEveryMs: 1_500 };
await build(outputs.api, console.log);
await build(outputs.urn, console.log);
// It stands on what was built above.
const { trial } = await import('./trial.ts');

const began = performance.now();
const kept = await trial({ ...size, durable: true });
tell('commits flushed before the receipt', kept);
const { lost, doubled, unexplained, changedReceipts, refused, faults, changedPasses, wrongRoll } = kept;
const wrong = [lost, doubled, unexplained, changedReceipts, refused, faults, changedPasses, wrongRoll];
const killed = [kept.urnKills, kept.postgresKills, kept.apiKills].every((kills) => kills > 0);
const holds = killed && kept.passes === size.voters && wrong.every((found) => found === 0);

// A kill may happen to hit a moment when everything was flushed: the fault is given a few chances to show.
let mutated = await trial({ ...size, voters: size.voters / 2, durable: false });
for (let chances = 4; mutated.lost === 0 && chances > 0; chances--) {
  mutated = await trial({ ...size, voters: size.voters / 2, durable: false });
}
tell('the same without flushing: must lose ballots', mutated);
const canFail = mutated.lost > 0;

console.log(
  `\n${holds ? 'ok    ' : 'FAILED'} every receipt is in the log and every pass signed once: none lost, none doubled` +
    `\n${canFail ? 'ok    ' : 'FAILED'} the trial fails when commits are not flushed` +
    `\n${((performance.now() - began) / 1000).toFixed(1)} s`,
);
process.exit(holds && canFail ? 0 : 1);

function tell(title: string, found: object): void {
  console.log(`\n${title}`);
  for (const [name, value] of Object.entries(found)) console.log(`  ${name.padEnd(16)} ${String(value)}`);
}
