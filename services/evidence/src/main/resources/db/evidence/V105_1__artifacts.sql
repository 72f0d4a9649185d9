-- What learners hand in. Private to this service, but for its digest: where a piece of work lies, what its learner calls it, and how far it
-- has come. The id is that of the command that hands it in, and of the fact.
--   ARRIVING   its file is on the way to its place; after a crash it may or may not be there
--   ARRIVED    its file is there; no submission names it yet
--   SUBMITTED  a submission names it; number or refusal tell what became of that
--   SWEPT      its file is to be deleted
--   GONE       its file is deleted; the row stays where a submission was refused
create table artifact (
  id uuid primary key,
  tenant text not null,
  learner uuid not null,
  kind text not null check (kind in ('UPLOAD', 'LINK', 'LMS')),
  state text not null check (state in ('ARRIVING', 'ARRIVED', 'SUBMITTED', 'SWEPT', 'GONE')),
  digest text not null,
  media_type text not null,
  size bigint not null,
  file_name text,
  content text,
  given_at timestamptz not null,
  achievement text,
  artifact text,
  submitted_at timestamptz,
  submitted_by text,
  number int check (number > 0),
  refusal jsonb
);
create index artifact_by_learner on artifact (tenant, learner, achievement, artifact);
-- What the sweep looks at: nothing that was handed in for good.
create index artifact_unused on artifact (given_at) where state <> 'GONE' and kind = 'UPLOAD' and number is null;
create unique index artifact_number on artifact (tenant, learner, achievement, artifact, number);
