package dev.vmmadvisor.core.workload;

import static dev.vmmadvisor.core.workload.Readings.MAC;
import static dev.vmmadvisor.core.workload.Readings.MONGODB;
import static dev.vmmadvisor.core.workload.Readings.MONGODB_ON_BIND;
import static dev.vmmadvisor.core.workload.Readings.MONGODB_ON_VOLUME;
import static dev.vmmadvisor.core.workload.Readings.architectures;
import static dev.vmmadvisor.core.workload.Readings.codes;
import static dev.vmmadvisor.core.workload.Readings.confidence;
import static dev.vmmadvisor.core.workload.Readings.databases;
import static dev.vmmadvisor.core.workload.Readings.mongoWith;
import static dev.vmmadvisor.core.workload.Readings.mounts;
import static dev.vmmadvisor.core.workload.Readings.notice;
import static dev.vmmadvisor.core.workload.Readings.read;
import static dev.vmmadvisor.core.workload.Readings.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmmadvisor.api.Architecture;
import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Evidence;
import dev.vmmadvisor.api.detect.Origin;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Storage;
import dev.vmmadvisor.api.host.Workload;
import dev.vmmadvisor.api.json.DocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeFileTest {

  @Test
  void yamlAndTheJsonThatComposeMakesOfItTellTheSame() throws IOException {
    Reading yaml = file("shop.yml");
    Reading json = file("shop.json");

    assertThat(databases(yaml))
        .contains(
            List.of(
                MONGODB_ON_BIND,
                Database.of("postgresql", Storage.NAMED_VOLUME),
                Database.of("sqlserver", Storage.NAMED_VOLUME)));
    assertThat(architectures(yaml)).contains(List.of("amd64", "arm64"));
    assertThat(mounts(yaml)).contains(List.of("home", "nested-volume"));
    for (Fact fact : List.of(Fact.DATABASES, Fact.IMAGE_ARCHITECTURES, Fact.MOUNTS)) {
      assertThat(json.evidence(fact).map(Evidence::value))
          .isEqualTo(yaml.evidence(fact).map(Evidence::value));
      assertThat(confidence(json, fact)).isEqualTo(confidence(yaml, fact));
    }
    assertThat(json.evidence())
        .extracting(each -> each.origin().kind())
        .containsOnly(Origin.Kind.WORKLOAD);
    assertThat(yaml.evidence(Fact.TRAITS)).isEmpty();
    assertThat(codes(yaml))
        .containsExactly(
            "compose-profile-inactive", "image-architectures-unknown", "image-unrecognised");
  }

  @Test
  @SuppressWarnings("unchecked")
  void theValuesAreThoseOfAWorkload() throws IOException {
    Reading reading = file("shop.yml");

    Workload workload =
        Workload.builder()
            .databases((List<Database>) databases(reading).orElseThrow())
            .imageArchitectures((List<String>) architectures(reading).orElseThrow())
            .mounts((List<String>) mounts(reading).orElseThrow())
            .build();
    assertThat(workload.traits()).isEmpty();
  }

  @Test
  void aFileWithoutServicesThatRunHasNone() {
    Reading reading = read("services: {}");

    assertThat(databases(reading)).contains(List.of());
    assertThat(architectures(reading)).contains(List.of());
    assertThat(mounts(reading)).contains(List.of());
    assertThat(reading.notices()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "---\n", "text", "- a", "a: b", "services:", "services: [a]", "{}", "[]", "{"})
  void whatIsNoComposeFileIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(DocumentException.class);
  }

  @Test
  void theErrorNamesPlaceValueAndWhatIsAccepted() {
    assertThatThrownBy(() -> read("services: 5"))
        .hasMessage(
            "line 1: $.services: \"5\" is not accepted; accepted: an object with a service under"
                + " each name");
  }

  @Test
  void aServiceInAnOddShapeIsANoticeAndTheOthersAreRead() {
    Reading reading =
        read(
            "services: {a: , b: [1], c: 5, 'd\"e': x, f: {image: mongo, volumes:"
                + " ['/m:/data/db']}}");

    assertThat(databases(reading)).contains(List.of(MONGODB_ON_BIND));
    assertThat(confidence(reading, Fact.DATABASES)).contains(Confidence.MEDIUM);
    assertThat(mounts(reading)).isEmpty();
    assertThat(reading.notices())
        .filteredOn(notice -> notice.code().equals("compose-service-unreadable"))
        .extracting(notice -> notice.path())
        .containsExactly("$.services.a", "$.services.b", "$.services.c", "$.services[\"d\\\"e\"]");
  }

  @Test
  void aValueInAnOddShapeIsANotice() {
    Reading reading = service("image: [mongo], platform: {a: b}");

    assertThat(reading.evidence(Fact.DATABASES)).isEmpty();
    assertThat(architectures(reading)).isEmpty();
    assertThat(reading.notices())
        .filteredOn(notice -> notice.code().equals("compose-service-unreadable"))
        .extracting(notice -> notice.path())
        .containsExactly("$.services.db.image", "$.services.db.platform");
  }

  @Test
  void aServiceWithoutImageAndBuildIsANotice() {
    assertThat(notice(service("command: x"), "compose-service-unreadable").parameters())
        .isEqualTo(Map.of("reason", "no-image", "service", "db"));
  }

  @Test
  void aTextThatIsNoNameOfAnImageIsANotice() {
    Reading reading = service("image: 'mongo db'");

    assertThat(databases(reading)).isEmpty();
    assertThat(notice(reading, "image-unreadable").parameters())
        .isEqualTo(Map.of("value", "mongo db"));
  }

  @Test
  void severalServicesOfOneEngineAreOneDatabaseForEachStorage() {
    Reading reading =
        read(
            """
            services:
              a: {image: postgres, volumes: ["data:/var/lib/postgresql/data"]}
              b: {image: mongo, volumes: ["data:/data/db"]}
              c: {image: mongo, volumes: ["/m:/data/db"]}
              d: {image: bitnami/mongodb, volumes: ["/n:/bitnami/mongodb"]}
              e: {image: mongo, volumes: ["elsewhere:/data/db"]}
            volumes: {data: }
            """);

    assertThat(databases(reading))
        .contains(
            List.of(
                MONGODB_ON_BIND,
                MONGODB_ON_VOLUME,
                MONGODB,
                Database.of("postgresql", Storage.NAMED_VOLUME)));
    assertThat(reading.evidence(Fact.DATABASES).orElseThrow().origin().key())
        .isEqualTo("services.a.image, services.b.image, services.c.image, ...");
  }

  @Test
  void theInnermostMountAroundTheFolderCounts() {
    assertThat(mongoWith("'/m:/data', 'data:/data/db'")).contains(List.of(MONGODB_ON_VOLUME));
    assertThat(mongoWith("'data:/data', '/m:/data/db'")).contains(List.of(MONGODB_ON_BIND));
    assertThat(mongoWith("'/m:/'")).contains(List.of(MONGODB_ON_BIND));
    assertThat(mongoWith("'/m:/data/dbs'")).contains(List.of(MONGODB_ON_VOLUME));
    assertThat(mongoWith("'/m:/data/db/../db/.//'")).contains(List.of(MONGODB_ON_BIND));
    assertThat(databases(service("image: mongo, volumes: ['/m:/data'], tmpfs: '/data/db:size=9m'")))
        .contains(List.of(MONGODB_ON_VOLUME));
    assertThat(mongoWith("'/m:/data/configdb'")).contains(List.of(MONGODB_ON_BIND));
    assertThat(mongoWith("'/m:/data/configdb', 'data:/data/db'"))
        .contains(List.of(MONGODB_ON_VOLUME));
  }

  @Test
  void aBindWithinTheFolderLeavesTheStorageOpen() {
    assertThat(mongoWith("'data:/data/db', '/m:/data/db/journal'")).contains(List.of(MONGODB));
    assertThat(mongoWith("'data:/data/db', 'data:/data/db/journal'"))
        .contains(List.of(MONGODB_ON_VOLUME));
  }

  @Test
  void aMountThatCannotBeReadLeavesTheStorageOpenUnlessABindIsCertain() {
    assertThat(mongoWith("5.5, [], 'a:b:c:d'")).contains(List.of(MONGODB));
    assertThat(mongoWith("'${DATA}:/data/db'")).contains(List.of(MONGODB));
    assertThat(mongoWith("'${MOUNT}'")).contains(List.of(MONGODB));
    assertThat(mongoWith("'${MOUNT}', '/m:/data/db'")).contains(List.of(MONGODB_ON_BIND));
    assertThat(mongoWith("'./${DATA}:/data/db'")).contains(List.of(MONGODB_ON_BIND));
  }

  @Test
  void aFolderThatTheSettingsNameTakesThePlaceOfTheEngines() {
    assertThat(
            databases(service("image: mongo, command: mongod --dbpath /m, volumes: ['/srv/m:/m']")))
        .contains(List.of(MONGODB_ON_BIND));
    assertThat(
            databases(
                service("image: mongo, command: [mongod, --dbpath, '${M}'], volumes: ['/m:/m']")))
        .contains(List.of(MONGODB));
    assertThat(
            databases(
                service(
                    "image: mongo, entrypoint: [sh, -c, 'mongod --dbpath /m'],"
                        + " volumes: ['/m:/m']")))
        .contains(List.of(MONGODB));
    assertThat(
            databases(
                service(
                    "image: postgres, environment: {PGDATA: /var/lib/postgresql/data/x},"
                        + " volumes: ['/srv/pg:/var/lib/postgresql/data/x']")))
        .contains(List.of(Database.of("postgresql", Storage.BIND_MOUNT)));
    assertThat(
            databases(
                service("image: postgres, environment: ['PGDATA=/x'], volumes: ['/srv/pg:/y']")))
        .contains(List.of(Database.of("postgresql", Storage.NAMED_VOLUME)));
  }

  @Test
  void theMountsOfAnotherServiceCount() {
    Reading reading =
        read(
            "services: {files: {image: busybox, volumes: ['/m:/data/db']},"
                + " db: {image: mongo, volumes_from: ['files:ro']},"
                + " other: {image: mongo, volumes_from: ['container:x']}}");

    assertThat(databases(reading)).contains(List.of(MONGODB_ON_BIND, MONGODB));
    assertThat(notice(reading, "mounts-unknown").parameters())
        .containsEntry("reason", "other-container");
  }

  @ParameterizedTest
  @CsvSource({
    "linux/amd64, amd64",
    "linux/x86_64, amd64",
    "amd64, amd64",
    "x86_64, amd64",
    "linux/amd64/v2, amd64",
    "Linux/AMD64, amd64",
    "linux/arm64, arm64",
    "linux/arm64/v8, arm64",
    "arm64/v8, arm64",
    "aarch64, arm64",
    "linux/386, 386",
    "i386, 386",
    "linux/arm/v7, arm/v7",
    "linux/s390x, s390x"
  })
  void aPlatformHasManySpellings(String platform, String architecture) {
    assertThat(architectures(service("image: mongo, platform: '" + platform + "'")))
        .hasValueSatisfying(value -> assertThat(value).isEqualTo(List.of(architecture)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"linux", "windows/amd64", "linux/", "x", "'${PLATFORM}'", "'linux/${A}'"})
  void aPlatformThatTellsNoArchitectureIsUnknown(String platform) {
    Reading reading = service("image: 'mcr.microsoft.com/mssql/server', platform: " + platform);

    assertThat(architectures(reading).filter(value -> !value.equals(List.of("x")))).isEmpty();
  }

  @Test
  void aPlatformIsTakenBeforeWhatTheImageTells() {
    assertThat(architectures(service("image: percona, platform: linux/arm64")))
        .contains(List.of("arm64"));
    assertThat(architectures(service("build: {context: ., platforms: [linux/amd64]}")))
        .contains(List.of("amd64"));
    assertThat(architectures(service("build: {platforms: [linux/amd64, linux/arm64]}"))).isEmpty();
    assertThat(
            architectures(
                read(
                    "services: {a: {build: .}, b: {image: mongo}}",
                    MAC.withVariables(Map.of("DOCKER_DEFAULT_PLATFORM", "linux/amd64")))))
        .contains(List.of("amd64"));
  }

  @ParameterizedTest
  @CsvSource({
    "mcr.microsoft.com/mssql/server:2022-latest, amd64",
    "gvenzl/oracle-xe, amd64",
    "percona:8, amd64",
    "archlinux, amd64",
    "amd64/postgres, amd64",
    "arm64v8/postgres, arm64",
    "i386/debian, 386",
    "arm32v7/debian, arm/v7"
  })
  void someImagesHaveOneArchitecture(String image, String architecture) {
    Reading reading = read("services: {a: {image: '" + image + "'}}", ComposeOptions.none());

    assertThat(architectures(reading))
        .hasValueSatisfying(value -> assertThat(value).isEqualTo(List.of(architecture)));
    assertThat(confidence(reading, Fact.IMAGE_ARCHITECTURES)).contains(Confidence.HIGH);
  }

  @Test
  void anOfficialImageHasTheArchitectureOfTheMac() {
    String yaml = "services: {a: {image: mongo}}";

    assertThat(architectures(read(yaml, MAC))).contains(List.of("arm64"));
    assertThat(architectures(read(yaml, MAC.withArchitecture(Architecture.X86_64))))
        .contains(List.of("amd64"));
    assertThat(architectures(read(yaml, ComposeOptions.none()))).isEmpty();
    assertThat(architectures(service("image: 'registry.example/mongo'"))).isEmpty();
    assertThat(architectures(service("image: influxdb"))).isEmpty();
    assertThat(architectures(service("image: mongo, build: ."))).isEmpty();
  }

  @Test
  void architecturesAreToldInPartOnlyWithAmd64() {
    Reading amd64 = read("services: {a: {image: percona}, b: {image: 'team/app'}}");
    assertThat(architectures(amd64)).contains(List.of("amd64"));
    assertThat(confidence(amd64, Fact.IMAGE_ARCHITECTURES)).contains(Confidence.MEDIUM);
    assertThat(notice(amd64, "image-architectures-unknown").parameters())
        .isEqualTo(Map.of("reason", "some", "names", List.of("b")));

    Reading arm64 = read("services: {a: {image: mongo}, b: {image: 'team/app'}}");
    assertThat(architectures(arm64)).isEmpty();
    assertThat(notice(arm64, "image-architectures-unknown").parameters())
        .containsEntry("reason", "all");
  }

  @ParameterizedTest
  @CsvSource({
    "/Users/jo/x, home",
    "/Users, home",
    "/host_mnt/Users/jo/x, home",
    "~/x, home",
    "~jo, home",
    "., home",
    "../../../srv, ''",
    "/srv/x, ''",
    "/Volumes/Extern, external-disk",
    "/Users/../Volumes/Extern, external-disk",
    "/var/run/docker.sock, ''"
  })
  void theSourceOfABindTellsItsKind(String source, String kind) {
    assertThat(mounts(service("image: nginx, volumes: ['" + source + ":/x']")))
        .hasValueSatisfying(
            value -> assertThat(value).isEqualTo(kind.isEmpty() ? List.of() : List.of(kind)));
  }

  @Test
  void theGivenHomeFolderIsAHomeFolder() {
    assertThat(
            mounts(
                read(
                    "services: {a: {image: nginx, volumes: ['/opt/home/jo/x:/x']}}",
                    MAC.withHome("/opt/home/jo"))))
        .contains(List.of("home"));
  }

  @Test
  void withoutTheFolderOfTheFileARelativeBindIsOfNoKnownKind() {
    Reading reading =
        read(
            "services: {db: {image: mongo, volumes: ['./m:/data/db', '${PWD}/n:/n']}}",
            ComposeOptions.none());

    assertThat(databases(reading)).contains(List.of(MONGODB_ON_BIND));
    assertThat(mounts(reading)).isEmpty();
    assertThat(notice(reading, "mounts-unknown").parameters())
        .isEqualTo(
            Map.of(
                "reason",
                "folder",
                "service",
                "db",
                "mounts",
                List.of("./m:/data/db", "${PWD}/n:/n")));
  }

  @Test
  void aMountWithinABindIsNested() {
    assertThat(mounts(service("image: node, volumes: ['/s:/app', '/app/node_modules']")))
        .contains(List.of("nested-volume"));
    assertThat(mounts(service("image: node, volumes: ['/s:/app', '/application/x']")))
        .contains(List.of());
    assertThat(mounts(service("image: node, volumes: ['data:/app', '/s:/app/x']")))
        .contains(List.of());
    assertThat(mounts(service("image: node, volumes: ['/s:/app'], tmpfs: [/app/tmp]")))
        .contains(List.of());
    assertThat(mounts(service("image: node, volumes: ['/s:/', 'data:/x']")))
        .contains(List.of("nested-volume"));
  }

  @Test
  void filesOfSecretsAreBinds() {
    Reading reading =
        read(
            "services: {a: {image: nginx, secrets: [key]}}\n"
                + "secrets: {key: {file: ./key.txt}, other: {file: /Volumes/x}}");

    assertThat(mounts(reading)).contains(List.of("home"));
  }

  @Test
  void aStreamIsReadAndNotClosed() throws IOException {
    boolean[] closed = {false};
    byte[] bytes = "\uFEFFservices: {db: {image: mongo}}".getBytes(StandardCharsets.UTF_8);
    InputStream stream =
        new ByteArrayInputStream(bytes) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };

    assertThat(databases(ComposeFile.read(stream, "x", MAC))).contains(List.of(MONGODB_ON_VOLUME));
    assertThat(closed[0]).isFalse();
  }

  @Test
  void bytesThatAreNoTextAndFilesThatAreTooLargeAreRefused() {
    byte[] bytes = "services: {\u00e4: }".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> ComposeFile.read(new ByteArrayInputStream(bytes), "x", MAC))
        .hasMessageContaining("UTF-8");
    byte[] large = new byte[4 * 1024 * 1024 + 1];
    assertThatThrownBy(() -> ComposeFile.read(new ByteArrayInputStream(large), "x", MAC))
        .hasMessageContaining("too large");
  }

  @Test
  void aFolderThatIsNotAbsoluteIsRefused() {
    assertThatThrownBy(() -> ComposeOptions.none().withFolder("shop"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shop");
  }

  @Test
  void noticesStayOnOneLine() {
    Reading reading =
        ComposeFile.read(
            """
            {"services": {
              "a\\nb": 5,
              "c\\uffff": {"image": "x\\ny", "volumes": ["a\\nb:c\\nd", {"type": "z\\n"}]},
              "d": {"image": "${A\\n", "platform": "l\\u2028", "extends": "e\\nf"}}}\
            """,
            "x",
            MAC);

    assertThat(reading.notices())
        .hasSizeGreaterThan(6)
        .allSatisfy(
            notice ->
                assertThat(notice.path() + notice.message() + notice.parameters())
                    .doesNotContainPattern("[\\n\\u2028\\uD800\\uFFFF]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"extends: base", "volumes_from: [base, base]", "<<: *base"})
  void servicesThatLendEachOtherTooMuchAreRefused(String borrowed) {
    StringBuilder bomb = new StringBuilder("services:\n  base: &base\n    volumes:\n");
    for (int i = 0; i < 500; i++) {
      bomb.append("      - /a:/").append(i).append('\n');
    }
    for (int i = 0; i < 900; i++) {
      bomb.append("  s").append(i).append(": {").append(borrowed).append("}\n");
    }

    assertThatThrownBy(() -> read(bomb.toString()))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("00000 values");
  }

  @Test
  void aTextThatIsTooLongIsRefused() {
    assertThatThrownBy(() -> service("image: " + "m".repeat(100_001)))
        .isInstanceOf(DocumentException.class)
        .hasMessageContaining("longer than 100000 characters");
  }

  private static Reading file(String name) throws IOException {
    try (InputStream file = ComposeFileTest.class.getResourceAsStream(name)) {
      return ComposeFile.read(Objects.requireNonNull(file, name), name, MAC);
    }
  }
}
