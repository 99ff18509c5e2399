package dev.vmmadvisor.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The rooms of the house and the one way in which their arrows point. */
@AnalyzeClasses(
    packages = "dev.vmmadvisor",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class ArchitectureTest {

  /** The rooms that answer one question each, out of what is decided. */
  private static final String[] ANSWERS = {
    "change", "validate", "diagnose", "upgrade", "compare", "fleet"
  };

  @ArchTest
  static final ArchRule arrowsPointOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("dev.vmmadvisor..")
          .layer("words")
          .definedBy("dev.vmmadvisor.api")
          .layer("host")
          .definedBy("dev.vmmadvisor.api.host")
          .layer("knowledge")
          .definedBy("dev.vmmadvisor.api.catalog")
          .layer("evidence")
          .definedBy("dev.vmmadvisor.api.detect")
          .layer("advice")
          .definedBy("dev.vmmadvisor.api.advice")
          .layer("json")
          .definedBy("dev.vmmadvisor.api.json")
          .layer("catalog")
          .definedBy("dev.vmmadvisor.core.catalog")
          .layer("decide")
          .definedBy("dev.vmmadvisor.core.decide")
          .layer("custom")
          .definedBy("dev.vmmadvisor.core.custom")
          .layer("change")
          .definedBy("dev.vmmadvisor.core.change")
          .layer("validate")
          .definedBy("dev.vmmadvisor.core.validate")
          .layer("diagnose")
          .definedBy("dev.vmmadvisor.core.diagnose")
          .layer("upgrade")
          .definedBy("dev.vmmadvisor.core.upgrade")
          .layer("compare")
          .definedBy("dev.vmmadvisor.core.compare")
          .layer("fleet")
          .definedBy("dev.vmmadvisor.core.fleet")
          .layer("explain")
          .definedBy("dev.vmmadvisor.core.explain")
          .layer("input")
          .definedBy("dev.vmmadvisor.core.input")
          .layer("detect")
          .definedBy("dev.vmmadvisor.core.detect")
          .layer("inventory")
          .definedBy("dev.vmmadvisor.core.inventory")
          .layer("workload")
          .definedBy("dev.vmmadvisor.core.workload")
          .layer("apply")
          .definedBy("dev.vmmadvisor.core.apply")
          .layer("facade")
          .definedBy("dev.vmmadvisor.core")
          .layer("cli")
          .definedBy("dev.vmmadvisor.core.cli")
          .layer("testkit")
          .definedBy("dev.vmmadvisor.testkit..")
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
          .whereLayer("explain")
          .mayOnlyBeAccessedByLayers("facade", "cli")
          .whereLayer("fleet")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("compare")
          .mayOnlyBeAccessedByLayers("facade", "explain")
          .whereLayer("upgrade")
          .mayOnlyBeAccessedByLayers("facade", "explain")
          .whereLayer("diagnose")
          .mayOnlyBeAccessedByLayers("facade", "explain")
          .whereLayer("validate")
          .mayOnlyBeAccessedByLayers("facade", "explain")
          .whereLayer("change")
          .mayOnlyBeAccessedByLayers("facade", "explain", "upgrade")
          .whereLayer("custom")
          .mayOnlyBeAccessedByLayers("facade")
          .whereLayer("decide")
          .mayOnlyBeAccessedByLayers(answersAnd("facade", "explain", "custom"))
          .whereLayer("catalog")
          .mayOnlyBeAccessedByLayers("facade", "decide", "cli")
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
              "explain")
          .whereLayer("evidence")
          .mayOnlyBeAccessedByLayers(
              "json", "detect", "inventory", "workload", "apply", "cli", "testkit", "explain")
          .whereLayer("advice")
          .mayOnlyBeAccessedByLayers(
              answersAnd("json", "decide", "explain", "apply", "facade", "cli", "testkit"))
          .whereLayer("knowledge")
          .mayOnlyBeAccessedByLayers(
              answersAnd(
                  "evidence",
                  "advice",
                  "json",
                  "catalog",
                  "custom",
                  "decide",
                  "explain",
                  "detect",
                  "inventory",
                  "workload",
                  "apply",
                  "facade",
                  "cli",
                  "testkit"))
          .whereLayer("host")
          .mayOnlyBeAccessedByLayers(
              answersAnd(
                  "knowledge",
                  "evidence",
                  "advice",
                  "json",
                  "catalog",
                  "custom",
                  "decide",
                  "explain",
                  "detect",
                  "inventory",
                  "workload",
                  "apply",
                  "facade",
                  "cli",
                  "testkit"));

  private static String[] answersAnd(String... rooms) {
    return Stream.concat(Arrays.stream(ANSWERS), Arrays.stream(rooms)).toArray(String[]::new);
  }

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.vmmadvisor.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theDecisionAndItsWordsArePure =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.vmmadvisor.core.decide..",
              "dev.vmmadvisor.core.change..",
              "dev.vmmadvisor.core.validate..",
              "dev.vmmadvisor.core.diagnose..",
              "dev.vmmadvisor.core.upgrade..",
              "dev.vmmadvisor.core.compare..",
              "dev.vmmadvisor.core.fleet..",
              "dev.vmmadvisor.core.explain..")
          .and()
          .doNotHaveSimpleName("WordsFile") // reads the texts beside it
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..", "java.nio..", "java.net..", "java.time..", "java.util.concurrent..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.lang.Thread")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class)
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime");

  @ArchTest
  static final ArchRule nothingLooksAtTheLanguageOfTheMachine =
      noClasses()
          .should()
          .callMethod(Locale.class, "getDefault")
          .orShould()
          .callMethod(Locale.class, "getDefault", Locale.Category.class)
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.ResourceBundle");

  @ArchTest
  static final ArchRule theDecisionKnowsNoLanguage =
      noClasses()
          .that()
          .resideInAPackage("dev.vmmadvisor.core.decide..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Locale");

  @ArchTest
  static final ArchRule nothingKeepsStaticState =
      classes()
          .that()
          .resideInAPackage("dev.vmmadvisor..")
          .should(
              new ArchCondition<JavaClass>("have only final static fields") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  item.getFields().stream()
                      .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                      .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                      .forEach(
                          field ->
                              events.add(
                                  SimpleConditionEvent.violated(
                                      field, field.getFullName() + " can change")));
                }
              });

  @ArchTest
  static final ArchRule theApiBringsJacksonAndLittleElse =
      classes()
          .that()
          .resideInAPackage("dev.vmmadvisor.api..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.vmmadvisor.api..",
              "java.lang..",
              "java.util..",
              "java.io..",
              "com.fasterxml.jackson..",
              "org.jspecify..",
              "org.immutables..");

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);

  @ArchTest
  static final ArchRule noTypeOfAJsonLibraryIsInAPublicSignature =
      classes()
          .that()
          .arePublic()
          .and()
          .resideInAPackage("dev.vmmadvisor..")
          .and()
          .resideOutsideOfPackage("dev.vmmadvisor.core.input") // not exported
          .should(
              new ArchCondition<JavaClass>("have no type of a JSON library in public signatures") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  item.getMethods().stream()
                      .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                      .forEach(
                          method -> {
                            boolean leaks =
                                method.getRawReturnType().getName().startsWith("com.fasterxml")
                                    || method.getRawParameterTypes().stream()
                                        .anyMatch(
                                            type -> type.getName().startsWith("com.fasterxml"));
                            if (leaks) {
                              events.add(
                                  SimpleConditionEvent.violated(method, method.getFullName()));
                            }
                          });
                }
              });
}
