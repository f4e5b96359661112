package org.honbu.announcements.internal;

/** Ids of the announcement loop's elements that code speaks of. */
final class Steps {
  static final String DRAFT = "Activity_DraftAnnouncement";
  static final String APPROVE = "Activity_ApproveAnnouncement";
  static final String BY_HAND = "Activity_PublishByHand";
  static final String ENTER_BY_HAND = "Activity_EnterByHand";
  static final String COUNT = "Activity_CountUsersVoices";
  static final String REPORT_LATE = "Activity_ReportLateAnnouncement";
  static final String CADENCE_CHANGED = "Message_CadenceChanged";
  static final String IMPACT_CHANGED = "Message_ImpactChanged";
  static final String FIRST_IS_OUT = "Message_FirstIsOut";
  static final String TEXT_REPLACED = "Message_TextReplaced";

  private Steps() {}
}
