#!/bin/sh
# Runs once, when the urn's cluster is made: two roles, and a database that only they may enter.
set -e
psql -v ON_ERROR_STOP=1 -v cast="$CAST_PASSWORD" -v keeper="$KEEPER_PASSWORD" --username "$POSTGRES_USER" <<'SQL'
CREATE ROLE svc_urn LOGIN PASSWORD :'cast';
CREATE ROLE urn_keeper LOGIN PASSWORD :'keeper';
-- The log must not hold the values of a row that was refused.
ALTER ROLE svc_urn SET log_error_verbosity = 'terse';
ALTER ROLE urn_keeper SET log_error_verbosity = 'terse';
CREATE DATABASE urn OWNER urn_keeper;
REVOKE ALL ON DATABASE urn FROM PUBLIC;
GRANT CONNECT ON DATABASE urn TO svc_urn;
SQL
