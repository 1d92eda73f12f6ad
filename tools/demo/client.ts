import { setTimeout as wait } from 'node:timers/promises';

const PASSWORD = 'demo-commonthread';

/** Talks to the API as people do: by HTTP, signed in, with a second factor where a role asks for it. */
export class Client {
  private readonly api: string;
  private readonly token: string | undefined;

  private constructor(api: string, token?: string) {
    this.api = api;
    this.token = token;
  }

  static anonymous(api: string): Client {
    return new Client(api);
  }

  /** @throws Error when the account does not exist or its code is refused */
  static async signIn(api: string, email: string): Promise<Client> {
    const nobody = Client.anonymous(api);
    const codes = await nobody.get<{ email: string; code: string }[]>('/mailbox/codes');
    const code = codes.find((entry) => entry.email === email)?.code;
    const body = { email, password: PASSWORD, ...(code !== undefined && { code }) };
    const { accessToken } = await nobody.post<{ accessToken: string }>('/identity/sign-in', body);
    return new Client(api, accessToken);
  }

  /** For a tool that sends requests of its own. */
  get headers(): Record<string, string> {
    return this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
  }

  get<T>(path: string): Promise<T> {
    return this.send('GET', path);
  }

  post<T>(path: string, body: object = {}): Promise<T> {
    return this.send('POST', path, JSON.stringify(body));
  }

  put<T>(path: string, body: object = {}): Promise<T> {
    return this.send('PUT', path, JSON.stringify(body));
  }

  patch<T>(path: string, body: object): Promise<T> {
    return this.send('PATCH', path, JSON.stringify(body));
  }

  upload<T>(
    path: string,
    fields: Readonly<Record<string, string>>,
    file: { name: string; content: Blob },
  ): Promise<T> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file.content, file.name);
    return this.send('POST', path, form);
  }

  /** Asks again until `done` likes the answer. */
  async until<T>(path: string, done: (answer: T) => boolean): Promise<T> {
    for (;;) {
      const answer = await this.get<T>(path);
      if (done(answer)) return answer;
      await wait(200);
    }
  }

  private async send<T>(method: string, path: string, body?: string | FormData): Promise<T> {
    const answer = await fetch(`${this.api}/api${path}`, {
      method,
      headers: {
        ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
        ...(typeof body === 'string' && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
