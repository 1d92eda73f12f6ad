import { createNodeRequestHandler, isMainModule } from '@angular/ssr/node';
import type { FastifyInstance } from 'fastify';
import { readConfig } from './server/config.js';
import { createServer } from './server/create-server.js';

if (isMainModule(import.meta.url)) {
  const config = readConfig(process.env);
  const server = await createServer(config);
  await server.listen({ port: config.port, host: config.host });
  process.stdout.write(`web listening on http://${config.host}:${config.port}\n`);
  const stop = () => void server.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

let ready: Promise<FastifyInstance> | undefined;

/** For the Angular development server, which listens itself. */
export const reqHandler = createNodeRequestHandler(async (request, response) => {
  ready ??= createServer(readConfig(process.env)).then(async (server) => {
    await server.ready();
    return server;
  });
  (await ready).server.emit('request', request, response);
});
