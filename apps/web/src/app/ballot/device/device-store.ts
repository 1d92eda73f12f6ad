import { InjectionToken } from '@angular/core';
import { IndexedDbStore } from './indexed-db-store.js';

/** What this device keeps between visits. Every `put` is on disk when its promise resolves. */
export interface DeviceStore {
  get<T>(key: string): Promise<T | undefined>;
  put(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  keys(): Promise<readonly string[]>;
}

export const DEVICE_STORE = new InjectionToken<DeviceStore>('what this device keeps', {
  providedIn: 'root',
  factory: () => new IndexedDbStore(),
});
