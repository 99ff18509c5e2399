/**
 * Support for tests: sample hosts, simulated Macs, generators, a contract for constraints,
 * assertions, cases and golden files.
 *
 * <p>Three packages need a test library that your project must add: {@code jqwik} needs jqwik,
 * {@code junit} needs JUnit 5, {@code assertions} needs AssertJ.
 */
module dev.vmmadvisor.testkit {
  requires transitive dev.vmmadvisor.api;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires static org.jspecify;
  requires static net.jqwik.api;
  requires static org.assertj.core;
  requires static org.junit.jupiter.api;

  exports dev.vmmadvisor.testkit;
  exports dev.vmmadvisor.testkit.assertions;
  exports dev.vmmadvisor.testkit.cases;
  exports dev.vmmadvisor.testkit.contract;
  exports dev.vmmadvisor.testkit.jqwik;
  exports dev.vmmadvisor.testkit.junit;
}
