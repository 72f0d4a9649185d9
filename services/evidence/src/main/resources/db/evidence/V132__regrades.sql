-- What becomes of awards after they were conferred.
alter table award
  add column replaces uuid,
  add column regard text not null default 'NONE' check (regard in ('NONE', 'FLAGGED', 'KEPT'));
create index award_flagged on award (tenant) where regard = 'FLAGGED';

-- Why an award was flagged: how its criteria were met, and how they are not. Read while it is flagged.
create table award_flag (
  award uuid primary key,
  before jsonb,
  after jsonb not null,
  flagged_at timestamptz not null
);
