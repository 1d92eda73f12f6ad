import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';

type Maybe<T> = HttpResourceRef<T | undefined>;

/**
 * Every call of the office. Reads are made in field initialisers; an address of `undefined` asks nothing yet. Each write
 * rejects with HttpErrorResponse.
 */
@Injectable({ providedIn: 'root' })
export class OfficeApi {
  private readonly http = inject(HttpClient);

  readonly places = (): Maybe<Api<'PlaceSummaryDto'>[]> => httpResource(() => '/api/places');
  readonly rounds = (): Maybe<Api<'RoundSummaryDto'>[]> => httpResource(() => '/api/rounds');
  readonly imports = (): Maybe<Api<'ImportDto'>[]> => httpResource(() => '/api/imports');
  readonly decisions = (): Maybe<Api<'DecisionSummaryDto'>[]> => httpResource(() => '/api/decisions');
  readonly outcomes = (): Maybe<Api<'WaitingOutcomeDto'>[]> => httpResource(() => '/api/outcomes/waiting');
  readonly themes = (): Maybe<Api<'ThemeDto'>[]> => httpResource(() => '/api/indicators');

  round(slug: () => string | undefined): Maybe<Api<'RoundDto'>> {
    return httpResource(() => at`/api/rounds/${slug()}`);
  }

  countsOf(slug: () => string | undefined): Maybe<Api<'CountDto'>[]> {
    return httpResource(() => at`/api/rounds/${slug()}/counts`);
  }

  count(id: () => string | undefined): Maybe<Api<'CountDto'>> {
    return httpResource(() => at`/api/counts/${id()}`);
  }

  results(id: () => string | undefined): Maybe<Api<'ResultsDto'>> {
    return httpResource(() => at`/api/counts/${id()}/results`);
  }

  proposal(number: () => string): Maybe<Api<'ProposalDto'>> {
    return httpResource(() => at`/api/proposals/${number()}`);
  }

  /** Proposals of a round in some states, oldest pages first, a hundred at most. */
  proposals(slug: () => string, states: () => string): Maybe<Api<'ProposalPageDto'>> {
    return httpResource(() => ({
      url: '/api/proposals',
      params: { round: slug(), pageSize: 100, ...(states() ? { state: states() } : {}) },
    }));
  }

  import(id: () => string): Maybe<Api<'ImportDto'>> {
    return httpResource(() => at`/api/imports/${id()}`);
  }

  decision(number: () => string): Maybe<Api<'DecisionDto'>> {
    return httpResource(() => at`/api/decisions/${number()}`);
  }

  roles(place: () => string): Maybe<Api<'RoleGrantDto'>[]> {
    return httpResource(() => (place() ? { url: '/api/roles', params: { place: place() } } : undefined));
  }

  countsNow(slug: string): Promise<Api<'CountDto'>[]> {
    return firstValueFrom(this.http.get<Api<'CountDto'>[]>(`/api/rounds/${slug}/counts`));
  }

  createRound(round: Api<'WriteRoundDto'>): Promise<Api<'RoundDto'>> {
    return this.post('rounds', round);
  }

  saveRound(slug: string, round: Api<'WriteRoundDto'>): Promise<Api<'RoundDto'>> {
    return firstValueFrom(this.http.put<Api<'RoundDto'>>(`/api/rounds/${slug}`, round));
  }

  openRound(slug: string): Promise<Api<'RoundDto'>> {
    return this.post(`rounds/${slug}/open`, {});
  }

  overridePhase(slug: string, override: Api<'OverridePhaseDto'>): Promise<Api<'RoundDto'>> {
    return this.post(`rounds/${slug}/override`, override);
  }

  cancelRound(slug: string, reason: string): Promise<Api<'RoundDto'>> {
    return this.post(`rounds/${slug}/cancel`, { reason });
  }

  /** @param title of the round it becomes; empty takes what the file says */
  /** @param encoding how the file is written, as the officer confirmed it */
  startImport(
    file: File,
    placeSlug: string,
    title: string,
    encoding: Api<'Encoding'> | null,
  ): Promise<Api<'ImportDto'>> {
    const form = new FormData();
    form.set('placeSlug', placeSlug);
    if (title) form.set('title', title);
    form.set('file', file, file.name);
    return this.post(`imports${encoding ? `?encoding=${encoding}` : ''}`, form);
  }

  runCount(slug: string): Promise<Api<'CountDto'>> {
    return this.post(`rounds/${slug}/counts`, {});
  }

  signCount(id: string): Promise<Api<'CountDto'>> {
    return this.post(`counts/${id}/sign`, {});
  }

  publishCount(id: string): Promise<Api<'CountDto'>> {
    return this.post(`counts/${id}/publish`, {});
  }

  startDecision(countId: string): Promise<Api<'DecisionDto'>> {
    return this.post('decisions', { countId });
  }

  saveDecision(number: string, text: Api<'WriteDecisionDto'>): Promise<Api<'DecisionDto'>> {
    return firstValueFrom(this.http.put<Api<'DecisionDto'>>(`/api/decisions/${number}`, text));
  }

  /** A new version of a published decision; both stay visible. */
  correctDecision(number: string, correction: Api<'CorrectDecisionDto'>): Promise<Api<'DecisionDto'>> {
    return this.post(`decisions/${number}/corrections`, correction);
  }

  addAim(number: string, aim: Api<'WriteAimDto'>): Promise<Api<'AimDto'>> {
    return this.post(`decisions/${number}/aims`, aim);
  }

  saveAim(number: string, id: string, aim: Api<'WriteAimDto'>): Promise<Api<'AimDto'>> {
    return firstValueFrom(this.http.put<Api<'AimDto'>>(`/api/decisions/${number}/aims/${id}`, aim));
  }

  async removeAim(number: string, id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/decisions/${number}/aims/${id}`));
  }

  grantRole(grant: Api<'GrantRoleDto'>): Promise<Api<'RoleGrantDto'>> {
    return this.post('roles', grant);
  }

  async revokeRole(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/roles/${id}`));
  }

  private post<T>(what: string, body: unknown): Promise<T> {
    return firstValueFrom(this.http.post<T>(`/api/${what}`, body));
  }
}

/** An address with one part filled in; nothing to ask while the part is not known. */
function at(parts: TemplateStringsArray, part: string | undefined): string | undefined {
  return part ? `${parts[0]}${encodeURIComponent(part)}${parts[1]}` : undefined;
}
