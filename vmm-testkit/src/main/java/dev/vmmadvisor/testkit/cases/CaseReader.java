package dev.vmmadvisor.testkit.cases;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Certainty;
import dev.vmmadvisor.api.advice.Goal;
import dev.vmmadvisor.api.advice.Outcome;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.DocumentException;
import dev.vmmadvisor.api.json.Problem;
import dev.vmmadvisor.api.json.VmmJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads Case documents and collects all problems. Not safe to share between threads. */
final class CaseReader {

  private static final Pattern CODE = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");

  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final List<Case> cases = new ArrayList<>();

  /**
   * Reads a document.
   *
   * @throws DocumentException if it is not a Case document; it lists all problems
   */
  static List<Case> read(String json) {
    CaseReader reader = new CaseReader();
    reader.document(Located.read(json));
    if (!reader.problems.isEmpty()) {
      throw new DocumentException(
          reader.problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList());
    }
    return List.copyOf(reader.cases);
  }

  private void document(Located root) {
    Map<String, Located> fields = object(root, "cases");
    required(root, fields, "cases")
        .forEach(
            list -> {
              List<Located> elements = list(list);
              if (elements.isEmpty() && list.value() instanceof List) {
                problem(list, "there is no case; accepted: at least one");
              }
              elements.forEach(this::testCase);
            });
  }

  private void testCase(Located element) {
    Map<String, Located> fields = object(element, "name", "host", "goal", "expected");
    List<String> name = new ArrayList<>();
    required(element, fields, "name").forEach(it -> name(it, name::add));
    List<Host> host = new ArrayList<>();
    required(element, fields, "host").forEach(it -> host(it, host::add));
    Goal[] goal = {Goal.BALANCED};
    optional(fields, "goal", it -> constant(it, Goal.values(), found -> goal[0] = found));
    List<Expectation> expected = new ArrayList<>();
    required(element, fields, "expected").forEach(it -> expected(it, expected));
    if (!name.isEmpty() && !host.isEmpty()) {
      cases.add(new Case(name.get(0), host.get(0), goal[0], expected));
    }
  }

  private void name(Located value, Consumer<String> found) {
    if (!(value.value() instanceof String text) || text.isBlank()) {
      problems.add(value.notAccepted("a text that is not blank"));
    } else if (!names.add(text)) {
      problem(value, "this name is duplicated");
    } else {
      found.accept(text);
    }
  }

  /** Reads a host; its problems are reported with their places in the Case document. */
  private void host(Located value, Consumer<Host> found) {
    if (!(value.value() instanceof Map)) {
      problems.add(value.notAccepted("a Host document"));
      return;
    }
    try {
      Host host = VmmJson.readHost(value.source());
      host.notices()
          .forEach(
              notice ->
                  problem(
                      value.path() + notice.path().substring(1),
                      value.line(),
                      "this field of a host is not known"));
      found.accept(host);
    } catch (DocumentException e) {
      e.problems()
          .forEach(
              it ->
                  problem(
                      value.path() + it.path().substring(1),
                      value.line() + it.line() - 1,
                      it.message()));
    }
  }

  private void expected(Located value, List<Expectation> expected) {
    int before = problems.size();
    Map<String, Located> fields =
        object(value, "best", "certainty", "missingFacts", "findings", "notViolated");
    optional(fields, "best", it -> best(it, expected));
    optional(
        fields,
        "certainty",
        it ->
            constant(it, Certainty.values(), found -> expected.add(Expectation.certainty(found))));
    optional(fields, "missingFacts", it -> missingFacts(it, expected));
    optional(fields, "findings", it -> eachVmm(it, (vmm, codes) -> findings(vmm, codes, expected)));
    optional(
        fields,
        "notViolated",
        it -> eachVmm(it, (vmm, codes) -> notViolated(vmm, codes, expected)));
    if (expected.isEmpty() && problems.size() == before) {
      problem(value, "it expects nothing; accepted: at least one expectation");
    }
  }

  private void best(Located value, List<Expectation> expected) {
    List<String> ids = Stream.concat(ids(Vmm.values()), Stream.of(Expectation.NONE)).toList();
    if (value.value() instanceof String id && ids.contains(id)) {
      expected.add(Expectation.best(id));
    } else {
      problems.add(value.notAccepted(quoted(ids)));
    }
  }

  private void missingFacts(Located value, List<Expectation> expected) {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    for (Located element : list(value)) {
      constant(element, Fact.values(), facts::add);
    }
    expected.add(Expectation.missingFacts(Collections.unmodifiableSet(facts)));
  }

  private void findings(Vmm vmm, Located codes, List<Expectation> expected) {
    List<String> outcomes =
        Stream.concat(ids(Outcome.values()), Stream.of(Expectation.ABSENT)).toList();
    if (!(codes.value() instanceof Map<?, ?> fields)) {
      problems.add(codes.notAccepted("an object of codes with their outcomes"));
      return;
    }
    fields.forEach(
        (code, it) -> {
          Located outcome = (Located) it;
          if (!CODE.matcher((String) code).matches()) {
            problem(outcome, "\"" + code + "\" is not accepted; accepted: a code");
          } else if (outcome.value() instanceof String id && outcomes.contains(id)) {
            expected.add(Expectation.finding(vmm, (String) code, id));
          } else {
            problems.add(outcome.notAccepted(quoted(outcomes)));
          }
        });
  }

  private void notViolated(Vmm vmm, Located codes, List<Expectation> expected) {
    for (Located element : list(codes)) {
      if (element.value() instanceof String code && CODE.matcher(code).matches()) {
        expected.add(Expectation.notViolated(vmm, code));
      } else {
        problems.add(element.notAccepted("a code"));
      }
    }
  }

  private void eachVmm(Located value, BiConsumer<Vmm, Located> found) {
    object(value, ids(Vmm.values()).toArray(String[]::new))
        .forEach(
            (id, codes) ->
                Arrays.stream(Vmm.values())
                    .filter(vmm -> vmm.id().equals(id))
                    .forEach(vmm -> found.accept(vmm, codes)));
  }

  private <E extends Enum<E>> void constant(Located value, E[] constants, Consumer<E> found) {
    for (E constant : constants) {
      if (constant.toString().equals(value.value())) {
        found.accept(constant);
        return;
      }
    }
    problems.add(value.notAccepted(quoted(ids(constants).toList())));
  }

  /** Returns the fields of an object; reports fields with unknown names. */
  private Map<String, Located> object(Located value, String... known) {
    if (!(value.value() instanceof Map<?, ?> fields)) {
      problems.add(value.notAccepted("an object"));
      return Map.of();
    }
    List<String> accepted = List.of(known);
    Map<String, Located> found = new LinkedHashMap<>();
    fields.forEach(
        (name, field) -> {
          found.put((String) name, (Located) field);
          if (!accepted.contains(name)) {
            problem((Located) field, "this field is not known; accepted: " + quoted(accepted));
          }
        });
    return found;
  }

  private List<Located> list(Located value) {
    if (!(value.value() instanceof List<?> elements)) {
      problems.add(value.notAccepted("a list"));
      return List.of();
    }
    return elements.stream().map(Located.class::cast).toList();
  }

  /**
   * Returns a field, or nothing if it is missing; reports it as missing if the parent is an object.
   */
  private Stream<Located> required(Located object, Map<String, Located> fields, String name) {
    Located field = present(fields.get(name));
    if (field == null && object.value() instanceof Map) {
      problem(object.path() + "." + name, object.line(), "is missing");
    }
    return Stream.ofNullable(field);
  }

  private static void optional(Map<String, Located> fields, String name, Consumer<Located> found) {
    Located field = present(fields.get(name));
    if (field != null) {
      found.accept(field);
    }
  }

  private static @Nullable Located present(@Nullable Located field) {
    return field == null || field.isNull() ? null : field;
  }

  private void problem(Located value, String message) {
    problem(value.path(), value.line(), message);
  }

  private void problem(String path, int line, String message) {
    problems.add(new Problem(path, line, message));
  }

  private static Stream<String> ids(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::toString);
  }

  private static String quoted(List<String> words) {
    return words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
  }
}
