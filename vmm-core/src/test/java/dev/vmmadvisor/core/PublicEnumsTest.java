package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ids of constants in documents. */
class PublicEnumsTest {

  /** The method of each enum that gives the id of a constant; none if it is in no document. */
  private static Stream<Method> ids() throws Exception {
    return PublicApi.types().stream()
        .filter(Class::isEnum)
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(
            method -> method.getName().equals("id") || method.isAnnotationPresent(JsonValue.class));
  }

  private static Object read(Method id, String value) throws Throwable {
    String name = id.getName();
    Method from =
        id.getDeclaringClass()
            .getMethod(
                "from" + Character.toUpperCase(name.charAt(0)) + name.substring(1), String.class);
    assertThat(from.getReturnType()).isEqualTo(id.getDeclaringClass());
    try {
      return from.invoke(null, value);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Test
  void thereAreSome() throws Exception {
    assertThat(ids()).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void idsAreUniqueAndReadBack(Method id) throws Throwable {
    Object[] constants = id.getDeclaringClass().getEnumConstants();
    Set<String> ids = new HashSet<>();
    for (Object constant : constants) {
      String value = (String) id.invoke(constant);
      assertThat(read(id, value)).isSameAs(constant);
      assertThat(constant).hasToString(value);
      ids.add(value);
    }
    assertThat(ids).hasSameSizeAs(constants);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void anotherIdIsRejectedWithWhatIsAccepted(Method id) throws Throwable {
    String first = (String) id.invoke(id.getDeclaringClass().getEnumConstants()[0]);
    for (String value : List.of("", "nothing", first + " ", "NOT-" + first)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> read(id, value))
          .withMessageStartingWith("\"" + value + "\" is not accepted; accepted: ")
          .withMessageContaining("\"" + first + "\"");
    }
  }
}
