-- A handover is a record of its own: why, who is asked now, who could not, what the next commander
-- has to know. "running" repeats the incident while the handover runs: never two at once, by the key.
create table incidents.handover (
  id varchar(64) primary key,
  version integer not null,
  incident varchar(48) not null,
  number integer not null,
  running varchar(48),
  forced boolean not null,
  reason varchar(24) not null,
  words varchar(500) not null,
  asked_by varchar(64) not null,
  outgoing varchar(64) not null,
  asked varchar(64),
  round integer not null,
  asked_at timestamp(6) with time zone not null,
  heard boolean not null,
  briefed boolean not null,
  deputy_briefs boolean not null,
  read_back varchar(1300),
  successor varchar(64),
  epoch integer,
  next_part varchar(16),
  began_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  ending varchar(16),
  constraint handover_once unique (incident, number),
  constraint handover_alone unique (running)
);

-- Only to know whom not to ask again; nobody is counted by it.
create table incidents.handover_refusal (
  handover varchar(64) not null,
  person varchar(64) not null,
  answer varchar(16) not null,
  primary key (handover, person)
);

create table incidents.handover_briefing (
  handover varchar(64) not null,
  topic varchar(16) not null,
  ja varchar(1000) not null,
  en varchar(1000) not null,
  primary key (handover, topic)
);

-- What an executive wants the announcer to know, and nobody else.
create table incidents.announcer_note (
  id uuid primary key,
  incident varchar(48) not null,
  sender varchar(64) not null,
  words varchar(500) not null,
  sent_at timestamp(6) with time zone not null
);
create index announcer_note_incident on incidents.announcer_note (incident, sent_at);

-- Whether command was taken from somebody who did not answer.
alter table incidents.command_interval add column forced boolean default false not null;

-- A handover that runs while Honbu is renewed goes on; the column it stood in is no longer read.
insert into incidents.handover (
    id, version, incident, number, running, forced, reason, words, asked_by, outgoing, asked, round,
    asked_at, heard, briefed, deputy_briefs, began_at)
  select i.id || '#1', 0, i.id, 1, i.id, false, 'PERSONAL', '', s.holder, s.holder, i.successor, 1,
      current_timestamp, true, false, false, current_timestamp
    from incidents.incident i join incidents.command_seat s on s.incident = i.id
    where i.successor is not null;
