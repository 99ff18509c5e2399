/**
 * The public types of VMM Advisor: hosts, catalogs and answers as immutable values, and their JSON
 * documents.
 */
@SuppressWarnings("module") // the modules of qualified exports are built later
module dev.vmmadvisor.api {
  requires static org.immutables.value.annotations;
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.annotation;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jdk8;

  exports dev.vmmadvisor.api;
  exports dev.vmmadvisor.api.advice;
  exports dev.vmmadvisor.api.catalog;
  exports dev.vmmadvisor.api.detect;
  exports dev.vmmadvisor.api.host;
  exports dev.vmmadvisor.api.internal to
      dev.vmmadvisor.core,
      dev.vmmadvisor.testkit;
  exports dev.vmmadvisor.api.json;

  opens dev.vmmadvisor.api.advice to
      com.fasterxml.jackson.databind;
  opens dev.vmmadvisor.api.catalog to
      com.fasterxml.jackson.databind;
  opens dev.vmmadvisor.api.detect to
      com.fasterxml.jackson.databind;
  opens dev.vmmadvisor.api.host to
      com.fasterxml.jackson.databind;
}
