package org.honbu.incidents.internal;

/** Ids in the diagrams that this module speaks to. */
final class Steps {
  static final String LEAD = "Activity_LeadTheIncident";
  static final String ANNOUNCE = "Activity_Announce";
  static final String ACKNOWLEDGE = "Activity_AcknowledgeAlert";
  static final String TRIAGE = "Activity_Triage";
  static final String WORK_AS_TEAM = "Activity_WorkAsTeam";
  static final String VERIFY = "Activity_VerifyMitigation";
  static final String RESOLVE = "Activity_DeclareResolved";
  static final String CONFIRM_FALSE_ALARM = "Activity_ConfirmFalseAlarm";
  static final String ACCEPT_COMMAND = "Activity_AcceptCommand";

  private Steps() {}
}
