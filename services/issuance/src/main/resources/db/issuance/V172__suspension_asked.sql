-- When a credential was last asked to be suspended while it was, or not to be while it was not (docs/adr/0054): what was asked before that for the opposite, and is
-- come to later, is not done any more. Null where nobody asked so.
alter table credential add column suspension_asked_at timestamptz;
