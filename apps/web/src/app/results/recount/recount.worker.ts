import type { RecountNews, RecountOrder } from './messages.js';
import { recount } from './recount.js';

const tell = (news: RecountNews): void => postMessage(news);

addEventListener('message', ({ data }: MessageEvent<RecountOrder>) => void carryOut(data));

async function carryOut({ ballotsUrl, rule }: RecountOrder): Promise<void> {
  let text: string;
  try {
    text = await fetched(ballotsUrl);
  } catch (cause) {
    return tell({ kind: 'failed', why: 'unreachable', detail: String(cause) });
  }
  try {
    tell(await recount(text, rule, tell));
  } catch (cause) {
    tell({
      kind: 'failed',
      why: 'unreadable',
      detail: cause instanceof Error ? cause.message : String(cause),
    });
  }
}

async function fetched(url: string): Promise<string> {
  tell({ kind: 'progress', step: 'fetching', done: null });
  const answer = await fetch(url);
  if (!answer.ok || !answer.body) throw new Error(`${answer.status} ${answer.statusText}`);
  // A compressed answer's length is not that of the text.
  const length = answer.headers.has('content-encoding') ? 0 : Number(answer.headers.get('content-length'));
  const decoder = new TextDecoder();
  const reader = answer.body.getReader();
  let text = '';
  let read = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    read += value.length;
    if (length > 0) tell({ kind: 'progress', step: 'fetching', done: read / length });
  }
}
