import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';

export type Batch = Api<'PaperBatchDto'>;
export type Difference = Api<'SheetDifferenceDto'>;
export type Choices = Api<'SheetDto'>['choices'];
export type SampleOffice = Api<'SampleOfficeDto'>;
type Maybe<T> = HttpResourceRef<T | undefined>;

const at = (slug: string, rest: string): string => `/api/rounds/${encodeURIComponent(slug)}/${rest}`;

/** Every call about paper ballots. Single sheets go out and are never asked for, but where two readings differ. */
@Injectable({ providedIn: 'root' })
export class PaperApi {
  private readonly http = inject(HttpClient);

  ballotPaper(slug: () => string): Maybe<Api<'BallotPaperDto'>> {
    return httpResource(() => at(slug(), 'ballot-paper'));
  }

  styles(slug: () => string): Maybe<Api<'IssuerKeyDto'>[]> {
    return httpResource(() => at(slug(), 'issuer-keys'));
  }

  voting(slug: () => string): Maybe<Api<'VotingDto'>> {
    return httpResource(() => at(slug(), 'voting'));
  }

  batches(slug: () => string): Maybe<Batch[]> {
    return httpResource(() => at(slug(), 'paper-batches'));
  }

  /** @param batch nothing is asked while it is undefined */
  differences(slug: () => string, batch: () => string | undefined): Maybe<Difference[]> {
    return httpResource(() => {
      const name = batch();
      return name === undefined
        ? undefined
        : at(slug(), `paper-batches/${encodeURIComponent(name)}/differences`);
    });
  }

  prints(slug: () => string): Maybe<Api<'SheetPrintDto'>[]> {
    return httpResource(() => at(slug(), 'paper-sheets'));
  }

  /** The numbers of one print; nothing is asked while it is undefined. */
  printed(slug: () => string, print: () => string | undefined): Maybe<Api<'PrintedSheetsDto'>> {
    return httpResource(() => {
      const id = print();
      return id ? at(slug(), `paper-sheets/${encodeURIComponent(id)}`) : undefined;
    });
  }

  sample(slug: () => string): Maybe<SampleOffice> {
    return httpResource(() => at(slug(), 'paper-sample'));
  }

  countBox(slug: string, count: Api<'CountBoxDto'>): Promise<Batch[]> {
    return this.post(slug, 'paper-batches', count);
  }

  enter(slug: string, batch: string, entry: Api<'KeySheetsDto'>): Promise<Api<'KeyedDto'>> {
    return this.post(slug, `paper-batches/${encodeURIComponent(batch)}/sheets`, entry);
  }

  withdraw(slug: string, batch: string, serial: string): Promise<Api<'KeyedDto'>> {
    return this.post(slug, `paper-batches/${encodeURIComponent(batch)}/sheets/withdraw`, { serial });
  }

  settle(slug: string, batch: string, settlement: Api<'SettleSheetsDto'>): Promise<void> {
    return this.post(slug, `paper-batches/${encodeURIComponent(batch)}/rulings`, settlement);
  }

  seal(slug: string, batch: string, discrepancy: string): Promise<Batch[]> {
    return this.post(
      slug,
      `paper-batches/${encodeURIComponent(batch)}/seal`,
      discrepancy ? { discrepancy } : {},
    );
  }

  print(slug: string, copies: number): Promise<Api<'PrintedSheetsDto'>> {
    return this.post(slug, 'paper-sheets', { copies });
  }

  announceSample(slug: string, sample: Api<'AnnounceSampleDto'>): Promise<SampleOffice> {
    return this.post(slug, 'paper-sample', sample);
  }

  drawSample(slug: string, seed: string): Promise<SampleOffice> {
    return this.post(slug, 'paper-sample/draw', { seed });
  }

  checkSample(slug: string, outcome: Api<'CheckSampleDto'>): Promise<SampleOffice> {
    return this.post(slug, 'paper-sample/outcome', outcome);
  }

  private post<T>(slug: string, what: string, body: object): Promise<T> {
    return firstValueFrom(this.http.post<T>(at(slug, what), body));
  }
}
