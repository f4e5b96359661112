-- What somebody may still take back, and how the incident stood before; a row and not memory, so that
-- any node can take it back, and that of the end of the time and the undo one comes first, never both.
create table incidents.undo_offer (
  id uuid primary key,
  incident varchar(48) not null,
  act varchar(16) not null,
  person varchar(64) not null,
  offered_at timestamp(6) with time zone not null,
  until_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  ending varchar(16),
  state_before varchar(16) not null,
  state_after varchar(16) not null,
  room_before varchar(8) not null,
  room_opened_before timestamp(6) with time zone,
  reasons_before varchar(120) not null,
  break_glass_before boolean not null,
  triaged_before boolean not null,
  public_phase varchar(16) not null,
  stand_in varchar(64),
  seat_epoch integer not null
);
create index undo_offer_incident on incidents.undo_offer (incident, act);
