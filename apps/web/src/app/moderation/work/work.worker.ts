import { solve } from '@commonthread/proof-of-work';

addEventListener('message', ({ data }: MessageEvent<{ challenge: string; bits: number }>) =>
  postMessage(solve(data.challenge, data.bits)),
);
