/** What is used of a database here. */
interface Database {
  query(sql: string): Promise<readonly { schema: string }[]>;
}

/**
 * Whoever could set the clock could date a vote or an entry of the log as they please. PostgreSQL takes the first
 * function of a name that a connection's search path leads to: nothing beside the server's own may be called like
 * the clock.
 *
 * @throws Error naming where another clock is
 */
export async function mustHaveTrueClock(database: Database): Promise<void> {
  const others = await database.query(
    `SELECT DISTINCT n.nspname AS schema FROM pg_catalog.pg_proc p
       JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
      WHERE p.proname IN ('clock_timestamp', 'now') AND n.nspname <> 'pg_catalog'`,
  );
  if (others.length === 0) return;
  const where = others.map(({ schema }) => schema).join(', ');
  throw new Error(`the database has a clock of its own in ${where}: production goes by the real time alone`);
}
