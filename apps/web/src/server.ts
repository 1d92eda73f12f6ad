import { isMainModule } from '@angular/ssr/node';
import { createNodeRequestHandler } from '@angular/ssr/node';
import { readConfig } from './server/config.js';
import { createServer } from './server/create-server.js';

const config = readConfig(process.env);
const server = await createServer(config);

if (isMainModule(import.meta.url)) {
  await server.listen({ port: config.port, host: config.host });
  console.log(`web listening on http://${config.host}:${config.port}`);
  const stop = () => void server.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} else {
  await server.ready();
}

/** For the Angular development server, which listens itself. */
export const reqHandler = createNodeRequestHandler((request, response) => {
  server.server.emit('request', request, response);
});
