-- Every learner who has a dossier, as many times as asked, with dossiers, facts and awards of their own. The ids of a copy follow from the
-- ids of what is copied and the copy's number, so that what refers to each other still does.
insert into fact (id, tenant, learner, type, area, name, delivery, said)
select md5(f.id || ':' || k), f.tenant, md5(f.learner::text || ':' || k)::uuid, f.type, f.area, f.name,
  md5(f.delivery::text || ':' || k)::uuid,
  jsonb_set(f.said::jsonb, '{learner}', to_jsonb(md5(f.learner::text || ':' || k)::uuid::text))
from generate_series(1, ?) as k, fact f
where exists (select 1 from dossier d where d.tenant = f.tenant and d.learner = f.learner);

insert into award (id, tenant, learner, achievement, version, number, release, facts, results, cause, state, reason, earned_at,
  conferred_at, withdrawn_at, release_at, approved_at, evidence, components, withheld_at, withheld_by, replaces, regard)
select md5(a.id::text || ':' || k)::uuid, a.tenant, md5(a.learner::text || ':' || k)::uuid, a.achievement, a.version, a.number, a.release,
  array(select md5(id || ':' || k) from unnest(a.facts) as id), a.results, md5(a.cause || ':' || k), a.state, a.reason, a.earned_at,
  a.conferred_at, a.withdrawn_at, a.release_at, a.approved_at, a.evidence, a.components, a.withheld_at, a.withheld_by,
  md5(a.replaces::text || ':' || k)::uuid, a.regard
from generate_series(1, ?) as k, award a
where exists (select 1 from dossier d where d.tenant = a.tenant and d.learner = a.learner);

insert into handled (id, cause, emitted, handled_at)
select md5(f.id || ':' || k) || md5(k::text), 'meritstream.assessment:0:' || k, ''::bytea, now()
from generate_series(1, ?) as k, (select id from fact order by id limit (select 2 * count(*) from dossier)) as f;

insert into learner (tenant, id, person, known, language, version)
select l.tenant, md5(l.id::text || ':' || k)::uuid, md5(l.person::text || ':' || k)::uuid, l.known, l.language, l.version
from generate_series(1, ?) as k, learner l
where exists (select 1 from dossier d where d.tenant = l.tenant and d.learner = l.id);

insert into dossier (id, tenant, learner, achievement, version, evaluation, outcome, explanation, evaluated_at)
select md5(d.id::text || ':' || k)::uuid, d.tenant, md5(d.learner::text || ':' || k)::uuid, d.achievement, d.version, d.evaluation,
  d.outcome, d.explanation, d.evaluated_at
from generate_series(1, ?) as k, dossier d;
