package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule finds the violations in code that breaks it, and names them. */
class ArchitectureRulesTest {

  private static final String ROOT = "dev.vmmadvisor.core.wrong";
  private static final ArchitectureRules RULES = ArchitectureRules.ofAPartOf(ROOT);
  private static final JavaClasses WRONG = new ClassFileImporter().importPackages(ROOT);

  /** A class of that code at the start of a violation, as a class or as its member. */
  private static final Pattern CULPRIT =
      Pattern.compile(
          "<?" + Pattern.quote(ROOT) + "\\.[a-z.]+\\.(package-info|[A-Z]\\w*(?:\\$[A-Z]\\w*)*)");

  /** Who breaks a rule: the first class that each violation names. */
  private static Set<String> culprits(ArchRule rule) {
    Set<String> culprits = new LinkedHashSet<>();
    rule.evaluate(WRONG)
        .getFailureReport()
        .getDetails()
        .forEach(
            detail -> {
              Matcher culprit = CULPRIT.matcher(detail);
              assertThat(culprit.find()).as(detail).isTrue();
              culprits.add(culprit.group(1));
            });
    return culprits;
  }

  private static String[] asks(String... names) {
    return Stream.of(names).map(name -> "Asks$" + name).toArray(String[]::new);
  }

  @Test
  void dependencies() {
    assertThat(culprits(RULES.dependenciesPointOneWay()))
        .containsExactlyInAnyOrder("KnowsTheCatalog", "KnowsTheWords");
    assertThat(culprits(RULES.everyClassIsInALayer()))
        .containsExactlyInAnyOrder("Stray", "package-info");
    assertThat(
            RULES.packagesHaveNoCycles().evaluate(WRONG).getFailureReport().getDetails().toString())
        .contains("Cycle detected", "api.host", "api.catalog");
  }

  @Test
  void purity() {
    assertThat(culprits(RULES.theDecisionAndItsWordsArePure()))
        .containsExactlyInAnyOrder(
            asks(
                "AFile",
                "TheClock",
                "TheOutput",
                "AThread",
                "AMapForThreads",
                "AProcess",
                "TheProcessors",
                "Chance",
                "ChanceOfAnId",
                "AField"));
    assertThat(culprits(RULES.theDecisionAsksTheMachineNothing()))
        .containsExactlyInAnyOrder(
            asks(
                "TheNanoseconds",
                "TheEnvironment",
                "AProperty",
                "ANumberOfTheProperties",
                "TheLineSeparator",
                "TheOutput",
                "TheIdentity",
                "SeveralThreads",
                "ChanceOfMath"));
    assertThat(culprits(RULES.nothingLooksAtTheLanguageOfTheMachine()))
        .containsExactlyInAnyOrder(
            asks("TheLanguage", "TheLanguageBySpelling", "TheLanguageByFormat", "TheCharset"));
    assertThat(culprits(RULES.theDecisionKnowsNoLanguage()))
        .containsExactlyInAnyOrder("KnowsTheWords", "Asks$TheLanguage");
  }

  @Test
  void state() {
    assertThat(culprits(RULES.nothingKeepsStaticState()))
        .containsExactlyInAnyOrder(
            "Keeps$ANumber",
            "Keeps$AMap",
            "Keeps$AListByItsInterface",
            "Keeps$AnArrayAsList",
            "Keeps$AListInsideAMap",
            "Keeps$AListOfArrays",
            "Keeps$AText",
            "Keeps$AnObject",
            "Keeps$OneOfOurs",
            "Keeps$AnEnum",
            "Keeps$AnOpenArray",
            "Keeps$AnArrayThatIsWritten",
            "Keeps$AnArrayThatIsSorted");
  }

  @Test
  void whatOnlySomePackagesMayDo() {
    assertThat(culprits(RULES.threadsAreMadeWhereConstraintsAreContained()))
        .contains("Does$StartThreads", "Does$UsePools", "Asks$SeveralThreads")
        .doesNotContain("Does$SoundAndDoesNothing");
    assertThat(culprits(RULES.processesAreStartedWhereAMacIsLookedAt()))
        .containsExactlyInAnyOrder("Does$RunProcesses", "Asks$AProcess", "Asks$TheProcessors");
    assertThat(culprits(RULES.theEnvironmentIsReadAtTheEdge()))
        .containsExactlyInAnyOrder(
            "Does$ReadTheEnvironment", "Asks$TheEnvironment", "Asks$AProperty");
    assertThat(culprits(RULES.theClockIsReadAtTheEdge()))
        .containsExactlyInAnyOrder("Does$ReadTheClock", "Asks$TheClock", "Asks$TheNanoseconds");
    assertThat(culprits(RULES.onlyTheCommandLinePrints()))
        .containsExactlyInAnyOrder("Does$Print", "Asks$TheOutput");
    assertThat(culprits(RULES.onlySomePackagesOpenFiles()))
        .containsExactlyInAnyOrder("Does$OpenFiles", "Does$OpenStreams", "Asks$AFile");
    assertThat(culprits(RULES.servicesAreLookedForAtTheWayIn()))
        .containsExactly("Does$LookForServices");
    assertThat(culprits(RULES.nothingUsesTheNetworkChanceOrReflection()))
        .containsExactlyInAnyOrder(
            "Does$UseTheNetwork",
            "Does$Dice",
            "Asks$Chance",
            "Asks$ChanceOfMath",
            "Asks$ChanceOfAnId",
            "Asks$AField");
  }

  @Test
  void vocabulary() {
    assertThat(culprits(RULES.theApiBringsJacksonAndLittleElse())).containsExactly("KnowsWhoAsks");
    assertThat(culprits(RULES.theCoreBringsJacksonAndLittleElse()))
        .containsExactly("Does$BringMore");
    assertThat(culprits(RULES.hostsKnowNoCatalog())).containsExactly("KnowsTheCatalog");
    assertThat(culprits(RULES.theApiHasNoLogicThatNeedsACatalog())).containsExactly("Evaluates");
    assertThat(culprits(RULES.everyPackageIsNullMarked()))
        .containsExactlyInAnyOrder(
            "Forgotten",
            "Forgotten$InATypeParameter",
            "Forgotten$InAConstructor",
            "Forgotten$InAField");
    assertThat(culprits(RULES.noTypeOfAJsonLibraryIsInAPublicSignature()))
        .containsExactlyInAnyOrder(
            "Forgotten$InATypeParameter", "Forgotten$InAConstructor", "Forgotten$InAField");
  }

  @Test
  void everyRuleIsTested() throws IOException {
    String here =
        Files.readString(
            Path.of(
                "src", "test", "java", "dev", "vmmadvisor", "core", "ArchitectureRulesTest.java"));
    List<String> rules =
        Stream.of(ArchitectureTest.class.getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(ArchTest.class))
            .map(Field::getName)
            .toList();
    assertThat(rules).isNotEmpty().allMatch(rule -> here.contains("RULES." + rule + "()"));
    assertThat(
            Stream.of(ArchitectureRules.class.getDeclaredMethods())
                .filter(method -> method.getReturnType().equals(ArchRule.class))
                .filter(method -> method.getParameterCount() == 0)
                .map(Method::getName))
        .as("and the project keeps every rule")
        .containsExactlyInAnyOrderElementsOf(rules);
  }
}
