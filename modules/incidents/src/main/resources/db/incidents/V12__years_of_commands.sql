-- Which incidents were nothing, and were closed without ever being resolved, is asked beside a year of
-- commands, without reading the open ones. Serves whoever the older index served.
create index incident_resolved_in on incidents.incident (resolved_at, state);
drop index incidents.incident_resolved;
