export interface DemoOptions {
  readonly api: string;
  readonly databaseUrl: string;
  /** Folder of real `.pb` files to import beside the invented round. */
  readonly elections: string | undefined;
  readonly say: (line: string) => void;
}

export async function loadDemo(_: DemoOptions): Promise<void> {}
