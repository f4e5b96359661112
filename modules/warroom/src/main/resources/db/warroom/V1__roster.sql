-- Who came into the room and how they can help. One row for each person and room: whoever goes keeps it, so that coming back finds it.
create table warroom.member (
  id uuid primary key,
  version integer not null,
  incident varchar(64) not null,
  person varchar(64) not null,
  stance varchar(16) not null,
  note varchar(200) not null,
  since timestamp(6) with time zone not null,
  released_at timestamp(6) with time zone,
  left_at timestamp(6) with time zone,
  constraint member_is_in_a_room_once unique (incident, person)
);

-- Who was asked to come, by whom. Whom to ask next is fixed when it begins.
create table warroom.summons (
  id uuid primary key,
  version integer not null,
  incident varchar(64) not null,
  number integer not null,
  team varchar(64),
  asked_by varchar(128) not null,
  why varchar(200) not null,
  state varchar(16) not null,
  -- Whether the process has been told; it may not be there yet (ADR-0005).
  heard boolean not null,
  began_at timestamp(6) with time zone not null,
  constraint summons_number unique (incident, number)
);

create table warroom.asked (
  summons_id uuid not null references warroom.summons (id),
  ask_order integer not null,
  person varchar(64) not null,
  -- Empty while it is not their turn.
  asked_at timestamp(6) with time zone,
  reply varchar(16) not null,
  primary key (summons_id, ask_order)
);

-- What first-timers took from the help board. Never counted for anybody here.
create table warroom.helping (
  id uuid primary key,
  version integer not null,
  incident varchar(64) not null,
  task varchar(32) not null,
  person varchar(64) not null,
  since timestamp(6) with time zone not null,
  done_at timestamp(6) with time zone,
  found varchar(200)
);
create index helping_of_incident on warroom.helping (incident);
