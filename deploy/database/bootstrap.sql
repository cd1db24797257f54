-- Makes the database, the roles and the schemas of Rezon. Run by psql as a superuser, connected to any
-- database; harmless to run again. Variable: -v database=NAME (default rezon). Roles get no password
-- here: the local run comes in by the socket, an installation sets passwords or certificates with
-- ALTER ROLE. Tables are made later by each service's --migrate-only as <service>_owner.
\set ON_ERROR_STOP on
\if :{?database}
\else
  \set database rezon
\endif

DO $$
DECLARE service text; role text;
BEGIN
  FOREACH service IN ARRAY ARRAY['registry', 'decisions', 'assignments', 'reporting'] LOOP
    FOREACH role IN ARRAY ARRAY[service || '_owner', service || '_app'] LOOP
      BEGIN
        EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT', role);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END;
    END LOOP;
  END LOOP;
END $$;

SELECT format('CREATE DATABASE %I ENCODING ''UTF8'' LOCALE ''C.UTF-8'' TEMPLATE template0', :'database')
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \gexec

\connect :database

REVOKE ALL ON SCHEMA public FROM PUBLIC;
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', :'database') \gexec
CREATE SCHEMA IF NOT EXISTS extensions;
GRANT USAGE ON SCHEMA extensions TO PUBLIC;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA extensions;
CREATE EXTENSION IF NOT EXISTS btree_gin SCHEMA extensions;

DO $$
DECLARE service text;
BEGIN
  FOREACH service IN ARRAY ARRAY['registry', 'decisions', 'assignments', 'reporting'] LOOP
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I, %I', current_database(),
                   service || '_owner', service || '_app');
    EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', service, service || '_owner');
    EXECUTE format('REVOKE ALL ON SCHEMA %I FROM PUBLIC', service);
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', service, service || '_app');
  END LOOP;
END $$;
