package dev.vmmadvisor.core;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages, the direction of their dependencies, and what no class does. */
@AnalyzeClasses(
    packages = "dev.vmmadvisor",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class ArchitectureTest {

  private static final ArchitectureRules RULES = ArchitectureRules.of("dev.vmmadvisor");

  @ArchTest static final ArchRule everyClassIsInALayer = RULES.everyClassIsInALayer();

  @ArchTest static final ArchRule dependenciesPointOneWay = RULES.dependenciesPointOneWay();

  @ArchTest static final ArchRule packagesHaveNoCycles = RULES.packagesHaveNoCycles();

  @ArchTest
  static final ArchRule theDecisionAndItsWordsArePure = RULES.theDecisionAndItsWordsArePure();

  @ArchTest
  static final ArchRule theDecisionAsksTheMachineNothing = RULES.theDecisionAsksTheMachineNothing();

  @ArchTest
  static final ArchRule nothingLooksAtTheLanguageOfTheMachine =
      RULES.nothingLooksAtTheLanguageOfTheMachine();

  @ArchTest static final ArchRule theDecisionKnowsNoLanguage = RULES.theDecisionKnowsNoLanguage();

  @ArchTest
  static final ArchRule threadsAreMadeWhereConstraintsAreContained =
      RULES.threadsAreMadeWhereConstraintsAreContained();

  @ArchTest
  static final ArchRule processesAreStartedWhereAMacIsLookedAt =
      RULES.processesAreStartedWhereAMacIsLookedAt();

  @ArchTest
  static final ArchRule theEnvironmentIsReadAtTheEdge = RULES.theEnvironmentIsReadAtTheEdge();

  @ArchTest static final ArchRule theClockIsReadAtTheEdge = RULES.theClockIsReadAtTheEdge();

  @ArchTest static final ArchRule onlyTheCommandLinePrints = RULES.onlyTheCommandLinePrints();

  @ArchTest static final ArchRule onlySomePackagesOpenFiles = RULES.onlySomePackagesOpenFiles();

  @ArchTest
  static final ArchRule servicesAreLookedForAtTheWayIn = RULES.servicesAreLookedForAtTheWayIn();

  @ArchTest
  static final ArchRule nothingUsesTheNetworkChanceOrReflection =
      RULES.nothingUsesTheNetworkChanceOrReflection();

  @ArchTest static final ArchRule nothingKeepsStaticState = RULES.nothingKeepsStaticState();

  @ArchTest
  static final ArchRule theApiBringsJacksonAndLittleElse = RULES.theApiBringsJacksonAndLittleElse();

  @ArchTest
  static final ArchRule theCoreBringsJacksonAndLittleElse =
      RULES.theCoreBringsJacksonAndLittleElse();

  @ArchTest static final ArchRule hostsKnowNoCatalog = RULES.hostsKnowNoCatalog();

  @ArchTest
  static final ArchRule theApiHasNoLogicThatNeedsACatalog =
      RULES.theApiHasNoLogicThatNeedsACatalog();

  @ArchTest static final ArchRule everyPackageIsNullMarked = RULES.everyPackageIsNullMarked();

  @ArchTest
  static final ArchRule noTypeOfAJsonLibraryIsInAPublicSignature =
      RULES.noTypeOfAJsonLibraryIsInAPublicSignature();
}
