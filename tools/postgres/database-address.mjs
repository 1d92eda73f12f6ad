// @ts-check

/**
 * The address of another database of a cluster, as another user.
 *
 * @param {string} admin
 * @param {string} database
 * @param {string} user
 * @param {string} password
 */
export function addressAs(admin, database, user, password) {
  const address = new URL(admin);
  address.pathname = `/${database}`;
  address.username = user;
  address.password = password;
  return address.href;
}

/**
 * Makes roles that may sign in, or gives known ones these passwords. When PostgreSQL logs a fault of theirs it leaves out
 * the values of the row, where the one who does this may decide so (a superuser may).
 *
 * @param {import('pg').Client} client
 * @param {Readonly<Record<string, string>>} passwords by role
 */
export async function prepareRoles(client, passwords) {
  const sql = await client.query(
    `SELECT format(CASE WHEN EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role) THEN 'ALTER' ELSE 'CREATE' END
              || ' ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD %L', role, password) AS statement
       FROM unnest($1::text[], $2::text[]) AS wanted (role, password)`,
    [Object.keys(passwords), Object.values(passwords)],
  );
  for (const { statement } of sql.rows) await client.query(statement);
  for (const role of Object.keys(passwords)) {
    await client
      .query(`ALTER ROLE ${client.escapeIdentifier(role)} SET log_error_verbosity = 'terse'`)
      .catch((/** @type {{ code?: string }} */ fault) => {
        if (fault.code !== '42501') throw fault;
      });
  }
}
