import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Breadcrumbs, Button, EmptyState, ErrorSummary, type FieldError } from '@commonthread/govuk';
import { refusalOf } from '../shell/refusal.js';
import { UnreadNews } from '../shell/unread-news.js';
import { Waiting } from '../shell/waiting.js';
import { NoticeItem } from './notice-item.js';
import { NoticesApi, type Notice } from './notices-api.js';
import { PaceForm } from './pace-form.js';

/** What became of what the reader took part in, newest first. What is shown counts as seen; nothing disappears. */
@Component({
  selector: 'ct-news-page',
  imports: [Breadcrumbs, Button, EmptyState, ErrorSummary, NoticeItem, PaceForm, RouterLink, Waiting],
  templateUrl: './news-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewsPage {
  private readonly api = inject(NoticesApi);
  private readonly unreadNews = inject(UnreadNews);

  protected readonly crumbs = [
    { label: $localize`Home`, link: '/' },
    { label: $localize`Account`, link: '/account' },
  ];
  protected readonly newest = this.api.newest();
  protected readonly older = signal<readonly Notice[]>([]);
  protected readonly fetching = signal(false);
  protected readonly errors = signal<readonly FieldError[]>([]);
  private readonly nextOfOlder = signal<string | null | undefined>(undefined);
  protected readonly items = computed(() => [
    ...(this.newest.hasValue() ? this.newest.value().items : []),
    ...this.older(),
  ]);
  protected readonly next = computed(() => {
    const later = this.nextOfOlder();
    return later !== undefined ? later : this.newest.hasValue() ? this.newest.value().next : null;
  });

  constructor() {
    effect(() => {
      const [first] = this.newest.hasValue() ? this.newest.value().items : [];
      if (first && !first.read) untracked(() => void this.markSeen(first.id));
    });
  }

  protected async showOlder(before: string): Promise<void> {
    this.errors.set([]);
    this.fetching.set(true);
    try {
      const { items, next } = await this.api.older(before);
      this.older.update((shown) => [...shown, ...items]);
      this.nextOfOlder.set(next);
    } catch (cause) {
      this.errors.set([{ message: refusalOf(cause).detail, fieldId: 'older' }]);
    } finally {
      this.fetching.set(false);
    }
  }

  /** The marks "New" stay until the page is opened again. */
  private async markSeen(upTo: string): Promise<void> {
    try {
      await this.api.markRead(upTo);
      this.unreadNews.set(0);
    } catch (cause) {
      // It stays marked as new, and is tried again with the next visit.
      refusalOf(cause);
    }
  }
}
