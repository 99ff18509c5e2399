package dev.vmmadvisor.core.benchmarks;

import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading the document of the built-in catalog, and making an advisor of a catalog. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CatalogBenchmark {

  private final Catalog catalog = Catalogs.builtIn();
  private byte[] document = {};

  /**
   * Reads the bytes of the document.
   *
   * @throws IOException if they cannot be read
   */
  @Setup
  public void load() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(Catalogs.class.getResourceAsStream("docker-desktop-mac.json"))) {
      document = stream.readAllBytes();
    }
  }

  /** The catalog out of its document. */
  @Benchmark
  public Catalog read() throws IOException {
    return Catalogs.read(new ByteArrayInputStream(document));
  }

  /** The advisor out of the catalog. */
  @Benchmark
  public Advisor build() {
    return VmmAdvisor.builder().catalog(catalog).build();
  }
}
