package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project in Kotlin, which sees from the annotations what can be null. */
class KotlinProjectIT {

  @BeforeEach
  void theCompilerOfKotlinComesFromElsewhere() {
    assumeFalse(ConsumerProject.isOffline(), "nothing else here needs that compiler");
  }

  @Test
  void aProgramInKotlinReadsAsOneWould() throws Exception {
    ConsumerProject project = ConsumerProject.build("kotlin", "package");

    assertThat(project.run("com.acme.kotlin.ProgramKt").lines())
        .containsExactly(
            "apple-virtualization-framework",
            "1 apple-virtualization-framework []",
            "2 docker-vmm [acme-twelve-gigabytes]",
            "3 hyperkit []",
            "4 qemu []");
  }

  @Test
  void whatIsNeverNullCannotBeTakenForSomethingElse() throws Exception {
    String failure = ConsumerProject.failureOf("kotlin", "compile", "-Dsources=src/wrong/kotlin");

    assertThat(
            failure
                .lines()
                .map(String::strip)
                .filter(line -> line.contains("Wrong.kt:"))
                .distinct())
        .hasSize(3)
        .allMatch(line -> line.contains("non-null") || line.contains("'String' was expected"))
        .anyMatch(line -> line.contains("'Host'"));
  }
}
