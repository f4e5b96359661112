-- Who entered a message where users read it, when it did not get there by itself; where that is, and its link.
alter table announcements.announcement add column entered_by varchar(64);
alter table announcements.announcement add column entered_at timestamp(6) with time zone;
alter table announcements.announcement add column entered_where varchar(100);
alter table announcements.announcement add column entered_link varchar(300);
