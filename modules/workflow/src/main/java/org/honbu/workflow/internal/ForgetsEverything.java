package org.honbu.workflow.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Empties the engine's runtime tables, whatever is in them; diagrams, filters and history stay, and
 * history's open ends are closed. Runs while no job does.
 */
final class ForgetsEverything implements Command<Integer> {
  /** Children before parents; the executions point at each other. */
  private static final List<String> EMPTYING =
      List.of(
          "delete from {p}ACT_RU_EXT_TASK",
          "delete from {p}ACT_RU_EVENT_SUBSCR",
          "update {p}ACT_RU_INCIDENT set CAUSE_INCIDENT_ID_ = null, ROOT_CAUSE_INCIDENT_ID_ = null",
          "delete from {p}ACT_RU_INCIDENT",
          "delete from {p}ACT_RU_JOB where HANDLER_TYPE_ <> 'history-cleanup'",
          "delete from {p}ACT_RU_VARIABLE",
          "delete from {p}ACT_RU_IDENTITYLINK where TASK_ID_ is not null",
          "delete from {p}ACT_RU_TASK",
          "delete from {p}ACT_RU_AUTHORIZATION where RESOURCE_TYPE_ = "
              + Resources.TASK.resourceType(),
          "update {p}ACT_RU_EXECUTION set PROC_INST_ID_ = null, PARENT_ID_ = null,"
              + " SUPER_EXEC_ = null");

  private static final List<String> CLOSING =
      List.of(
          "update {p}ACT_HI_TASKINST set END_TIME_ = ?, DELETE_REASON_ = 'rebuilt'"
              + " where END_TIME_ is null",
          "update {p}ACT_HI_ACTINST set END_TIME_ = ?, ACT_INST_STATE_ = 2 where END_TIME_ is null",
          "update {p}ACT_HI_INCIDENT set END_TIME_ = ?, INCIDENT_STATE_ = 2"
              + " where END_TIME_ is null",
          "update {p}ACT_HI_PROCINST set END_TIME_ = ?, STATE_ = 'INTERNALLY_TERMINATED',"
              + " DELETE_REASON_ = 'rebuilt' where END_TIME_ is null");

  /** How many executions there were. */
  @Override
  public Integer execute(CommandContext context) {
    String prefix = context.getProcessEngineConfiguration().getDatabaseTablePrefix();
    Connection database = context.getDbSqlSession().getSqlSession().getConnection();
    try {
      for (String statement : EMPTYING) {
        run(database, prefix, statement);
      }
      int executions = run(database, prefix, "delete from {p}ACT_RU_EXECUTION");
      for (String statement : CLOSING) {
        run(database, prefix, statement, Timestamp.from(ClockUtil.now().toInstant()));
      }
      return executions;
    } catch (SQLException failed) {
      throw new ProcessEngineException("the runtime tables cannot be emptied", failed);
    }
  }

  private static int run(Connection database, String prefix, String statement, Object... values)
      throws SQLException {
    try (PreparedStatement prepared = database.prepareStatement(statement.replace("{p}", prefix))) {
      for (int i = 0; i < values.length; i++) {
        prepared.setObject(i + 1, values[i]);
      }
      return prepared.executeUpdate();
    }
  }
}
