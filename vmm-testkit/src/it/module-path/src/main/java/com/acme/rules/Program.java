package com.acme.rules;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.*;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.VmmAdvisor;

public final class Program {
  public static void main(String[] args) {
    Advisor advisor = VmmAdvisor.builder().constraintsOfServices().build();
    Recommendation advice = advisor.recommend(VmmJson.readHost("""
        {"architecture": "arm64", "macOsVersion": "15.2",
         "dockerDesktop": {"version": "4.44.0", "memoryMiB": 8192},
         "workload": {"imageArchitectures": ["arm64"], "databases": []}}"""));
    System.out.println(advice.best().orElseThrow());
    System.out.println(advice.whyNot(Vmm.DOCKER_VMM));
  }
}
