import { makePass } from './make-pass.js';
import type { PassOrder } from './pass-maker.js';

addEventListener('message', ({ data }: MessageEvent<PassOrder>) => {
  void makePass(data).then((news) => postMessage(news));
});
