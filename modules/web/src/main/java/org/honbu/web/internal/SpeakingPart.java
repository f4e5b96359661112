package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.honbu.kernel.CurrentPerson;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.warroom.FocusShield;
import org.honbu.warroom.FocusShield.Shield;

/** Who of a room concentrates and who answers for them, and a word to one person alone (T16). */
@Named("speaking")
@RequestScoped
public class SpeakingPart {
  private final RosterPart roster;
  private final Map<PersonId, Shield> shields;
  private final PersonId reader;
  private final Names names;
  private final Texts texts;

  @Inject
  public SpeakingPart(
      HttpServletRequest request,
      RosterPart roster,
      FocusShield shield,
      CurrentPerson reader,
      Names names,
      Texts texts) {
    IncidentId incident = new IncidentId(String.valueOf(request.getAttribute(Router.VARIABLE)));
    this.roster = roster;
    this.shields = roster.isOpen() ? shield.over(incident) : Map.of();
    this.reader = reader.id();
    this.names = names;
    this.texts = texts;
  }

  public boolean isOpen() {
    return roster.isOpen();
  }

  public List<Line> getShielded() {
    return shields.entrySet().stream()
        .map(one -> line(one.getKey(), one.getValue()))
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  private Line line(PersonId person, Shield shield) {
    return new Line(names.of(person), texts.clock(shield.until()), names.of(shield.instead()));
  }

  /** Whom the reader could speak to: everybody of the room and everybody who works for it. */
  public List<Face> getPeople() {
    Map<String, Face> people = new LinkedHashMap<>();
    roster.getDuties().forEach(one -> people.put(one.face().id(), one.face()));
    List.of(roster.getFree(), roster.getInformed(), roster.getObserving())
        .forEach(rows -> rows.forEach(one -> people.put(one.id(), one.face())));
    shields.keySet().forEach(person -> people.put(person.value(), names.face(person)));
    people.remove(reader.value());
    return List.copyOf(people.values());
  }

  /**
   * Somebody who concentrates.
   *
   * @param until when their time box ends
   * @param instead who answers for them
   */
  public record Line(String name, String until, String instead) {}
}
