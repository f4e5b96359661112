package org.honbu.workflow.internal;

import camundajar.impl.com.google.gson.JsonElement;
import camundajar.impl.com.google.gson.JsonObject;
import camundajar.impl.com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;

/** The fields of a task's form that a person may fill in. */
final class FormFields {
  private FormFields() {}

  /** Keys of the fields, those that are only shown left out; none when the task has no form. */
  static Set<String> of(ProcessEngine engine, String taskId) {
    var form = engine.getFormService().getTaskFormData(taskId).getCamundaFormRef();
    if (form == null) {
      return Set.of();
    }
    try (InputStream json = engine.getFormService().getDeployedTaskForm(taskId)) {
      return in(JsonParser.parseReader(new InputStreamReader(json, StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Set<String> in(JsonElement form) {
    var keys = new HashSet<String>();
    collect(form.getAsJsonObject(), keys);
    return keys;
  }

  private static void collect(JsonObject component, Set<String> keys) {
    if (component.has("components")) {
      component
          .getAsJsonArray("components")
          .forEach(inner -> collect(inner.getAsJsonObject(), keys));
    } else if (component.has("key") && !is(component, "disabled") && !is(component, "readonly")) {
      keys.add(component.get("key").getAsString());
    }
  }

  private static boolean is(JsonObject component, String flag) {
    return component.has(flag)
        && component.get(flag).isJsonPrimitive()
        && component.get(flag).getAsBoolean();
  }
}
