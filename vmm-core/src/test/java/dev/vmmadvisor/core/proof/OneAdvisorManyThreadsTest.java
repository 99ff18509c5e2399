package dev.vmmadvisor.core.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.core.VmmAdvisor;
import dev.vmmadvisor.core.catalog.Catalogs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One advisor asked from many threads at once. */
class OneAdvisorManyThreadsTest {

  private static final int THREADS = 8;
  private static final int HOSTS = 600;
  private static final List<Goal> GOALS = List.of(Goal.values());

  /**
   * Each thread goes through a quarter of the hosts from another place on, so that each host is
   * asked about by two of them, and all threads start together on an advisor that has not answered
   * yet.
   */
  @Test
  void answersAreThoseOfOneThread() throws Exception {
    Catalog catalog = Catalogs.builtIn();
    List<Host> hosts = hosts(catalog);
    List<String> alone = new ArrayList<>();
    Advisor one = VmmAdvisor.builder().catalog(catalog).build();
    for (int i = 0; i < hosts.size(); i++) {
      alone.add(answer(one, hosts, i));
    }
    Advisor shared = VmmAdvisor.builder().catalog(catalog).build();
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<List<String>>> tasks = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread * HOSTS / THREADS;
        tasks.add(
            () -> {
              start.await();
              List<String> wrong = new ArrayList<>();
              for (int i = 0; i < HOSTS / 4; i++) {
                int at = (first + i) % HOSTS;
                String answer = answer(shared, hosts, at);
                if (!answer.equals(alone.get(at))) {
                  wrong.add(hosts.get(at) + " got " + answer);
                }
              }
              return wrong;
            });
      }
      for (Future<List<String>> wrong : threads.invokeAll(tasks)) {
        assertThat(wrong.get()).isEmpty();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(hosts).doesNotHaveDuplicates();
  }

  private static String answer(Advisor advisor, List<Host> hosts, int at) {
    return VmmJson.write(advisor.recommend(hosts.get(at), GOALS.get(at % GOALS.size())));
  }

  /** Different hosts, each fact of a random class and sometimes unknown. */
  private static List<Host> hosts(Catalog catalog) {
    DecisionSpace space = new DecisionSpace(new ReferenceAdvisor(catalog), false);
    List<Fact> facts = space.facts();
    List<List<Value>> values = facts.stream().map(space::values).toList();
    Random random = new Random(1);
    Set<Host> hosts = new LinkedHashSet<>();
    while (hosts.size() < HOSTS) {
      Draft draft = Draft.unknown();
      for (int fact = 0; fact < facts.size(); fact++) {
        List<Value> of = values.get(fact);
        if (random.nextInt(8) > 0) {
          draft = draft.with(facts.get(fact), of.get(random.nextInt(of.size())));
        }
      }
      hosts.add(draft.host());
    }
    return List.copyOf(hosts);
  }
}
