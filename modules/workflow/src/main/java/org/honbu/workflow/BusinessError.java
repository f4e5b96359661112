package org.honbu.workflow;

/**
 * A named thing that can go wrong by the rules (“nobody on call”), caught by a boundary event in
 * the diagram.
 *
 * <p>Checked on purpose: it commits the step's transaction, so validate before writing.
 */
public final class BusinessError extends Exception {
  private final String code;

  /**
   * @param code the error's code in the diagram, {@code Error_…}
   */
  public BusinessError(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
