-- What a person needs who has never seen the component: where to read on, and what it stands on.
-- A component may need something that is not in the catalogue (yet), so no foreign key there.
alter table component add column docs varchar(2000);

create table component_dependency (
  component_id varchar(80) not null references component (id),
  depends_on varchar(80) not null,
  primary key (component_id, depends_on)
);
