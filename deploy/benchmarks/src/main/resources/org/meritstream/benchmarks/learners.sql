-- Learners whom the roster knows, each with two marks; ids as evenly spread as those that are keyed digests.
with everybody as (
  select n, overlay(overlay(md5(n::text) placing '8' from 13) placing 'a' from 17)::uuid as id from generate_series(?::int, ?::int) as n),
known as (
  insert into learner (tenant, id, person, known, language, version) select 'northgate', id, id, true, 'en', 1 from everybody returning id)
insert into fact (id, tenant, learner, type, area, name, delivery, said)
select 'moving-' || n || '-' || activity, 'northgate', id, 'assessment.completed.v1', 'moving-canvas', activity, '00000d31-7a51-8c3e-9b0d-4f6a2e1c0d31',
  jsonb_build_object(
    'tenant', 'northgate', 'learner', id, 'provisional', false, 'kind', 'RESULT',
    'source', jsonb_build_object('id', 'moving-canvas', 'kind', 'CANVAS_LIVE', 'nativeEvent', 'grade_change'),
    'activity', jsonb_build_object('id', activity, 'kind', type),
    'attempt', '{}'::jsonb,
    'score', jsonb_build_object('raw', (n * prime % 100)::text, 'max', '100'),
    'status', 'FINAL', 'completedAt', '2026-03-02T09:00:00Z', 'occurredAt', '2026-03-02T09:00:00Z', 'receivedAt', '2026-03-02T09:00:00Z',
    'delivery', '00000d31-7a51-8c3e-9b0d-4f6a2e1c0d31',
    'rawDigest', 'sha-256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08')
from everybody, (values ('assignment/1', 'ASSIGNMENT', 7), ('quiz/2', 'QUIZ', 13)) as done(activity, type, prime)
