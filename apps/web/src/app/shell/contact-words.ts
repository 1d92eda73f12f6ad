import type { SiteContact } from './site.js';

/** Whom to ask and how, as the end of a sentence: "the participation team, 01782 000 000 or team@council.example". */
export function whomToAsk({ name, phone, email }: SiteContact): string {
  if (phone && email) return $localize`${name}:name:, ${phone}:phone: or ${email}:email:`;
  return [name, phone ?? email].filter(Boolean).join(', ');
}
