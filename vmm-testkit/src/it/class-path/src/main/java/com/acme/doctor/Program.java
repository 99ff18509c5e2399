package com.acme.doctor;

import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.VmmAdvisor;

/** The program at the front of the README. */
public final class Program {

  private Program() {}

  public static void main(String[] args) {
    Host host = VmmJson.readHost("""
        {"architecture": "arm64", "macOsVersion": "15.2",
         "dockerDesktop": {"version": "4.44.0", "memoryMiB": 4095},
         "workload": {"imageArchitectures": ["arm64"], "databases": []}}""");
    System.out.println(VmmAdvisor.recommend(host));
  }
}
