-- What every service that keeps its state in PostgreSQL needs for its part of the log.

-- One row per event seen to: the answer to every later delivery of it.
create table handled (
  id text primary key,
  cause text not null,
  emitted bytea not null,
  handled_at timestamptz not null default now()
);
create index handled_by_time on handled using brin (handled_at);

-- Where the reading of each partition goes on, kept with the effects of what lies before it: a restored store reads again what it lacks.
create table input_position (
  topic text not null,
  partition int not null,
  next_offset bigint not null,
  primary key (topic, partition)
) with (fillfactor = 50);

-- Events that lack a copy of something; resumed by the turn that brings it.
create table waiting (
  id text primary key,
  awaits text not null,
  topic text not null,
  partition int not null,
  record_offset bigint not null,
  message bytea not null
);
create index waiting_by_key on waiting (awaits, topic, partition, record_offset);

-- What became of a command.
create table command_outcome (
  id uuid primary key,
  tenant text not null,
  state text not null check (state in ('done', 'refused')),
  link text,
  problem text,
  decided_at timestamptz not null
);
