-- What was emitted holds a whole signed document: lz4 costs the server less than half of pglz for it; a server built without it keeps its default.
do $$ begin
  alter table handled alter column emitted set compression lz4;
exception when feature_not_supported then null;
end $$;
