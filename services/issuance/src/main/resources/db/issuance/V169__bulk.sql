-- What is to be done to many credentials (docs/adr/0053), slice after slice in the order of their ids. Which ones: those listed, or all that match
-- every one of the criteria that is not null. reached: those up to it are seen to. total: of those that are listed; how many match is counted when it is asked.
create table bulk (
  id uuid primary key,
  tenant text not null,
  operation text not null check (operation in ('RENEW', 'CORRECT', 'REVOKE', 'RESECURE')),
  reason text,
  credentials uuid[],
  achievement text,
  version int,
  issued_from timestamptz,
  issued_before timestamptz,
  credential_state text,
  methods text[],
  begun_at timestamptz not null,
  reached uuid not null default '00000000-0000-0000-0000-000000000000',
  slices int not null default 0,
  over boolean not null default false,
  total bigint,
  done bigint not null default 0,
  refused bigint not null default 0
);
-- A slice walks the credentials of one tenant, however many others have.
create index credential_of_tenant on credential (tenant, id);

create index bulk_by_time on bulk (tenant, begun_at, id);

-- What became of each. result: the credential that there is now. problem: why not, as a problem document.
create table bulk_row (
  bulk uuid not null references bulk,
  credential uuid not null,
  result uuid,
  problem text,
  primary key (bulk, credential)
);
