/** The advisor: which virtual machine manager Docker Desktop for Mac should use, and why. */
module dev.vmmadvisor.core {
  requires transitive dev.vmmadvisor.api;
  requires static org.immutables.value.annotations;
  requires static org.jspecify;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires static com.dd.plist; // property lists in the binary form
  requires static org.yaml.snakeyaml; // compose files in YAML
  requires java.xml; // property lists in XML

  uses dev.vmmadvisor.api.catalog.Constraint;

  exports dev.vmmadvisor.core;
  exports dev.vmmadvisor.core.apply;
  exports dev.vmmadvisor.core.catalog;
  exports dev.vmmadvisor.core.detect;
  exports dev.vmmadvisor.core.fleet;
  exports dev.vmmadvisor.core.inventory;
  exports dev.vmmadvisor.core.workload;
}
