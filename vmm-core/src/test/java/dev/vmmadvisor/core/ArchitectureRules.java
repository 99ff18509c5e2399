package dev.vmmadvisor.core;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.Condition;
import dev.vmmadvisor.api.catalog.Layer;
import dev.vmmadvisor.api.catalog.Rule;
import dev.vmmadvisor.api.catalog.VmmProfile;
import dev.vmmadvisor.api.host.Host;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the architecture for the packages below a root. The tests also run them on code that
 * breaks them.
 */
final class ArchitectureRules {

  /** The layers that each answer one question from a decision. */
  private static final String[] ANSWERS = {"plan", "report", "fleet"};

  /** The package of each layer, below the root. */
  private static final Map<String, String> LAYERS =
      Map.ofEntries(
          Map.entry("words", "api"),
          Map.entry("host", "api.host"),
          Map.entry("knowledge", "api.catalog"),
          Map.entry("evidence", "api.detect"),
          Map.entry("advice", "api.advice"),
          Map.entry("json", "api.json"),
          Map.entry("answer", "core.answer"),
          Map.entry("catalog", "core.catalog"),
          Map.entry("decision", "core.decision"),
          Map.entry("plan", "core.plan"),
          Map.entry("report", "core.report"),
          Map.entry("fleet", "core.fleet"),
          Map.entry("text", "core.text"),
          Map.entry("input", "core.input"),
          Map.entry("detect", "core.detect"),
          Map.entry("inventory", "core.inventory"),
          Map.entry("workload", "core.workload"),
          Map.entry("apply", "core.apply"),
          Map.entry("facade", "core"),
          Map.entry("cli", "core.cli"),
          Map.entry("testkit", "testkit.."),
          Map.entry("shared", "api.internal"));

  private final String root;
  private final boolean whole;

  private ArchitectureRules(String root, boolean whole) {
    this.root = root;
    this.whole = whole;
  }

  /** The rules for code that has every layer. */
  static ArchitectureRules of(String root) {
    return new ArchitectureRules(root, true);
  }

  /** The rules for code that has some of the layers. */
  static ArchitectureRules ofAPartOf(String root) {
    return new ArchitectureRules(root, false);
  }

  private String[] packages(String... names) {
    return Stream.of(names).map(name -> root + "." + name).toArray(String[]::new);
  }

  private static String[] answersAnd(String... layers) {
    return Stream.concat(Arrays.stream(ANSWERS), Arrays.stream(layers)).toArray(String[]::new);
  }

  /** The layers that use hosts and catalogs, and more. */
  private static String[] aboveTheFacts(String... more) {
    return Stream.of(
            answersAnd(
                "evidence",
                "advice",
                "json",
                "catalog",
                "answer",
                "decision",
                "text",
                "detect",
                "inventory",
                "workload",
                "apply",
                "facade",
                "cli",
                "testkit"),
            more)
        .flatMap(Arrays::stream)
        .toArray(String[]::new);
  }

  ArchRule everyClassIsInALayer() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .resideInAnyPackage(packages(LAYERS.values().toArray(String[]::new)));
  }

  ArchRule dependenciesPointOneWay() {
    LayeredArchitecture layers =
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(root + "..")
            .withOptionalLayers(!whole);
    for (Map.Entry<String, String> each : LAYERS.entrySet()) {
      layers = layers.layer(each.getKey()).definedBy(root + "." + each.getValue());
    }
    return layers
        .whereLayer("testkit")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("facade")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("input")
        .mayOnlyBeAccessedByLayers("detect", "inventory", "workload", "apply", "cli")
        .whereLayer("apply")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("workload")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("inventory")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("detect")
        .mayOnlyBeAccessedByLayers("inventory", "apply", "cli")
        .whereLayer("text")
        .mayOnlyBeAccessedByLayers("facade", "cli")
        .whereLayer("fleet")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("facade", "text")
        .whereLayer("plan")
        .mayOnlyBeAccessedByLayers("facade", "text")
        .whereLayer("decision")
        .mayOnlyBeAccessedByLayers(answersAnd("facade", "text"))
        .whereLayer("answer")
        .mayOnlyBeAccessedByLayers(answersAnd("decision", "text", "facade"))
        .whereLayer("catalog")
        .mayOnlyBeAccessedByLayers("facade", "decision", "text", "cli")
        .whereLayer("json")
        .mayOnlyBeAccessedByLayers(
            "catalog",
            "input",
            "detect",
            "inventory",
            "workload",
            "apply",
            "cli",
            "testkit",
            "text")
        .whereLayer("evidence")
        .mayOnlyBeAccessedByLayers(
            "json", "detect", "inventory", "workload", "apply", "cli", "testkit", "text")
        .whereLayer("advice")
        .mayOnlyBeAccessedByLayers(
            answersAnd("json", "answer", "decision", "text", "apply", "facade", "cli", "testkit"))
        .whereLayer("knowledge")
        .mayOnlyBeAccessedByLayers(aboveTheFacts())
        .whereLayer("host")
        .mayOnlyBeAccessedByLayers(aboveTheFacts("knowledge"));
  }

  ArchRule packagesHaveNoCycles() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  // ---- the decision and its words are pure

  private static final String[] PURE = {
    "core.decision..", "core.plan..", "core.report..", "core.fleet..", "core.text.."
  };

  private static final String GUARDS = ".*\\.(TimeLimiter|GuardedConstraints)(\\$.*)?";

  /** No files, network, clock, threads, processes, chance or reflection. */
  ArchRule theDecisionAndItsWordsArePure() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages(PURE))
        .and()
        .doNotHaveSimpleName("MessageBundle") // reads the texts beside it
        .and()
        .haveNameNotMatching(GUARDS) // limits the time of constraints in code
        .should()
        .dependOnClassesThat(
            in("java.io", "java.nio", "java.net", "java.util.concurrent")
                .or(in("java.time").and(not(belongToAnyOf(LocalDate.class)))) // days are values
                .or(in("java.lang.reflect", "java.lang.invoke.VarHandle", "java.util.logging"))
                .or(in("java.util.prefs", "java.security", "java.sql", "javax"))
                .or(belongToAnyOf(Thread.class, ThreadLocal.class, ThreadGroup.class))
                .or(belongToAnyOf(Process.class, ProcessBuilder.class, ProcessHandle.class))
                .or(belongToAnyOf(Runtime.class, ClassLoader.class, java.util.ServiceLoader.class))
                .or(belongToAnyOf(java.util.Random.class, java.util.SplittableRandom.class))
                .or(belongToAnyOf(java.util.UUID.class, java.util.Scanner.class))
                .or(belongToAnyOf(java.util.Date.class, java.util.Calendar.class))
                .or(belongToAnyOf(java.util.Timer.class, java.util.TimeZone.class))
                .or(belongToAnyOf(java.util.WeakHashMap.class, java.util.IdentityHashMap.class)));
  }

  /**
   * Nothing of {@link System} but copying arrays: no environment, properties, clock, streams, line
   * separator or identity; no random number; nothing in parallel.
   */
  ArchRule theDecisionAsksTheMachineNothing() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages(PURE))
        .should()
        .accessTargetWhere(
            access(
                "something of the machine",
                it ->
                    (isOf(it, System.class) && !it.getName().equals("arraycopy"))
                        || (isOf(it, Math.class) && it.getName().equals("random"))
                        || it.getName().equals("parallelStream")
                        || (it.getName().equals("parallel")
                            && it.getTargetOwner().getPackageName().equals("java.util.stream"))
                        || (isOf(it, Integer.class) && it.getName().equals("getInteger"))
                        || (isOf(it, Long.class) && it.getName().equals("getLong"))
                        || (isOf(it, Boolean.class) && it.getName().equals("getBoolean"))));
  }

  /** Neither by asking for it nor by a method that does, everywhere. */
  ArchRule nothingLooksAtTheLanguageOfTheMachine() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .accessTargetWhere(
            access(
                "the language of the machine",
                it ->
                    (isOf(it, Locale.class) && it.getName().equals("getDefault"))
                        || (isOf(it, String.class) && isWithoutLocale(it))))
        .orShould()
        .dependOnClassesThat(in("java.util.ResourceBundle"));
  }

  private static boolean isWithoutLocale(JavaAccess<?> access) {
    String call = access.getTarget().getFullName();
    return call.endsWith(".toLowerCase()")
        || call.endsWith(".toUpperCase()")
        || call.endsWith(".format(java.lang.String, [Ljava.lang.Object;)")
        || call.endsWith(".getBytes()");
  }

  ArchRule theDecisionKnowsNoLanguage() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages("core.decision.."))
        .should()
        .dependOnClassesThat(in("java.util.Locale"));
  }

  // ---- what only some packages may do

  ArchRule threadsAreMadeWhereConstraintsAreContained() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages("api..", "core.."))
        .and()
        .resideOutsideOfPackage(root + ".core.cli") // fleets are read by several threads
        .and()
        .haveNameNotMatching(GUARDS)
        .should()
        .accessTargetWhere(
            access(
                "a thread",
                it ->
                    (isOf(it, Thread.class)
                            && (it.getName().equals("<init>") || it.getName().equals("start")))
                        || in("java.util.concurrent")
                            .and(DescribedPredicate.not(in("java.util.concurrent.TimeUnit")))
                            .test(it.getTargetOwner())
                        || isOf(it, java.util.Timer.class)
                        || it.getName().equals("parallelStream")));
  }

  ArchRule processesAreStartedWhereAMacIsLookedAt() {
    return only(
        "core.detect",
        access(
            "a process",
            it ->
                isOf(it, ProcessBuilder.class)
                    || (isOf(it, Runtime.class) && !isAskedByTheCommandLine(it))
                    || isOf(it, Process.class)));
  }

  /** The command for fleets asks how many processors there are, and to be told of the end. */
  private static boolean isAskedByTheCommandLine(JavaAccess<?> access) {
    return access.getOriginOwner().getPackageName().endsWith(".core.cli")
        && !access.getName().equals("exec");
  }

  ArchRule theEnvironmentIsReadAtTheEdge() {
    return only(
        "core.detect,core.cli",
        access(
            "the environment",
            it ->
                isOf(it, System.class)
                    && List.of("getenv", "getProperty", "getProperties").contains(it.getName())));
  }

  ArchRule theClockIsReadAtTheEdge() {
    return only(
        "core.detect,core.cli",
        access(
            "the clock",
            it ->
                (isOf(it, System.class)
                        && List.of("currentTimeMillis", "nanoTime").contains(it.getName()))
                    || (it.getTargetOwner().getPackageName().equals("java.time")
                        && it.getName().equals("now"))
                    || isOf(it, java.time.Clock.class)
                    || (isOf(it, java.util.Date.class) && it.getName().equals("<init>"))));
  }

  ArchRule onlyTheCommandLinePrints() {
    return only(
        "core.cli",
        access(
            "a stream of the process, or its end",
            it ->
                isOf(it, System.class)
                    && List.of("in", "out", "err", "exit", "setOut", "setErr", "setProperty")
                        .contains(it.getName())));
  }

  ArchRule onlySomePackagesOpenFiles() {
    return only(
        "core.catalog,core.detect,core.apply,core.cli",
        access(
            "a file",
            it ->
                in("java.nio.file", "java.nio.channels").test(it.getTargetOwner())
                    || isOf(it, java.io.File.class)
                    || isOf(it, java.io.FileInputStream.class)
                    || isOf(it, java.io.FileOutputStream.class)
                    || isOf(it, java.io.FileReader.class)
                    || isOf(it, java.io.FileWriter.class)
                    || isOf(it, java.io.RandomAccessFile.class)));
  }

  ArchRule servicesAreLookedForAtTheWayIn() {
    return only("core", access("services", it -> isOf(it, java.util.ServiceLoader.class)));
  }

  ArchRule nothingUsesTheNetworkChanceOrReflection() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages("api..", "core.."))
        .should()
        .dependOnClassesThat(
            in("java.net", "java.lang.reflect", "java.security", "java.util.prefs")
                .or(in("java.io.ObjectInputStream", "java.util.logging"))
                .or(belongToAnyOf(java.util.Random.class, java.util.UUID.class)))
        .orShould()
        .accessTargetWhere(
            access("chance", it -> isOf(it, Math.class) && it.getName().equals("random")));
  }

  private ArchRule only(String layers, DescribedPredicate<JavaAccess<?>> access) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages("api..", "core.."))
        .and()
        .resideOutsideOfPackages(packages(layers.split(",")))
        .should()
        .accessTargetWhere(access);
  }

  // ---- state

  /** Static fields are final, and what they hold cannot change. */
  ArchRule nothingKeepsStaticState() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            have(
                "no static state",
                (item, problems) ->
                    item.getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .forEach(
                            field ->
                                StaticState.of(field)
                                    .ifPresent(problem -> problems.accept(field, problem)))));
  }

  // ---- the vocabulary

  ArchRule theApiBringsJacksonAndLittleElse() {
    return classes()
        .that()
        .resideInAnyPackage(packages("api.."))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            root + ".api..",
            "dev.vmmadvisor.api..",
            "java.lang..",
            "java.util..",
            "java.io..",
            "java.nio.charset",
            "java.time..",
            "com.fasterxml.jackson..",
            "org.jspecify..",
            "org.immutables..");
  }

  ArchRule theCoreBringsJacksonAndLittleElse() {
    return classes()
        .that()
        .resideInAnyPackage(packages("core.."))
        .should()
        .onlyDependOnClassesThat(
            in("dev.vmmadvisor", "java", "javax.xml", "org.w3c.dom", "org.xml.sax")
                .or(in("com.fasterxml.jackson.core", "com.fasterxml.jackson.databind"))
                .or(
                    in(
                        "org.jspecify",
                        "org.immutables.value", // annotations, at compile time only
                        "org.yaml.snakeyaml",
                        "com.dd.plist"))
                .or(
                    DescribedPredicate.describe(
                        "that are primitive or arrays",
                        type -> type.isPrimitive() || type.isArray())));
  }

  /** The hosts, the evidence and the plain words do not know what is known of VMMs. */
  ArchRule hostsKnowNoCatalog() {
    return noClasses()
        .that()
        .resideInAnyPackage(packages("api", "api.host", "api.detect"))
        .should()
        .dependOnClassesThat(
            in(root + ".api.catalog", "dev.vmmadvisor.api.catalog")
                .and(
                    DescribedPredicate.not(
                        DescribedPredicate.describe(
                            "the word Confidence",
                            type -> type.getSimpleName().equals("Confidence")))));
  }

  /**
   * No class of the API holds a host against what is known: none that has code knows hosts and
   * conditions, rules, profiles or catalogs. The reader of documents knows both and reads each.
   */
  ArchRule theApiHasNoLogicThatNeedsACatalog() {
    return classes()
        .that()
        .resideInAnyPackage(packages("api.."))
        .and()
        .resideOutsideOfPackages(packages("api.json"))
        .should(
            have(
                "no logic that needs a catalog",
                (item, problems) -> {
                  boolean hasCode =
                      !item.isInterface()
                          || item.getMethods().stream()
                              .anyMatch(
                                  method ->
                                      !method.getModifiers().contains(JavaModifier.ABSTRACT)
                                          && method.getCallsFromSelf().stream()
                                              .anyMatch(
                                                  call -> isKnowledge(call.getTargetOwner())));
                  boolean knowsHosts = dependsOn(item, type -> type.isEquivalentTo(Host.class));
                  if (hasCode && knowsHosts && dependsOn(item, ArchitectureRules::isKnowledge)) {
                    problems.accept(item, "knows hosts and what is known");
                  }
                }));
  }

  private static boolean isKnowledge(JavaClass type) {
    return Stream.of(Catalog.class, Condition.class, Rule.class, Layer.class, VmmProfile.class)
        .anyMatch(type::isAssignableTo);
  }

  private static boolean dependsOn(
      JavaClass item, java.util.function.Predicate<JavaClass> predicate) {
    return item.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .anyMatch(predicate);
  }

  /** The package of every class says so; one that forgets has no class file of its own to ask. */
  ArchRule everyPackageIsNullMarked() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            have(
                "a package that is NullMarked",
                (item, problems) -> {
                  if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                    problems.accept(item, "is in a package that is not NullMarked");
                  }
                }));
  }

  ArchRule noTypeOfAJsonLibraryIsInAPublicSignature() {
    return classes()
        .that()
        .arePublic()
        .and()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".core.input") // not exported
        .and()
        .resideOutsideOfPackage(root + ".api.internal") // exported to our own modules only
        .should(
            have(
                "no type of a JSON or YAML library in public signatures",
                (item, problems) ->
                    item.getMembers().stream()
                        .filter(ArchitectureRules::isSeen)
                        .filter(member -> types(member).anyMatch(ArchitectureRules::isOfALibrary))
                        .forEach(member -> problems.accept(member, "shows it"))));
  }

  private static boolean isSeen(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || (member.getModifiers().contains(JavaModifier.PROTECTED)
            && !member.getOwner().getModifiers().contains(JavaModifier.FINAL));
  }

  private static Stream<JavaClass> types(JavaMember member) {
    if (member instanceof JavaField field) {
      return field.getType().getAllInvolvedRawTypes().stream();
    }
    JavaCodeUnit code = (JavaCodeUnit) member;
    return Stream.concat(Stream.of(code.getReturnType()), code.getParameterTypes().stream())
        .map(JavaType.class::cast)
        .flatMap(type -> type.getAllInvolvedRawTypes().stream());
  }

  private static boolean isOfALibrary(JavaClass type) {
    return in("com.fasterxml", "org.yaml", "com.dd").test(type);
  }

  // ---- how rules are said

  /** Types of packages, or a type itself, by the start of the name. */
  private static DescribedPredicate<JavaClass> in(String... names) {
    return DescribedPredicate.describe(
        "of " + String.join(", ", names),
        type ->
            Stream.of(names)
                .anyMatch(
                    name -> type.getName().equals(name) || type.getName().startsWith(name + ".")));
  }

  private static DescribedPredicate<JavaAccess<?>> access(
      String what, java.util.function.Predicate<JavaAccess<?>> predicate) {
    return DescribedPredicate.describe("accesses " + what, predicate);
  }

  private static boolean isOf(JavaAccess<?> access, Class<?> type) {
    return access.getTargetOwner().isEquivalentTo(type);
  }

  private static ArchCondition<JavaClass> have(
      String what, BiConsumer<JavaClass, BiConsumer<Object, String>> check) {
    return new ArchCondition<>("have " + what) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        check.accept(
            item,
            (where, problem) ->
                events.add(SimpleConditionEvent.violated(where, where + " " + problem)));
      }
    };
  }
}
