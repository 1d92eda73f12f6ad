import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { Injectable, type Signal } from '@angular/core';
import type { Api } from '@commonthread/api-client';

/** Every call the indicator pages make. Use in a field initialiser: resources need an injection context. */
@Injectable({ providedIn: 'root' })
export class IndicatorsApi {
  themes(): HttpResourceRef<Api<'ThemeDto'>[] | undefined> {
    return httpResource<Api<'ThemeDto'>[]>(() => '/api/indicators');
  }

  indicator(code: Signal<string>): HttpResourceRef<Api<'IndicatorDto'> | undefined> {
    return httpResource<Api<'IndicatorDto'>>(() => `/api/indicators/${encodeURIComponent(code())}`);
  }
}
