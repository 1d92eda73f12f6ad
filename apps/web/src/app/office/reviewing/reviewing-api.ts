import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';

type Maybe<T> = HttpResourceRef<T | undefined>;
export type Review = Api<'ReviewDto'>;
export type Answer = Api<'ReviewAnswerDto'>;
export type GivenAnswer = Api<'GivenAnswerDto'>;
export type Queue = Api<'QueueDto'>;
export type QueueItem = Api<'QueueItemDto'>;
export type Department = Api<'DepartmentDto'>;
export type Plan = Api<'ReviewPlanDto'>;

/** Every call of the review. Reads are made in field initialisers; each write rejects with HttpErrorResponse. */
@Injectable({ providedIn: 'root' })
export class ReviewingApi {
  private readonly http = inject(HttpClient);

  readonly departments = (): Maybe<Department[]> => httpResource(() => '/api/departments');

  queue(query: () => Readonly<Record<string, string>>): Maybe<Queue> {
    return httpResource(() => ({ url: '/api/reviews', params: { ...query() } }));
  }

  more(query: Readonly<Record<string, string>>): Promise<Queue> {
    return firstValueFrom(this.http.get<Queue>('/api/reviews', { params: { ...query } }));
  }

  /** How many proposals wait behind each tab. */
  async waiting(): Promise<Queue['tabs']> {
    return (await this.more({ limit: '1' })).tabs;
  }

  review(number: () => number | undefined): Maybe<Review> {
    return httpResource(() => (number() === undefined ? undefined : `/api/reviews/${number()}`));
  }

  proposal(number: () => number | undefined): Maybe<Api<'ProposalDto'>> {
    return httpResource(() => (number() === undefined ? undefined : `/api/proposals/${number()}`));
  }

  plan(slug: () => string): Maybe<Plan> {
    return httpResource(() => `/api/rounds/${encodeURIComponent(slug())}/review-plan`);
  }

  reviewers(place: () => string): Maybe<Api<'ReviewerDto'>[]> {
    return httpResource(() =>
      place() ? { url: '/api/departments/reviewers', params: { place: place() } } : undefined,
    );
  }

  async assign(to: Api<'AssignReviewsDto'>): Promise<void> {
    await this.post('reviews/assign', to);
  }

  answer(number: number, answers: GivenAnswer[]): Promise<Review> {
    return this.put(`reviews/${number}/answers`, { answers });
  }

  setCosts(number: number, costs: Api<'SetCostsDto'>): Promise<Review> {
    return this.put(`reviews/${number}/costs`, costs);
  }

  note(number: number, text: string): Promise<Review> {
    return this.post(`reviews/${number}/notes`, { text });
  }

  confirm(number: number, verdict: NonNullable<Review['verdict']>, opening: string): Promise<Review> {
    return this.post(`reviews/${number}/verdict`, {
      verdict: verdict as Api<'ConfirmVerdictDto'>['verdict'],
      opening,
    });
  }

  sign(number: number): Promise<Review> {
    return this.post(`reviews/${number}/sign`, {});
  }

  sendBack(number: number, reason: string): Promise<Review> {
    return this.post(`reviews/${number}/send-back`, { reason });
  }

  reopen(number: number, reason: string): Promise<Review> {
    return this.post(`reviews/${number}/reopen`, { reason });
  }

  decideAppeal(number: number, upheld: boolean, reason: string): Promise<Review> {
    return this.post(`reviews/${number}/appeal`, { upheld, reason });
  }

  savePlan(slug: string, plan: Plan): Promise<Plan> {
    return this.put(`rounds/${encodeURIComponent(slug)}/review-plan`, plan);
  }

  createDepartment(placeSlug: string, name: string): Promise<Department> {
    return this.post('departments', { placeSlug, name });
  }

  setMember(id: string, personId: string, coordinator: boolean): Promise<Department> {
    return this.put(`departments/${id}/members/${personId}`, { coordinator });
  }

  async removeMember(id: string, personId: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/departments/${id}/members/${personId}`));
  }

  private post<T>(what: string, body: unknown): Promise<T> {
    return firstValueFrom(this.http.post<T>(`/api/${what}`, body));
  }

  private put<T>(what: string, body: unknown): Promise<T> {
    return firstValueFrom(this.http.put<T>(`/api/${what}`, body));
  }
}
