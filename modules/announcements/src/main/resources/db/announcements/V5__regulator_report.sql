-- The clock of the law: once for each incident in which data may be harmed, counted from when that became known.
create table announcements.regulator_report (
  incident varchar(64) primary key,
  version integer not null,
  kind varchar(16) not null,
  jurisdiction varchar(16) not null,
  known_at timestamp(6) with time zone not null,
  malicious boolean not null,
  stage varchar(16) not null,
  -- The dates as the table gave them then: what is promised to an authority does not move with a table.
  remind_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  final_remind_at timestamp(6) with time zone not null,
  final_due_at timestamp(6) with time zone not null,
  -- How far people were reminded in this stage: 0 not yet, 1 the reminder, 2 the date itself, one more for each day after.
  told integer not null,
  preliminary_sent boolean not null,
  -- How often it was taken up again after it had been called off.
  round integer not null,
  ending varchar(16),
  ended_at timestamp(6) with time zone
);
-- What an authority was told, or why it needed not be.
create table announcements.regulator_filing (
  id uuid primary key,
  incident varchar(64) not null,
  number integer not null,
  said_by varchar(64) not null,
  said_at timestamp(6) with time zone not null,
  stage varchar(16) not null,
  sent_at timestamp(6) with time zone,
  reported_to varchar(200) not null,
  reference varchar(100) not null,
  reason varchar(500) not null,
  malicious boolean not null,
  constraint regulator_filing_number unique (incident, number)
);
-- Where no privacy officer can be reached, a process owner reads a text instead: when they were asked, and their reason.
alter table announcements.announcement add column owners_asked_at timestamp(6) with time zone;
alter table announcements.announcement add column privacy_instead varchar(500);
-- A summary about harmed data waits for the same second reader before stakeholders get it.
alter table announcements.executive_summary add column waits boolean default false not null;
alter table announcements.executive_summary add column privacy_approver varchar(64);
alter table announcements.executive_summary add column privacy_instead varchar(500);
alter table announcements.executive_summary add column owners_asked_at timestamp(6) with time zone;
