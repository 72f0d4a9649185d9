-- The catalogue, what is known of learners, and what it proves.

-- Drafts: private to this service, changed in place by the API, never emitted.
create table draft (
  tenant text not null,
  achievement text not null,
  definition text not null,
  revision bigint not null,
  changed_at timestamptz not null,
  primary key (tenant, achievement)
);

-- Published versions: never changed.
create table achievement (
  tenant text not null,
  achievement text not null,
  version int not null,
  definition jsonb not null,
  published_at timestamptz not null,
  primary key (tenant, achievement, version)
);

-- Which versions ask for an activity: how a fact finds what it may prove.
create table achievement_activity (
  tenant text not null,
  source text not null,
  activity text not null,
  achievement text not null,
  version int not null,
  primary key (tenant, source, activity, achievement, version)
);

-- Counts a tenant's publications. Turns that judge hold it for share, a publication moves it on: so a turn that judged by an older
-- catalogue is decided again, and no fact slips between a publication and the search for those whose facts came first.
create table catalogue_edition (
  tenant text primary key,
  edition bigint not null
);

-- Publications on their way to learners whose facts came first: how far the search has come.
create table reach (
  tenant text not null,
  achievement text not null,
  version int not null,
  after_learner uuid not null,
  primary key (tenant, achievement, version)
);

-- Learner ids, which person each belongs to, and whether the roster knows it. The version guards everything decided about a person.
create table learner (
  tenant text not null,
  id uuid not null,
  person uuid not null,
  known boolean not null,
  language text,
  version bigint not null,
  primary key (tenant, id)
) with (fillfactor = 80);
create index learner_by_person on learner (tenant, person);

-- What was said, under the id it was said of. The event's id is the fact's: a fact is there once.
create table fact (
  id text primary key,
  tenant text not null,
  learner uuid not null,
  type text not null,
  source text not null,
  activity text not null,
  delivery uuid not null,
  said jsonb not null
);
create index fact_by_learner on fact (tenant, learner, source, activity);
create index fact_by_activity on fact (tenant, source, activity, learner);
create index fact_by_delivery on fact (tenant, delivery);

create table dossier (
  id uuid primary key,
  tenant text not null,
  learner uuid not null,
  achievement text not null,
  version int not null,
  evaluation bigint not null,
  outcome text not null check (outcome in ('EARNED', 'NOT_YET', 'CANNOT_BE_JUDGED')),
  explanation jsonb not null,
  evaluated_at timestamptz not null,
  unique (tenant, learner, achievement, version)
) with (fillfactor = 80);

create table award (
  id uuid primary key,
  tenant text not null,
  learner uuid not null,
  achievement text not null,
  version int not null,
  number int not null check (number > 0),
  release text not null,
  facts text[] not null,
  results jsonb not null,
  cause text not null,
  state text not null check (state in ('EARNED', 'CONFERRED', 'WITHDRAWN')),
  reason text,
  earned_at timestamptz not null,
  conferred_at timestamptz,
  withdrawn_at timestamptz,
  unique (tenant, learner, achievement, number)
);
-- At most one award of an achievement stands.
create unique index award_standing on award (tenant, learner, achievement) where state <> 'WITHDRAWN';
create index award_by_state on award (tenant, state, earned_at, id);
create index award_by_cause on award (tenant, cause);
