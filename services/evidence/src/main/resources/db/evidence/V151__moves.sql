-- Learners who are under way by one version of an achievement and are moved to a later one. A move is worked off in parts, each a range of
-- learner ids, so that replicas share it; each part slice by slice, in the order of ids. What has become of it is the sum of its parts.
create table move (
  id uuid primary key,
  tenant text not null,
  achievement text not null,
  from_version int not null,
  to_version int not null,
  begun_at timestamptz not null
);
create index move_by_achievement on move (tenant, achievement, begun_at desc, id);

create table move_part (
  move uuid not null references move,
  part int not null,
  -- The learner it has come to, and the greatest id of the part.
  reached uuid not null,
  last uuid not null,
  state text not null check (state in ('UNDER_WAY', 'DONE', 'STOPPED')),
  -- How many slices were taken: the next has the number after it, and guards the row.
  slices int not null,
  moved bigint not null,
  gained bigint not null,
  lost bigint not null,
  stayed bigint not null,
  primary key (move, part)
) with (fillfactor = 50);

-- Who is under way by a version, in the order of ids.
create index dossier_by_version on dossier (tenant, achievement, version, learner);
