-- What the issuer of a credential calls itself and the achievement, where it says so: for whoever handed it in, beside the ids that rules go by.
alter table import_request add column issuer_name text, add column achievement_name text;
