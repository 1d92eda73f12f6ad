import {
  base64url,
  commitmentOf,
  hex,
  manifestHash,
  MerkleTree,
  signCheckpoint,
  signReceipt,
  type Cast,
  type Manifest,
  type StylePaper,
} from '@commonthread/ballot-protocol';
import { sampleElection } from '@commonthread/ballot-protocol/sample';
import type { DeviceStore } from './device/device-store.js';

/** A device for tests: what it keeps, in memory. */
export class MemoryStore implements DeviceStore {
  readonly kept = new Map<string, unknown>();

  async get<T>(key: string): Promise<T | undefined> {
    const value = this.kept.get(key);
    return value === undefined ? undefined : (structuredClone(value) as T);
  }

  async put(key: string, value: unknown): Promise<void> {
    this.kept.set(key, structuredClone(value));
  }

  async delete(key: string): Promise<void> {
    this.kept.delete(key);
  }

  async keys(): Promise<readonly string[]> {
    return [...this.kept.keys()];
  }
}

const answer = (status: number, body: unknown): Response =>
  ({
    ok: status < 400,
    status,
    json: async () => body,
    text: async () => (typeof body === 'string' ? body : JSON.stringify(body)),
  }) as Response;

const refusal = (status: number, title: string, more: object = {}): Response =>
  answer(status, { type: 'about:blank', title, status, detail: title, ...more });

/** A ballot box for tests, in memory: `fetch` of a page that talks to it. */
export class TestUrn {
  readonly stored = new Map<string, Cast>();
  readonly asked: { readonly url: string; readonly init: RequestInit }[] = [];
  /** Answers to give before the real ones: 'lost' stores the ballot and loses the receipt. */
  readonly next: ('offline' | 'lost' | Response)[] = [];
  private readonly tree = new MerkleTree();
  private note = '';
  state: 'open' | 'closed' | 'finished' = 'open';
  ballots: string | null = null;

  private constructor(
    readonly manifest: Manifest,
    private readonly log: Awaited<ReturnType<typeof sampleElection>>['log'],
  ) {}

  static async open(paper: Partial<Omit<StylePaper, 'style' | 'issuerKey'>> = {}): Promise<TestUrn> {
    const { manifest, log } = await sampleElection(paper);
    const urn = new TestUrn(manifest, log);
    urn.tree.append(manifestHash(manifest));
    return urn;
  }

  /** Puts what is stored into the log. */
  async batch(): Promise<void> {
    for (const { header, body } of this.stored.values()) this.tree.append(commitmentOf(header, body));
    const { origin } = this.manifest.log;
    this.note = await signCheckpoint({ origin, size: this.tree.size, root: this.tree.root() }, this.log);
  }

  /** A signed state of another log of the same size. */
  async rewritten(): Promise<Response> {
    const { origin } = this.manifest.log;
    return answer(
      200,
      await signCheckpoint({ origin, size: this.tree.size, root: new Uint8Array(32) }, this.log),
    );
  }

  readonly fetch = (async (input: string, init: RequestInit = {}) => {
    this.asked.push({ url: input, init });
    const planned = this.next.shift();
    if (planned === 'offline') throw new TypeError('offline');
    if (planned && planned !== 'lost') return planned;
    const reply = await this.reply(input, init);
    if (planned === 'lost') throw new TypeError('offline');
    return reply;
  }) as unknown as typeof fetch;

  static refusal = refusal;

  private async reply(url: string, init: RequestInit): Promise<Response> {
    const { manifest } = this;
    if (url === '/urn/cast') return this.cast(JSON.parse(String(init.body)) as Cast);
    const path = url.replace(`/urn/elections/${manifest.election}`, '');
    if (path === '') {
      const manifestSha256 = hex(manifestHash(manifest));
      return answer(200, {
        election: manifest.election,
        state: this.state,
        manifestSha256,
        manifest,
        incident: false,
      });
    }
    if (path === '/checkpoint') return this.note ? answer(200, this.note) : refusal(404, 'log.not-in-log');
    if (path.startsWith('/inclusion/')) return this.inclusion(path.slice('/inclusion/'.length));
    if (path.startsWith('/consistency')) {
      const query = new URLSearchParams(path.split('?')[1]);
      const proof = this.tree.consistencyProof(Number(query.get('from')), Number(query.get('to')));
      return answer(200, { proof: proof.map(base64url) });
    }
    return this.ballots === null ? refusal(404, 'export.not-published') : answer(200, this.ballots);
  }

  private async cast(cast: Cast): Promise<Response> {
    const { cred, rev } = cast.header;
    const key = `${cred}/${rev}`;
    const mine = [...this.stored.keys()].filter((each) => each.startsWith(cred)).length;
    const there = this.stored.get(key);
    if (!cast.pass && mine === 0) return refusal(403, 'pass.invalid');
    if (this.state !== 'open' && !there) return refusal(410, 'ballot.voting-closed');
    const same = there && JSON.stringify(there.body) === JSON.stringify(cast.body);
    if (there && !same) return refusal(409, 'ballot.revision-taken', { nextRev: mine + 1 });
    if (!there && rev !== mine + 1) return refusal(409, 'ballot.revision-gap', { nextRev: mine + 1 });
    this.stored.set(key, cast);
    return answer(
      200,
      await signReceipt(this.log, cast.header.election, commitmentOf(cast.header, cast.body)),
    );
  }

  private inclusion(commitment: string): Response {
    const casts = [...this.stored.values()];
    const index =
      casts.findIndex(({ header, body }) => base64url(commitmentOf(header, body)) === commitment) + 1;
    if (index === 0 || index >= this.tree.size) return refusal(404, 'log.not-in-log');
    const proof = this.tree.inclusionProof(index, this.tree.size).map(base64url);
    return answer(200, { index, size: this.tree.size, proof, note: this.note });
  }
}
