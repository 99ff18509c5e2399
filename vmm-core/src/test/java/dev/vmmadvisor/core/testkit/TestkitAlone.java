package dev.vmmadvisor.core.testkit;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.testkit.GoldenFile;
import dev.vmmadvisor.testkit.SampleHosts;
import dev.vmmadvisor.testkit.cases.Cases;
import dev.vmmadvisor.testkit.contract.ConstraintContract;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/** A program that uses of the testkit what needs no test library. */
public final class TestkitAlone {

  private TestkitAlone() {}

  /** Prints what came of it; its one argument is a golden file. */
  public static void main(String[] arguments) throws IOException {
    for (String library :
        new String[] {
          "org.assertj.core.api.Assertions", "net.jqwik.api.Arbitrary", "org.junit.jupiter.api.Test"
        }) {
      try {
        Class.forName(library);
        System.out.println("there is " + library);
      } catch (ClassNotFoundException e) {
        System.out.println("without " + library);
      }
    }
    ConstraintContract.check(
        Constraint.of(
            "ours",
            Set.of(Vmm.DOCKER_VMM),
            Set.of(Fact.CPUS),
            (host, vmm) ->
                host.dockerDesktop()
                    .cpus()
                    .map(cpus -> cpus >= 4 ? Verdict.satisfied() : Verdict.violated("Too few."))
                    .orElse(Verdict.unknown())));
    GoldenFile.of(Path.of(arguments[0]))
        .matches(VmmAdvisor.recommend(SampleHosts.windows()).text());
    String cases =
        """
        {"cases": [{"name": "Windows", "host": {"operatingSystem": "windows"},
          "expected": {"best": "docker-vmm"}}]}
        """;
    try {
      Cases.check(
          Cases.read(new ByteArrayInputStream(cases.getBytes(StandardCharsets.UTF_8))),
          VmmAdvisor.builder().build());
    } catch (AssertionError e) {
      System.out.println(e.getMessage());
    }
  }
}
