package org.honbu.alerts.internal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.ConfigProvider;

/** Admits the integration {@code prometheus} of the sample organisation; demo and tests only. */
@ApplicationScoped
class SampleIntegration {
  /** Known to everybody who reads this; never in real use. */
  static final String DEMO_KEY = "demo-secret-alerts-prometheus";

  private final LiveAlerts alerts;

  @Inject
  SampleIntegration(LiveAlerts alerts) {
    this.alerts = alerts;
  }

  void settle(@Observes @Priority(Interceptor.Priority.APPLICATION) Startup start) {
    if (AlertsConfig.from(ConfigProvider.getConfig()).sample() && alerts.integrations().isEmpty()) {
      alerts.admit("prometheus", "Prometheus Alertmanager", DEMO_KEY);
    }
  }
}
