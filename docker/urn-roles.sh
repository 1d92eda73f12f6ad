#!/bin/sh
# Runs once, when the urn's cluster is made: two roles, and a database that only they may enter.
set -e
psql -v ON_ERROR_STOP=1 -v cast="$CAST_PASSWORD" -v keeper="$KEEPER_PASSWORD" --username "$POSTGRES_USER" <<'SQL'
CREATE ROLE svc_urn LOGIN PASSWORD :'cast';
CREATE ROLE urn_keeper LOGIN PASSWORD :'keeper';
CREATE DATABASE urn OWNER urn_keeper;
REVOKE ALL ON DATABASE urn FROM PUBLIC;
GRANT CONNECT ON DATABASE urn TO svc_urn;
SQL
