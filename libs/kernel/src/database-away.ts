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
type Client = new (...options: any[]) => { query(...query: any[]): unknown; end(): Promise<void> };

/**
 * A client of `pg` that hangs up when no answer came within its `query_timeout`. The network may have dropped the
 * line without a word; back in the pool, it would keep the next one waiting.
 */
export const hangingUp = <C extends Client>(base: C): C =>
  class extends base {
    override query(...query: any[]): unknown {
      const answer = super.query(...query);
      if (answer instanceof Promise) {
        answer.catch(({ message }: Error) => {
          if (message === SILENT) void this.end();
        });
      }
      return answer;
    }
  };
