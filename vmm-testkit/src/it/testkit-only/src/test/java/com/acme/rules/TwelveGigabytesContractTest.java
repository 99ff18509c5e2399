package com.acme.rules;

import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.testkit.junit.ConstraintContractTest;

class TwelveGigabytesContractTest extends ConstraintContractTest {
  @Override
  protected Constraint constraint() {
    return new TwelveGigabytes();
  }
}
