import { inject, InjectionToken, makeStateKey, TransferState } from '@angular/core';

/** Whom people ask: about voting on paper, about what the site does not know. */
export interface SiteContact {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** What the council that runs this site has set. */
export interface SiteSettings {
  readonly councilName: string;
  readonly publicUrl: string;
  readonly contact: SiteContact;
  readonly mapTilesUrl: string | null;
  readonly mapAttribution: string | null;
}

export const siteDefaults: SiteSettings = {
  councilName: 'Stoke-on-Trent',
  publicUrl: '',
  contact: { name: $localize`the council`, email: null, phone: null },
  mapTilesUrl: null,
  mapAttribution: null,
};

export const SITE_STATE = makeStateKey<SiteSettings>('site');

/** The browser finds them in the page the server sent. */
export const SITE = new InjectionToken<SiteSettings>('site settings', {
  providedIn: 'root',
  factory: () => inject(TransferState).get(SITE_STATE, siteDefaults),
});
