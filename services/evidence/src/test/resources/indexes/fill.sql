-- Learners of a tenant of their own, each with a dossier, two facts and an award, so that reading a whole table is never the best way.
insert into learner (tenant, id, person, known, version)
select 'indexes', md5(n::text)::uuid, md5(n::text)::uuid, true, 1 from generate_series(1, 20000) as n;

insert into fact (id, tenant, learner, type, area, name, delivery, said)
select md5(n || ':' || f), 'indexes', md5(n::text)::uuid, 'assessment.completed.v1', 'canvas', 'assignment/' || f,
  md5(n || ':' || f)::uuid, '{}'
from generate_series(1, 20000) as n, generate_series(1, 2) as f;

insert into dossier (id, tenant, learner, achievement, version, evaluation, outcome, explanation, evaluated_at)
select md5(n::text)::uuid, 'indexes', md5(n::text)::uuid, 'data-literacy', 1, 1, 'EARNED', '{}', now()
from generate_series(1, 20000) as n;

insert into award (id, tenant, learner, achievement, version, number, release, facts, results, cause, state, earned_at)
select md5(n::text)::uuid, 'indexes', md5(n::text)::uuid, 'data-literacy', 1, 1, 'AT_ONCE', '{}', '[]', md5(n::text), 'CONFERRED', now()
from generate_series(1, 20000) as n;

insert into handled (id, cause, emitted)
select md5('indexes' || n), 'meritstream.assessment:0:' || n, '' from generate_series(1, 40000) as n;

analyze learner, fact, dossier, award, handled
