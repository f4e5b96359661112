package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.honbu.kernel.CurrentPerson;
import org.honbu.people.Contribution;
import org.honbu.people.Level;
import org.honbu.people.LevelRecord;
import org.honbu.people.LevelRecords;

/** あなたの記録: how far the reader has come. Nobody sees another's. */
@Named("ownRecord")
@RequestScoped
public class OwnRecord {
  private final LevelRecord mine;
  private final Names names;
  private final Texts texts;

  @Inject
  public OwnRecord(LevelRecords records, CurrentPerson reader, Names names, Texts texts) {
    this.mine = records.of(reader.id());
    this.names = names;
    this.texts = texts;
  }

  /** The sentence that is true now. */
  public String getSentence() {
    int did = mine.contributions().size();
    if (did > 0) {
      return texts.say("record.did", did);
    }
    return mine.incidents() > 0
        ? texts.say("record.looked-on", mine.incidents())
        : texts.say("record.nothing");
  }

  /** The steps, and where the reader stands. */
  public List<Step> getLadder() {
    return Arrays.stream(Level.values())
        .map(
            level ->
                new Step(
                    level.name(),
                    names.in(level.label()),
                    level == mine.level()
                        ? "now"
                        : level.compareTo(mine.level()) < 0 ? "went" : ""))
        .toList();
  }

  /** Newest first. */
  public List<Deed> getDeeds() {
    return mine.contributions().stream().map(this::deed).toList();
  }

  private Deed deed(Contribution one) {
    return new Deed(names.in(one.what()), one.incident().value(), one.at());
  }

  /** A step of the ladder. */
  public record Step(String level, String name, String look) {
    /** As {@code aria-current} wants it. */
    public String current() {
      return look.equals("now") ? "step" : "false";
    }
  }

  /** Something the reader did. */
  public record Deed(String what, String incident, Instant at) {}
}
