import { answerOf, piecesIn, Unreachable } from './fetching.js';
import type { CheckNews, CheckOrder } from './messages.js';
import { recount } from './recount.js';
import { verifyFiles } from './verify-files.js';

const tell = (news: CheckNews): void => postMessage(news);

addEventListener('message', ({ data }: MessageEvent<CheckOrder>) => void carryOut(data));

async function carryOut(order: CheckOrder): Promise<void> {
  try {
    tell(
      order.kind === 'files'
        ? await verifyFiles(order.files, tell)
        : await recount(await fetched(order.ballotsUrl), order.rule, tell),
    );
  } catch (cause) {
    tell({
      kind: 'failed',
      why: cause instanceof Unreachable ? 'unreachable' : 'unreadable',
      detail: cause instanceof Error ? cause.message : String(cause),
    });
  }
}

/** @throws Unreachable */
async function fetched(url: string): Promise<string> {
  tell({ kind: 'progress', step: 'fetching', done: null });
  const answer = await answerOf(url);
  // A compressed answer's length is not that of the text.
  const length = answer.headers.has('content-encoding') ? 0 : Number(answer.headers.get('content-length'));
  const decoder = new TextDecoder();
  let text = '';
  let read = 0;
  for await (const piece of piecesIn(answer)) {
    text += decoder.decode(piece, { stream: true });
    read += piece.length;
    if (length > 0) tell({ kind: 'progress', step: 'fetching', done: read / length });
  }
  return text + decoder.decode();
}
