package dev.vmmadvisor.core;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of the house, the one way in which their arrows point, and what is done nowhere. */
@AnalyzeClasses(
    packages = "dev.vmmadvisor",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class ArchitectureTest {

  private static final HouseRules HOUSE = HouseRules.of("dev.vmmadvisor");

  @ArchTest static final ArchRule everythingIsInARoom = HOUSE.everythingIsInARoom();

  @ArchTest static final ArchRule arrowsPointOneWay = HOUSE.arrowsPointOneWay();

  @ArchTest static final ArchRule packagesHaveNoCycles = HOUSE.packagesHaveNoCycles();

  @ArchTest
  static final ArchRule theDecisionAndItsWordsArePure = HOUSE.theDecisionAndItsWordsArePure();

  @ArchTest
  static final ArchRule theDecisionAsksTheMachineNothing = HOUSE.theDecisionAsksTheMachineNothing();

  @ArchTest
  static final ArchRule nothingLooksAtTheLanguageOfTheMachine =
      HOUSE.nothingLooksAtTheLanguageOfTheMachine();

  @ArchTest static final ArchRule theDecisionKnowsNoLanguage = HOUSE.theDecisionKnowsNoLanguage();

  @ArchTest
  static final ArchRule threadsAreMadeWhereConstraintsAreContained =
      HOUSE.threadsAreMadeWhereConstraintsAreContained();

  @ArchTest
  static final ArchRule processesAreStartedWhereAMacIsLookedAt =
      HOUSE.processesAreStartedWhereAMacIsLookedAt();

  @ArchTest
  static final ArchRule theEnvironmentIsReadAtTheEdge = HOUSE.theEnvironmentIsReadAtTheEdge();

  @ArchTest static final ArchRule theClockIsReadAtTheEdge = HOUSE.theClockIsReadAtTheEdge();

  @ArchTest static final ArchRule onlyTheCommandLinePrints = HOUSE.onlyTheCommandLinePrints();

  @ArchTest static final ArchRule filesAreOpenedInFewRooms = HOUSE.filesAreOpenedInFewRooms();

  @ArchTest
  static final ArchRule servicesAreLookedForAtTheWayIn = HOUSE.servicesAreLookedForAtTheWayIn();

  @ArchTest
  static final ArchRule nothingUsesTheNetworkChanceOrReflection =
      HOUSE.nothingUsesTheNetworkChanceOrReflection();

  @ArchTest static final ArchRule nothingKeepsStaticState = HOUSE.nothingKeepsStaticState();

  @ArchTest
  static final ArchRule theApiBringsJacksonAndLittleElse = HOUSE.theApiBringsJacksonAndLittleElse();

  @ArchTest
  static final ArchRule theCoreBringsJacksonAndLittleElse =
      HOUSE.theCoreBringsJacksonAndLittleElse();

  @ArchTest static final ArchRule hostsKnowNoCatalog = HOUSE.hostsKnowNoCatalog();

  @ArchTest
  static final ArchRule theApiHasNoLogicThatNeedsACatalog =
      HOUSE.theApiHasNoLogicThatNeedsACatalog();

  @ArchTest static final ArchRule everyPackageIsNullMarked = HOUSE.everyPackageIsNullMarked();

  @ArchTest
  static final ArchRule noTypeOfAJsonLibraryIsInAPublicSignature =
      HOUSE.noTypeOfAJsonLibraryIsInAPublicSignature();
}
