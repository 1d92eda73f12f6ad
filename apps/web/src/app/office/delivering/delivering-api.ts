import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';

export type Delivery = Api<'DeliveryDto'>;

/** Every call about projects being delivered. Reads are made in field initialisers; writes reject with HttpErrorResponse. */
@Injectable({ providedIn: 'root' })
export class DeliveringApi {
  private readonly http = inject(HttpClient);

  list(): HttpResourceRef<Api<'DeliveryListDto'> | undefined> {
    return httpResource(() => '/api/deliveries');
  }

  one(number: () => string): HttpResourceRef<Delivery | undefined> {
    return httpResource(() => url(number()));
  }

  nameOwner(number: number, owner: Api<'NameOwnerDto'>): Promise<Delivery> {
    return firstValueFrom(this.http.put<Delivery>(`${url(number)}/owner`, owner));
  }

  plan(number: number, milestone: Api<'PlanMilestoneDto'>): Promise<Delivery> {
    return this.post(number, 'milestones', milestone);
  }

  /** delivery.reason-missing when it is later than before */
  forecast(number: number, id: string, forecast: Api<'ForecastMilestoneDto'>): Promise<Delivery> {
    return this.post(number, `milestones/${id}/forecast`, forecast);
  }

  /** delivery.reason-missing when it is later than its forecast */
  finish(number: number, id: string, done: Api<'FinishMilestoneDto'>): Promise<Delivery> {
    return this.post(number, `milestones/${id}/done`, done);
  }

  spend(number: number, entry: Api<'EnterSpendDto'>): Promise<Delivery> {
    return this.post(number, 'spend', entry);
  }

  correct(number: number, id: string, entry: Api<'CorrectSpendDto'>): Promise<Delivery> {
    return this.post(number, `spend/${id}/corrections`, entry);
  }

  tell(number: number, words: string): Promise<Delivery> {
    return this.post(number, 'updates', { words });
  }

  /** delivery.milestones-open */
  end(number: number, end: Api<'EndDeliveryDto'>): Promise<Delivery> {
    return this.post(number, 'end', end);
  }

  private post(number: number, what: string, body: object): Promise<Delivery> {
    return firstValueFrom(this.http.post<Delivery>(`${url(number)}/${what}`, body));
  }
}

function url(number: number | string): string {
  return `/api/deliveries/${encodeURIComponent(number)}`;
}
