package org.honbu.testkit.process;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A fake of a wide port, of which a test needs little: what it does not speak of fails. */
public final class Strict {
  private Strict() {}

  /**
   * A fake that does what the hand does.
   *
   * @param hand has methods of the same names and parameters
   */
  public static <T> T fake(Class<T> port, Object hand) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (self, method, arguments) -> {
              try {
                Method own =
                    hand.getClass().getDeclaredMethod(method.getName(), method.getParameterTypes());
                own.setAccessible(true);
                return own.invoke(hand, arguments);
              } catch (NoSuchMethodException e) {
                if (method.isDefault()) {
                  return InvocationHandler.invokeDefault(self, method, arguments);
                }
                throw new UnsupportedOperationException(method.toString(), e);
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            }));
  }
}
