-- Issuance: what do we sign? Issuers and keys, copies of learners and achievements, credentials, status lists.

create table issuer (
  tenant text primary key,
  base text not null,
  name text not null,
  url text not null,
  email text,
  description text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- Every key that ever signed stays, so that old credentials stay verifiable; the private part is wrapped (AES-GCM).
create table signing_key (
  multikey text primary key,
  tenant text not null references issuer,
  purpose text not null check (purpose in ('assertion')),
  wrapped bytea not null,
  valid_from timestamptz not null,
  valid_until timestamptz
);
create unique index signing_key_in_use on signing_key (tenant, purpose) where valid_until is null;

-- counter: how many entries were given; an index is a permutation of it under a key derived from the key of ids. version guards a re-signing.
create table status_list (
  id text primary key,
  tenant text not null references issuer,
  number int not null,
  counter int not null default 0,
  bits bytea not null,
  version bigint not null default 0,
  document text not null,
  signed_at timestamptz not null,
  closed_at timestamptz,
  unique (tenant, number)
);
create unique index status_list_open on status_list (tenant) where closed_at is null;

-- Copies of what other services say. Identifying data: erased with the learner.
create table learner (
  tenant text not null,
  learner uuid not null,
  display_name text not null,
  email text,
  profiled_at timestamptz not null,
  primary key (tenant, learner)
);
create table learner_link (
  tenant text not null,
  provisional uuid not null,
  learner uuid not null,
  linked_at timestamptz not null,
  primary key (tenant, provisional)
);
create table achievement (
  tenant text not null,
  achievement text not null,
  version int not null,
  definition text not null,
  primary key (tenant, achievement, version)
);

-- What is signed, recorded before it is signed. document is the unsigned document, to the byte.
create table credential (
  id uuid primary key,
  tenant text not null references issuer,
  award uuid not null unique,
  learner uuid not null,
  achievement text not null,
  version int not null,
  number int not null,
  status_list text not null references status_list,
  status_index int not null,
  document text not null,
  conferred_at timestamptz not null,
  issued_at timestamptz not null,
  revoked_at timestamptz,
  revocation_reason text,
  unique (status_list, status_index)
);
create index credential_by_learner on credential (tenant, learner);
create index credential_by_time on credential (tenant, issued_at, id);
-- lz4 costs the server less than half of pglz for documents of this size; a server built without it keeps its default.
do $$ begin
  alter table credential alter column document set compression lz4;
exception when feature_not_supported then null;
end $$;

-- One row per way in which a credential is secured; value is null until it is signed.
create table securing (
  credential uuid not null references credential,
  suite text not null,
  created timestamptz not null,
  verification_method text not null,
  value text,
  primary key (credential, suite)
);

-- An award may be withdrawn before it was seen, or while it waits.
create table award_withdrawal (
  award uuid primary key,
  tenant text not null,
  withdrawn_at timestamptz not null
);

-- Who may see a credential at its address; may be known before the credential is.
create table visibility (
  credential uuid primary key,
  tenant text not null,
  visibility text not null,
  changed_at timestamptz not null
);

-- Signed credentials as the API shows them.
create view issued_credential as
select c.id, c.tenant, c.award, c.learner, c.achievement, c.version, c.number, c.status_list, c.status_index,
  c.conferred_at, c.issued_at, c.revoked_at, c.revocation_reason,
  case when c.revoked_at is null then 'ISSUED' else 'REVOKED' end as state,
  i.base || '/credentials/' || c.id as address,
  coalesce(v.visibility, 'PRIVATE') as visibility
from credential c
join issuer i on i.tenant = c.tenant
left join visibility v on v.credential = c.id and v.tenant = c.tenant
where exists (select 1 from securing s where s.credential = c.id and s.value is not null);
