package org.honbu.warroom;

import java.time.Instant;
import java.util.Optional;
import org.honbu.kernel.PersonId;

/**
 * A choice of the commander, with the three answers the first one needs (FM-7).
 *
 * @param decision in one sentence, 1 to 200 characters
 * @param whatFirst 何から進めるか, 1 to 500 characters
 * @param whereToLook どこを調べていくか, 1 to 500 characters
 * @param howToRespond どう対応するか, 1 to 500 characters
 * @param reviewAt when it is looked at again
 */
public record Decision(
    int number,
    String decision,
    String whatFirst,
    String whereToLook,
    String howToRespond,
    Optional<String> planB,
    PersonId by,
    Instant at,
    Instant reviewAt) {}
