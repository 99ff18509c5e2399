package com.acme.fleet;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.VmmAdvisor;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/**
 * A fleet in a distributed engine: lines of JSON go to the workers, each worker has an advisor of
 * its own, and what they advise is counted.
 */
public final class FleetInFlink {

  private static final int HOSTS = 20_000;
  private static final int WORKERS = 4;
  private static final String[] RELEASES = {"4.43.2", "4.44.0", "4.88.0"};

  private FleetInFlink() {}

  /** Advises for a line. The advisor is made where the worker is, not sent to it. */
  static final class Advice extends RichMapFunction<String, Tuple2<String, Integer>> {
    private static final long serialVersionUID = 1;

    private transient Advisor advisor;

    @Override
    public void open(OpenContext context) {
      advisor = VmmAdvisor.builder().build();
    }

    @Override
    public Tuple2<String, Integer> map(String line) {
      return Tuple2.of(advised(advisor.recommend(VmmJson.readHost(line))), 1);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, Integer> here = new TreeMap<>();
    Advisor advisor = VmmAdvisor.builder().build();
    for (long i = 0; i < HOSTS; i++) {
      here.merge(advised(advisor.recommend(VmmJson.readHost(line(i)))), 1, Integer::sum);
    }

    Map<String, Integer> there = new TreeMap<>();
    StreamExecutionEnvironment engine = StreamExecutionEnvironment.createLocalEnvironment(WORKERS);
    engine.setRuntimeMode(RuntimeExecutionMode.BATCH);
    try (CloseableIterator<Tuple2<String, Integer>> counts =
        engine
            .fromSequence(0, HOSTS - 1)
            .map(FleetInFlink::line)
            .returns(Types.STRING)
            .map(new Advice())
            .returns(Types.TUPLE(Types.STRING, Types.INT))
            .keyBy(count -> count.f0)
            .sum(1)
            .executeAndCollect()) {
      counts.forEachRemaining(count -> there.put(count.f0, count.f1));
    }
    System.out.println(there);
    System.out.println(there.equals(here) ? "as in one thread" : "in one thread " + here);
  }

  private static String advised(Recommendation advice) {
    return advice.best().map(Vmm::id).orElse("none") + " " + advice.certainty().id();
  }

  /** A Host document. */
  private static String line(long i) {
    return "{\"architecture\": \"%s\", \"macOsVersion\": \"15.%d\", \"dockerDesktop\":"
            .formatted(i % 5 == 0 ? "x86_64" : "arm64", i % 4)
        + " {\"version\": \"%s\", \"memoryMiB\": %d}"
            .formatted(RELEASES[(int) (i % RELEASES.length)], 2048 + 1024 * (i % 7))
        + (i % 2 == 0 ? ", \"workload\": {\"databases\": []}}" : "}");
  }
}
