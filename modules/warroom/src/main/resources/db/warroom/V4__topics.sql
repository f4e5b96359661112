-- Side rooms for one question each. Rows are kept: what was asked and what came of it belongs to the review.
create table warroom.topic (
  id uuid primary key,
  version integer not null,
  incident_id varchar(64) not null,
  number integer not null,
  question varchar(200) not null,
  lead varchar(64) not null,
  state varchar(16) not null,
  round integer not null,
  opened_at timestamp(6) with time zone not null,
  next_report_at timestamp(6) with time zone not null,
  reports integer not null,
  floor_of varchar(64),
  heard boolean not null,
  ended_at timestamp(6) with time zone,
  result varchar(16),
  answer varchar(300),
  -- Two topics split off in the same moment cannot both be Alpha.
  constraint topic_number unique (incident_id, number),
  -- A room talks about one thing at a time; both databases let many rows be on no floor.
  constraint topic_one_floor unique (floor_of)
);

-- Unity of command: a person is in one topic of an incident at most.
create table warroom.topic_member (
  id varchar(130) primary key,
  incident_id varchar(64) not null,
  person varchar(64) not null,
  topic_id uuid not null references warroom.topic (id),
  since timestamp(6) with time zone not null,
  constraint topic_member_one_topic unique (incident_id, person)
);

-- What was raised and put off, so that it is neither talked about now nor forgotten.
create table warroom.parked_subject (
  id uuid primary key,
  incident_id varchar(64) not null,
  subject varchar(200) not null,
  parked_by varchar(64) not null,
  parked_at timestamp(6) with time zone not null,
  taken_up_at timestamp(6) with time zone
);
create index parked_subject_incident on warroom.parked_subject (incident_id);
