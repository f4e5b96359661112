-- What was changed in what runs, as CI and its like tell it. "What of this component and of what it
-- needs in the last day" is asked whenever somebody opens an incident: hence the index.
create table change (
  id uuid primary key,
  integration_id varchar(48) not null,
  external_id varchar(200),
  component varchar(80) not null,
  kind varchar(16) not null,
  happened_at timestamp(6) with time zone not null,
  who varchar(120) not null,
  summary varchar(300) not null,
  url varchar(500),
  told_at timestamp(6) with time zone not null,
  constraint change_once unique (integration_id, external_id)
);
create index change_of_component on change (component, happened_at);
-- Live pages ask when the last one came.
create index change_told on change (told_at);
