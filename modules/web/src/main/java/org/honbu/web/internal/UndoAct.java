package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Undo;
import org.honbu.incidents.Undoable;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Words;

/** 取り消す: the button of the bar that stands for thirty seconds after a press. */
@ApplicationScoped
public class UndoAct implements ActList {
  private static final Words WHICH =
      new Words(
          "取り消す操作がわかりません。画面を開き直してください", "Which act to take back is not clear. Open the page again");

  private final Undo undo;

  @Inject
  public UndoAct(Undo undo) {
    this.undo = undo;
  }

  @Override
  public List<Act> acts() {
    return List.of(new Act(Page.INCIDENT, "undo", Set.of(), this::takeBack));
  }

  private Act.Answer takeBack(Act.Form form) {
    IncidentId incident = new IncidentId(form.variable().orElseThrow());
    Optional<Undoable> act =
        form.field("subject")
            .flatMap(
                name ->
                    Arrays.stream(Undoable.values())
                        .filter(one -> one.name().equals(name))
                        .findFirst());
    if (act.isEmpty()) {
      return Act.Answer.refused(WHICH);
    }
    Outcome outcome = undo.takeBack(incident, act.get(), form.person());
    if (outcome instanceof Outcome.NotAllowed no) {
      return Act.Answer.refused(no.why());
    }
    if (outcome instanceof Outcome.NotNow no) {
      return Act.Answer.refused(no.why());
    }
    return done(act.get());
  }

  private static Act.Answer done(Undoable act) {
    return switch (act) {
      case ANSWER ->
          Act.Answer.done("応答を取り消しました。呼び出しは続いています", "The answer is taken back. The calls go on");
      case ESCALATION ->
          Act.Answer.done(
              "エスカレを取り消しました。部屋は閉じました", "The escalation is taken back. The room is closed");
      case RESOLUTION ->
          Act.Answer.done(
              "復旧の宣言を取り消しました。経過観察に戻りました", "The resolution is taken back. It is watched again");
      case FALSE_ALARM ->
          Act.Answer.done(
              "誤検知の確認を取り消しました。対応に戻りました", "The false alarm is taken back. The response goes on");
    };
  }
}
