import { AngularNodeAppEngine } from '@angular/ssr/node';
import compress from '@fastify/compress';
import proxy from '@fastify/http-proxy';
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RawServerBase,
  type RequestGenericInterface,
} from 'fastify';
import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import { serveBrowserFiles } from './browser-files.js';
import type { SentForm } from '../app/shell/sent-form.js';
import type { WebConfig } from './config.js';
import { knownAddress } from './known-address.js';
import { servePlainForms } from './plain-forms.js';
import type { RenderContext } from './render-context.js';
import { type RenderedPage, RenderedPages } from './rendered-pages.js';
import { contentSecurityPolicy, standingHeaders } from './security-headers.js';

const BROWSER_FILES = join(import.meta.dirname, '../browser');
/** Pages of signed-in people: never kept by anything on the way. */
const PERSONAL = /^\/(?:account|office|sign-in)(?:[/?]|$)/;

/** The web server: files of the build, the way to the API and the urn, and pages rendered on request. */
export async function createServer(config: WebConfig): Promise<FastifyInstance> {
  const server = fastify({
    logger: config.production ? { level: 'warn' } : false,
    trustProxy: 'loopback',
    rewriteUrl: ({ url }) => knownAddress(url ?? '/'),
  });
  const headers = standingHeaders(config);
  server.addHook('onSend', async (_request, reply) => void reply.headers(headers));
  server.get('/healthz', async () => ({ status: 'up' }));

  await passOn(server, '/api', config.apiUrl);
  if (config.urnUrl) await passOn(server, '/urn', config.urnUrl, nameless);
  await serveBrowserFiles(server, BROWSER_FILES);
  await server.register(async (pages) => {
    await pages.register(compress, {
      threshold: 1024,
      encodings: ['br', 'gzip', 'identity'],
      brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
    });
    servePages(pages, config);
  });
  return server;
}

type AnyRequest = FastifyRequest<RequestGenericInterface, RawServerBase>;
type Rewrite = (request: AnyRequest, headers: IncomingHttpHeaders) => IncomingHttpHeaders;

/** The API learns who asked, for its limits on tries. */
const named: Rewrite = (request, headers) => ({
  ...headers,
  'x-forwarded-for': request.ip,
  'x-forwarded-proto': request.protocol,
  'x-forwarded-host': request.host,
});

/** The urn learns neither the address nor the browser. A cookie or sign-in stays, for the urn to refuse. */
const nameless: Rewrite = (_request, headers) =>
  Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) =>
        !/^(x-forwarded-.*|forwarded|x-real-ip|user-agent|referer|origin|accept-language|sec-.*)$/.test(name),
    ),
  );

/** Bodies pass through unread, whatever their type. */
async function passOn(
  server: FastifyInstance,
  prefix: string,
  upstream: string,
  rewriteRequestHeaders: Rewrite = named,
): Promise<void> {
  await server.register(proxy, {
    upstream,
    prefix,
    rewritePrefix: prefix,
    replyOptions: { rewriteRequestHeaders },
  });
}

function servePages(server: FastifyInstance, config: WebConfig): void {
  const { hostname, origin } = new URL(config.publicUrl);
  const engine = new AngularNodeAppEngine({ allowedHosts: [hostname] });
  const { councilName, contact, publicUrl, mapTilesUrl, mapAttribution } = config;
  const site = { councilName, contact, publicUrl, mapTilesUrl, mapAttribution };

  const render = async (
    url: string,
    nonce: string,
    sent: SentForm | null = null,
  ): Promise<RenderedPage | null> => {
    const context: RenderContext = { nonce, apiUrl: config.apiUrl, site, sent };
    // Always under the public address, whatever host the reader named: nobody can have a page rendered for another.
    const response = await engine.handle(new Request(new URL(url, origin)), context);
    if (!response) return null;
    return { status: response.status, headers: new Map(response.headers), html: await response.text() };
  };
  const pages = new RenderedPages((url, nonce) => render(url, nonce));
  const send = (reply: FastifyReply, { headers, html }: RenderedPage, nonce: string): FastifyReply => {
    for (const [name, value] of headers) void reply.header(name, value);
    void reply.header('content-security-policy', contentSecurityPolicy(config, nonce));
    return reply.send(html);
  };

  server.get('/*', async (request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    const page = await pages.page(request.url.startsWith('//') ? '/' : request.url, nonce);
    if (!page) return reply.callNotFound();
    void reply.header('cache-control', PERSONAL.test(request.url) ? 'no-store' : 'no-cache');
    return send(reply.code(page.status), page, nonce);
  });

  servePlainForms(server, config.apiUrl, async (reply, url, status, sent) => {
    const nonce = randomBytes(16).toString('base64');
    // Nobody else's: it is rendered apart, and kept by nothing on the way.
    const page = await render(url, nonce, sent);
    if (!page) return reply.callNotFound();
    void reply.header('cache-control', 'no-store');
    return send(reply.code(status), page, nonce);
  });
}
