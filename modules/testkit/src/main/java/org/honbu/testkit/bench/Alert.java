package org.honbu.testkit.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a monitoring system says: the payment API is down, which pages at severity 2. */
final class Alert {
  private static final Pattern INCIDENT = Pattern.compile("\"incident\":\"([^\"]+)\"");

  private Alert() {}

  static String firing(String group, String fingerprint) {
    return """
    {"version":"4","receiver":"honbu","status":"firing","groupKey":"bench %s","truncatedAlerts":0,
     "groupLabels":{"alertname":"PaymentApiDown"},
     "commonLabels":{"alertname":"PaymentApiDown","component":"payment-api","severity":"critical"},
     "commonAnnotations":{"summary":"Payment API does not answer"},
     "externalURL":"http://alertmanager.example:9093",
     "alerts":[{"status":"firing","fingerprint":"%s","startsAt":"2026-02-01T02:58:00Z",
       "labels":{"alertname":"PaymentApiDown","component":"payment-api","severity":"critical"},
       "annotations":{"summary":"Payment API does not answer"},
       "generatorURL":"http://prometheus.example:9090/graph"}]}\
    """
        .formatted(group, fingerprint);
  }

  /** The incident that an accepted alert belongs to. */
  static String incident(Wire.Reply reply) {
    Matcher found = INCIDENT.matcher(reply.body());
    if (reply.status() != 202 || !found.find()) {
      throw new IllegalStateException("not accepted: " + reply);
    }
    return found.group(1);
  }
}
