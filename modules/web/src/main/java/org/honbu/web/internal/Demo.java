package org.honbu.web.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this server shows itself to a newcomer, with people whose password everybody knows. */
@Named("demo")
@ApplicationScoped
public class Demo {
  private final boolean on;
  private final String password;

  @Inject
  public Demo(
      @ConfigProperty(name = "honbu.demo", defaultValue = "false") boolean on,
      @ConfigProperty(name = "honbu.demo.password") Optional<String> password) {
    this.on = on;
    this.password = password.orElse("honbu");
  }

  Demo() {
    this(false, Optional.empty());
  }

  public boolean isOn() {
    return on;
  }

  public String getPassword() {
    return password;
  }
}
