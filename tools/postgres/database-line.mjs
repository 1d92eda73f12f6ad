// @ts-check
import { connect, createServer } from 'node:net';

/**
 * A line to PostgreSQL that can fail as networks do.
 *
 * @typedef {object} DatabaseLine
 * @property {(url: string) => string} through the address of the same database through this line
 * @property {() => void} goAway what is open breaks off, and nobody answers any more
 * @property {() => void} comeBack
 * @property {() => void} cutOne one open connection breaks off, no matter which
 * @property {() => void} goSilent nothing said arrives any more and nobody is told, as when a firewall forgets
 * @property {(ms: number) => void} slowDown each word takes so long, either way
 * @property {() => Promise<void>} close
 *
 * @param {string} url any database of the cluster
 * @returns {Promise<DatabaseLine>}
 */
export async function databaseLine(url) {
  const { hostname, port } = new URL(url);
  /** @type {Set<import('node:net').Socket>} */
  const open = new Set();
  let away = false;
  let silent = false;
  let delayMs = 0;

  /** @type {(from: import('node:net').Socket, to: import('node:net').Socket) => void} */
  const carry = (from, to) => {
    from.on('data', (bytes) => {
      if (silent) return;
      if (delayMs === 0) to.write(bytes);
      else setTimeout(() => to.writable && to.write(bytes), delayMs);
    });
    for (const end of ['close', 'error']) from.on(end, () => to.destroy());
  };
  const server = createServer((caller) => {
    if (away) return void caller.destroy();
    const database = connect(Number(port), hostname);
    for (const socket of [caller, database]) open.add(socket.on('close', () => open.delete(socket)));
    carry(caller, database);
    carry(database, caller);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const cut = () => open.forEach((socket) => socket.destroy());

  return {
    through(of) {
      const here = new URL(of);
      here.port = String(address.port);
      return here.href;
    },
    goAway() {
      away = true;
      cut();
    },
    comeBack() {
      away = false;
      silent = false;
      delayMs = 0;
    },
    cutOne() {
      const sockets = [...open];
      sockets[Math.floor(Math.random() * sockets.length)]?.destroy();
    },
    goSilent: () => void (silent = true),
    slowDown: (ms) => void (delayMs = ms),
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
