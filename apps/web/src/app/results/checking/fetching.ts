import { piecesOf } from '@commonthread/ballot-protocol';

/** A published file did not come, or stopped coming. */
export class Unreachable extends Error {}

/** Asks for a published file. Nothing says who asks. @throws Unreachable */
export async function answerOf(url: string): Promise<Response> {
  const answer = await fetch(url, { credentials: 'omit' }).catch(refuse);
  if (!answer.ok || !answer.body) throw new Unreachable(`${answer.status} ${answer.statusText}`);
  return answer;
}

/** What is in it, piece by piece as it comes. @throws Unreachable */
export async function* piecesIn({ body }: Response): AsyncGenerator<Uint8Array> {
  try {
    yield* piecesOf(body!);
  } catch (cause) {
    refuse(cause);
  }
}

function refuse(cause: unknown): never {
  throw new Unreachable(String(cause));
}
