-- Whoever reads a summary for privacy may want another one: it is told to nobody, and stays on record.
alter table announcements.executive_summary add column sent_back_by varchar(64);
