-- Holds and pauses: what keeps an earned award from being conferred.
create table restraint (
  id uuid primary key,
  tenant text not null,
  kind text not null check (kind in ('HOLD', 'PAUSE')),
  learner uuid,
  achievement text,
  placed_at timestamptz not null,
  lifted_at timestamptz
);
create index restraint_on_everybody on restraint (tenant) where learner is null and lifted_at is null;
create index restraint_on_learner on restraint (tenant, learner) where lifted_at is null;
-- One pause of the same, so that one lifting ends it.
create unique index restraint_pause on restraint (tenant, coalesce(achievement, '')) where kind = 'PAUSE' and lifted_at is null;

alter table award
  add column withheld_at timestamptz,
  add column withheld_by text,
  drop constraint award_state_check,
  add constraint award_state_check check (state in ('EARNED', 'WITHHELD', 'CONFERRED', 'WITHDRAWN'));
-- What a lifting has to look at, in the order it does.
create index award_withheld on award (tenant, id) where state = 'WITHHELD';

-- A note may be about a whole achievement, and so about nobody.
alter table note alter column learner drop not null;
