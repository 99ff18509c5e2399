package dev.vmmadvisor.core.workload;

import static dev.vmmadvisor.core.workload.Readings.MAC;
import static dev.vmmadvisor.core.workload.Readings.databases;
import static dev.vmmadvisor.core.workload.Readings.mounts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ComposeProperties {

  private static final String VOLUMES =
      "{\"data\": {}, \"outer\": {\"external\": \"true\"},"
          + " \"disguised\": {\"driver_opts\": {\"type\": \"none\", \"o\": \"bind\","
          + " \"device\": \"/srv/x\"}}, \"share\": {\"driver_opts\": {\"type\": \"nfs\"}}}";

  /** What has a brace in front is read as JSON, anything else as YAML. */
  @Property(tries = 300)
  void jsonReadAsYamlTellsTheSame(@ForAll("services") List<String> services) {
    assertThat(Readings.read("---\n" + file(services))).isEqualTo(Readings.read(file(services)));
  }

  @Property(tries = 300)
  void theOrderOfTheServicesChangesNoFact(@ForAll("services") List<String> services) {
    List<String> turned = new ArrayList<>(services);
    Collections.reverse(turned);

    assertThat(values(Readings.read(file(turned))))
        .isEqualTo(values(Readings.read(file(services))));
  }

  @Property(tries = 300)
  void whatCannotBeReadTakesNothingAwayAndMakesNothingKnownToBeNone(
      @ForAll("services") List<String> services, @ForAll("unreadable") String other) {
    Reading before = Readings.read(file(services));
    List<String> more = new ArrayList<>(services);
    more.add(other);
    Reading after = Readings.read(file(more));

    for (Fact fact : List.of(Fact.DATABASES, Fact.MOUNTS)) {
      List<Object> known = list(before, fact);
      assertThat(list(after, fact)).hasSameElementsAs(known);
      assertThat(after.evidence(fact).isPresent()).isEqualTo(!known.isEmpty());
      assertThat(after.evidence(fact).map(Evidence::confidence)).isNotEqualTo(high());
    }
  }

  /** Without the folder and the architecture less is known, and nothing else. */
  @Property(tries = 300)
  void withoutOptionsNothingElseIsKnown(@ForAll("services") List<String> services) {
    Reading all = Readings.read(file(services), MAC);
    Reading less = Readings.read(file(services), ComposeOptions.none());

    assertThat(databases(less)).isEqualTo(databases(all));
    assertThat(mounts(all)).isPresent();
    assertThat(list(all, Fact.MOUNTS)).containsAll(list(less, Fact.MOUNTS));
    assertThat(list(all, Fact.IMAGE_ARCHITECTURES))
        .containsAll(list(less, Fact.IMAGE_ARCHITECTURES));
  }

  @Property(tries = 300)
  void everyValueIsOneThatItsFactTakes(@ForAll("services") List<String> services) {
    Reading reading = Readings.read(file(services));

    assertThat(list(reading, Fact.IMAGE_ARCHITECTURES)).allMatch(Fact.IMAGE_ARCHITECTURES::accepts);
    assertThat(list(reading, Fact.MOUNTS)).allMatch(Fact.MOUNTS::accepts);
    for (Fact fact : List.of(Fact.DATABASES, Fact.IMAGE_ARCHITECTURES, Fact.MOUNTS)) {
      assertThat(list(reading, fact)).doesNotHaveDuplicates();
    }
  }

  @Provide
  Arbitrary<List<String>> services() {
    return service().list().ofMinSize(1).ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> unreadable() {
    return Arbitraries.of(
        "null",
        "[]",
        "\"x\"",
        "{\"image\": \"${NONE}\", \"volumes\": [\"${NONE}\"]}",
        "{\"extends\": {\"file\": \"x\", \"service\": \"y\"}}",
        "{\"image\": \"a b\", \"volumes\": [[]]}");
  }

  private static Arbitrary<String> service() {
    Arbitrary<String> images =
        Arbitraries.of(
            "mongo",
            "mongo:${TAG}",
            "team/mongo",
            "cassandra:5",
            "postgres",
            "nginx",
            "team/app",
            "mcr.microsoft.com/mssql/server",
            "percona",
            "arm64v8/redis",
            "mongo-express");
    Arbitrary<String> volumes =
        Arbitraries.of(
            "data:/data/db",
            "./m:/data/db",
            "/srv/m:/data",
            "~/c:/var/lib/cassandra/data:ro",
            "disguised:/data/db",
            "/Volumes/x:/var/lib/postgresql/data",
            "/data/db/journal",
            "share:/x",
            "../..:/x/y");
    Arbitrary<String> platforms =
        Arbitraries.of("", "", "\"platform\": \"linux/amd64\", ", "\"platform\": \"arm64\", ");
    return Combinators.combine(images, volumes.list().ofMaxSize(3), platforms)
        .as(
            (image, mounted, platform) ->
                "{"
                    + platform
                    + "\"image\": \""
                    + image
                    + "\", \"volumes\": ["
                    + mounted.stream()
                        .map(each -> '"' + each + '"')
                        .collect(Collectors.joining(", "))
                    + "]}");
  }

  private static String file(List<String> services) {
    return IntStream.range(0, services.size())
        .mapToObj(i -> "\"s" + i + "\": " + services.get(i))
        .collect(Collectors.joining(", ", "{\"services\": {", "}, \"volumes\": " + VOLUMES + "}"));
  }

  private static Map<Fact, Object> values(Reading reading) {
    return reading.evidence().stream().collect(Collectors.toMap(Evidence::fact, Evidence::value));
  }

  private static List<Object> list(Reading reading, Fact fact) {
    List<Object> list = new ArrayList<>();
    reading.evidence(fact).ifPresent(each -> list.addAll((Collection<?>) each.value()));
    return list;
  }

  private static Optional<Confidence> high() {
    return Optional.of(Confidence.HIGH);
  }
}
