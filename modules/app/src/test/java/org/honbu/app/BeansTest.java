package org.honbu.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
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

  /**
   * A proxy passes on what it can override. What is private it cannot, so another bean that calls
   * it, as nested classes may, runs it on the proxy itself, where nothing was ever injected.
   */
  private static final ArchRule NO_PRIVATE_DOORS =
      noClasses()
          .should()
          .callMethodWhere(
              describe("the method is private to another bean", BeansTest::isPrivateToAnotherBean));

  private static boolean isPrivateToAnotherBean(JavaMethodCall call) {
    JavaClass owner = call.getTargetOwner();
    return !call.getOriginOwner().equals(owner)
        && isScoped(owner)
        && isScoped(call.getOriginOwner())
        && call.getTarget()
            .resolveMember()
            .filter(method -> method.getModifiers().contains(JavaModifier.PRIVATE))
            .isPresent();
  }

  private static boolean isScoped(JavaClass type) {
    return type.isAnnotatedWith(ApplicationScoped.class)
        || type.isAnnotatedWith(RequestScoped.class);
  }

  @Test
  void beansOfAScopeCanBeProxied() {
    NO_PRIVATE_DOORS.check(Modules.shipped());
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

  @Test
  void aBeanThatCallsWhatIsPrivateToAnotherIsSeen() {
    assertThatThrownBy(
            () -> NO_PRIVATE_DOORS.check(Modules.sabotage(Called.class, Called.Calls.class)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Called.isPrivate()");
  }

  @ApplicationScoped
  static class Called {
    private int isPrivate() {
      return 1;
    }

    @ApplicationScoped
    static class Calls {
      int calls(Called other) {
        return other.isPrivate();
      }
    }
  }

  @ApplicationScoped
  static final class FinalBean {}

  @ApplicationScoped
  static class FinalMethod {
    final void cannotBeProxied() {}
  }
}
