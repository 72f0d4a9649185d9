insert into achievement (tenant, achievement, version, definition, published_at)
select 'plan-' || n % 7, 'a' || n, v, jsonb_build_object(
    'name', (array['Data literacy', 'Datenkompetenz', 'Academic writing', 'Statistik'])[n % 4 + 1] || ' ' || n,
    'description', 'Number ' || md5(n::text),
    'achievementType', 'MicroCredential',
    'language', (array['en', 'de', 'en-gb', 'de-at'])[n % 4 + 1],
    'criteria', jsonb_build_array(jsonb_build_object('name', 'Report', 'narrative', 'Writes ' || md5((n + 1)::text))),
    'skills', jsonb_build_array(jsonb_build_object('targetName', 'skill ' || md5((n % 900)::text), 'targetUrl', 'https://skills.example/' || n % 900,
      'targetCode', 'C' || n % 900)),
    'tags', '[]'::jsonb,
    'recognition', jsonb_build_object('ects', (n % 12 + 1)::text, 'eqfLevel', n % 8 + 1)),
  timestamptz '2026-03-02 09:00Z'
from generate_series(1, 2000) as n, generate_series(1, 2) as v
