import type { SiteSettings } from '../app/shell/site.js';

/** What the server hands to one rendering. Holds nothing about a person: pages are the same for everybody. */
export interface RenderContext {
  readonly nonce: string;
  readonly apiUrl: string;
  readonly site: SiteSettings;
}
