import { describe, expect, it } from '@jest/globals';
import { RenderedPages } from './rendered-pages.js';

function setUp({ status = 200 } = {}) {
  let nowMs = 0;
  const rendered: string[] = [];
  const pages = new RenderedPages(
    async (url, nonce) => {
      rendered.push(url);
      return { status, headers: new Map(), html: `<script nonce="${nonce}"></script>` };
    },
    () => nowMs,
  );
  return { pages, rendered, pass: (ms: number) => (nowMs += ms) };
}

describe('RenderedPages', () => {
  it('renders an address once for a crowd, giving each answer its own nonce', async () => {
    const { pages, rendered } = setUp();
    const answers = await Promise.all(['n1', 'n2', 'n3'].map((nonce) => pages.page('/rounds', nonce)));

    expect(answers.map((page) => page!.html)).toEqual(
      ['n1', 'n2', 'n3'].map((nonce) => `<script nonce="${nonce}"></script>`),
    );
    expect(rendered).toEqual(['/rounds']);
  });

  it('renders again after a second, and other addresses at once', async () => {
    const { pages, rendered, pass } = setUp();
    await pages.page('/rounds', 'n1');
    await pages.page('/rounds?page=2', 'n2');
    pass(1001);
    await pages.page('/rounds', 'n3');

    expect(rendered).toEqual(['/rounds', '/rounds?page=2', '/rounds']);
  });

  it('does not keep a page that failed', async () => {
    const { pages, rendered } = setUp({ status: 503 });
    await pages.page('/rounds', 'n1');
    await pages.page('/rounds', 'n2');

    expect(rendered).toHaveLength(2);
  });

  it('does not keep a fault', async () => {
    let tries = 0;
    const pages = new RenderedPages(async () => {
      tries += 1;
      if (tries === 1) throw new Error('out of memory');
      return { status: 200, headers: new Map(), html: 'fine' };
    });
    await expect(pages.page('/', 'n1')).rejects.toThrow('out of memory');

    expect((await pages.page('/', 'n2'))!.html).toBe('fine');
  });
});
