-- The list as a Status List Token beside the list as a credential. Lists of before get theirs when they are signed the next time, within a day.
alter table status_list add column token text;
