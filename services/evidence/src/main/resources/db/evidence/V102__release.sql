-- When an award is conferred: not before its date, and once it is approved where it needs that.
alter table award
  add column release_at timestamptz,
  add column approved_at timestamptz;
