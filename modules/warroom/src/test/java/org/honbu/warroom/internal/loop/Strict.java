package org.honbu.warroom.internal.loop;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A fake of a wide port, of which a test needs little: what it does not speak of fails. */
final class Strict {
  private Strict() {}

  /**
   * @param hand has methods of the same names and parameters
   */
  static <T> T fake(Class<T> port, Object hand) {
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
                  return java.lang.reflect.InvocationHandler.invokeDefault(self, method, arguments);
                }
                throw new UnsupportedOperationException(method.toString(), e);
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            }));
  }
}
