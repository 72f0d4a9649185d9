-- DID URLs of the keys that an endorsement is signed with, in all of its forms: what is to be signed again once one of them is compromised (docs/adr/0052).
alter table endorsement add column signed_by text[];
update endorsement set signed_by = array(
  select v #>> '{}' from jsonb_path_query(secured::jsonb, '$.**.verificationMethod') v
  union
  select convert_from(decode(translate(split_part(token, '.', 1), '-_', '+/')
    || repeat('=', (4 - length(split_part(token, '.', 1)) % 4) % 4), 'base64'), 'UTF8')::jsonb ->> 'kid' where token is not null)
where secured is not null;
