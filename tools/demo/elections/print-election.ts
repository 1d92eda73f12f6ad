import { parseArgs } from 'node:util';

import { generateElection } from './generate-election.ts';

// node tools/demo/elections/print-election.ts --seed potteries-2025 --voters 20000 > round.pb
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: 'potteries-2025' },
    voters: { type: 'string', default: '20000' },
  },
});
process.stdout.write(generateElection({ seed: values.seed, voters: Number(values.voters) }));
