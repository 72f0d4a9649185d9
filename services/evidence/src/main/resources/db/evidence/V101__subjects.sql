-- Facts are about more than activities of a platform: about an achievement (what was handed in, reviewed, owed) and about credentials.

alter table fact rename column source to area;
alter table fact rename column activity to name;
alter table fact alter column delivery drop not null;
alter index fact_by_activity rename to fact_by_subject;

alter table achievement_activity rename to achievement_subject;
alter table achievement_subject rename column source to area;
alter table achievement_subject rename column activity to name;
alter index achievement_activity_pkey rename to achievement_subject_pkey;
insert into achievement_subject (tenant, area, name, achievement, version)
select tenant, ':achievement', achievement, achievement, version from achievement;

-- What people wrote beside what they did: a reason, feedback. It stays here; only what follows from the deed is told.
create table note (
  id uuid primary key,
  tenant text not null,
  learner uuid not null,
  kind text not null,
  author text not null,
  text text not null,
  written_at timestamptz not null
);
create index note_by_learner on note (tenant, learner);
