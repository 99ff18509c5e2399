package dev.vmmadvisor.core;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.VersionRange;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.Finding;
import dev.vmmadvisor.api.advice.Plan;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.UpgradeTarget;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Layer;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.answer.CandidateValue;
import dev.vmmadvisor.core.answer.FindingValue;
import dev.vmmadvisor.core.answer.Placement;
import dev.vmmadvisor.core.answer.RuleOutcome;
import dev.vmmadvisor.core.catalog.Catalogs;
import dev.vmmadvisor.core.fleet.Fleet;
import dev.vmmadvisor.core.fleet.FleetAccumulator;
import dev.vmmadvisor.testkit.SampleHosts;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A value of each type that users can pass, or can call something on. */
final class Samples {

  private static final Map<Class<?>, Object> KNOWN = new HashMap<>();
  private static final Set<Class<?>> OPEN = new HashSet<>();

  static {
    Host host = SampleHosts.appleSilicon();
    Advisor advisor = VmmAdvisor.builder().build();
    Recommendation recommendation = advisor.recommend(host);
    add(Host.class, host);
    add(Advisor.class, advisor);
    add(Recommendation.class, recommendation);
    add(Candidate.class, recommendation.candidates().get(0));
    add(Finding.class, recommendation.candidates().get(0).findings().get(0));
    add(Catalog.class, Catalogs.builtIn());
    add(Rule.class, Catalogs.builtIn().rules().get(0));
    add(Condition.class, new Condition.Known(Fact.CHIP));
    for (Rule rule : Catalogs.builtIn().rules()) {
      KNOWN.putIfAbsent(rule.getClass().getSuperclass(), rule);
    }
    add(Layer.class, Layer.builder().id("a").version("1").build());
    add(Version.class, Version.parse("4.44.0"));
    add(VersionRange.class, VersionRange.ALL);
    add(String.class, "a");
    add(Object.class, "a");
    add(Comparable.class, "a");
    add(CharSequence.class, "a");
    add(Integer.class, 1);
    add(Long.class, 1L);
    add(Boolean.class, true);
    add(Path.class, Path.of("a"));
    add(InputStream.class, new ByteArrayInputStream(new byte[0]));
    add(Reader.class, new StringReader(""));
    add(Duration.class, Duration.ofSeconds(1));
    add(LocalDate.class, LocalDate.of(2026, 9, 21));
    add(Locale.class, Locale.ROOT);
    add(Optional.class, Optional.empty());
    add(List.class, List.of());
    add(Collection.class, List.of());
    add(Iterable.class, List.of());
    add(Set.class, Set.of());
    add(Map.class, Map.of());
    add(java.nio.charset.Charset.class, StandardCharsets.UTF_8);
    add(Placement.class, ((CandidateValue) recommendation.candidates().get(0)).placement());
    add(
        RuleOutcome.class,
        ((FindingValue) recommendation.candidates().get(0).findings().get(0)).ruleOutcome());
    add(Plan.class, recommendation.plan());
    add(Remedy.class, new Remedy.AddSharedFolder());
    add(Detection.class, Detection.builder().host(host).build());
    add(FleetAccumulator.class, Fleet.of(advisor).tally());
    add(UpgradeTarget.class, UpgradeTarget.dockerDesktop(Version.parse("4.90.0")));
  }

  private Samples() {}

  private static <T> void add(Class<? super T> type, T sample) {
    KNOWN.put(type, sample);
  }

  /** What to call a method on: a value, and the method of an interface itself if it has a body. */
  static List<Object> receivers(Class<?> type, Method method) throws ReflectiveOperationException {
    List<Object> receivers = new ArrayList<>();
    if (type.isInterface()) {
      if (method.isDefault()) {
        receivers.add(proxy(type));
      }
      if (KNOWN.containsKey(type)) {
        receivers.add(of(type));
      }
    } else {
      receivers.add(of(type));
    }
    return receivers;
  }

  /** A value of a type. */
  static Object of(Type type) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType parameterized) {
      return parameterized.getRawType() == Class.class ? Vmm.class : of(parameterized.getRawType());
    }
    if (type instanceof WildcardType wildcard) {
      return of(wildcard.getUpperBounds()[0]);
    }
    if (type instanceof TypeVariable<?> variable) {
      return of(variable.getBounds()[0]);
    }
    if (!(type instanceof Class<?> known)) {
      return new Object[0];
    }
    if (known.isPrimitive()) {
      return Array.get(Array.newInstance(known, 1), 0);
    }
    if (known.isArray()) {
      return Array.newInstance(known.getComponentType(), 0);
    }
    Object value = KNOWN.get(known);
    if (value == null && OPEN.add(known)) {
      value = known.isEnum() ? known.getEnumConstants()[0] : made(known);
      OPEN.remove(known);
    }
    if (value == null) {
      throw new IllegalStateException("no sample of " + known);
    }
    return value;
  }

  private static Object made(Class<?> type) throws ReflectiveOperationException {
    for (Method method : type.getMethods()) {
      if (Modifier.isStatic(method.getModifiers())
          && type.isAssignableFrom(method.getReturnType())) {
        try {
          return method.invoke(null, arguments(method.getGenericParameterTypes()));
        } catch (ReflectiveOperationException | RuntimeException e) {
          // perhaps another
        }
      }
    }
    if (!Modifier.isAbstract(type.getModifiers())) {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        try {
          constructor.setAccessible(true);
          return constructor.newInstance(arguments(constructor.getGenericParameterTypes()));
        } catch (ReflectiveOperationException | RuntimeException e) {
          // perhaps another
        }
      }
    }
    if (type.isInterface()) {
      return proxy(type);
    }
    throw new IllegalStateException("no sample of " + type);
  }

  private static Object[] arguments(Type... types) throws ReflectiveOperationException {
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = of(types[i]);
    }
    return arguments;
  }

  private static Object proxy(Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            method.isDefault() ? InvocationHandler.invokeDefault(proxy, method, arguments) : null);
  }
}
