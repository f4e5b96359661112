-- What users were told, and by whom it was read first. Rows are never deleted: they are the record of what was promised.
create table announcements.announcement (
  id uuid primary key,
  version integer not null,
  incident_id varchar(64) not null,
  number integer not null,
  phase varchar(16) not null,
  text_ja varchar(400) not null,
  text_en varchar(800) not null,
  next_at timestamp(6) with time zone,
  hash varchar(64) not null,
  state varchar(16) not null,
  author varchar(64) not null,
  drafted_at timestamp(6) with time zone not null,
  approver varchar(64),
  approved_at timestamp(6) with time zone,
  published_at timestamp(6) with time zone,
  -- Two announcers who draft in the same moment cannot both become message 3.
  constraint announcement_number unique (incident_id, number)
);
