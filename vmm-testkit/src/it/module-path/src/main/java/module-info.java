module com.acme.rules {
  requires dev.vmmadvisor.core;

  provides dev.vmmadvisor.api.catalog.Constraint with com.acme.rules.TwelveGigabytes;
}
