import { formatCount } from '@commonthread/govuk';

/** "1 proposal", "24 proposals". Plain functions: a plural written in a template does not survive hydration. */
export function proposalsTally(n: number, locale: string): string {
  return n === 1 ? $localize`1 proposal` : $localize`${formatCount(n, locale)}:number: proposals`;
}

export function votersTally(n: number, locale: string): string {
  return n === 1 ? $localize`1 person voted` : $localize`${formatCount(n, locale)}:number: people voted`;
}

export function supportersTally(n: number, locale: string): string {
  return n === 1
    ? $localize`1 person supports it`
    : $localize`${formatCount(n, locale)}:number: people support it`;
}

export function commentsTally(n: number, locale: string): string {
  return n === 1 ? $localize`1 comment` : $localize`${formatCount(n, locale)}:number: comments`;
}

export function aimsTally(n: number): string {
  return n === 1 ? $localize`1 decision aims at this` : $localize`${n}:number: decisions aim at this`;
}
