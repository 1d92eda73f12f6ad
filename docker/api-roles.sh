#!/bin/sh
# Runs once, when the API's cluster is made: the two roles as which the API enters. What they may do comes with its migrations.
set -e
psql -v ON_ERROR_STOP=1 -v app="$APP_PASSWORD" -v roll="$ROLL_PASSWORD" --username "$POSTGRES_USER" <<SQL
CREATE ROLE svc_app LOGIN PASSWORD :'app';
CREATE ROLE svc_roll LOGIN PASSWORD :'roll';
-- The log must not hold the values of a row that was refused.
ALTER ROLE svc_app SET log_error_verbosity = 'terse';
ALTER ROLE svc_roll SET log_error_verbosity = 'terse';
REVOKE ALL ON DATABASE "$POSTGRES_DB" FROM PUBLIC;
GRANT CONNECT ON DATABASE "$POSTGRES_DB" TO svc_app, svc_roll;
SQL
