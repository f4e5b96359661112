package org.honbu.workflow.internal;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.jspecify.annotations.Nullable;

/** Knows no script language, whatever lies on the class path. */
final class NoScripts implements ScriptEngineResolver {
  @Override
  public void addScriptEngineFactory(ScriptEngineFactory factory) {
    // none is wanted
  }

  @Override
  public ScriptEngineManager getScriptEngineManager() {
    return new ScriptEngineManager(ClassLoader.getPlatformClassLoader());
  }

  @Override
  public @Nullable ScriptEngine getScriptEngine(String language, boolean fromCache) {
    return null;
  }
}
