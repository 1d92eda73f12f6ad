import type { DataSource } from 'typeorm';

/** One way to put the rows of a table in order, and where the row of each that came stands in it. */
export interface Order {
  /** Which table, and by what. */
  readonly by: string;
  /** Place of the first, second, third ... that came, from nought. */
  readonly ranks: readonly number[];
}

interface Row {
  readonly place: string;
  readonly transaction: string;
  readonly columns: Readonly<Record<string, unknown>>;
}

/**
 * Every order that a database's tables give to those who came: by place in the file, by transaction and by each column.
 * @param names what each is called in the database, in the order of coming; a table that does not name all is left out
 */
export async function everyOrder(db: DataSource, names: readonly (readonly string[])[]): Promise<Order[]> {
  const tables = await db.query<{ name: string }[]>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const orders: Order[] = [];
  for (const { name } of tables) {
    const rows = await db.query<Row[]>(
      `SELECT t.ctid::text AS place, t.xmin::text AS transaction, to_jsonb(t) AS columns
         FROM ${name} t ORDER BY t.ctid`,
    );
    const texts = rows.map(({ columns }) => JSON.stringify(columns));
    const owners = names.map((own) => texts.findIndex((text) => own.some((one) => text.includes(one))));
    if (owners.includes(-1)) continue;

    const mine = owners.map((at) => rows[at]!);
    orders.push({ by: `${name} by place`, ranks: ranksOf(owners) });
    orders.push({
      by: `${name} by transaction`,
      ranks: ranksOf(mine.map(({ transaction }) => Number(transaction))),
    });
    for (const column of Object.keys(mine[0]!.columns)) {
      orders.push({
        by: `${name} by ${column}`,
        ranks: ranksOf(mine.map(({ columns }) => columns[column] as string)),
      });
    }
  }
  return orders;
}

/** How many are linked rightly when the first of one order is taken for the first of the other, and so on; or backwards. */
export function linked({ ranks: a }: Order, { ranks: b }: Order): number {
  const last = a.length - 1;
  const alike = a.filter((rank, at) => rank === b[at]).length;
  return Math.max(alike, a.filter((rank, at) => rank === last - b[at]!).length);
}

/** Spearman's: 1 when both orders are the same, -1 when one is the other backwards, near 0 when neither tells of the other. */
export function rankCorrelation({ ranks: a }: Order, { ranks: b }: Order): number {
  const n = a.length;
  const squares = a.reduce((sum, rank, at) => sum + (rank - b[at]!) ** 2, 0);
  return 1 - (6 * squares) / (n * (n ** 2 - 1));
}

/** The whole numbers below `n` in an order of chance. */
export const shuffled = (n: number): number[] =>
  Array.from({ length: n }, (_, at) => ({ at, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ at }) => at);

/** Places after sorting; equal values stand in an order of chance, which is all a thief can do with them. */
function ranksOf(values: readonly (string | number | null)[]): number[] {
  const ranks = new Array<number>(values.length);
  shuffled(values.length)
    .sort((a, b) => compare(values[a]!, values[b]!))
    .forEach((at, rank) => (ranks[at] = rank));
  return ranks;
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
