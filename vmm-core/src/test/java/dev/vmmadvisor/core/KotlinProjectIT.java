package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project in Kotlin, which sees from the annotations what can be null. */
class KotlinProjectIT {

  private static final Pattern MISTAKE = Pattern.compile("Wrong\\.kt:(.*\\.)");

  @BeforeEach
  void theCompilerOfKotlinComesFromElsewhere() {
    assumeFalse(Maven.isOffline(), "nothing else here needs that compiler");
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

    assertThat(MISTAKE.matcher(failure).results().map(it -> it.group(1)).distinct())
        .containsExactly(
            "7:37 Null cannot be a value of a non-null type 'Host'.",
            "9:42 Null cannot be a value of a non-null type 'String'.",
            "11:42 Argument type mismatch: actual type is 'String?', but 'String' was expected.");
  }
}
