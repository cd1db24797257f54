-- Territories, organisations, officials, addressee classes and events. The region leads every key
-- (design.md). A row's facts are one proto3 JSON object, `body`, written by the service after
-- validation; whatever a query or a constraint needs is a generated column of it, so the two cannot
-- part. `terms` are the word stems of all names, for ResolveAddressees. Days are texts YYYY-MM-DD,
-- which sort as days do; open ends are the two far days.

CREATE FUNCTION ref_id(body jsonb, field text) RETURNS uuid IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN nullif(split_part(body ->> field, '/', 2), '')::uuid;
CREATE FUNCTION first_day(body jsonb) RETURNS text IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN coalesce(nullif(body ->> 'validFrom', ''), '0001-01-01');
CREATE FUNCTION last_day(body jsonb) RETURNS text IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN coalesce(nullif(body ->> 'validTo', ''), '9999-12-31');
CREATE FUNCTION text_of(body jsonb, field text) RETURNS text IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN coalesce(body ->> field, '');

CREATE TABLE territory (
  region       text        NOT NULL CHECK (region <> ''),
  id           uuid        NOT NULL,
  version      bigint      NOT NULL DEFAULT 1,
  body         jsonb       NOT NULL CHECK (jsonb_typeof(body) = 'object'),
  terms        text[]      NOT NULL DEFAULT '{}',
  create_time  timestamptz NOT NULL DEFAULT now(),
  update_time  timestamptz NOT NULL DEFAULT now(),
  display_name text NOT NULL GENERATED ALWAYS AS (text_of(body, 'displayName')) STORED CHECK (display_name <> ''),
  kind         text NOT NULL GENERATED ALWAYS AS (text_of(body, 'kind')) STORED CHECK (kind <> ''),
  oktmo        text NOT NULL GENERATED ALWAYS AS (text_of(body, 'oktmo')) STORED,
  parent       uuid          GENERATED ALWAYS AS (ref_id(body, 'parent')) STORED,
  valid_from   text NOT NULL GENERATED ALWAYS AS (first_day(body)) STORED,
  valid_to     text NOT NULL GENERATED ALWAYS AS (last_day(body)) STORED,
  PRIMARY KEY (region, id),
  FOREIGN KEY (region, parent) REFERENCES territory (region, id),
  CHECK (valid_from <= valid_to),
  CHECK (parent <> id)
);
CREATE UNIQUE INDEX territory_name ON territory (region, display_name, valid_from);
CREATE UNIQUE INDEX territory_oktmo ON territory (region, oktmo, valid_from) WHERE oktmo <> '';
CREATE INDEX territory_order ON territory (region, display_name, id);
CREATE INDEX territory_parent ON territory (region, parent);

CREATE TABLE organisation (
  region       text        NOT NULL CHECK (region <> ''),
  id           uuid        NOT NULL,
  version      bigint      NOT NULL DEFAULT 1,
  body         jsonb       NOT NULL CHECK (jsonb_typeof(body) = 'object'),
  terms        text[]      NOT NULL DEFAULT '{}',
  create_time  timestamptz NOT NULL DEFAULT now(),
  update_time  timestamptz NOT NULL DEFAULT now(),
  display_name text NOT NULL GENERATED ALWAYS AS (text_of(body, 'displayName')) STORED CHECK (display_name <> ''),
  short_name   text NOT NULL GENERATED ALWAYS AS (text_of(body, 'shortName')) STORED,
  kind         text NOT NULL GENERATED ALWAYS AS (text_of(body, 'kind')) STORED CHECK (kind <> ''),
  number       text NOT NULL GENERATED ALWAYS AS (text_of(body, 'number')) STORED,
  inn          text NOT NULL GENERATED ALWAYS AS (text_of(body, 'inn')) STORED,
  kpp          text NOT NULL GENERATED ALWAYS AS (text_of(body, 'kpp')) STORED,
  ogrn         text NOT NULL GENERATED ALWAYS AS (text_of(body, 'ogrn')) STORED,
  territory    uuid NOT NULL GENERATED ALWAYS AS (ref_id(body, 'territory')) STORED,
  parent       uuid          GENERATED ALWAYS AS (ref_id(body, 'parent')) STORED,
  valid_from   text NOT NULL GENERATED ALWAYS AS (first_day(body)) STORED,
  valid_to     text NOT NULL GENERATED ALWAYS AS (last_day(body)) STORED,
  PRIMARY KEY (region, id),
  FOREIGN KEY (region, territory) REFERENCES territory (region, id),
  FOREIGN KEY (region, parent) REFERENCES organisation (region, id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (valid_from <= valid_to),
  CHECK (parent <> id)
);
-- Branches share the ИНН and differ by КПП.
CREATE UNIQUE INDEX organisation_inn ON organisation (region, inn, kpp) WHERE inn <> '';
CREATE UNIQUE INDEX organisation_ogrn ON organisation (region, ogrn, kpp) WHERE ogrn <> '';
CREATE UNIQUE INDEX organisation_name ON organisation (region, display_name, territory, valid_from);
CREATE INDEX organisation_order ON organisation (region, display_name, id);
CREATE INDEX organisation_class ON organisation (region, kind, territory);
CREATE INDEX organisation_parent ON organisation (region, parent);
CREATE INDEX organisation_terms ON organisation USING gin (terms);

CREATE TABLE official (
  region       text        NOT NULL CHECK (region <> ''),
  id           uuid        NOT NULL,
  version      bigint      NOT NULL DEFAULT 1,
  body         jsonb       NOT NULL CHECK (jsonb_typeof(body) = 'object'),
  terms        text[]      NOT NULL DEFAULT '{}',
  create_time  timestamptz NOT NULL DEFAULT now(),
  update_time  timestamptz NOT NULL DEFAULT now(),
  full_name    text NOT NULL GENERATED ALWAYS AS (text_of(body, 'fullName')) STORED CHECK (full_name <> ''),
  post         text NOT NULL GENERATED ALWAYS AS (text_of(body, 'post')) STORED CHECK (post <> ''),
  head         boolean NOT NULL GENERATED ALWAYS AS (coalesce((body ->> 'head')::boolean, false)) STORED,
  organisation uuid NOT NULL GENERATED ALWAYS AS (ref_id(body, 'organisation')) STORED,
  valid_from   text NOT NULL GENERATED ALWAYS AS (first_day(body)) STORED,
  valid_to     text NOT NULL GENERATED ALWAYS AS (last_day(body)) STORED,
  PRIMARY KEY (region, id),
  FOREIGN KEY (region, organisation) REFERENCES organisation (region, id),
  CHECK (valid_from <= valid_to)
);
CREATE UNIQUE INDEX official_post ON official (region, organisation, full_name, post, valid_from);
CREATE INDEX official_order ON official (region, full_name, id);
CREATE INDEX official_terms ON official USING gin (terms);

CREATE TABLE addressee_class (
  region       text        NOT NULL CHECK (region <> ''),
  id           uuid        NOT NULL,
  version      bigint      NOT NULL DEFAULT 1,
  body         jsonb       NOT NULL CHECK (jsonb_typeof(body) = 'object'),
  terms        text[]      NOT NULL DEFAULT '{}',
  create_time  timestamptz NOT NULL DEFAULT now(),
  update_time  timestamptz NOT NULL DEFAULT now(),
  display_name text NOT NULL GENERATED ALWAYS AS (text_of(body, 'displayName')) STORED CHECK (display_name <> ''),
  territory    uuid          GENERATED ALWAYS AS (ref_id(body, 'territory')) STORED,
  PRIMARY KEY (region, id),
  FOREIGN KEY (region, territory) REFERENCES territory (region, id)
);
CREATE UNIQUE INDEX addressee_class_name ON addressee_class (region, display_name);
CREATE INDEX addressee_class_order ON addressee_class (region, display_name, id);

CREATE TABLE event (
  region       text        NOT NULL CHECK (region <> ''),
  id           uuid        NOT NULL,
  version      bigint      NOT NULL DEFAULT 1,
  body         jsonb       NOT NULL CHECK (jsonb_typeof(body) = 'object'),
  terms        text[]      NOT NULL DEFAULT '{}',
  create_time  timestamptz NOT NULL DEFAULT now(),
  update_time  timestamptz NOT NULL DEFAULT now(),
  display_name text NOT NULL GENERATED ALWAYS AS (text_of(body, 'displayName')) STORED CHECK (display_name <> ''),
  form         text NOT NULL GENERATED ALWAYS AS (text_of(body, 'form')) STORED CHECK (form <> ''),
  level        text NOT NULL GENERATED ALWAYS AS (text_of(body, 'level')) STORED,
  territory    uuid          GENERATED ALWAYS AS (ref_id(body, 'territory')) STORED,
  start_date   text NOT NULL GENERATED ALWAYS AS (text_of(body, 'startDate')) STORED,
  PRIMARY KEY (region, id),
  FOREIGN KEY (region, territory) REFERENCES territory (region, id)
);
CREATE UNIQUE INDEX event_name ON event (region, display_name, start_date);
CREATE INDEX event_order ON event (region, display_name, id);

-- A kept preview. `answer` is the OrganisationImport in proto3 JSON; `rows` are the bodies to write:
-- [{"line", "id", "version" (0 = new), "body", "terms"}].
CREATE TABLE organisation_import (
  region      text        NOT NULL,
  id          uuid        NOT NULL,
  committed   boolean     NOT NULL DEFAULT false,
  answer      jsonb       NOT NULL,
  rows        jsonb       NOT NULL,
  creator     text        NOT NULL,
  create_time timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (region, id)
);
