package org.honbu.announcements.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.honbu.kernel.Words;

/**
 * The first message, prepared from what is known at once (TP-1). Times are JST, as users read them.
 */
final class FirstText {
  private static final DateTimeFormatter JST =
      DateTimeFormatter.ofPattern("HH:mm 'JST'").withZone(ZoneId.of("Asia/Tokyo"));
  private static final Words SENTENCE =
      new Words(
          "現在、{0} がご利用しづらい状況を確認しており、調査を進めています。{1} ごろから発生しています。"
              + "影響範囲は確認中です。ご不便をおかけし申し訳ございません。次のお知らせは {2} 予定です。",
          "We are investigating a problem affecting {0} since about {1}. We are still confirming"
              + " the scope. We are sorry for the disruption. Next update by {2}.");

  private FirstText() {}

  static Words of(Duties.Situation situation, Instant next) {
    Words place =
        situation
            .component()
            .map(name -> new Words(name, name))
            .orElse(new Words("サービス", "our service"));
    String since = JST.format(situation.since());
    String promise = JST.format(next);
    return new Words(
        SENTENCE.with(place.ja(), since, promise).ja(),
        SENTENCE.with(place.en(), since, promise).en());
  }
}
