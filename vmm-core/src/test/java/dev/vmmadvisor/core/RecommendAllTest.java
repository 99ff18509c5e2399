package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.host.DockerDesktop;
import dev.vmmadvisor.api.host.Host;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecommendAllTest {

  private static final Advisor ADVISOR = VmmAdvisor.builder().build();

  private static Host host(int memory) {
    return Host.builder().dockerDesktop(DockerDesktop.builder().memoryMiB(memory).build()).build();
  }

  @Test
  void eachHostHasTheAnswerThatItHasByItselfInTheirOrder() {
    List<Host> hosts = IntStream.range(0, 50).mapToObj(i -> host(3000 + 100 * i)).toList();

    assertThat(ADVISOR.recommendAll(hosts.stream(), Goal.STABILITY))
        .isEqualTo(hosts.stream().map(host -> ADVISOR.recommend(host, Goal.STABILITY)).toList());
    assertThat(ADVISOR.recommendAll(hosts.parallelStream()))
        .isEqualTo(hosts.stream().map(ADVISOR::recommend).toList());
  }

  @Test
  void noHostIsReadBeforeItsAnswerIsWanted() {
    AtomicInteger read = new AtomicInteger();
    Stream<Host> endless = Stream.generate(() -> host(1 + read.getAndIncrement()));

    assertThat(ADVISOR.recommendAll(endless).limit(3)).hasSize(3);
    assertThat(read).hasValue(3);
  }
}
