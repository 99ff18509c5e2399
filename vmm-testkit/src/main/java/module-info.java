/** Fake hosts for tests: samples with names, and generators for property-based tests. */
module dev.vmmadvisor.testkit {
  requires transitive dev.vmmadvisor.api;
  requires static org.jspecify;
  requires static net.jqwik.api;

  exports dev.vmmadvisor.testkit;
  exports dev.vmmadvisor.testkit.jqwik;
}
