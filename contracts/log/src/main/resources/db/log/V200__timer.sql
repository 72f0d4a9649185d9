-- What falls due when: the record that is appended to the service's own commands topic once its time has come. Written by a turn like any
-- other effect; removed after the append, so that a crash in between repeats it under the same id.
create table timer (
  name text primary key,
  due_at timestamptz not null,
  message bytea not null,
  -- Until when a replica that took it may still be appending it; another takes it after that.
  taken_until timestamptz not null default '-infinity'
);
create index timer_by_time on timer (due_at, name);
