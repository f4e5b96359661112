-- Whether only those who take part may read it (A34), and which harm somebody knew of who opened it to all
-- nevertheless: a graver one closes it again. A release that does not know them leaves all open.
alter table incidents.incident add column is_private boolean default false not null;
alter table incidents.incident add column opened_despite varchar(12);

-- What was feared for data before this release is as private as what is feared from now on.
update incidents.incident set is_private = true
  where impact like '%|SUSPECTED|%' or impact like '%|CONFIRMED|%';

-- The board asks which of its lines are private: few are, and the others cost nothing.
create index incident_private on incidents.incident (is_private, id);
