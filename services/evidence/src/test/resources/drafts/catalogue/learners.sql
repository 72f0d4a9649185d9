with everybody as (
  select n, ('10000000-0000-8000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id from generate_series(1, $2::int) as n),
known as (
  insert into learner (tenant, id, person, known, language, version) select $1::text, id, id, n % 10 <> 0, 'en', 1 from everybody returning id)
insert into fact (id, tenant, learner, type, area, name, delivery, said)
select $1::text || '-' || n, $1::text, id, 'assessment.completed.v1', 'canvas', 'assignment/355', '00000d31-7a51-8c3e-9b0d-4f6a2e1c0d31',
  jsonb_build_object(
    'tenant', $1::text, 'learner', id, 'provisional', false, 'kind', 'RESULT',
    'source', jsonb_build_object('id', 'canvas', 'kind', 'CANVAS_LIVE', 'nativeEvent', 'grade_change'),
    'activity', jsonb_build_object('id', 'assignment/355', 'kind', 'ASSIGNMENT'),
    'attempt', '{}'::jsonb,
    'score', jsonb_build_object('raw', (n % 100)::text, 'max', '100'),
    'status', 'FINAL', 'completedAt', '2026-03-02T09:00:00Z', 'occurredAt', '2026-03-02T09:00:00Z', 'receivedAt', '2026-03-02T09:00:00Z',
    'delivery', '00000d31-7a51-8c3e-9b0d-4f6a2e1c0d31',
    'rawDigest', 'sha-256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08')
from everybody
