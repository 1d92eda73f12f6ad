/** A plain module of the tools, which also prepares the local run: loaded when needed. */
export const tool = <T>(file: string): Promise<T> =>
  import(new URL(`../../../../tools/postgres/${file}`, import.meta.url).href) as Promise<T>;
