-- What another issuer calls itself and an achievement is looked up by the institution that asks for it.
create index import_request_named on import_request (tenant, issuer, achievement, concluded_at) where issuer_name is not null or achievement_name is not null;
