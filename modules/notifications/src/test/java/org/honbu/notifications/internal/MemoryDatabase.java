package org.honbu.notifications.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;

/** A fresh H2 with our tables, and transactions that behave as the server's do. */
@SuppressWarnings("ThreadLocalUsage") // one database for each test
final class MemoryDatabase implements Transactions {
  private final JdbcDataSource h2 = new JdbcDataSource();
  private final ThreadLocal<@Nullable Connection> running = new ThreadLocal<>();
  private final ThreadLocal<List<Runnable>> afterCommit = ThreadLocal.withInitial(ArrayList::new);

  MemoryDatabase() {
    h2.setURL(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";DB_CLOSE_DELAY=-1;INIT=create schema if not exists notifications\\;"
            + "set schema notifications");
    try (Connection connection = h2.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("runscript from 'classpath:db/notifications/V1__messages.sql'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Database database() {
    return new Database(dataSource());
  }

  /** Runs SQL behind everybody's back. */
  void tamper(String sql) {
    assert new Database(h2).run(sql) >= 0;
  }

  @Override
  public <T> T inNew(Supplier<T> work) {
    Connection outer = running.get();
    try (Connection connection = h2.getConnection()) {
      connection.setAutoCommit(false);
      running.set(connection);
      T result = work.get();
      connection.commit();
      List<Runnable> due = List.copyOf(afterCommit.get());
      afterCommit.get().clear();
      due.forEach(Runnable::run);
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      afterCommit.get().clear();
      running.set(outer);
    }
  }

  @Override
  public void afterCommit(Runnable action) {
    if (running.get() != null) {
      afterCommit.get().add(action);
    }
  }

  private DataSource dataSource() {
    return proxy(
        DataSource.class, name -> name.equals("getConnection") ? kept(running.get()) : null, h2);
  }

  private static @Nullable Object kept(@Nullable Connection connection) {
    return connection == null
        ? null
        : proxy(Connection.class, name -> name.equals("close") ? "stays open" : null, connection);
  }

  private interface Instead {
    @Nullable Object of(String method);
  }

  private static <T> T proxy(Class<T> type, Instead instead, Object target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object other = instead.of(method.getName());
              if (other != null) {
                return method.getReturnType() == void.class ? null : other;
              }
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            }));
  }
}
