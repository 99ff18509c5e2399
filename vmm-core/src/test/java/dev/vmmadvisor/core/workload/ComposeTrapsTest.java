package dev.vmmadvisor.core.workload;

import static dev.vmmadvisor.core.workload.Readings.MONGODB;
import static dev.vmmadvisor.core.workload.Readings.MONGODB_ON_BIND;
import static dev.vmmadvisor.core.workload.Readings.MONGODB_ON_VOLUME;
import static dev.vmmadvisor.core.workload.Readings.codes;
import static dev.vmmadvisor.core.workload.Readings.confidence;
import static dev.vmmadvisor.core.workload.Readings.databases;
import static dev.vmmadvisor.core.workload.Readings.mongoWith;
import static dev.vmmadvisor.core.workload.Readings.mounts;
import static dev.vmmadvisor.core.workload.Readings.notice;
import static dev.vmmadvisor.core.workload.Readings.read;
import static dev.vmmadvisor.core.workload.Readings.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmmadvisor.api.catalog.Confidence;
import dev.vmmadvisor.api.detect.Reading;
import dev.vmmadvisor.api.host.Database;
import dev.vmmadvisor.api.host.Fact;
import dev.vmmadvisor.api.host.Storage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which a compose file is known to mislead a reader. */
class ComposeTrapsTest {

  @Test
  void theShortAndTheLongFormOfAVolumeSayTheSame() {
    assertThat(mongoWith("./m:/data/db")).contains(List.of(MONGODB_ON_BIND));
    assertThat(mongoWith("{type: bind, source: ./m, target: /data/db}"))
        .contains(List.of(MONGODB_ON_BIND));
    assertThat(mongoWith("data:/data/db")).contains(List.of(MONGODB_ON_VOLUME));
    assertThat(mongoWith("{type: volume, source: data, target: /data/db/}"))
        .contains(List.of(MONGODB_ON_VOLUME));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: none, o: bind, device: /Users/mira/m}",
        "{type: none, o: 'rw,rbind', device: '${PWD}/m'}",
        "{o: bind, device: ~/m}"
      })
  void aNamedVolumeCanBeABindInDisguise(String options) {
    Reading reading =
        read(
            "services: {db: {image: mongo, volumes: ['data:/data/db']}}\n"
                + ("volumes: {data: {driver: local, driver_opts: " + options + "}}"));

    assertThat(databases(reading)).contains(List.of(MONGODB_ON_BIND));
    assertThat(mounts(reading)).contains(List.of("home"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"./m", "../m", ".", "/srv/m", "~/m", "~", "${PWD}", "'${HOME}/m'"})
  void aPathIsABind(String source) {
    assertThat(mongoWith("\"" + source.replace("'", "") + ":/data/db\""))
        .contains(List.of(MONGODB_ON_BIND));
  }

  @Test
  void aPlainNameIsAVolume() {
    assertThat(mongoWith("data:/data/db")).contains(List.of(MONGODB_ON_VOLUME));
  }

  @Test
  void theColonOfADriveDoesNotPartSourceAndTarget() {
    assertThat(mongoWith("'C:\\m:/data/db'")).contains(List.of(MONGODB_ON_BIND));
    assertThat(mongoWith("'C:\\m:/elsewhere:ro'")).contains(List.of(MONGODB_ON_VOLUME));
    assertThat(mongoWith("'d:/m:/data/db:ro'")).contains(List.of(MONGODB_ON_BIND));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ro", "cached", "delegated", "z", "rw,Z", ""})
  void optionsBehindTheTargetChangeNothing(String options) {
    assertThat(mongoWith("'./m:/data/db:" + options + "'")).contains(List.of(MONGODB_ON_BIND));
    assertThat(mongoWith("'data:/data/db:" + options + "'")).contains(List.of(MONGODB_ON_VOLUME));
  }

  @Test
  void anAnonymousVolumeIsOnTheVmsOwnDisk() {
    assertThat(mongoWith("/data/db")).contains(List.of(MONGODB_ON_VOLUME));
    assertThat(mongoWith("{type: volume, target: /data/db}")).contains(List.of(MONGODB_ON_VOLUME));
  }

  @Test
  void withoutAnyMountTheFilesAreOnTheVmsOwnDisk() {
    assertThat(databases(service("image: mongo"))).contains(List.of(MONGODB_ON_VOLUME));
  }

  @Test
  void aDefaultStandsForAVariableThatIsNotGiven() {
    assertThat(databases(service("image: '${IMAGE:-mongo}:${TAG:-7}'")))
        .contains(List.of(MONGODB_ON_VOLUME));
    assertThat(mongoWith("'${DATA:-./m}:/data/db'")).contains(List.of(MONGODB_ON_BIND));
  }

  @Test
  void twoDollarsAreNoVariable() {
    assertThat(mongoWith("'./$$m:/data/db'")).contains(List.of(MONGODB_ON_BIND));
    assertThat(codes(service("image: mongo, volumes: ['/srv/$$m:/data/db']")))
        .doesNotContain("mounts-unknown");
  }

  @Test
  void withoutItsVariableAnImageIsUnknown() {
    Reading reading = service("image: '${IMAGE}'");

    assertThat(databases(reading)).isEmpty();
    assertThat(notice(reading, "compose-variable-missing").parameters())
        .isEqualTo(Map.of("reason", "image", "service", "db", "variable", "IMAGE"));
    assertThat(notice(reading, "compose-variable-missing").path()).isEqualTo("$.services.db.image");
  }

  @Test
  void theVariablesOfAnEnvFileMakeTheImageKnown() {
    Map<String, String> variables = DotEnv.read("IMAGE=mongo:7\n");

    assertThat(
            databases(
                read("services: {db: {image: '${IMAGE}'}}", Readings.MAC.withVariables(variables))))
        .contains(List.of(MONGODB_ON_VOLUME));
  }

  @Test
  void aVariableInTheTagOrTheRegistryHidesNoDatabase() {
    assertThat(databases(service("image: 'mongo:${TAG}'"))).contains(List.of(MONGODB_ON_VOLUME));
    assertThat(codes(service("image: 'mongo:${TAG}'"))).doesNotContain("compose-variable-missing");
    Reading mirrored = service("image: '${REGISTRY}/mongo:7'");
    assertThat(databases(mirrored)).contains(List.of(MONGODB_ON_VOLUME));
    assertThat(confidence(mirrored, Fact.DATABASES)).contains(Confidence.MEDIUM);
  }

  @Test
  void whatIsCertainIsToldBesideAnUnknownImage() {
    Reading reading =
        read("services: {a: {image: '${IMAGE}'}, b: {image: mongo, volumes: ['/m:/data/db']}}");

    assertThat(databases(reading)).contains(List.of(MONGODB_ON_BIND));
    assertThat(confidence(reading, Fact.DATABASES)).contains(Confidence.MEDIUM);
  }

  @Test
  void anchorsMergesAndExtensionsAreResolved() {
    Reading reading =
        read(
            """
            x-base: &base
              platform: linux/amd64
              image: cassandra
            x-more: &more {platform: linux/arm64, volumes: ["./m:/data/db"]}
            services:
              db:
                <<: [*base, *more]
                image: mongo
            """);

    assertThat(databases(reading)).contains(List.of(MONGODB_ON_BIND));
    assertThat(Readings.architectures(reading)).contains(List.of("amd64"));
  }

  @Test
  void whatIsResetIsAbsent() {
    assertThat(databases(service("image: mongo, volumes: !reset ['./m:/data/db']")))
        .contains(List.of(MONGODB_ON_VOLUME));
    assertThat(
            databases(
                read(
                    "x: &x {volumes: ['./m:/data/db']}\n"
                        + "services: {db: {image: mongo, <<: *x, volumes: !reset null}}")))
        .contains(List.of(MONGODB_ON_VOLUME));
  }

  @Test
  void whatOverridesIsTheValue() {
    assertThat(databases(service("image: mongo, volumes: !override ['./m:/data/db']")))
        .contains(List.of(MONGODB_ON_BIND));
  }

  @Test
  void withAnIncludedFileNothingIsKnownToBeNone() {
    Reading reading = read("include: [other.yml]\nservices: {web: {image: nginx}}");

    assertThat(reading.evidence()).isEmpty();
    assertThat(notice(reading, "compose-file-not-read").message())
        .contains("docker compose config --format json");
  }

  @Test
  void aFileThatIsExtendedIsNotRead() {
    Reading reading =
        read(
            "services: {db: {image: mongo, extends: {file: base.yml, service: db}},"
                + " web: {extends: {file: base.yml, service: web}}}");

    assertThat(databases(reading)).contains(List.of(MONGODB));
    assertThat(confidence(reading, Fact.DATABASES)).contains(Confidence.MEDIUM);
    assertThat(mounts(reading)).isEmpty();
    assertThat(codes(reading)).contains("compose-file-not-read", "database-storage-unknown");
  }

  @Test
  void aServiceOfTheFileThatIsExtendedIsFollowed() {
    Reading reading =
        read(
            """
            services:
              base: {image: "mongo:7", volumes: ["./m:/data/db"], profiles: [never]}
              db: {extends: base, profiles: [], volumes: ["data:/backup"]}
            volumes: {data: }
            """,
            Readings.MAC.withProfiles(Set.of("never")));

    assertThat(databases(reading)).contains(List.of(MONGODB_ON_BIND));
    assertThat(codes(reading)).isEmpty();
  }

  @Test
  void theMountOfAServiceTakesThePlaceOfTheOneThatItExtends() {
    Reading reading =
        read(
            """
            services:
              base: {image: alpine, volumes: ["./m:/data/db"]}
              db: {extends: {service: base}, image: mongo, volumes: ["data:/data/db"]}
            volumes: {data: }
            """);

    assertThat(databases(reading)).contains(List.of(MONGODB_ON_VOLUME));
  }

  @Test
  void servicesThatExtendEachOtherAreANotice() {
    Reading reading =
        read("services: {a: {extends: b, image: mongo}, b: {extends: a}, c: {extends: nobody}}");

    assertThat(databases(reading)).contains(List.of(MONGODB));
    assertThat(reading.notices())
        .filteredOn(notice -> notice.code().equals("compose-extends-unreadable"))
        .extracting(notice -> notice.path() + " " + notice.parameters().get("reason"))
        .containsExactly(
            "$.services.a.extends cycle",
            "$.services.b.extends cycle",
            "$.services.c.extends missing");
  }

  @Test
  void aServiceOfAnInactiveProfileIsLeftOut() {
    String yaml = "services: {web: {image: nginx}, db: {image: mongo, profiles: [db, all]}}";

    Reading without = read(yaml);
    assertThat(databases(without)).contains(List.of());
    assertThat(notice(without, "compose-profile-inactive").parameters())
        .isEqualTo(Map.of("services", List.of("db")));
    for (String profile : List.of("db", "all", "*")) {
      Reading with = read(yaml, Readings.MAC.withProfiles(Set.of(profile)));
      assertThat(databases(with)).contains(List.of(MONGODB_ON_VOLUME));
      assertThat(codes(with)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mongo",
        "mongo:7.0",
        "library/mongo",
        "docker.io/library/mongo:7",
        "arm64v8/mongo",
        "amd64/mongo:7",
        "public.ecr.aws/docker/library/mongo:7",
        "mirror.gcr.io/library/mongo",
        "localhost:5000/mongo",
        "registry.example:5000/mongo:7",
        "mongo@sha256:0123456789012345678901234567890123456789012345678901234567890123",
        "registry.example/mirror/bitnami/mongodb-sharded:8.0",
        "mongodb/mongodb-community-server:7.0-ubi9",
        "percona/percona-server-mongodb"
      })
  void registryTagAndDigestHideNoDatabase(String image) {
    Reading reading = service("image: '" + image + "'");

    assertThat(databases(reading)).contains(List.of(MONGODB_ON_VOLUME));
    assertThat(confidence(reading, Fact.DATABASES)).contains(Confidence.HIGH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mongo-express",
        "percona/mongodb_exporter:0.40",
        "bitnami/mongodb-exporter",
        "ferretdb/ferretdb",
        "percona/percona-server-mongodb-operator:1.15",
        "percona/percona-backup-mongodb",
        "datastax/cql-proxy",
        "registry.example:5000/mirror/mongo-express:1",
        "nginx"
      })
  void whatOnlySoundsLikeADatabaseIsNone(String image) {
    Reading reading = service("image: '" + image + "'");

    assertThat(databases(reading)).contains(List.of());
    assertThat(confidence(reading, Fact.DATABASES)).contains(Confidence.HIGH);
  }

  @Test
  void aForkOfAnOfficialImageCountsWithLessConfidence() {
    Reading reading = service("image: 'team/mongo:7'");

    assertThat(databases(reading)).contains(List.of(MONGODB_ON_VOLUME));
    assertThat(confidence(reading, Fact.DATABASES)).contains(Confidence.MEDIUM);
  }

  @Test
  void anImageThatIsBuiltIsTakenForNoDatabase() {
    Reading reading = read("services: {app: {build: .}, other: {image: 'team/app:1'}}");

    assertThat(databases(reading)).contains(List.of());
    assertThat(confidence(reading, Fact.DATABASES)).contains(Confidence.MEDIUM);
    assertThat(notice(reading, "image-unrecognised").parameters())
        .isEqualTo(Map.of("names", List.of("app", "other")));
  }

  @Test
  void aMountTellsOfADatabaseThatItsImageHides() {
    Reading reading =
        read("services: {db: {build: ., image: 'team/store', volumes: ['.:/var/lib/cassandra']}}");

    assertThat(databases(reading)).contains(List.of(Database.of("cassandra", Storage.BIND_MOUNT)));
    assertThat(confidence(reading, Fact.DATABASES)).contains(Confidence.LOW);
    assertThat(notice(reading, "database-by-folder").parameters())
        .isEqualTo(Map.of("service", "db", "engine", "cassandra", "folder", "/var/lib/cassandra"));
  }

  @Test
  void aMountOfAKnownProgramTellsOfNoDatabase() {
    Reading reading = read("services: {backup: {image: alpine, volumes: ['./m:/data/db']}}");

    assertThat(databases(reading)).contains(List.of());
    assertThat(confidence(reading, Fact.DATABASES)).contains(Confidence.HIGH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{external: true}",
        "{external: {name: other}}",
        "{driver: rexray}",
        "{driver_opts: {type: nfs, o: 'addr=10.0.0.1,rw', device: ':/m'}}",
        "{driver_opts: {type: tmpfs, device: tmpfs}}",
        "{driver: '${DRIVER}'}",
        "[1]"
      })
  void whereAVolumeOfOthersHasItsFilesIsUnknown(String volume) {
    Reading reading =
        read(
            "services: {db: {image: mongo, volumes: ['data:/data/db']}}\nvolumes: {data: "
                + volume
                + "}");

    assertThat(databases(reading)).contains(List.of(MONGODB));
    assertThat(codes(reading)).contains("database-storage-unknown");
  }

  @Test
  void foldersUnderVolumesAndServersAreKindsOfMounts() {
    Reading reading =
        read(
            """
            services:
              a: {image: nginx, volumes: ["/Volumes/Extern/www:/www", "share:/share"]}
            volumes:
              share: {driver_opts: {type: cifs, device: //nas/share, o: "addr=nas"}}
            """);

    assertThat(mounts(reading)).contains(List.of("external-disk", "network-share"));
  }

  @Test
  void plainScalarsAreTexts() {
    Reading reading =
        read(
            """
            services:
              no: {image: mongo, ports: [22:22], volumes: ["on:/data/db"], privileged: yes}
            volumes: {on: , off: }
            """);

    assertThat(databases(reading)).contains(List.of(MONGODB_ON_VOLUME));
    assertThat(reading.evidence(Fact.DATABASES).orElseThrow().origin())
        .hasToString("compose.yml, services.no.image");
  }
}
