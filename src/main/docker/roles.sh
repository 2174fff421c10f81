#!/bin/sh
# The database of cases and its two roles, made when the database is first started.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    --set owner_password="$NRM_DB_OWNER_PASSWORD" --set app_password="$NRM_DB_PASSWORD" <<'SQL'
create role nrm_owner login password :'owner_password';
create role nrm_app login password :'app_password';
create database nrm owner nrm_owner;
revoke all on database nrm from public;
grant connect on database nrm to nrm_app;
\connect nrm
-- the engine makes its own tables as the application
grant usage, create on schema public to nrm_app;
SQL
