-- The board reads the worst of each state in the order in which it shows them, unrated first, so that
-- what it costs does not depend on how many there are. Serves whoever the older index served.
create index incident_worst on incidents.incident (state, severity nulls first, declared_at);
drop index incidents.incident_state;

-- An alert or a report asks whether something is open on its component.
create index incident_component on incidents.incident (component, state, declared_at);

-- The ranking of commanders looks back a month and a year, not to the first incident there was.
create index command_interval_ended on incidents.command_interval (ended_at);
create index command_interval_held on incidents.command_interval (standing, began_at);
