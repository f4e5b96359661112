package org.honbu.slack.internal.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.honbu.incidents.AnnouncingTaken;
import org.honbu.incidents.CommandTaken;
import org.honbu.incidents.IncidentAcknowledged;
import org.honbu.incidents.IncidentMoved;
import org.honbu.incidents.IncidentParted;
import org.honbu.incidents.PrivacyChanged;
import org.honbu.incidents.RoomOpened;
import org.honbu.incidents.TakenBack;
import org.honbu.outbox.Fact;
import org.honbu.outbox.FactHandler;
import org.honbu.warroom.CallMoved;
import org.honbu.warroom.MemberJoined;
import org.honbu.warroom.StatusShared;

/** Which facts Slack hears of, and what it does then: one line each. */
final class Hearers {
  private Hearers() {}

  /** What all of them have. */
  abstract static class Hearer<F extends Fact> implements FactHandler<F> {
    private final String name;
    private final Class<F> fact;

    Hearer(String name, Class<F> fact) {
      this.name = "slack." + name;
      this.fact = fact;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Class<F> fact() {
      return fact;
    }
  }

  /** Somebody has it: the button goes. */
  @ApplicationScoped
  static class OfTheAnswer extends Hearer<IncidentAcknowledged> {
    private final TellsSlack tells;

    @Inject
    OfTheAnswer(TellsSlack tells) {
      super("edits-when-answered", IncidentAcknowledged.class);
      this.tells = tells;
    }

    @Override
    public void on(IncidentAcknowledged fact) {
      tells.edit(fact.incident(), fact.at());
      tells.joined(fact.incident(), fact.by(), fact.at());
    }
  }

  /** A slip was taken back: the button is there again. */
  @ApplicationScoped
  static class OfSlips extends Hearer<TakenBack> {
    private final TellsSlack tells;

    @Inject
    OfSlips(TellsSlack tells) {
      super("edits-when-taken-back", TakenBack.class);
      this.tells = tells;
    }

    @Override
    public void on(TakenBack fact) {
      tells.edit(fact.incident(), fact.at());
    }
  }

  /** A room needs a channel, and everybody the way in. */
  @ApplicationScoped
  static class OfRooms extends Hearer<RoomOpened> {
    private final TellsSlack tells;

    @Inject
    OfRooms(TellsSlack tells) {
      super("opens-the-channel", RoomOpened.class);
      this.tells = tells;
    }

    @Override
    public void on(RoomOpened fact) {
      tells.roomOpened(fact.incident(), fact.at());
    }
  }

  /** Its channel was archived when it became part of another. */
  @ApplicationScoped
  static class OfPartings extends Hearer<IncidentParted> {
    private final TellsSlack tells;

    @Inject
    OfPartings(TellsSlack tells) {
      super("opens-the-channel-again", IncidentParted.class);
      this.tells = tells;
    }

    @Override
    public void on(IncidentParted fact) {
      tells.roomIsBack(fact.incident(), fact.at());
    }
  }

  /** Who leads stands in the topic. */
  @ApplicationScoped
  static class OfCommand extends Hearer<CommandTaken> {
    private final TellsSlack tells;

    @Inject
    OfCommand(TellsSlack tells) {
      super("names-the-commander", CommandTaken.class);
      this.tells = tells;
    }

    @Override
    public void on(CommandTaken fact) {
      tells.commands(fact.incident(), fact.to(), fact.at());
    }
  }

  /** Whoever announces needs the room’s channel. */
  @ApplicationScoped
  static class OfAnnouncers extends Hearer<AnnouncingTaken> {
    private final TellsSlack tells;

    @Inject
    OfAnnouncers(TellsSlack tells) {
      super("invites-the-announcer", AnnouncingTaken.class);
      this.tells = tells;
    }

    @Override
    public void on(AnnouncingTaken fact) {
      tells.joined(fact.incident(), fact.by(), fact.at());
    }
  }

  /** Whoever comes in is invited. */
  @ApplicationScoped
  static class OfMembers extends Hearer<MemberJoined> {
    private final TellsSlack tells;

    @Inject
    OfMembers(TellsSlack tells) {
      super("invites-who-comes", MemberJoined.class);
      this.tells = tells;
    }

    @Override
    public void on(MemberJoined fact) {
      tells.joined(fact.incident(), fact.person(), fact.at());
    }
  }

  /** When the room hears again stands in the topic. */
  @ApplicationScoped
  static class OfStatus extends Hearer<StatusShared> {
    private final TellsSlack tells;

    @Inject
    OfStatus(TellsSlack tells) {
      super("says-when-next", StatusShared.class);
      this.tells = tells;
    }

    @Override
    public void on(StatusShared fact) {
      tells.topic(fact.incident(), fact.at());
    }
  }

  /** Who has hands free, and who got the work. */
  @ApplicationScoped
  static class OfCalls extends Hearer<CallMoved> {
    private final TellsSlack tells;

    @Inject
    OfCalls(TellsSlack tells) {
      super("edits-when-hands-are-free", CallMoved.class);
      this.tells = tells;
    }

    @Override
    public void on(CallMoved fact) {
      tells.hands(fact.incident(), fact.call(), fact.at());
    }
  }

  /** How it stands; at its very end the channel is archived. */
  @ApplicationScoped
  static class OfMoves extends Hearer<IncidentMoved> {
    private final TellsSlack tells;

    @Inject
    OfMoves(TellsSlack tells) {
      super("edits-when-moved", IncidentMoved.class);
      this.tells = tells;
    }

    @Override
    public void on(IncidentMoved fact) {
      tells.edit(fact.incident(), fact.at());
      if (fact.to().isFinal()) {
        tells.archive(fact.incident(), fact.at());
      }
    }
  }

  /** From now on its messages say less, or as much as before again. */
  @ApplicationScoped
  static class OfPrivacy extends Hearer<PrivacyChanged> {
    private final TellsSlack tells;

    @Inject
    OfPrivacy(TellsSlack tells) {
      super("edits-when-privacy-changes", PrivacyChanged.class);
      this.tells = tells;
    }

    @Override
    public void on(PrivacyChanged fact) {
      tells.edit(fact.incident(), fact.at());
    }
  }
}
