package org.honbu.response.internal;

import java.util.stream.Stream;

/** Command that changes hands, or is looked after, while the process lags behind. */
class LaggingCommandTest extends LagStories {
  @Override
  Stream<Story> stories() {
    return Stream.of(
        story(
            "a handover that was asked for",
            room(
                "Activity_AwaitMitigation",
                "Activity_HandOver",
                "Activity_AskForSuccessor",
                "Activity_WriteBriefing"),
            answer(),
            escalate(MISAKI),
            take(),
            offer()),
        story(
            "… and briefed",
            room(
                "Activity_AwaitMitigation",
                "Activity_HandOver",
                "Activity_AskForSuccessor",
                "Activity_AcceptCommand"),
            answer(),
            escalate(MISAKI),
            take(),
            offer(),
            brief(),
            decline()),
        story(
            "… offered to everybody",
            room(
                "Activity_AwaitMitigation",
                "Activity_HandOver",
                "Activity_AskForSuccessor",
                "Activity_TakeOfferedCommand"),
            answer(),
            escalate(MISAKI),
            take(),
            world -> world.handovers.offerToAll(),
            brief()),
        story(
            "… accepted at once",
            room("Activity_AwaitMitigation", "Activity_HandOver", "Activity_ChooseNextPart"),
            answer(),
            escalate(MISAKI),
            take(),
            offer(),
            world -> world.handovers.accept(SAKURA)),
        story(
            "… accepted by the second who was asked",
            room("Activity_AwaitMitigation", "Activity_HandOver", "Activity_ChooseNextPart"),
            answer(),
            escalate(MISAKI),
            take(),
            offer(),
            decline(),
            world -> world.handovers.accept(GRACE)),
        story(
            "… declined three times",
            room("Activity_AwaitMitigation"),
            answer(),
            escalate(MISAKI),
            take(),
            offer(),
            decline(),
            decline(),
            decline()),
        story(
            "… withdrawn",
            room("Activity_AwaitMitigation"),
            answer(),
            escalate(MISAKI),
            take(),
            offer(),
            world -> world.handovers.withdraw()),
        story(
            "… overtaken by a claim",
            room("Activity_AwaitMitigation"),
            answer(),
            escalate(MISAKI),
            offer(),
            take()),
        story(
            "… overtaken without a word",
            room("Activity_AwaitMitigation"),
            answer(),
            escalate(MISAKI),
            offer(),
            world -> world.standInIsReplacedBy(ITSUKI)),
        story(
            "command that is taken",
            room(
                "Activity_AwaitMitigation",
                "Activity_TakeOver",
                "Activity_AskForSuccessor",
                "Activity_SayStillInCommand"),
            answer(),
            escalate(MISAKI),
            take(),
            takeFromAoi()),
        story(
            "… from somebody who is still there",
            room("Activity_AwaitMitigation"),
            answer(),
            escalate(MISAKI),
            take(),
            takeFromAoi(),
            world -> world.handovers.stillInCommand()),
        story(
            "… and then handed over",
            room(
                "Activity_AwaitMitigation",
                "Activity_HandOver",
                "Activity_AskForSuccessor",
                "Activity_WriteBriefing"),
            answer(),
            escalate(MISAKI),
            take(),
            takeFromAoi(),
            world -> world.handovers.stillInCommand(),
            offer()),
        story(
            "a commander whose hands are at work",
            room("Activity_AwaitMitigation", "Activity_CareForHands", "Activity_HandsOn"),
            answer(),
            escalate(MISAKI),
            take(),
            handsAtWork()),
        story(
            "… and from whom command is taken before they are asked",
            room("Activity_AwaitMitigation"),
            answer(),
            escalate(MISAKI),
            take(),
            handsAtWork(),
            world -> world.take(world.incident, SAKURA)));
  }

  private static Act take() {
    return world -> world.take(world.incident, AOI);
  }

  private static Act handsAtWork() {
    return world -> world.care.handsAtWork(world.incident, AOI);
  }

  private static Act offer() {
    return world -> world.handovers.offer(SAKURA);
  }

  private static Act brief() {
    return world -> world.handovers.brief(AOI);
  }

  private static Act decline() {
    return world -> world.handovers.decline();
  }

  private static Act takeFromAoi() {
    return world -> world.handovers.take(SAKURA);
  }
}
