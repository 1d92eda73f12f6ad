/** A page as it left the renderer. */
export interface RenderedPage {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly html: string;
}

/** Long enough that a crowd shares one rendering, short enough that nobody notices. */
const KEPT_MS = 1000;
const MOST_PAGES = 200;

interface Kept {
  readonly nonce: string;
  readonly until: number;
  readonly page: Promise<RenderedPage | null>;
}

/**
 * Renders each address once a second at most, however many ask for it: pages are the same for everybody. The nonce of
 * the shared rendering is replaced by each answer's own.
 */
export class RenderedPages {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly render: (url: string, nonce: string) => Promise<RenderedPage | null>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** @returns null when no page is at this address */
  async page(url: string, nonce: string): Promise<RenderedPage | null> {
    const found = this.kept.get(url);
    const kept = found && found.until > this.now() ? found : this.keep(url, nonce);
    const page = await kept.page;
    return page && { ...page, html: page.html.replaceAll(kept.nonce, nonce) };
  }

  private keep(url: string, nonce: string): Kept {
    const page = this.render(url, nonce);
    const kept: Kept = { nonce, until: this.now() + KEPT_MS, page };
    this.kept.delete(url);
    this.kept.set(url, kept);
    if (this.kept.size > MOST_PAGES) this.kept.delete(this.kept.keys().next().value ?? url);
    // Faults are not kept: the next reader tries afresh.
    page.then(
      (rendered) => rendered && rendered.status >= 500 && this.kept.delete(url),
      () => this.kept.delete(url),
    );
    return kept;
  }
}
