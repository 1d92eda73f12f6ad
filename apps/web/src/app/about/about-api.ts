import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable } from '@angular/core';
import type { Api } from '@commonthread/api-client';

/** What the pages about the site ask. */
@Injectable({ providedIn: 'root' })
export class AboutApi {
  kindsOfData(): HttpResourceRef<Api<'PersonalRecordDto'>[] | undefined> {
    return httpResource<Api<'PersonalRecordDto'>[]>(() => '/api/personal-data/kinds');
  }

  retention(): HttpResourceRef<Api<'RetentionDto'>[] | undefined> {
    return httpResource<Api<'RetentionDto'>[]>(() => '/api/personal-data/retention');
  }
}
