package org.honbu.workflow.contract;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of a condition column matches, as far as it can be told without evaluating it: lists
 * of words, numbers and ranges. Anything else overlaps with nothing, so that a warning is never
 * wrong.
 *
 * @param anything whether the cell is empty
 */
record Cell(boolean anything, List<Item> items) {
  private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
  private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)";
  private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*" + NUMBER);
  private static final Pattern RANGE =
      Pattern.compile("([\\[(\\]])\\s*" + NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*([])\\[])");
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|true|false");

  /** A word, or the numbers between two bounds. */
  sealed interface Item {
    boolean overlaps(Item other);
  }

  private record Word(String text) implements Item {
    @Override
    public boolean overlaps(Item other) {
      return equals(other);
    }
  }

  private record Numbers(double least, boolean withLeast, double most, boolean withMost)
      implements Item {
    @Override
    public boolean overlaps(Item other) {
      return other instanceof Numbers that && reaches(that) && that.reaches(this);
    }

    private boolean reaches(Numbers that) {
      return least < that.most || (least == that.most && withLeast && that.withMost);
    }
  }

  private record Unknown() implements Item {
    @Override
    public boolean overlaps(Item other) {
      return false;
    }
  }

  static Cell of(String text) {
    boolean anything = text.isBlank() || text.equals("-");
    return new Cell(
        anything, anything ? List.of() : Arrays.stream(COMMA.split(text)).map(Cell::item).toList());
  }

  boolean overlaps(Cell other) {
    return anything
        || other.anything
        || items.stream().anyMatch(item -> other.items.stream().anyMatch(item::overlaps));
  }

  private static Item item(String part) {
    String text = part.strip();
    Matcher range = RANGE.matcher(text);
    Matcher comparison = COMPARISON.matcher(text);
    if (WORD.matcher(text).matches()) {
      return new Word(text);
    }
    if (text.matches(NUMBER)) {
      double number = Double.parseDouble(text);
      return new Numbers(number, true, number, true);
    }
    if (range.matches()) {
      return new Numbers(
          Double.parseDouble(range.group(2)),
          range.group(1).equals("["),
          Double.parseDouble(range.group(3)),
          range.group(4).equals("]"));
    }
    return comparison.matches()
        ? compared(comparison.group(1), Double.parseDouble(comparison.group(2)))
        : new Unknown();
  }

  private static Numbers compared(String sign, double bound) {
    boolean with = sign.endsWith("=");
    return sign.startsWith("<")
        ? new Numbers(Double.NEGATIVE_INFINITY, true, bound, with)
        : new Numbers(bound, with, Double.POSITIVE_INFINITY, true);
  }

  static String unquoted(String text) {
    return text.matches("\"[^\"]*\"") ? text.substring(1, text.length() - 1) : "";
  }

  /**
   * Whether an answer column may say this.
   *
   * @param allowed the column's values, separated by commas; empty when it may say anything
   */
  static boolean isAnswer(String text, @Nullable String type, String allowed) {
    if (text.isEmpty()) {
      return allowed.isBlank();
    }
    if (!allowed.isBlank()) {
      return Arrays.stream(COMMA.split(allowed)).map(String::strip).anyMatch(text::equals);
    }
    return switch (String.valueOf(type)) {
      case "boolean" -> text.equals("true") || text.equals("false");
      case "integer" -> text.matches("-?\\d+");
      case "string" -> text.matches("\"[^\"]*\"");
      default -> true;
    };
  }
}
