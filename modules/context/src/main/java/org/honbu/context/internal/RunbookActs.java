package org.honbu.context.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.honbu.context.Knowledge.Outcome;
import org.honbu.incidents.IncidentBoard;
import org.honbu.incidents.Incidents;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;
import org.honbu.people.Component;
import org.honbu.people.Organisation;
import org.honbu.people.People;

/** Writes down a runbook where somebody has just missed it. */
@ApplicationScoped
class RunbookActs {
  static final Problem NO_ADDRESS =
      new Problem(
          "HB-8501",
          Problem.Owner.CALLER,
          400,
          new Words(
              "「{0}」には https:// で始まる 500 字までのアドレスを書いてください",
              "“{0}” must be an address of up to 500 characters that begins with https://"));

  private static final int LENGTH = 500;
  private static final Words NOT_IN_CATALOGUE =
      new Words("カタログにないコンポーネントには手順書を登録できません", "The catalogue has no such component to add it to");
  private static final Words THERE_IS_ONE =
      new Words("手順書はもう登録されています：{0}", "There is a runbook already: {0}");
  private static final Words NOT_YOURS =
      new Words(
          "手順書を追加できるのは、担当チームと、この障害に対応している人です",
          "The owning team and those who respond to this incident may add the runbook");

  private final IncidentBoard board;
  private final Incidents incidents;
  private final People people;
  private final Organisation organisation;

  @Inject
  RunbookActs(IncidentBoard board, Incidents incidents, People people, Organisation organisation) {
    this.board = board;
    this.incidents = incidents;
    this.people = people;
    this.organisation = organisation;
  }

  Outcome add(IncidentId incident, String url, PersonId by) {
    URI runbook = address(url.strip());
    Optional<Component> component = board.view(incident).component().flatMap(people::component);
    if (component.isEmpty()) {
      return new Outcome.NotNow(refused(incident, NOT_IN_CATALOGUE, by));
    }
    Component known = component.get();
    if (!people.inTeam(by, known.owner()) && !incidents.mayRespond(incident, by)) {
      return new Outcome.NotAllowed(refused(incident, NOT_YOURS, by));
    }
    if (known.runbook().isPresent()) {
      return new Outcome.NotNow(refused(incident, THERE_IS_ONE.with(known.runbook().get()), by));
    }
    incidents.note(
        incident,
        "runbook-added",
        new Words("{0} の手順書を登録しました：{1}", "The runbook of {0} was added: {1}")
            .with(known.id(), runbook),
        Actor.person(by));
    organisation.define(known.withRunbook(runbook));
    return new Outcome.Done();
  }

  private Words refused(IncidentId incident, Words why, PersonId by) {
    incidents.note(incident, "refused", why, Actor.person(by));
    return why;
  }

  private static URI address(String url) {
    try {
      URI address = new URI(url);
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      if (web && address.getHost() != null && url.length() <= LENGTH) {
        return address;
      }
    } catch (URISyntaxException nonsense) {
      throw new ProblemException(nonsense, NO_ADDRESS, "url");
    }
    throw new ProblemException(NO_ADDRESS, "url");
  }
}
