package org.honbu.warroom;

import java.util.List;
import org.honbu.kernel.PersonId;

/**
 * The topic a commander wants to split off.
 *
 * @param question what it has to answer, 1 to 200 characters
 * @param lead a responder, who is asked
 * @param members who goes there at once, beside the lead
 */
public record TopicWish(String question, PersonId lead, List<PersonId> members) {}
