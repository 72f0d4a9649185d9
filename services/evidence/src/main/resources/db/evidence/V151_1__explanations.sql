-- Explanations are read and written with every judgement, and lz4 costs the server less than half of pglz; one built without it keeps its
-- default. What is there stays as it is until it is written again.
do $$ begin
  alter table dossier alter column explanation set compression lz4;
exception when feature_not_supported then null;
end $$;
