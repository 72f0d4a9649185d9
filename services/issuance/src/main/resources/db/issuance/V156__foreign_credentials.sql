-- Credentials of other issuers that learners handed in (docs/adr/0038), by the request that brought them.
--   REQUESTED  body is what was handed in (identifying data), to be looked at from look_at on
--   HELD       found to be good; watched is what its status is read by, look_at when it is read again (null: never)
--   OVER       refused, held already, or lapsed: nothing more is kept of it
-- taken_until: a replica has it in hand until then.
create table foreign_credential (
  request uuid primary key,
  tenant text not null,
  learner uuid not null,
  state text not null check (state in ('REQUESTED', 'HELD', 'OVER')),
  body bytea,
  requested_at timestamptz,
  issuer text,
  achievement text,
  credential text,
  valid_until timestamptz,
  watched text,
  look_at timestamptz,
  taken_until timestamptz not null default '-infinity'
);
create unique index foreign_credential_held on foreign_credential (tenant, learner, issuer, credential) where state = 'HELD';
create index foreign_credential_due on foreign_credential (look_at) where look_at is not null;
