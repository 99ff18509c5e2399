package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A null argument is rejected by name, wherever users can pass one: every public method and
 * constructor is called with null for each of its parameters in turn.
 */
class NullArgumentsTest {

  private final List<String> faults = new ArrayList<>();
  private final Set<String> checked = new HashSet<>();

  @Test
  void isRejectedByName() throws Exception {
    for (Class<?> type : PublicApi.types()) {
      if (!Modifier.isAbstract(type.getModifiers())) {
        for (Constructor<?> constructor : type.getConstructors()) {
          check(type, constructor);
        }
      }
      for (Method method : type.getMethods()) {
        if (isOurs(method)) {
          check(type, method);
        }
      }
    }

    assertThat(faults).isEmpty();
    assertThat(checked).hasSizeGreaterThan(800);
  }

  private static boolean isOurs(Method method) {
    boolean isOfJava =
        method.getName().equals("equals")
            || (method.getDeclaringClass().isEnum() && method.getName().equals("valueOf"));
    return method.getDeclaringClass().getName().startsWith("dev.vmmadvisor.")
        && !method.isSynthetic()
        && !isOfJava;
  }

  private void check(Class<?> type, Executable executable) {
    Parameter[] parameters = executable.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      Parameter parameter = parameters[i];
      boolean isNullable = parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (!parameter.getType().isPrimitive() && !isNullable) {
        check(type, executable, i);
      }
    }
  }

  private void check(Class<?> type, Executable executable, int position) {
    String name = executable.getParameters()[position].getName();
    String place = executable + " " + name;
    if (!checked.add(place)) {
      return;
    }
    try {
      for (Object receiver : receivers(type, executable)) {
        Throwable thrown = thrown(executable, receiver, position);
        if (!(thrown instanceof NullPointerException)
            || !isNamed(executable, name, String.valueOf(thrown.getMessage()))) {
          faults.add(place + ": " + thrown);
        }
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      faults.add(place + ": no sample: " + e);
    }
  }

  private static List<Object> receivers(Class<?> type, Executable executable)
      throws ReflectiveOperationException {
    boolean needsNone =
        executable instanceof Constructor<?> || Modifier.isStatic(executable.getModifiers());
    return needsNone ? List.of("none") : Samples.receivers(type, (Method) executable);
  }

  /** What a call with null at one place throws; null if it returns. */
  private static @Nullable Throwable thrown(Executable executable, Object receiver, int position)
      throws ReflectiveOperationException {
    @Nullable Object[] arguments = new @Nullable Object[executable.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      if (i != position) {
        arguments[i] = Samples.of(executable.getGenericParameterTypes()[i]);
      }
    }
    executable.setAccessible(true); // for what a builder inherits of generated code
    try {
      if (executable instanceof Constructor<?> constructor) {
        constructor.newInstance(arguments);
      } else {
        ((Method) executable).invoke(receiver, arguments);
      }
      return null;
    } catch (InvocationTargetException e) {
      return e.getCause();
    }
  }

  /**
   * Whether a message names a parameter. Generated builders name it in a sentence, and do not name
   * an array that stands for single elements.
   */
  private static boolean isNamed(Executable executable, String name, String message) {
    boolean isGenerated = executable.getDeclaringClass().getName().contains(".Immutable");
    return isGenerated ? executable.isVarArgs() || message.contains(name) : message.equals(name);
  }
}
