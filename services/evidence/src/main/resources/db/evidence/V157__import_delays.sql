-- When what was handed in is looked at again, where looking failed by a fault of our own; of no interest once it is concluded.
alter table import_request add column retry_at timestamptz;
