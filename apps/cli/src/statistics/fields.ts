import { InputError } from '../read-election-file.js';

/** One entry of a file of worked figures: inputs and figures side by side. */
export class Fields {
  private readonly asked = new Set<string>();

  private constructor(
    readonly path: string,
    private readonly entry: Readonly<Record<string, unknown>>,
  ) {}

  /** @throws InputError when it is no object */
  static of(value: unknown, path: string): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new InputError(`${path} is not an object`);
    }
    return new Fields(path, value as Readonly<Record<string, unknown>>);
  }

  names = (): string[] => Object.keys(this.entry);
  has = (name: string): boolean => Object.hasOwn(this.entry, name);
  /** Members that nothing has asked for: figures, or what no method knows. */
  unread = (): string[] => this.names().filter((name) => !this.asked.has(name));

  raw(name: string): unknown {
    this.asked.add(name);
    return this.entry[name];
  }

  number(name: string): number {
    return this.asNumber(this.raw(name), name);
  }

  numberOr(name: string, otherwise: number): number {
    return this.has(name) ? this.number(name) : otherwise;
  }

  text(name: string): string {
    const value = this.raw(name);
    if (typeof value !== 'string') throw this.wrong(name, 'a text');
    return value;
  }

  numbers(name: string): number[] {
    return this.list(name).map((value) => this.asNumber(value, name));
  }

  table(name: string): number[][] {
    return this.list(name).map((row) => {
      if (!Array.isArray(row)) throw this.wrong(name, 'rows of numbers');
      return row.map((value) => this.asNumber(value, name));
    });
  }

  object(name: string): Fields {
    return Fields.of(this.raw(name), `${this.path}.${name}`);
  }

  objects(name: string): Fields[] {
    return this.list(name).map((value, at) => Fields.of(value, `${this.path}.${name}[${at}]`));
  }

  private list(name: string): readonly unknown[] {
    const value = this.raw(name);
    if (!Array.isArray(value)) throw this.wrong(name, 'a list');
    return value;
  }

  private asNumber(value: unknown, name: string): number {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw this.wrong(name, 'a number');
    return value;
  }

  private wrong(name: string, wanted: string): InputError {
    return new InputError(`${this.path}.${name} is not ${wanted}`);
  }
}
