package org.honbu.workflow.contract;

import camundajar.impl.com.google.gson.JsonArray;
import camundajar.impl.com.google.gson.JsonElement;
import camundajar.impl.com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.honbu.workflow.contract.DiagramSet.FormFile;

/** What a form promises: it is short and in both languages. */
final class FormPromises {
  private static final Set<String> FIELDS =
      Set.of(
          "textfield",
          "textarea",
          "number",
          "checkbox",
          "checklist",
          "radio",
          "select",
          "taglist",
          "datetime");
  private static final int MOST_VISIBLE = 5;
  private static final int MOST_REQUIRED = 3;

  private final FormFile file;
  private final List<Violation> violations = new ArrayList<>();

  FormPromises(FormFile file) {
    this.file = file;
  }

  List<Violation> check() {
    String name = DiagramSet.name(file.path());
    if (!name.equals(text(file.json(), "id"))) {
      says(
          "フォームの id は {0} ですが、ファイル名と同じ {1} にしてください",
          "The form has the id {0}; make it {1}, like its file", text(file.json(), "id"), name);
    }
    JsonArray components = components(file.json());
    count(components);
    components.forEach(this::component);
    return violations;
  }

  /** The facts a form's fields become, with their labels. */
  static Map<String, String> fields(JsonObject form) {
    var fields = new LinkedHashMap<String, String>();
    for (JsonElement each : components(form)) {
      JsonObject component = each.getAsJsonObject();
      if (component.has("key")) {
        fields.put(text(component, "key"), label(component));
      }
      fields.putAll(fields(component));
    }
    return fields;
  }

  private void count(JsonArray components) {
    int visible = 0;
    int required = 0;
    for (JsonElement each : components) {
      JsonObject component = each.getAsJsonObject();
      visible += FIELDS.contains(text(component, "type")) ? 1 : 0;
      required += isRequired(component) ? 1 : 0;
    }
    if (visible > MOST_VISIBLE || required > MOST_REQUIRED) {
      says(
          "見える欄は {0} 個まで、必須は {1} 個までにしてください（いまは {2} 個と {3} 個）",
          "Show at most {0} fields and require at most {1} (now {2} and {3})",
          MOST_VISIBLE,
          MOST_REQUIRED,
          visible,
          required);
    }
  }

  private static boolean isRequired(JsonObject component) {
    return component.has("validate")
        && component.getAsJsonObject("validate").has("required")
        && component.getAsJsonObject("validate").get("required").getAsBoolean();
  }

  private void component(JsonElement each) {
    JsonObject component = each.getAsJsonObject();
    String type = text(component, "type");
    String label = label(component);
    if (type.equals("group")) {
      components(component).forEach(this::component);
    }
    if ((FIELDS.contains(type) || type.equals("group")) && !Names.isBilingual(label)) {
      says(
          "欄「{0}」の見出しを「日本語 / English」の形にしてください",
          "Label the field “{0}” in both languages: 日本語 / English",
          label.isEmpty() ? text(component, "key") : label);
    }
  }

  private static String label(JsonObject component) {
    return text(component, text(component, "type").equals("datetime") ? "dateLabel" : "label");
  }

  private static JsonArray components(JsonObject parent) {
    return parent.has("components") ? parent.getAsJsonArray("components") : new JsonArray();
  }

  private static String text(JsonObject component, String key) {
    return component.has(key) ? component.get(key).getAsString() : "";
  }

  private void says(String ja, String en, Object... values) {
    violations.add(Violation.of(file.path(), ja, en, values));
  }
}
