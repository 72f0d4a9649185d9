-- Senders, deliveries, results, and who the learner is.

-- A sender: private state of this service. Secrets are wrapped with AES-GCM.
create table source (
  tenant text not null,
  id text not null,
  kind text not null,
  join_by text not null,
  root_account text,
  jwks text,
  jwks_url text,
  username text,
  password bytea,
  test boolean not null,
  changed_at timestamptz not null,
  primary key (tenant, id)
);

-- The roster, as learner.profiled last said. Keyed ids: email_key is the e-mail's, id the student number's.
create table learner (
  id uuid primary key,
  tenant text not null,
  student_number text not null,
  display_name text not null,
  email text,
  email_key uuid,
  language text,
  profiled_at timestamptz not null
);
create index learner_by_email on learner (email_key) where email_key is not null;

-- An account of a sender. Its id is the learner's provisional id; learner is the person, once known.
-- announced: facts were emitted under the provisional id, so that a link must be announced too.
create table account (
  id uuid primary key,
  tenant text not null,
  learner uuid,
  announced boolean not null,
  since timestamptz not null
);

-- Every fact that was emitted, by the id that a second delivery of it would have too.
create table result (
  id uuid primary key,
  tenant text not null,
  delivery uuid not null
);

-- Facts about an e-mail address that the roster does not know, or knows twice.
create table unjoined (
  id uuid primary key,
  tenant text not null,
  email_key uuid not null,
  account uuid,
  delivery uuid not null,
  place int not null,
  type text not null,
  data text not null
);
create index unjoined_by_email on unjoined (email_key);

-- A delivery with what became of each of its events (JSON).
create table delivery (
  id uuid primary key,
  tenant text not null,
  source text not null,
  received_at timestamptz not null,
  state text not null check (state in ('MAPPED', 'IGNORED', 'PARKED', 'DUPLICATE')),
  parked int not null,
  reason text,
  events text not null,
  revision int not null
);
create index delivery_by_time on delivery (tenant, received_at desc, id desc);
create index delivery_parked on delivery (tenant, received_at desc, id desc) where parked > 0;
