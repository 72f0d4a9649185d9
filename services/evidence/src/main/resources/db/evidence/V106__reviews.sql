-- Which persons have to look at what. Derived by the loop after every evaluation, guarded by the learner's version.
create table review (
  id uuid primary key,
  tenant text not null,
  learner uuid not null,
  achievement text not null,
  version int not null,
  criterion text,
  number int not null,
  seat text not null check (seat in ('FIRST', 'SECOND', 'MODERATION', 'APPEAL')),
  misconduct text,
  artifacts text[] not null,
  submitted_at timestamptz not null,
  opened_at timestamptz not null,
  state text not null check (state in ('OPEN', 'DECIDED', 'CLOSED')),
  reviewer text,
  fact text,
  ended_at timestamptz
) with (fillfactor = 80);
create index review_by_learner on review (tenant, learner, achievement);
create index review_by_state on review (tenant, state, opened_at, id);
create index review_by_end on review (tenant, ended_at) where state = 'DECIDED';

-- Who took a review on, and until when: private to the desk, changed in one statement, never told. A claim past its time is free again.
create table review_claim (
  review uuid primary key,
  tenant text not null,
  reviewer text not null,
  claimed_at timestamptz not null,
  until timestamptz not null
);
create index review_claim_by_reviewer on review_claim (tenant, reviewer);

-- What a reviewer has written so far. It stays when a decision is refused, so that nothing is written twice.
create table review_draft (
  review uuid not null,
  tenant text not null,
  reviewer text not null,
  verdict text,
  feedback text not null,
  saved_at timestamptz not null,
  primary key (review, reviewer)
);
