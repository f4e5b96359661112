package org.honbu.alerts.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.honbu.incidents.Declaration;
import org.honbu.incidents.Impact;
import org.honbu.incidents.Incidents;
import org.honbu.incidents.Outcome;
import org.honbu.incidents.Signal;
import org.honbu.kernel.IncidentId;
import org.honbu.kernel.Problem;
import org.honbu.kernel.ProblemException;
import org.honbu.kernel.Words;

/** Remembers what it was told about incidents; anything it was not made for is a failure. */
final class FakeIncidents {
  private static final Problem OVER =
      new Problem("HB-3007", Problem.Owner.CONFLICT, 409, new Words("終了", "over"));

  final List<Declaration> declared = new ArrayList<>();
  final List<String> attached = new ArrayList<>();
  final List<String> cleared = new ArrayList<>();
  final List<String> recurred = new ArrayList<>();
  final List<Impact> said = new ArrayList<>();
  private final Map<IncidentId, Instant> resolved = new HashMap<>();
  private final Set<IncidentId> over = new HashSet<>();
  private final Map<IncidentId, IncidentId> mergedInto = new HashMap<>();
  private Runnable whenDeclared = () -> {};
  private Runnable whenRecurring = () -> {};

  Incidents incidents() {
    return (Incidents)
        Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Incidents.class}, this::answer);
  }

  private synchronized Object answer(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "declare" -> declare((Declaration) arguments[0]);
      case "attachSignal" -> {
        if (arguments.length > 2) {
          said.add((Impact) arguments[2]);
        }
        yield attached.add(arguments[0] + " " + ((Signal) arguments[1]).fingerprint());
      }
      case "clearSignal" -> cleared.add(arguments[0] + " " + arguments[1]);
      case "recurred" -> recurred((IncidentId) arguments[0]);
      case "reopenIfResolvedSince" -> reopened((IncidentId) arguments[0], (Instant) arguments[1]);
      case "survivor" -> survivor((IncidentId) arguments[0]);
      default -> throw new UnsupportedOperationException(method.getName());
    };
  }

  private IncidentId declare(Declaration declaration) {
    declared.add(declaration);
    whenDeclared.run();
    return new IncidentId("INC-2026-%04d".formatted(declared.size()));
  }

  private Outcome recurred(IncidentId incident) {
    whenRecurring.run();
    whenRecurring = () -> {};
    if (over.contains(incident)) {
      throw new ProblemException(OVER);
    }
    recurred.add(incident.value());
    return Outcome.done();
  }

  private Optional<IncidentId> reopened(IncidentId incident, Instant since) {
    boolean justNow = resolved.getOrDefault(incident, Instant.MIN).isAfter(since);
    if (justNow) {
      over.remove(incident);
    }
    return Optional.of(incident).filter(any -> justNow);
  }

  private Optional<IncidentId> survivor(IncidentId incident) {
    IncidentId stays = mergedInto.getOrDefault(incident, incident);
    return over.contains(stays) ? Optional.empty() : Optional.of(stays);
  }

  synchronized void resolve(String incident, Instant at) {
    end(incident);
    resolved.put(new IncidentId(incident), at);
  }

  synchronized void end(String incident) {
    over.add(new IncidentId(incident));
  }

  synchronized void merge(String incident, String into) {
    mergedInto.put(new IncidentId(incident), new IncidentId(into));
  }

  /** Does it in the middle of each declaration. */
  void whenDeclared(Runnable work) {
    whenDeclared = work;
  }

  /** Does it once, just before the next recurrence is written. */
  void whenRecurring(Runnable work) {
    whenRecurring = work;
  }
}
