import type { SentForm } from '../app/shell/sent-form.js';
import type { SiteSettings } from '../app/shell/site.js';

/** What the server hands to one rendering. Pages are the same for everybody, but for the one that answers a form. */
export interface RenderContext {
  readonly nonce: string;
  readonly apiUrl: string;
  readonly site: SiteSettings;
  /** A form that was sent without JavaScript. */
  readonly sent: SentForm | null;
}
