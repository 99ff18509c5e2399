package dev.vmmadvisor.core.decide;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Candidate;
import dev.vmmadvisor.api.advice.CatalogReference;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Consequences;
import dev.vmmadvisor.api.advice.Criterion;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Improvement;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.advice.PresentChoice;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.advice.Wording;
import dev.vmmadvisor.api.catalog.Catalog;
import dev.vmmadvisor.api.catalog.PerformanceClaim;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.host.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers hosts out of one catalog. Immutable and safe to share between threads. */
public final class Decider {

  private static final Improvement NOTHING = new Improvement(List.of(), List.of());

  private final Knowledge knowledge;
  private final Findings findings;
  private final Wording wording;
  private final CatalogReference reference;

  /**
   * Compiles a catalog.
   *
   * @param catalog the catalog
   * @param customRules the constraints in code
   * @param wording puts the answers into words
   * @throws IllegalArgumentException if the catalog has no profile of one of the VMMs
   */
  public Decider(Catalog catalog, CustomRules customRules, Wording wording) {
    this.knowledge = Knowledge.of(catalog, customRules);
    this.findings = new Findings(wording);
    this.wording = wording;
    this.reference =
        new CatalogReference(
            catalog.id(),
            catalog.version(),
            catalog.asOf(),
            catalog.newestRelease(),
            catalog.layers());
  }

  /** The catalog it answers out of, for answers. */
  public CatalogReference reference() {
    return reference;
  }

  /**
   * The candidates for a host, ranked. They know nothing of what could be done for them.
   *
   * @param host the host
   * @param goal what is favoured
   */
  public List<Candidate> candidates(Host host, Goal goal) {
    Judgements judgements = knowledge.judgements(host);
    Ranking ranking = Ranking.of(knowledge, goal, knowledge.truths(host, judgements));
    return candidates(ranking, host, judgements, vmm -> NOTHING);
  }

  /**
   * One candidate for a host, in its place in the ranking. It knows nothing of what could be done
   * for it.
   *
   * @param host the host
   * @param goal what is favoured
   * @param vmm the candidate
   */
  public Candidate candidate(Host host, Goal goal, Vmm vmm) {
    Judgements judgements = knowledge.judgements(host);
    Ranking ranking = Ranking.of(knowledge, goal, knowledge.truths(host, judgements));
    return candidate(ranking, ranking.place(vmm), host, judgements, any -> NOTHING);
  }

  /**
   * The recommendation for a host.
   *
   * @param host the host
   * @param goal what is favoured
   * @param consequences finds out what follows from it, when somebody asks
   */
  public Recommendation recommend(Host host, Goal goal, Consequences consequences) {
    Judgements judgements = knowledge.judgements(host);
    Truth[] truths = knowledge.truths(host, judgements);
    Ranking ranking = Ranking.of(knowledge, goal, truths);
    Recommendation.Builder answer =
        Recommendation.builder()
            .host(host)
            .goal(goal)
            .best(ranking.best())
            .catalog(reference)
            .wording(wording)
            .consequences(consequences)
            .notices(notices(host));
    List<Candidate> candidates =
        candidates(ranking, host, judgements, vmm -> consequences.improvement(host, goal, vmm));
    answer.candidates(candidates);
    host.dockerDesktop().vmm().ifPresent(vmm -> answer.current(presentChoice(vmm, candidates)));
    addCertainty(answer, ranking, host, goal, truths);
    return answer.build();
  }

  /**
   * The criterion that tells two VMMs apart in the ranking for a host; empty if they are the same.
   *
   * @param host the host
   * @param goal what is favoured
   * @param one a VMM
   * @param other another
   */
  public Optional<Criterion> decisive(Host host, Goal goal, Vmm one, Vmm other) {
    Ranking ranking = Ranking.of(knowledge, goal, knowledge.truths(host));
    return one == other
        ? Optional.empty()
        : Optional.of(ranking.decisive(ranking.place(one), ranking.place(other)));
  }

  /**
   * The claims of speed for a VMM of which it is open whether they apply to a host.
   *
   * @param host the host
   * @param vmm the VMM
   */
  public List<PerformanceClaim> openClaims(Host host, Vmm vmm) {
    Truth[] truths = knowledge.truths(host);
    return knowledge.contenders().stream()
        .filter(contender -> contender.vmm() == vmm)
        .flatMap(contender -> contender.claims().stream())
        .filter(claim -> claim.when().evaluate(truths) == Truth.UNKNOWN)
        .map(Contender.CompiledClaim::claim)
        .toList();
  }

  private List<Candidate> candidates(
      Ranking ranking, Host host, Judgements judgements, Function<Vmm, Improvement> improvement) {
    List<Candidate> candidates = new ArrayList<>();
    for (int place = 0; place < ranking.size(); place++) {
      candidates.add(candidate(ranking, place, host, judgements, improvement));
    }
    return candidates;
  }

  /**
   * The notices of a host and those that the catalog gives rise to, in the language of the answers.
   *
   * @param host the host
   */
  public List<Notice> notices(Host host) {
    return Notices.of(knowledge.catalog(), host).stream().map(this::worded).toList();
  }

  /**
   * A notice of an answer, in the language of the answers.
   *
   * @param code its code
   * @param path the path of the fact it is about, or empty
   * @param parameters what its message is made from
   */
  public Notice notice(String code, String path, Map<String, Object> parameters) {
    return worded(new Notice(code, path, parameters, ""));
  }

  private Notice worded(Notice notice) {
    return notice.withMessage(wording.message(notice));
  }

  private Candidate candidate(
      Ranking ranking,
      int place,
      Host host,
      Judgements judgements,
      Function<Vmm, Improvement> improvement) {
    Standing standing = ranking.standing(place);
    return Candidate.builder()
        .vmm(standing.contender().vmm())
        .rank(place + 1)
        .eligibility(standing.eligibility())
        .decidedBy(ranking.decisive(place, place == 0 ? 1 : place - 1))
        .comparedWithBest(ranking.decisive(place, place == 0 ? 1 : 0))
        .phase(standing.phase())
        .performance(standing.claims())
        .findings(findings.of(standing, host, knowledge, judgements))
        .improvement(() -> improvement.apply(standing.contender().vmm()))
        .build();
  }

  private static PresentChoice presentChoice(Vmm vmm, List<Candidate> candidates) {
    Candidate candidate =
        candidates.stream().filter(each -> each.vmm() == vmm).findFirst().orElseThrow();
    return new PresentChoice(
        vmm,
        candidate.findings().stream()
            .filter(finding -> finding.outcome() == Outcome.VIOLATED)
            .toList());
  }

  private void addCertainty(
      Recommendation.Builder answer, Ranking ranking, Host host, Goal goal, Truth[] truths) {
    Truth[] open = knowledge.open(truths, host);
    List<Question> questions = Questions.open(knowledge, host, open);
    Outlook outlook = Outlook.of(knowledge, goal, questions, open);
    if (outlook.isSettled() && outlook.settled().equals(ranking.best())) {
      answer.certainty(ranking.best().isPresent() ? Certainty.CERTAIN : Certainty.NONE);
    } else {
      // settled on another: then only that something is not known stands in its way
      List<Question> decisive = outlook.isSettled() ? questions : outlook.decisive();
      answer
          .certainty(Certainty.DEPENDS)
          .missingFacts(MissingFacts.of(knowledge, goal, truths, questions, decisive, outlook));
    }
  }
}
