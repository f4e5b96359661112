-- A correction names the message it corrects, so that users see both as one.
alter table announcements.announcement add column corrects uuid;
-- Which commander let a text go on although something stood against it.
alter table announcements.announcement add column let_through_by varchar(64);
