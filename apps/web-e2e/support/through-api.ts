import { address } from './browser.js';

const PASSWORD = 'demo-commonthread';

/** Somebody of the demonstration who uses the API itself, where the journey is about something else. */
export class ThroughApi {
  private constructor(private readonly token?: string) {}

  static async signIn(email: string, password = PASSWORD): Promise<ThroughApi> {
    const nobody = new ThroughApi();
    for (let used = ''; ;) {
      const codes = await nobody.get<{ email: string; code: string }[]>('/mailbox/codes');
      const code = codes.find((entry) => entry.email === email)?.code;
      if (code === undefined || code !== used) {
        const answer = await nobody.send('POST', '/identity/sign-in', {
          ...{ email, password },
          ...(code !== undefined && { code }),
        });
        if (answer.ok) return new ThroughApi(((await answer.json()) as { accessToken: string }).accessToken);
        if (code === undefined) throw new Error(await answer.text());
        used = code;
      }
      // A code is good once: the next one comes within half a minute.
      await new Promise((done) => setTimeout(done, 1000));
    }
  }

  /** With a session that the browser began. */
  static withToken(token: string): ThroughApi {
    return new ThroughApi(token);
  }

  async get<T>(path: string): Promise<T> {
    return (await this.must('GET', path)).json() as Promise<T>;
  }

  async post<T = void>(path: string, body: object = {}): Promise<T> {
    return this.read(await this.must('POST', path, body));
  }

  async put<T = void>(path: string, body: object): Promise<T> {
    return this.read(await this.must('PUT', path, body));
  }

  async patch<T = void>(path: string, body: object): Promise<T> {
    return this.read(await this.must('PATCH', path, body));
  }

  /** One file with the fields beside it. */
  async upload<T>(
    path: string,
    fields: Readonly<Record<string, string>>,
    file: { readonly name: string; readonly content: Blob },
  ): Promise<T> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file.content, file.name);
    return this.read(await this.must('POST', path, form));
  }

  private async read<T>(answer: Response): Promise<T> {
    const text = await answer.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  private async must(method: string, path: string, body?: object): Promise<Response> {
    const answer = await this.send(method, path, body);
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  private send(method: string, path: string, body?: object): Promise<Response> {
    return fetch(`${address}/api${path}`, {
      method,
      headers: {
        ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
        ...(body && !(body instanceof FormData) && { 'content-type': 'application/json' }),
      },
      ...(body && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
  }
}
