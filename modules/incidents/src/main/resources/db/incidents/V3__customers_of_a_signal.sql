-- How many customers a signal speaks for: support may count forty who say the same.
alter table incidents.signal add column customers integer default 0 not null;
update incidents.signal set customers = 1 where customer is not null;
