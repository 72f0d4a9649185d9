-- The catalogue for everybody. What a search looks at is worked out from the definition by the database, so that it never lags behind
-- it, also where an older release publishes beside this one.

-- How PostgreSQL takes apart the words of a language; as they are where it does not know the language.
create function catalogue_config(tag text) returns regconfig immutable parallel safe return case split_part(lower(tag), '-', 1)
  when 'ar' then 'pg_catalog.arabic'::regconfig
  when 'ca' then 'pg_catalog.catalan'::regconfig
  when 'da' then 'pg_catalog.danish'::regconfig
  when 'de' then 'pg_catalog.german'::regconfig
  when 'el' then 'pg_catalog.greek'::regconfig
  when 'en' then 'pg_catalog.english'::regconfig
  when 'es' then 'pg_catalog.spanish'::regconfig
  when 'eu' then 'pg_catalog.basque'::regconfig
  when 'fi' then 'pg_catalog.finnish'::regconfig
  when 'fr' then 'pg_catalog.french'::regconfig
  when 'ga' then 'pg_catalog.irish'::regconfig
  when 'hi' then 'pg_catalog.hindi'::regconfig
  when 'hu' then 'pg_catalog.hungarian'::regconfig
  when 'hy' then 'pg_catalog.armenian'::regconfig
  when 'id' then 'pg_catalog.indonesian'::regconfig
  when 'it' then 'pg_catalog.italian'::regconfig
  when 'lt' then 'pg_catalog.lithuanian'::regconfig
  when 'nb' then 'pg_catalog.norwegian'::regconfig
  when 'ne' then 'pg_catalog.nepali'::regconfig
  when 'nl' then 'pg_catalog.dutch'::regconfig
  when 'nn' then 'pg_catalog.norwegian'::regconfig
  when 'no' then 'pg_catalog.norwegian'::regconfig
  when 'pt' then 'pg_catalog.portuguese'::regconfig
  when 'ro' then 'pg_catalog.romanian'::regconfig
  when 'ru' then 'pg_catalog.russian'::regconfig
  when 'sr' then 'pg_catalog.serbian'::regconfig
  when 'sv' then 'pg_catalog.swedish'::regconfig
  when 'ta' then 'pg_catalog.tamil'::regconfig
  when 'tr' then 'pg_catalog.turkish'::regconfig
  when 'yi' then 'pg_catalog.yiddish'::regconfig
  else 'pg_catalog.simple'::regconfig
end;

-- Texts of a definition. The bound keeps what is indexed far below what a tsvector holds (1 MB), or a publication would fail for ever.
create function catalogue_texts(definition jsonb, path jsonpath) returns text immutable parallel safe return
  left((select string_agg(found #>> '{}', ' ') from jsonb_path_query(definition, path) as found), 20000);

-- Words of a text, by their stems and as they are written: the latter for beginnings of words and for words of another language.
create function catalogue_vector(config regconfig, words text) returns tsvector immutable parallel safe return
  to_tsvector(config, coalesce(words, '')) || to_tsvector('pg_catalog.simple'::regconfig, coalesce(words, ''));

create function catalogue_words(definition jsonb) returns tsvector immutable parallel safe
begin atomic
  select setweight(catalogue_vector(config, catalogue_texts(definition, '$.name')), 'A')
    || setweight(catalogue_vector(config, catalogue_texts(definition, '$.skills[*].targetName')), 'B')
    || setweight(catalogue_vector(config, catalogue_texts(definition, '$.tags[*]')), 'B')
    || setweight(catalogue_vector(config, catalogue_texts(definition, '$.description')), 'C')
    || setweight(catalogue_vector(config, catalogue_texts(definition, '$.criteria[*].name')), 'D')
    || setweight(catalogue_vector(config, catalogue_texts(definition, '$.criteria[*].narrative')), 'D')
  from (select catalogue_config(definition ->> 'language')) as language(config);
end;

create function catalogue_skill_words(definition jsonb) returns tsvector immutable parallel safe return
  catalogue_vector(catalogue_config(definition ->> 'language'), catalogue_texts(definition, '$.skills[*].targetName'));

-- By what frameworks know the skills: their codes and addresses.
create function catalogue_skill_codes(definition jsonb) returns text[] immutable parallel safe return
  array(select lower(found #>> '{}') from jsonb_path_query(definition, '$.skills[*].targetCode') as found
        union select lower(found #>> '{}') from jsonb_path_query(definition, '$.skills[*].targetUrl') as found);

-- What was typed into a search, for texts of a language: its stems, or the words as written, of which the last may be the beginning of one.
-- Where something is left out only stems count, or a text would be found by another form of the very word.
create function catalogue_query(config regconfig, asked text) returns tsquery immutable parallel safe
begin atomic
  select case
    when plain::text like '%!%' then stems
    when plain::text like '%''' then stems || (plain::text || ':*')::tsquery
    else stems || plain end
  from (select websearch_to_tsquery(config, asked), websearch_to_tsquery('pg_catalog.simple'::regconfig, asked)) as typed(stems, plain);
end;

alter table achievement
  add column retroactive boolean not null default true,
  add column retired_at timestamptz,
  add column name text collate "und-x-icu" generated always as (definition ->> 'name') stored,
  add column language text generated always as (lower(definition ->> 'language')) stored,
  add column eqf_level int generated always as ((definition #>> '{recognition,eqfLevel}')::int) stored,
  add column ects numeric generated always as ((definition #>> '{recognition,ects}')::numeric) stored,
  add column hours numeric generated always as ((definition #>> '{recognition,hours}')::numeric) stored,
  add column words tsvector generated always as (catalogue_words(definition)) stored,
  add column skill_words tsvector generated always as (catalogue_skill_words(definition)) stored,
  add column skill_codes text[] generated always as (catalogue_skill_codes(definition)) stored;

create index achievement_by_name on achievement (name, tenant, achievement, version) where retired_at is null;
create index achievement_by_words on achievement using gin (words) where retired_at is null;
create index achievement_by_skill_words on achievement using gin (skill_words) where retired_at is null;
create index achievement_by_skill_codes on achievement using gin (skill_codes) where retired_at is null;
create index achievement_by_language on achievement (language, tenant) where retired_at is null;
create index achievement_retired on achievement (tenant) where retired_at is not null;
create index achievement_by_institution on achievement (tenant, language) where retired_at is null;

-- The languages that there are texts in, and the institutions that publish: from one entry of the index to the next, not row by row.
create view catalogue_language as
  with recursive step(language) as (
    (select language from achievement where retired_at is null order by language limit 1)
    union all
    select (select a.language from achievement a where a.retired_at is null and a.language > step.language order by a.language limit 1)
    from step where step.language is not null)
  select language from step where language is not null;

create view catalogue_institution as
  with recursive step(tenant) as (
    (select tenant from achievement where retired_at is null order by tenant limit 1)
    union all
    select (select a.tenant from achievement a where a.retired_at is null and a.tenant > step.tenant order by a.tenant limit 1)
    from step where step.tenant is not null)
  select tenant from step where tenant is not null;
