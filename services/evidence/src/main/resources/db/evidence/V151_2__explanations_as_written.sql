-- Nothing looks into an explanation: it is written and read as a whole, with every judgement. As json it stays as it was written; taken apart
-- as jsonb and put together again it took the server about as long as all else that a dossier takes. This writes the table once. A release
-- that still writes jsonb goes on doing so: PostgreSQL casts what is assigned.
alter table dossier alter column explanation type json using explanation::text::json;
do $$ begin
  alter table dossier alter column explanation set compression lz4;
exception when feature_not_supported then null;
end $$;
