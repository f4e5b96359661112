-- What the commander saw, decided, waited for, told and found, round after round. Rows are never changed or deleted:
-- they are the record of what was decided and promised.
create table warroom.assessment (
  id uuid primary key,
  incident varchar(48) not null,
  number integer not null,
  said_by varchar(80) not null,
  said_at timestamp(6) with time zone not null,
  symptoms varchar(500) not null,
  scope varchar(500) not null,
  trend varchar(16) not null,
  known varchar(500) not null,
  not_known varchar(500) not null,
  -- Two who write in the same moment cannot both become number 3; here and below.
  constraint assessment_once unique (incident, number)
);

create table warroom.decision (
  id uuid primary key,
  incident varchar(48) not null,
  number integer not null,
  said_by varchar(80) not null,
  said_at timestamp(6) with time zone not null,
  decision varchar(200) not null,
  what_first varchar(500) not null,
  where_to_look varchar(500) not null,
  how_to_respond varchar(500) not null,
  options varchar(500) not null,
  risk varchar(500) not null,
  objections varchar(500) not null,
  plan_b varchar(500) not null,
  review_at timestamp(6) with time zone not null,
  constraint decision_once unique (incident, number)
);

-- A decision for which nobody is given work yet, and why.
create table warroom.waiting (
  id uuid primary key,
  incident varchar(48) not null,
  number integer not null,
  said_by varchar(80) not null,
  said_at timestamp(6) with time zone not null,
  reason varchar(200) not null,
  constraint waiting_once unique (incident, number)
);

create table warroom.status_update (
  id uuid primary key,
  incident varchar(48) not null,
  number integer not null,
  said_by varchar(80) not null,
  said_at timestamp(6) with time zone not null,
  conditions varchar(500) not null,
  actions varchar(500) not null,
  needs varchar(500) not null,
  next_at timestamp(6) with time zone not null,
  constraint status_update_once unique (incident, number)
);

-- What a round came to; the next one begins with it. Honbu writes one, too, when the impact was declared stopped elsewhere.
create table warroom.review (
  id uuid primary key,
  incident varchar(48) not null,
  number integer not null,
  said_by varchar(80) not null,
  said_at timestamp(6) with time zone not null,
  effect varchar(16) not null,
  evidence varchar(200) not null,
  next_step varchar(16) not null,
  constraint review_once unique (incident, number)
);

-- At most three objectives, as they were set together (GL-44).
create table warroom.objectives (
  id uuid primary key,
  incident varchar(48) not null,
  number integer not null,
  said_by varchar(80) not null,
  said_at timestamp(6) with time zone not null,
  first_aim varchar(100) not null,
  second_aim varchar(100) not null,
  third_aim varchar(100) not null,
  constraint objectives_once unique (incident, number)
);
