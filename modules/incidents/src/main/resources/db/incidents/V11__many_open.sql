-- The board says how many are open, however many that is; and which are drills is asked of a hundred
-- thousand commands at once. Both from the index alone.
create index incident_counted on incidents.incident (kind, state, room);
create index command_seat_standing on incidents.command_seat (standing);

-- The oldest that is open on a component, without reading the others. Serves whoever the older index served.
create index incident_oldest_on on incidents.incident (component, kind, state, declared_at);
drop index incidents.incident_component;

-- Who announces where is asked for a whole board; those whose duty has ended are far more.
create index duty_open on incidents.duty (kind, ended_at);

-- What was taken back is little of all that could have been.
create index undo_offer_ending on incidents.undo_offer (ending, act);

-- A late report is asked whether a new incident follows the old one already.
create index incident_link on incidents.incident (link);
