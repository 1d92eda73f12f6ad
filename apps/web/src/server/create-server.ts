import { AngularNodeAppEngine } from '@angular/ssr/node';
import compress from '@fastify/compress';
import proxy from '@fastify/http-proxy';
import files from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { WebConfig } from './config.js';
import type { RenderContext } from './render-context.js';
import { contentSecurityPolicy, standingHeaders } from './security-headers.js';

const BROWSER_FILES = join(import.meta.dirname, '../browser');
/** Names with a content hash, as the build writes them: these never change. */
const HASHED = /-[\w-]{8}\.(?:js|css|svg|png|woff2)$/;
/** Pages of signed-in people: never kept by anything on the way. */
const PERSONAL = /^\/(?:account|office|sign-in)(?:[/?]|$)/;

/** The web server: files of the build, the way to the API and the urn, and pages rendered on request. */
export async function createServer(config: WebConfig): Promise<FastifyInstance> {
  const server = fastify({ logger: config.production ? { level: 'warn' } : false, trustProxy: true });
  const engine = new AngularNodeAppEngine({
    allowedHosts: [new URL(config.publicUrl).hostname, 'localhost', '127.0.0.1', '[::1]'],
  });
  const headers = standingHeaders(config);
  const site = {
    councilName: config.councilName,
    publicUrl: config.publicUrl,
    mapTilesUrl: config.mapTilesUrl,
    mapAttribution: config.mapAttribution,
  };

  server.addHook('onSend', async (_request, reply) => void reply.headers(headers));
  server.get('/healthz', async () => ({ status: 'up' }));

  // Bodies pass through unread, whatever their type.
  await server.register(proxy, { upstream: config.apiUrl, prefix: '/api', rewritePrefix: '/api' });
  if (config.urnUrl)
    await server.register(proxy, { upstream: config.urnUrl, prefix: '/urn', rewritePrefix: '/urn' });

  await server.register(async (pages) => {
    await pages.register(compress, { threshold: 1024, encodings: ['br', 'gzip', 'identity'] });
    await pages.register(files, {
      root: BROWSER_FILES,
      wildcard: false,
      index: false,
      globIgnore: ['**/*.html'],
      setHeaders: (reply, path) => {
        void reply.header(
          'cache-control',
          HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        );
      },
    });
    pages.get('/*', async (request, reply) => {
      const nonce = randomBytes(16).toString('base64');
      const context: RenderContext = { nonce, apiUrl: config.apiUrl, site };
      const page = await engine.handle(request.raw, context);
      if (!page) return reply.callNotFound();
      page.headers.forEach((value, name) => void reply.header(name, value));
      void reply.header('cache-control', PERSONAL.test(request.url) ? 'no-store' : 'no-cache');
      void reply.header('content-security-policy', contentSecurityPolicy(config, nonce));
      return reply.code(page.status).send(Buffer.from(await page.arrayBuffer()));
    });
  });
  return server;
}
