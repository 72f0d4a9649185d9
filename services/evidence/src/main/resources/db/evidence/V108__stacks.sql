-- What is earned by holding a credential looks at that credential: versions that were published before this was looked up.
insert into achievement_subject (tenant, area, name, achievement, version)
select distinct a.tenant, ':credential', asked ->> 'achievement', a.achievement, a.version
from achievement a,
  jsonb_path_query(a.definition, 'strict $.criteria[*].rule.** ? (@.kind == "credential")') as asked
on conflict do nothing;
