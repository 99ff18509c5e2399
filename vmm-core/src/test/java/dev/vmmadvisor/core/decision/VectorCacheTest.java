package dev.vmmadvisor.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class VectorCacheTest {

  private static final int MAX = 4096;

  private final VectorCache kept = new VectorCache(MAX);

  private void putAll(long many) {
    for (long of = 0; of < many; of++) {
      kept.put(of, new long[] {of});
    }
  }

  private long found(long many) {
    return LongStream.range(0, many).filter(of -> kept.get(of) != null).count();
  }

  @Test
  void nothingIsKeptAtFirst() {
    assertThat(found(100_000)).isZero();
  }

  @Test
  void whatIsKeptIsFoundForItsClassAlone() {
    putAll(100_000);

    for (long of = 0; of < 100_000; of++) {
      long[] vectors = kept.get(of);
      if (vectors != null) {
        assertThat(vectors).containsExactly(of);
      }
    }
  }

  @Test
  void aLimitedNumberIsKeptAndTheNewestIsAmongThem() {
    putAll(100_000);

    assertThat(found(100_000)).isEqualTo(MAX);
    assertThat(kept.get(99_999)).isNotNull();
  }

  @Test
  void someThatFallOnOnePlaceAreAllKept() {
    putAll(1_000);

    assertThat(found(1_000)).isGreaterThan(980);
  }
}
