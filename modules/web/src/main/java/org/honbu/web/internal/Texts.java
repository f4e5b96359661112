package org.honbu.web.internal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.ResourceBundle;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.honbu.kernel.CurrentPerson;

/** Says things in the reader's language; pages know it as {@code t}. */
@Named("t")
@RequestScoped
public class Texts {
  private final Locale reader;
  private final Clock clock;
  private final ZoneId zone;
  private final ResourceBundle bundle;

  @Inject
  public Texts(
      CurrentPerson person,
      Clock clock,
      @ConfigProperty(name = "honbu.web.time.zone", defaultValue = "Asia/Tokyo") ZoneId zone) {
    this(person.locale(), clock, zone);
  }

  Texts(Locale reader, Clock clock, ZoneId zone) {
    this.reader = reader;
    this.clock = clock;
    this.zone = zone;
    this.bundle = ResourceBundle.getBundle("org.honbu.web.messages", reader);
  }

  public String say(String key) {
    return bundle.getString(key);
  }

  public String say(String key, Object value) {
    return fill(key, value);
  }

  public String say(String key, Object first, Object second) {
    return fill(key, first, second);
  }

  public String say(String key, Object first, Object second, Object third) {
    return fill(key, first, second, third);
  }

  /** 10,000. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(reader).format(number);
  }

  /** A word from a family of words: {@code severity.} and 1 is “Critical”. */
  public String of(String family, Object member) {
    return bundle.getString(family + member);
  }

  /** As {@link #of(String, Object)}, for names that operators may add to. */
  String of(String family, String member, String otherwise) {
    return bundle.containsKey(family + member) ? bundle.getString(family + member) : otherwise;
  }

  /** 03:46 JST. */
  public String clock(Instant at) {
    return DateTimeFormatter.ofPattern("HH:mm z", reader).withZone(zone).format(at);
  }

  /** 03:46 JST, with the day when it is not today, and with the year when it is not this one. */
  public String when(Instant at) {
    return DateTimeFormatter.ofPattern(day(at, day(clock.instant())) + "HH:mm z", reader)
        .withZone(zone)
        .format(at);
  }

  private String day(Instant at, LocalDate today) {
    boolean japanese = reader.getLanguage().equals("ja");
    if (day(at).getYear() != today.getYear()) {
      return japanese ? "yyyy/M/d " : "d MMM yyyy ";
    }
    return day(at).equals(today) ? "" : japanese ? "M/d " : "d MMM ";
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  /** 03:46, where the zone was said already. */
  public String minute(Instant at) {
    return DateTimeFormatter.ofPattern("HH:mm", reader).withZone(zone).format(at);
  }

  public String dateTime(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
        .withLocale(reader)
        .withZone(zone)
        .format(at);
  }

  /** 13:48, or +2:10 once it is over; “4 d 23 h” where nobody counts seconds yet. */
  public String left(Instant due) {
    Duration left = Duration.between(clock.instant(), due);
    String span = span(left.abs());
    return left.isNegative() ? "+" + span : span;
  }

  private String span(Duration span) {
    if (span.toDays() >= 2) {
      return fill("left.days", span.toDays(), span.toHoursPart());
    }
    return span.toHours() > 0
        ? "%d:%02d:%02d".formatted(span.toHours(), span.toMinutesPart(), span.toSecondsPart())
        : "%d:%02d".formatted(span.toMinutes(), span.toSecondsPart());
  }

  /** “32 min”, “5 h 10 min”, “3 days”: how long ago it was. */
  public String ago(Instant then) {
    Duration since = Duration.between(then, clock.instant());
    if (since.toMinutes() < 1) {
      return fill("ago.now");
    }
    if (since.toHours() < 1) {
      return fill("ago.minutes", since.toMinutes());
    }
    return since.toDays() < 2
        ? fill("ago.hours", since.toHours(), since.toMinutesPart())
        : fill("ago.days", since.toDays());
  }

  /** The server's time, by which clocks on the page run. */
  public Instant getNow() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  Locale reader() {
    return reader;
  }

  private String fill(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), reader).format(values);
  }
}
