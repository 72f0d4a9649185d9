-- The same of learner records, and of the credentials within.
alter table learner_record add column signed_by text[];
update learner_record set signed_by = array(
  select v #>> '{}' from jsonb_path_query(secured::jsonb, '$.**.verificationMethod') v
  union
  select convert_from(decode(translate(split_part(token, '.', 1), '-_', '+/')
    || repeat('=', (4 - length(split_part(token, '.', 1)) % 4) % 4), 'base64'), 'UTF8')::jsonb ->> 'kid' where token is not null)
where secured is not null;
