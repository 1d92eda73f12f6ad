import { isPlatformBrowser } from '@angular/common';
import { HttpClient, HttpContext, HttpErrorResponse } from '@angular/common/http';
import { computed, inject, Injectable, PLATFORM_ID, signal } from '@angular/core';
import type { Api } from '@commonthread/api-client';
import { firstValueFrom } from 'rxjs';
import { WITHOUT_SESSION } from './without-session.js';

type Me = Api<'MeDto'>;
export type Role = Me['roles'][number]['role'];

/** Says that somebody signed in on this device, so strangers' visits do not ask for a session that cannot be. */
const MARK = 'ct.signed-in';

/**
 * Who is using the site. The access token lives in memory only; a refresh cookie that scripts cannot read brings it
 * back after a reload. On the server nobody is ever signed in.
 */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly inBrowser = isPlatformBrowser(inject(PLATFORM_ID));
  private readonly current = signal<Api<'SessionDto'> | null>(null);
  private readonly asked = signal(false);
  private refreshing: Promise<boolean> | null = null;
  private starting: Promise<void> | null = null;

  /** The person, or null while nobody is signed in (or it is not known yet: see `known`). */
  readonly me = computed<Me | null>(() => this.current()?.me ?? null);
  /** Whether it has been found out who this is. False on the server, always. */
  readonly known = this.asked.asReadonly();
  readonly accessToken = computed(() => this.current()?.accessToken ?? null);

  /** Finds out who this is, once. */
  ready(): Promise<void> {
    return (this.starting ??= this.start());
  }

  private async start(): Promise<void> {
    if (!this.inBrowser) return;
    if (localStorage.getItem(MARK)) await this.refresh();
    this.asked.set(true);
  }

  /** @throws HttpErrorResponse: identity.wrong-credentials, identity.second-factor-required, identity.too-many-tries */
  async signIn(credentials: Api<'SignInDto'>): Promise<Me> {
    const session = await this.post<Api<'SessionDto'>>('sign-in', credentials);
    this.take(session);
    return session.me;
  }

  /** Asks for a new access token with the cookie. @returns whether somebody is signed in now */
  refresh(): Promise<boolean> {
    return (this.refreshing ??= this.askAgain().finally(() => (this.refreshing = null)));
  }

  private async askAgain(): Promise<boolean> {
    try {
      this.take(await this.post<Api<'SessionDto'>>('refresh', {}));
      return true;
    } catch (cause) {
      if (!(cause instanceof HttpErrorResponse)) throw cause;
      if (cause.status === 401) this.forget();
      return false;
    }
  }

  async signOut(): Promise<void> {
    try {
      await this.post('sign-out', {});
    } finally {
      this.forget();
    }
  }

  /** Ends every session of the person, on every device. @throws HttpErrorResponse */
  async signOutEverywhere(): Promise<void> {
    await firstValueFrom(this.http.post('/api/identity/sign-out-everywhere', {}));
    this.forget();
  }

  /** Takes what the API says about the person after they changed it. */
  update(me: Me): void {
    this.current.update((session) => session && { ...session, me });
  }

  /** Whether the person holds one of the roles, anywhere, today. */
  holds(...roles: readonly Role[]): boolean {
    return this.me()?.roles.some((held) => roles.includes(held.role)) ?? false;
  }

  /** Goes on with a session the API gave in place of the one before. */
  take(session: Api<'SessionDto'>): void {
    this.current.set(session);
    this.asked.set(true);
    localStorage.setItem(MARK, '1');
  }

  private forget(): void {
    this.current.set(null);
    localStorage.removeItem(MARK);
  }

  private post<T>(what: string, body: unknown): Promise<T> {
    const context = new HttpContext().set(WITHOUT_SESSION, true);
    return firstValueFrom(this.http.post<T>(`/api/identity/${what}`, body, { context }));
  }
}
