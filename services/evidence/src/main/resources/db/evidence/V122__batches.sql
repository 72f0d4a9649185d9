-- Awards that a registrar approves together. A draft is private to this service and changed in place by the API; once it is approved, the
-- turns that see to its awards say what became of each.
create table award_batch (
  id uuid primary key,
  tenant text not null,
  achievement text,
  version int,
  earned_before timestamptz,
  created_by text not null,
  created_at timestamptz not null,
  approved_at timestamptz
);
create index award_batch_by_tenant on award_batch (tenant, created_at, id);

create table award_batch_item (
  batch uuid not null references award_batch on delete cascade,
  award uuid not null,
  learner uuid not null,
  excluded_by text,
  excluded_for text,
  outcome text check (outcome in ('CONFERRED', 'AWAITS_DATE', 'WITHHELD', 'ALREADY', 'LEFT_OUT')),
  primary key (batch, award)
);
