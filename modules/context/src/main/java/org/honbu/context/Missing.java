package org.honbu.context;

import org.honbu.kernel.Words;

/** What nobody has written down, and what to do about it. */
public enum Missing {
  COMPONENT(
      "どのコンポーネントかが記録されていません。アラートのラベル component か、宣言の「コンポーネント」に書くと、次から出ます",
      "It is not recorded which component this is. Put it into the alert's label “component”, or name it when declaring"),
  CATALOGUE(
      "このコンポーネントはカタログにありません。管理者か当番表の担当者が PUT /api/v1/components/{id} で登録できます",
      "The catalogue does not know this component. An admin or schedule admin adds it by PUT /api/v1/components/{id}"),
  RUNBOOK("手順書がありません。ここで追加できます", "There is no runbook. You can add it here"),
  DEPENDENCIES(
      "何に依存しているかが登録されていません。PUT /api/v1/components/{id} の dependsOn に書けます",
      "It is not recorded what it needs. Write it into dependsOn of PUT /api/v1/components/{id}"),
  ON_CALL(
      "いま当番の人がいません。「エスカレ」を押すか、チームの誰かに頼んでください",
      "Nobody is on call for it right now. Escalate, or ask somebody of the team"),
  CHANGES(
      "24 時間以内の変更は届いていません。CI が POST /api/v1/changes で知らせていれば、変更がなかったということです",
      "No change of the last 24 hours was told. If CI tells POST /api/v1/changes, there was none");

  private final String ja;
  private final String en;

  Missing(String ja, String en) {
    this.ja = ja;
    this.en = en;
  }

  public Words words() {
    return new Words(ja, en);
  }
}
