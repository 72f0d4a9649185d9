-- Handled rows are forgotten some time after their topic's retention: the oldest of one topic, a slice at a time (docs/adr/0024).
-- A block range index is of no use where rows go: new rows fill the gaps of old ones, and every range spans all times.
drop index handled_by_time;
create index handled_by_topic on handled (split_part(cause, ':', 1), handled_at);
