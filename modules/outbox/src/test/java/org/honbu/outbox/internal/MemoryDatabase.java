package org.honbu.outbox.internal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * An H2 database whose datasource behaves as the server's: inside a transaction every connection of
 * a thread is the same one, and closing it does nothing.
 */
final class MemoryDatabase implements Transactions {
  private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
  private static final ThreadLocal<@Nullable Connection> CURRENT = new ThreadLocal<>();
  private static final ThreadLocal<List<Runnable>> AFTERWARDS =
      ThreadLocal.withInitial(ArrayList::new);

  MemoryDatabase() {
    inNew(
        () -> {
          execute("create schema outbox");
          execute(migration());
          return true;
        });
  }

  DataSource datasource() {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> shared());
  }

  @Override
  public <T> T inNew(Supplier<T> work) {
    Connection outer = CURRENT.get();
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.setAutoCommit(false);
      CURRENT.set(connection);
      T result;
      try {
        result = work.get();
      } catch (RuntimeException e) {
        connection.rollback();
        AFTERWARDS.get().clear();
        throw e;
      }
      connection.commit();
      AFTERWARDS.get().forEach(Runnable::run);
      AFTERWARDS.get().clear();
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      CURRENT.set(outer);
    }
  }

  @Override
  public void afterCommit(Runnable action) {
    AFTERWARDS.get().add(action);
  }

  private Connection shared() {
    Connection connection = CURRENT.get();
    if (connection == null) {
      throw new IllegalStateException("no transaction is running");
    }
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void execute(String sql) {
    try (Connection connection = shared();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String migration() {
    try (InputStream file =
        MemoryDatabase.class.getResourceAsStream("/db/outbox/V1__message.sql")) {
      if (file == null) {
        throw new IllegalStateException("no migration");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
