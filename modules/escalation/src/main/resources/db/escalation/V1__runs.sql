-- One run of OnCallPage. Its lock decides between an answer and a timer of the same instant.
create table paging_run (
  id uuid primary key,
  process_run varchar(80) not null,
  incident_id varchar(64) not null,
  kind varchar(16) not null,
  severity integer not null,
  team_id varchar(48) not null,
  state varchar(16) not null,
  step integer not null,
  answer_by timestamp(6) with time zone,
  answered_by varchar(64),
  answered_at timestamp(6) with time zone,
  started_at timestamp(6) with time zone not null,
  version integer not null,
  constraint run_of_process unique (process_run)
);
create index run_of_incident on paging_run (incident_id, state);

-- The chain as it was when the run began; changing the rules changes the next run only.
create table planned_step (
  run_id uuid not null references paging_run (id),
  step_order integer not null,
  level varchar(24) not null,
  answer_within varchar(40) not null,
  primary key (run_id, step_order)
);

create table called (
  run_id uuid not null references paging_run (id),
  call_order integer not null,
  step integer not null,
  person_id varchar(64) not null,
  called_at timestamp(6) with time zone not null,
  reply varchar(16) not null,
  primary key (run_id, call_order)
);
