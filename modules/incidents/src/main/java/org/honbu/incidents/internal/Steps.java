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
  static final String WRITE_BRIEFING = "Activity_WriteBriefing";
  static final String FINISH_BRIEFING = "Activity_FinishBriefing";
  static final String ACCEPT_COMMAND = "Activity_AcceptCommand";
  static final String TAKE_OFFERED_COMMAND = "Activity_TakeOfferedCommand";
  static final String SAY_STILL_IN_COMMAND = "Activity_SayStillInCommand";
  static final String CHOOSE_NEXT_PART = "Activity_ChooseNextPart";

  static final String HANDOVER_REQUESTED = "Message_HandoverRequested";
  static final String TAKE_COMMAND = "Message_TakeCommand";
  static final String COMMAND_TAKEN = "Message_CommandTaken";
  static final String CANDIDATE_DECLINED = "Message_CandidateDeclined";
  static final String HANDOVER_ENDED = "Message_HandoverEnded";

  private Steps() {}
}
