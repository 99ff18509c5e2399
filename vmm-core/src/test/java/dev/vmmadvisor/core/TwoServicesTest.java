package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.testkit.SampleHosts;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services of the class path that have the same code. */
class TwoServicesTest {

  @TempDir private Path folder;

  @Test
  void twoServicesWithOneCodeAreAnErrorThatNamesBoth() throws IOException {
    String one = RegistrationProperties.One.class.getName();
    String other = RegistrationProperties.Other.class.getName();
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(Constraint.class.getName()), other + "\n" + one + "\n");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader with =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      thread.setContextClassLoader(with);
      VmmAdvisor.Builder builder = VmmAdvisor.builder().constraintsOfServices();

      assertThatThrownBy(builder::build)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the code said-twice is that of " + one + " and of " + other);
      assertThat(VmmAdvisor.builder().build().recommend(SampleHosts.appleSilicon()).best())
          .as("whoever does not ask for them has none of this")
          .isPresent();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
