-- Appeals are facts; few of very many, and looked for by staff.
create index fact_appealed on fact (tenant, id) where said->'fact'->>'kind' = 'appealed';
