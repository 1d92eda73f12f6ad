/** PostgreSQL's classes for: connection, room, intervention, a lock or statement that took too long; and the network's own. */
const CODE = /^(08|53|57|55P03|40|25P03)|^E(CONN|PIPE|HOST|TIMEDOUT|NOTFOUND)/;
const SILENT = 'Query read timeout';
const MESSAGE = new RegExp(`^(Error: )?(Connection terminated|timeout exceeded|Driver not|${SILENT})`);

/**
 * Whether a fault says that the database cannot serve just now: not reachable, going down, out of room, or too slow.
 * Nothing was stored, and the same request may be sent again.
 */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  return CODE.test(String(code ?? '')) || MESSAGE.test(String(message ?? ''));
}

/** What is used of `pg`'s client. */
interface Client {
  query: (...query: never[]) => unknown;
  end(): Promise<void>;
}

/**
 * Makes a client of `pg` hang up when no answer came within its `query_timeout`. The network may have dropped the
 * line without a word; back in the pool, it would keep the next one waiting.
 */
export function hangUpWhenSilent(client: Client): void {
  const ask = client.query.bind(client) as (...query: unknown[]) => unknown;
  client.query = (...query: unknown[]) => {
    const answer = ask(...query);
    if (answer instanceof Promise) {
      answer.catch(({ message }: Error) => {
        if (message === SILENT) void client.end();
      });
    }
    return answer;
  };
}
