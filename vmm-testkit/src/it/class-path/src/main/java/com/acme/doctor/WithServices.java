package com.acme.doctor;

import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.core.VmmAdvisor;

/** Asks about the same Mac without and with the constraints that are services. */
public final class WithServices {

  private WithServices() {}

  public static void main(String[] args) {
    Host host = Host.builder().macOsVersion(Version.parse("15.2")).build();
    print(VmmAdvisor.builder().build(), host);
    print(VmmAdvisor.builder().constraintsOfServices().build(), host);
  }

  private static void print(Advisor advisor, Host host) {
    advisor.recommend(host).candidate(Vmm.DOCKER_VMM).findings().stream()
        .filter(finding -> finding.code().startsWith("acme-"))
        .forEach(System.out::println);
    System.out.println(advisor.recommend(host).certainty());
  }
}
