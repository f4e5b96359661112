-- Report numbers are given under this row's lock, so that they follow one another within a year.
create table report_numbering (
  id integer primary key,
  for_year integer not null,
  last_given integer not null
);
insert into report_numbering (id, for_year, last_given) values (1, 0, 0);

-- What people see, before anybody knows whether it is an incident.
create table report (
  id varchar(20) primary key,
  version integer not null,
  what varchar(500) not null,
  component varchar(80),
  customer varchar(120),
  reporter varchar(64) not null,
  received_at timestamp(6) with time zone not null,
  state varchar(16) not null,
  verdict varchar(16),
  attach_to varchar(48),
  customers integer not null,
  symptom varchar(16),
  note varchar(2000),
  triaged_by varchar(64),
  triaged_at timestamp(6) with time zone,
  incident_id varchar(48)
);
create index report_state on report (state, received_at);
