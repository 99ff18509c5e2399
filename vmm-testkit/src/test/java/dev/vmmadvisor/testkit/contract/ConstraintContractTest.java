package dev.vmmadvisor.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.Version;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.catalog.Constraint;
import dev.vmmadvisor.api.catalog.Remedy;
import dev.vmmadvisor.api.catalog.Severity;
import dev.vmmadvisor.api.catalog.Verdict;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.json.VmmJson;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ConstraintContractTest {

  private static Constraint on(Set<Fact> facts, Function<Host, Verdict> of) {
    return on(facts, (host, vmm) -> of.apply(host));
  }

  private static Constraint on(Set<Fact> facts, BiFunction<Host, Vmm, Verdict> of) {
    return Constraint.of("ours", Set.of(Vmm.DOCKER_VMM, Vmm.QEMU), facts, of);
  }

  private static Mistake only(Constraint constraint) {
    List<Mistake> mistakes = ConstraintContract.of(constraint).mistakes();
    assertThat(mistakes).hasSize(1);
    return mistakes.get(0);
  }

  private static void assertShows(Mistake mistake, Clause clause, String text, String... hosts) {
    assertThat(mistake.clause()).isEqualTo(clause);
    assertThat(mistake.text()).contains(text);
    assertThat(mistake.hosts()).extracting(VmmJson::writeLine).containsExactly(hosts);
  }

  // ---- good ones

  private static Verdict plenty(Host host) {
    return host.dockerDesktop()
        .memoryMiB()
        .map(
            memory ->
                memory >= 8192
                    ? Verdict.satisfied()
                    : Verdict.violated("We give 8 GiB.", new Remedy.RaiseVmMemory(8192)))
        .orElse(Verdict.unknown());
  }

  @Test
  void aGoodConstraintKeepsToIt() {
    ConstraintContract contract =
        ConstraintContract.of(on(Set.of(Fact.VM_MEMORY), ConstraintContractTest::plenty));

    assertThat(contract.mistakes()).isEmpty();
    assertThat(contract.remarks()).isEmpty();
    assertThatCode(contract::check).doesNotThrowAnyException();
  }

  @Test
  void oneThatReadsNothingKeepsToIt() {
    ConstraintContract.check(on(Set.of(), host -> Verdict.violated("Not approved here.")));
  }

  @Test
  void oneWithSeveralFactsThatSettlesWhatItCanKeepsToIt() {
    Constraint constraint =
        on(
            Set.of(Fact.ARCHITECTURE, Fact.MACOS_VERSION, Fact.DATABASES),
            host -> {
              if (host.architecture().filter(Architecture.X86_64::equals).isPresent()) {
                return Verdict.notApplicable();
              }
              boolean old =
                  host.macOsVersion()
                      .filter(it -> it.compareTo(Version.parse("10.16")) < 0)
                      .isPresent();
              if (old && host.architecture().isPresent()) {
                return Verdict.violated("Too old.");
              }
              if (host.architecture().isEmpty() || host.workload().databases().isEmpty()) {
                return Verdict.unknown();
              }
              if (host.macOsVersion().filter(it -> !it.isMacOsCompatibilityVersion()).isEmpty()) {
                return Verdict.unknown();
              }
              List<Database> databases = host.workload().databases().orElseThrow();
              return databases.stream().anyMatch(it -> it.storage().isEmpty())
                  ? Verdict.unknown()
                  : databases.stream()
                          .anyMatch(it -> it.storage().equals(Optional.of(Storage.BIND_MOUNT)))
                      ? Verdict.violated("No bind mounts.")
                      : Verdict.satisfied();
            });

    ConstraintContract.check(constraint);
  }

  @Test
  void factsThatFollowFromDeclaredOnesMayBeRead() {
    ConstraintContract.check(
        on(
            Set.of(Fact.CHIP),
            host ->
                host.chip().isEmpty()
                    ? Verdict.unknown()
                    : host.chipGeneration().filter(it -> it >= 3).isPresent()
                        ? Verdict.satisfied()
                        : Verdict.violated("M3 or later.")));
  }

  @Test
  void oneWithEveryFactIsExaminedAsWell() {
    Constraint constraint =
        on(
            EnumSet.allOf(Fact.class),
            host -> host.toString().isEmpty() ? Verdict.unknown() : Verdict.satisfied());
    ConstraintContract.check(constraint);
  }

  @Test
  void aDeclaredFactThatIsNeverReadIsARemark() {
    ConstraintContract contract =
        ConstraintContract.of(
            on(Set.of(Fact.VM_MEMORY, Fact.CPUS), ConstraintContractTest::plenty));

    assertThat(contract.mistakes()).isEmpty();
    assertThat(contract.remarks())
        .containsExactly("it declares what it was not seen to read: dockerDesktop.cpus");
  }

  // ---- wrong ones

  @Test
  void oneThatThrowsIsShownWithTheSmallestHost() {
    Mistake mistake =
        only(
            on(
                Set.of(Fact.ARCHITECTURE),
                host -> {
                  if (host.architecture().isEmpty()) {
                    return Verdict.unknown();
                  }
                  throw new IllegalStateException("no config");
                }));

    assertShows(
        mistake,
        Clause.NEVER_THROWS,
        "it throws java.lang.IllegalStateException: no config (for docker-vmm)",
        "{\"architecture\":\"arm64\"}");
  }

  @Test
  void oneThatThrowsWhereAFactIsUnknownIsShown() {
    Mistake mistake =
        only(
            on(
                Set.of(Fact.VM_MEMORY),
                host ->
                    host.dockerDesktop().memoryMiB().orElseThrow() >= 4096
                        ? Verdict.satisfied()
                        : Verdict.violated("Too little.")));

    assertShows(
        mistake,
        Clause.NEVER_THROWS,
        "it throws java.util.NoSuchElementException: No value present",
        "{}");
  }

  @SuppressWarnings("InfiniteRecursion") // a mistake
  private static Verdict endless(Host host) {
    return endless(host);
  }

  @Test
  void endlessRecursionIsShown() {
    assertShows(
        only(on(Set.of(), ConstraintContractTest::endless)),
        Clause.NEVER_THROWS,
        "it throws java.lang.StackOverflowError",
        "{}");
  }

  @SuppressWarnings("NullAway") // a mistake
  private static Verdict nothing(Host host) {
    return null;
  }

  @Test
  void nullIsShown() {
    assertShows(
        only(on(Set.of(), ConstraintContractTest::nothing)),
        Clause.NEVER_NULL,
        "it returns null (for docker-vmm)",
        "{}");
  }

  @Test
  void chanceIsShown() {
    AtomicInteger calls = new AtomicInteger();
    Mistake mistake =
        only(
            on(
                Set.of(),
                host ->
                    calls.incrementAndGet() % 2 == 0
                        ? Verdict.satisfied()
                        : Verdict.violated("By chance.")));

    assertShows(
        mistake,
        Clause.REPEATS_ITSELF,
        "it answers differently when asked again: violated, then satisfied",
        "{}");
  }

  @Test
  void otherWordsAtEachTimeAreShown() {
    AtomicInteger calls = new AtomicInteger();

    assertShows(
        only(on(Set.of(), host -> Verdict.violated("Number " + calls.incrementAndGet()))),
        Clause.REPEATS_ITSELF,
        "it answers differently when asked again: in the words or remedies of violated",
        "{}");
  }

  @Test
  void stateThatHostsChangeIsShown() {
    List<Host> seen = Collections.synchronizedList(new ArrayList<>());
    Mistake mistake =
        only(
            on(
                Set.of(Fact.CPUS),
                host -> {
                  if (host.dockerDesktop().cpus().isEmpty()) {
                    return Verdict.unknown();
                  }
                  if (host.dockerDesktop().cpus().get() == 8) {
                    seen.add(host); // from now on everything is fine
                  }
                  return seen.isEmpty()
                      ? Verdict.violated("None with 8 yet.")
                      : Verdict.satisfied();
                }));

    assertThat(mistake.clause()).isEqualTo(Clause.REPEATS_ITSELF);
    assertThat(mistake.text())
        .contains("when asked about hosts in another order: violated, then satisfied");
  }

  @Test
  void oneThatRemembersTheFirstHostIsShownWhereItIsMadeAnew() {
    ConstraintContract contract =
        ConstraintContract.of(
            () -> {
              List<Verdict> first = Collections.synchronizedList(new ArrayList<>());
              return on(
                  Set.of(Fact.VM_MEMORY),
                  host -> {
                    Verdict verdict = plenty(host);
                    if (verdict.equals(Verdict.unknown())) {
                      return verdict;
                    }
                    first.add(verdict);
                    return first.get(0);
                  });
            });

    assertThat(contract.mistakes())
        .extracting(Mistake::clause)
        .containsExactly(Clause.REPEATS_ITSELF);
  }

  @Test
  void oneThatThreadsDisturbIsShown() {
    Thread first = Thread.currentThread();
    AtomicReference<Thread> thread = new AtomicReference<>(first);
    AtomicInteger threads = new AtomicInteger();
    Mistake mistake =
        only(
            on(
                Set.of(),
                host -> {
                  if (thread.getAndSet(Thread.currentThread()) != Thread.currentThread()) {
                    threads.incrementAndGet();
                  }
                  return threads.get() > 2 ? Verdict.violated("Disturbed.") : Verdict.satisfied();
                }));

    assertThat(mistake.clause()).isEqualTo(Clause.REPEATS_ITSELF);
    assertThat(mistake.text()).contains("when several threads ask: satisfied, then violated");
  }

  @Test
  void anUndeclaredFactIsShown() {
    Mistake mistake =
        only(
            on(
                Set.of(Fact.ARCHITECTURE),
                host -> {
                  if (host.architecture().isEmpty()) {
                    return Verdict.unknown();
                  }
                  return host.architecture().get() == Architecture.ARM64
                          && host.dockerDesktop().cpus().filter(it -> it > 4).isPresent()
                      ? Verdict.violated("Too many.")
                      : Verdict.satisfied();
                }));

    assertShows(
        mistake,
        Clause.READS_DECLARED_FACTS,
        "it reads what it does not declare: dockerDesktop.cpus",
        "{\"architecture\":\"arm64\"}");
  }

  @Test
  void makingATextOfTheHostReadsEveryFact() {
    assertThat(
            only(on(
                    Set.of(),
                    host -> host.toString().isEmpty() ? Verdict.unknown() : Verdict.satisfied()))
                .text())
        .contains("it reads what it does not declare: operatingSystem, architecture, chip,");
  }

  @Test
  void notKnowingWhatIsKnownIsARemark() {
    Constraint outside =
        on(
            Set.of(Fact.ARCHITECTURE),
            host ->
                host.architecture().equals(Optional.of(Architecture.X86_64))
                    ? Verdict.notApplicable()
                    : Verdict.unknown());
    Constraint inside =
        on(
            Set.of(Fact.ARCHITECTURE),
            host -> host.architecture().isPresent() ? Verdict.satisfied() : Verdict.unknown());

    assertThat(ConstraintContract.of(outside).mistakes()).isEmpty();
    assertThat(ConstraintContract.of(outside).remarks())
        .containsExactly(
            "it returns unknown for hosts of which every fact that it declares is known, so it"
                + " depends on something else");
    assertThat(ConstraintContract.of(inside).remarks()).isEmpty();
  }

  @Test
  void takingTheUnknownForNoIsShown() {
    Mistake mistake =
        only(
            on(
                Set.of(Fact.VM_MEMORY, Fact.CPUS),
                host ->
                    host.dockerDesktop().memoryMiB().orElse(0) >= 4096
                        ? Verdict.satisfied()
                        : Verdict.violated("Too little.")));

    assertShows(
        mistake,
        Clause.STAYS_WHEN_MORE_IS_KNOWN,
        "its verdict does not stay when more becomes known: violated, then satisfied",
        "{}",
        "{\"dockerDesktop\":{\"memoryMiB\":4096}}");
  }

  @Test
  void takingTenSixteenForAVersionIsShown() {
    Mistake mistake =
        only(
            on(
                Set.of(Fact.MACOS_VERSION),
                host ->
                    host.macOsVersion()
                        .map(
                            version ->
                                version.compareTo(Version.parse("13")) >= 0
                                    ? Verdict.satisfied()
                                    : Verdict.violated("Too old."))
                        .orElse(Verdict.unknown())));

    assertShows(
        mistake,
        Clause.STAYS_WHEN_MORE_IS_KNOWN,
        "violated, then satisfied",
        "{\"macOsVersion\":\"10.16\"}",
        "{\"macOsVersion\":\"13.2\"}");
  }

  @Test
  void takingUnknownStorageForSafeIsShown() {
    Mistake mistake =
        only(
            on(
                Set.of(Fact.DATABASES),
                host ->
                    host.workload()
                        .databases()
                        .map(
                            all ->
                                all.stream()
                                        .anyMatch(
                                            it ->
                                                it.storage()
                                                    .equals(Optional.of(Storage.BIND_MOUNT)))
                                    ? Verdict.violated("No bind mounts.")
                                    : Verdict.satisfied())
                        .orElse(Verdict.unknown())));

    assertShows(
        mistake,
        Clause.STAYS_WHEN_MORE_IS_KNOWN,
        "satisfied, then violated",
        "{\"workload\":{\"databases\":[{\"engine\":\"mongodb\"}]}}",
        "{\"workload\":{\"databases\":[{\"engine\":\"mongodb\",\"storage\":\"bind-mount\"}]}}");
  }

  @Test
  void forgettingWhatWasSettledIsShown() {
    assertThat(
            only(on(
                    Set.of(Fact.CPUS, Fact.MEMORY),
                    host ->
                        host.dockerDesktop().cpus().isPresent() && host.memoryMiB().isEmpty()
                            ? Verdict.unknown()
                            : Verdict.satisfied()))
                .text())
        .contains("does not stay when more becomes known: satisfied, then unknown");
  }

  @Test
  void hugeTextsAreShown() {
    assertShows(
        only(on(Set.of(), host -> Verdict.violated("x".repeat(1 << 20)))),
        Clause.KEEPS_WITHIN_BOUNDS,
        "its text is longer than 1000 characters",
        "{}");
  }

  @SuppressWarnings("NullAway") // a mistake
  private static Verdict withoutText(Host host) {
    return new Verdict.Violated(null, List.of());
  }

  @Test
  void aTextThatIsNullIsShown() {
    assertShows(
        only(on(Set.of(), ConstraintContractTest::withoutText)),
        Clause.NEVER_THROWS,
        "it throws java.lang.NullPointerException: text",
        "{}");
  }

  @Test
  void tooManyRemediesAreShown() {
    List<Remedy> many = Collections.nCopies(1000, new Remedy.AddSharedFolder());

    assertShows(
        only(on(Set.of(), host -> new Verdict.Violated("Too much.", many))),
        Clause.NEVER_THROWS,
        "it throws java.lang.IllegalArgumentException: more than 20 remedies",
        "{}");
  }

  @Test
  void remediesWithoutEndAreShown() {
    List<Remedy> endless =
        new AbstractList<>() {
          @Override
          public Remedy get(int index) {
            return new Remedy.AddSharedFolder();
          }

          @Override
          public int size() {
            return Integer.MAX_VALUE;
          }
        };

    assertShows(
        only(on(Set.of(), host -> new Verdict.Violated("Too much.", endless))),
        Clause.NEVER_THROWS,
        "it throws java.lang.IllegalArgumentException: more than 20 remedies",
        "{}");
  }

  @Test
  void oneThatDoesNotEndIsShown() {
    Constraint constraint =
        on(
            Set.of(),
            host -> {
              try {
                Thread.sleep(600_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return Verdict.satisfied();
            });

    List<Mistake> mistakes =
        ConstraintContract.of(constraint).within(Duration.ofMillis(50)).mistakes();

    assertThat(mistakes).hasSize(1);
    assertShows(
        mistakes.get(0), Clause.ENDS, "it takes longer than PT0.05S (for docker-vmm)", "{}");
    assertThatThrownBy(() -> ConstraintContract.of(constraint).within(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the limit PT0S is not accepted; accepted: at least a millisecond");
  }

  @Test
  void switchingToTheVmmThatIsToBeLeftIsShown() {
    assertShows(
        only(
            on(
                Set.of(),
                (host, vmm) -> Verdict.violated("Leave it.", new Remedy.SwitchVmm(Vmm.QEMU)))),
        Clause.NAMES_SOUND_REMEDIES,
        "it is violated for qemu and names as a remedy to switch to qemu",
        "{}");
  }

  @Test
  void aRemedyThatCannotBeCarriedOutIsShown() {
    assertShows(
        only(
            on(
                Set.of(),
                host -> Verdict.violated("More.", new Remedy.RaiseVmMemory(Integer.MAX_VALUE)))),
        Clause.NAMES_SOUND_REMEDIES,
        "its remedy RaiseVmMemory[toMiB=2147483647] cannot be carried out:"
            + " java.lang.IllegalArgumentException: dockerDesktop.memoryMiB: 2147483647 is not"
            + " accepted",
        "{}");
  }

  // ---- what it says of itself

  @Test
  void aCodeThatIsNoneIsShown() {
    assertThat(
            only(
                Constraint.of(
                    "No Beta", Set.of(Vmm.QEMU), Set.of(), (host, vmm) -> Verdict.satisfied())))
        .hasToString("the code No Beta is not accepted; accepted: a lower-case, hyphenated word");
  }

  @Test
  void noVmmIsShown() {
    assertThat(only(Constraint.of("ours", Set.of(), Set.of(), (host, vmm) -> Verdict.satisfied())))
        .hasToString("it is about no VMM; accepted: at least one");
  }

  /** Each thing that it says of itself can be made wrong. */
  private static class Described implements Constraint {
    private int calls;

    @Override
    public String code() {
      return "ours";
    }

    @Override
    public Set<Fact> facts() {
      return Set.of();
    }

    int calls() {
      return calls++;
    }

    @Override
    public Verdict evaluate(Host host, Vmm vmm) {
      return Verdict.satisfied();
    }
  }

  @Test
  @SuppressWarnings("NullAway") // mistakes
  void whatCannotBeReadIsShown() {
    assertThat(
            only(
                new Described() {
                  @Override
                  public Set<Fact> facts() {
                    throw new IllegalStateException("no config");
                  }
                }))
        .hasToString("its facts cannot be read: java.lang.IllegalStateException: no config");
    assertThat(
            only(
                new Described() {
                  @Override
                  public Set<Vmm> vmms() {
                    return null;
                  }
                }))
        .hasToString("its VMMs cannot be read: null");
    assertThat(
            only(
                new Described() {
                  @Override
                  public Severity severity() {
                    return null;
                  }
                }))
        .hasToString("its severity cannot be read: null");
    assertThat(
            only(
                new Described() {
                  @Override
                  public String code() {
                    return "ours-" + calls();
                  }
                }))
        .hasToString("it says otherwise when asked again for its code: ours-0, then ours-1");
  }

  // ---- the message

  @Test
  void theMessageNamesAllMistakes() {
    Constraint constraint =
        on(
            Set.of(Fact.CHIP),
            host ->
                host.memoryMiB().isPresent()
                    ? Verdict.violated("x".repeat(1001))
                    : Verdict.unknown());

    assertThatThrownBy(() -> ConstraintContract.check(constraint))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            ours does not keep to the contract of constraints:
            - it reads what it does not declare: memoryMiB (for docker-vmm); host: {}
            - its text is longer than 1000 characters (for docker-vmm); \
            host: {"memoryMiB":1}
              (it returns unknown for hosts of which every fact that it declares is known, so it \
            depends on something else)
              (it declares what it was not seen to read: chip)\
            """);
  }

  @Test
  void hostsOfOnesOwnAreAskedAboutToo() {
    Host mine = Host.builder().chip("Apple M99").build();
    Constraint constraint =
        on(
            Set.of(Fact.CHIP),
            host -> {
              if (host.chip().isEmpty()) {
                return Verdict.unknown();
              }
              if (host.chip().get().equals("Apple M99")) {
                throw new IllegalStateException("too new");
              }
              return Verdict.satisfied();
            });

    ConstraintContract.check(constraint);
    assertThatThrownBy(() -> ConstraintContract.check(constraint, List.of(mine)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("too new")
        .hasMessageContaining("{\"chip\":\"Apple M99\"}");
  }
}
