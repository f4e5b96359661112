package org.honbu.warroom.internal.loop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.honbu.incidents.Briefing;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.PersonId;
import org.honbu.kernel.Words;
import org.honbu.warroom.Assignment;
import org.honbu.warroom.Assignments;
import org.honbu.warroom.ClosedTopic;
import org.honbu.warroom.RoomPeople;
import org.honbu.warroom.Roster;
import org.honbu.warroom.Summons;
import org.honbu.warroom.SummonsView;
import org.honbu.warroom.Topic;
import org.honbu.warroom.Topics;
import org.honbu.warroom.WorkKind;

/** What a commander would tell the next one by heart, from the record of the room (TP-6). */
@ApplicationScoped
class WhatTheRoomKnows {
  private final Assignments assignments;
  private final Topics topics;
  private final Roster roster;
  private final Summons summons;
  private final LoopVoice voice;

  @Inject
  WhatTheRoomKnows(
      Assignments assignments, Topics topics, Roster roster, Summons summons, LoopVoice voice) {
    this.assignments = assignments;
    this.topics = topics;
    this.roster = roster;
    this.summons = summons;
    this.voice = voice;
  }

  /** A line each; a topic about which the room knows nothing has no entry. */
  Map<Briefing.Topic, List<Words>> of(IncidentId incident) {
    List<Topic> open = topics.open(incident);
    return Map.of(
        Briefing.Topic.HYPOTHESES,
        hypotheses(incident, open),
        Briefing.Topic.ORGANISATION,
        organisation(incident, open),
        Briefing.Topic.CALLED,
        called(incident));
  }

  private List<Words> hypotheses(IncidentId incident, List<Topic> open) {
    var lines = new ArrayList<Words>();
    for (Assignment work : assignments.of(incident)) {
      line(work).ifPresent(lines::add);
    }
    for (Topic topic : open) {
      lines.add(new Words("調べている：{0}", "Alive: {0}").with(topic.question()));
    }
    for (ClosedTopic topic : topics.closed(incident)) {
      line(topic).ifPresent(lines::add);
    }
    return lines;
  }

  private static Optional<Words> line(ClosedTopic topic) {
    return switch (topic.result()) {
      case ANSWERED ->
          Optional.of(
              new Words("わかった：{0} → {1}", "Found: {0} → {1}")
                  .with(topic.question(), topic.answer()));
      case EXCLUDED ->
          Optional.of(
              new Words("否定：{0}（{1}）", "Ruled out: {0} ({1})")
                  .with(topic.question(), topic.answer()));
      case PARKED, MERGED_BACK -> Optional.empty();
    };
  }

  private static Optional<Words> line(Assignment work) {
    Optional<Assignment.Report> report = work.report();
    if (report.isEmpty()) {
      return isLookedFor(work)
          ? Optional.of(new Words("調べている：{0}", "Alive: {0}").with(work.outcome()))
          : Optional.empty();
    }
    return switch (report.get().answered()) {
      case FOUND ->
          Optional.of(
              new Words("わかった：{0} → {1}", "Found: {0} → {1}")
                  .with(work.outcome(), report.get().conditions()));
      case EXCLUDED ->
          Optional.of(
              new Words("否定：{0}（{1}）", "Ruled out: {0} ({1})")
                  .with(work.outcome(), report.get().conditions()));
      case UNKNOWN -> Optional.empty();
    };
  }

  private static boolean isLookedFor(Assignment work) {
    boolean isOpen =
        work.state() == Assignment.State.PROPOSED || work.state() == Assignment.State.ACCEPTED;
    return isOpen && (work.kind() == WorkKind.INVESTIGATE || work.kind() == WorkKind.REPRODUCE);
  }

  private List<Words> organisation(IncidentId incident, List<Topic> open) {
    var lines = new ArrayList<Words>();
    for (Topic topic : open) {
      if (topic.state() == Topic.State.LED) {
        lines.add(
            said(
                new Words("話題 {1} のリード：{0} さん", "{0} leads topic {1}"),
                topic.lead(),
                topic.name()));
      }
    }
    RoomPeople there = roster.people(incident);
    int others = there.free().size() + there.informed().size() + there.observing().size();
    if (others > 0) {
      lines.add(
          new Words(
                  "手空き {0} 人、情報あり {1} 人、見学 {2} 人", "Free: {0}, with context: {1}, looking on: {2}")
              .with(there.free().size(), there.informed().size(), there.observing().size()));
    }
    return lines;
  }

  private List<Words> called(IncidentId incident) {
    var lines = new ArrayList<Words>();
    for (SummonsView one : summons.of(incident)) {
      for (SummonsView.Asked asked : one.asked()) {
        if (asked.reply() == SummonsView.Reply.ASKED && one.state() == SummonsView.State.ASKING) {
          lines.add(said(new Words("返事待ち：{0} さん", "No answer yet: {0}"), asked.person(), ""));
        } else if (asked.reply() == SummonsView.Reply.COMING) {
          lines.add(said(new Words("まだ来ていない：{0} さん", "On their way: {0}"), asked.person(), ""));
        } else if (asked.reply() == SummonsView.Reply.THERE) {
          lines.add(said(new Words("来た：{0} さん", "Came: {0}"), asked.person(), ""));
        }
      }
    }
    return lines;
  }

  private Words said(Words sentence, PersonId person, String more) {
    return sentence.with(voice.name(person), more);
  }
}
