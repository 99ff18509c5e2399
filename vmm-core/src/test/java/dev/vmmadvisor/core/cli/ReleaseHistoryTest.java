package dev.vmmadvisor.core.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.core.catalog.Catalogs;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReleaseHistoryTest {

  private static List<String> lines() throws IOException {
    try (InputStream json = Catalogs.class.getResourceAsStream("sound.json")) {
      return ReleaseHistory.of(Catalogs.read(Objects.requireNonNull(json))).points().stream()
          .flatMap(
              point ->
                  point.changes().stream()
                      .map(
                          change ->
                              point.release()
                                  + " "
                                  + point.date().map(LocalDate::toString).orElse("?")
                                  + " "
                                  + change.verb()
                                  + " "
                                  + change.text()))
          .toList();
    }
  }

  @Test
  void everyChangeStandsAtItsRelease() throws IOException {
    assertThat(lines())
        .containsExactly(
            "4.34.0 2024-08-29 begins Docker VMM is experimental",
            "4.34.0 2024-08-29 begins Docker VMM is made of first",
            "4.35.0 2024-10-24 begins Docker VMM is beta",
            "4.35.0 2024-10-24 begins Docker VMM is offered from here on",
            "4.35.0 2024-10-24 begins An issue of Docker VMM begins, severity warning",
            "4.36.0 2024-11-18 begins Docker VMM is made of second",
            "4.36.0 2024-11-18 begins A constraint on Docker VMM begins",
            "4.36.0 2024-11-18 begins QEMU is deprecated",
            "4.36.0 2024-11-18 fixed An issue of Docker VMM is fixed",
            "4.37.0 2024-12-12 begins QEMU is removed",
            "4.37.0 2024-12-12 ends A constraint on Docker VMM ends",
            "4.37.0 2024-12-12 begins An issue of Docker VMM begins, severity warning");
  }
}
