package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Command;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Impact;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Source;
import org.honbu.incidents.Visibility;
import org.honbu.kernel.Actor;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Kind;
import org.honbu.kernel.Words;

/** 宣言する: anybody may, and one sentence is enough. */
@ApplicationScoped
public class DeclareActs implements ActList {
  private static final int LONGEST = 140;
  private static final Words MISSING =
      new Words(
          "何が起きているか、一文だけ書いてください（140 字まで）",
          "Say in one sentence what is happening, up to 140 characters");

  private final Incidents incidents;
  private final Command command;
  private final Clock clock;

  @Inject
  public DeclareActs(Incidents incidents, Command command, Clock clock) {
    this.incidents = incidents;
    this.command = command;
    this.clock = clock;
  }

  @Override
  public List<Act> acts() {
    return List.of(new Act(Page.DECLARE, "declare", Set.of(), this::declare));
  }

  @Transactional
  Act.Answer declare(Act.Form form) {
    Optional<String> what =
        form.field("what").filter(text -> text.codePointCount(0, text.length()) <= LONGEST);
    if (what.isEmpty()) {
      return Act.Answer.refused(MISSING);
    }
    IncidentId incident = incidents.declare(declaration(what.get(), form));
    boolean now = form.field("now").isPresent();
    if (now) {
      command.escalate(incident, form.person());
    }
    return new Act.Answer.Done(
        now
            ? new Words(
                "宣言し、人を集めています。知らせてくれてありがとうございます",
                "Declared, and people are being called. Thank you for telling us")
            : new Words("宣言しました。知らせてくれてありがとうございます", "Declared. Thank you for telling us"),
        Optional.of(Page.INCIDENT.path(incident)));
  }

  private Declaration declaration(String what, Act.Form form) {
    Instant now = clock.instant();
    return new Declaration(
        what,
        Kind.REAL,
        Source.EMPLOYEE,
        Actor.person(form.person()),
        form.field("component"),
        Optional.empty(),
        Impact.UNKNOWN,
        form.field("visible").map(Visibility::valueOf).orElse(Visibility.UNKNOWN),
        Optional.empty(),
        now,
        Optional.empty());
  }
}
