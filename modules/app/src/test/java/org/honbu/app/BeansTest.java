package org.honbu.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import org.junit.jupiter.api.Test;

/** What would otherwise be found out only when the EAR does not start. */
class BeansTest {
  private static final ArchRule NO_FINAL_BEANS =
      noClasses()
          .that()
          .areAnnotatedWith(ApplicationScoped.class)
          .or()
          .areAnnotatedWith(RequestScoped.class)
          .should()
          .haveModifier(JavaModifier.FINAL);
  private static final ArchRule NO_FINAL_METHODS =
      methods()
          .that()
          .areNotPrivate()
          .and()
          .areNotStatic()
          .and()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(ApplicationScoped.class)
          .should()
          .notBeFinal();

  @Test
  void beansOfAScopeCanBeProxied() {
    NO_FINAL_BEANS.check(Modules.shipped());
    NO_FINAL_METHODS.check(Modules.shipped());
  }

  @Test
  void aBeanThatCannotBeProxiedIsSeen() {
    assertThatThrownBy(() -> NO_FINAL_BEANS.check(Modules.sabotage(FinalBean.class)))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> NO_FINAL_METHODS.check(Modules.sabotage(FinalMethod.class)))
        .isInstanceOf(AssertionError.class);
  }

  @ApplicationScoped
  static final class FinalBean {}

  @ApplicationScoped
  static class FinalMethod {
    final void cannotBeProxied() {}
  }
}
