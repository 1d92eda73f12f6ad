import type { FastifyInstance } from 'fastify';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};
const SHRINKS = new Set(['.css', '.js', '.json', '.svg', '.txt']);
/** Names with a content hash, as the build writes them: these never change. */
const HASHED = /-[\w-]{8}\.(?:js|css|svg|png)$/;

const packings = { br: promisify(brotliCompress), gzip: promisify(gzip) };
type Packing = keyof typeof packings;

/**
 * Serves the files of the build from memory, packed as tightly as possible: each is packed once, when first asked for, which
 * packing on every request could not afford. There are a few dozen, about a megabyte.
 */
export async function serveBrowserFiles(server: FastifyInstance, folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of names) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    const url = path.slice(folder.length).replaceAll('\\', '/');
    const content = await readFile(path);
    const packed = new Map<Packing, Promise<Buffer>>();
    server.get(url, async (request, reply) => {
      void reply.type(type).header('vary', 'accept-encoding');
      void reply.header(
        'cache-control',
        HASHED.test(url) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      );
      const packing = packingFor(request.headers['accept-encoding'], entry.name);
      if (!packing) return reply.send(content);
      const kept = packed.get(packing) ?? packings[packing](content);
      packed.set(packing, kept);
      return reply.header('content-encoding', packing).send(await kept);
    });
  }
}

function packingFor(accepted: string | undefined, name: string): Packing | null {
  if (!accepted || !SHRINKS.has(extname(name))) return null;
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
}
