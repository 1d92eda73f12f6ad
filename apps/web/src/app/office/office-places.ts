import { computed, inject, Injectable } from '@angular/core';
import type { Choice } from '@commonthread/govuk/forms';
import { Session } from '../shell/session/session.js';
import { OfficeApi } from './office-api.js';

/** The places an officer may act for. Made for one page at a time: provide it there. */
@Injectable()
export class OfficePlaces {
  private readonly session = inject(Session);
  readonly all = inject(OfficeApi).places();

  private readonly byName = computed(() =>
    [...(this.all.hasValue() ? this.all.value() : [])].sort(
      (one, other) => rank(one.kind) - rank(other.kind) || one.name.localeCompare(other.name),
    ),
  );

  /** Every place, widest first. */
  readonly choices = computed<Choice[]>(() =>
    this.byName().map(({ slug, name, kind }) => ({ value: slug, label: label(name, kind) })),
  );

  /** The places of the roles somebody holds, and those within them. */
  mine(role: 'officer' | 'administrator' | 'facilitator'): Choice[] {
    const roots = new Set(
      this.session
        .me()
        ?.roles.filter((held) => held.role === role)
        .map((held) => held.place.slug),
    );
    const parents = new Map(this.byName().map(({ slug, parentSlug }) => [slug, parentSlug]));
    const within = (slug: string | null): boolean =>
      slug !== null && (roots.has(slug) || within(parents.get(slug) ?? null));
    return this.choices().filter(({ value }) => within(value));
  }
}

const rank = (kind: string): number => ['council', 'ward', 'estate'].indexOf(kind);

function label(name: string, kind: string): string {
  return kind === 'council' ? $localize`${name}:place: (the whole council)` : name;
}
