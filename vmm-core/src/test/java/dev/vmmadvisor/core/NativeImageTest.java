package dev.vmmadvisor.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.api.advice.Advisor;
import dev.vmmadvisor.api.advice.Answer;
import dev.vmmadvisor.api.advice.Recommendation;
import dev.vmmadvisor.api.detect.Detection;
import dev.vmmadvisor.api.host.Host;
import dev.vmmadvisor.api.json.VmmJson;
import dev.vmmadvisor.testkit.GoldenFile;
import dev.vmmadvisor.testkit.SampleHosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What GraalVM's {@code native-image} is told: the types at which Jackson looks by reflection, and
 * the resources. The files are written anew with {@code -Dvmmadvisor.golden=update}.
 */
@Tag("golden")
class NativeImageTest {

  private static final String OURS = "dev.vmmadvisor.api.";

  private static final SerializationConfig JACKSON =
      JsonMapper.builder().findAndAddModules().build().getSerializationConfig();

  @Test
  void everyTypeThatJacksonLooksAtIsListed() {
    String types =
        looksAt().stream()
            .map(
                type ->
                    "{\"name\": \"%s\", \"allDeclaredConstructors\": true,"
                            .formatted(type.getName())
                        + " \"allDeclaredFields\": true, \"allDeclaredMethods\": true}")
            .collect(Collectors.joining(", ", "[", "]"));

    metadata("vmm-api", "reflect-config.json").matchesJson(types);
  }

  /** Parameters, of which the types do not say what they hold, are met in no other way. */
  @Test
  void everyTypeThatIsMetWhileWritingIsAmongThem() throws IOException {
    Set<Class<?>> met = new HashSet<>();
    SimpleModule watch = new SimpleModule();
    watch.setSerializerModifier(
        new BeanSerializerModifier() {
          @Override
          public JsonSerializer<?> modifySerializer(
              SerializationConfig config, BeanDescription bean, JsonSerializer<?> serializer) {
            met.add(bean.getBeanClass());
            return serializer;
          }

          @Override
          public JsonSerializer<?> modifyEnumSerializer(
              SerializationConfig config,
              JavaType type,
              BeanDescription bean,
              JsonSerializer<?> serializer) {
            met.add(bean.getBeanClass());
            return serializer;
          }
        });
    JsonMapper json = JsonMapper.builder().findAndAddModules().addModule(watch).build();
    Advisor advisor = VmmAdvisor.builder().build();
    for (Host host : SampleHosts.all().values()) {
      json.writeValueAsString(host);
      json.writeValueAsString(advisor.recommend(host));
      json.writeValueAsString(advisor.validate(host));
      json.writeValueAsString(advisor.timeline(host));
      json.writeValueAsString(advisor.explain(host, Vmm.DOCKER_VMM));
    }

    assertThat(met).hasSizeGreaterThan(20);
    assertThat(looksAt())
        .containsAll(met.stream().filter(type -> type.getName().startsWith("dev.")).toList());
  }

  @Test
  void whatIsListedIsWhatAnswersAreMadeOf() {
    Set<Class<?>> types = looksAt();

    assertThat(types)
        .contains(Answer.class.getPermittedSubclasses())
        .contains(Host.class, Detection.class, SampleHosts.appleSilicon().getClass())
        .contains(Recommendation.class)
        .doesNotContain(VmmJson.class);
    assertThat(types).noneMatch(type -> type.getSimpleName().equals("Builder"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vmm-api", "vmm-core"})
  void everyResourceIsListed(String module) throws IOException {
    Path resources = Path.of("..", module, "target", "classes");
    try (Stream<Path> files = Files.walk(resources)) {
      String patterns =
          files
              .filter(Files::isRegularFile)
              .map(file -> resources.relativize(file).toString().replace('\\', '/'))
              .filter(name -> !name.startsWith("META-INF/") && !name.endsWith(".class"))
              .sorted()
              .map(name -> "{\"pattern\": \"\\\\Q%s\\\\E\"}".formatted(name))
              .collect(Collectors.joining(", "));

      metadata(module, "resource-config.json")
          .matchesJson("{\"resources\": {\"includes\": [%s]}}".formatted(patterns));
    }
  }

  private static GoldenFile metadata(String module, String file) {
    return GoldenFile.of(
        Path.of("..", module, "src", "main", "resources", "META-INF", "native-image")
            .resolve(Path.of("dev.vmmadvisor", module, file)));
  }

  /** The types of this library that can be met when one of its documents is written. */
  private static Set<Class<?>> looksAt() {
    List<Class<?>> all = all();
    Set<Class<?>> seen = new TreeSet<>(Comparator.comparing(Class::getName));
    Deque<Class<?>> open = new ArrayDeque<>(List.of(Host.class, Answer.class, Detection.class));
    while (!open.isEmpty()) {
      Class<?> type = open.pop();
      if (JsonSerializer.class.isAssignableFrom(type)) {
        seen.add(type);
      } else if (type.getName().startsWith(OURS) && seen.add(type)) {
        all.stream().filter(type::isAssignableFrom).forEach(open::add);
        open.addAll(Arrays.asList(type.getInterfaces()));
        if (!type.isEnum()) {
          JACKSON
              .introspect(JACKSON.constructType(type))
              .findProperties()
              .forEach(property -> add(property, open));
        }
      }
    }
    return seen;
  }

  private static void add(BeanPropertyDefinition property, Deque<Class<?>> open) {
    if (property.couldSerialize()) {
      add(property.getAccessor().getType(), open);
      Object serializer =
          JACKSON.getAnnotationIntrospector().findSerializer(property.getAccessor());
      if (serializer instanceof Class<?> type) {
        open.add(type);
      }
      Class<?> filter = property.findInclusion().getValueFilter();
      if (filter != null) {
        open.add(filter);
      }
    }
  }

  private static void add(JavaType type, Deque<Class<?>> open) {
    open.add(type.getRawClass());
    for (int i = 0; i < type.containedTypeCount(); i++) {
      add(type.containedType(i), open);
    }
    if (type.getContentType() != null) {
      add(type.getContentType(), open);
    }
  }

  /** The classes of the vocabulary. */
  private static List<Class<?>> all() {
    return new ClassFileImporter()
        .importPackages("dev.vmmadvisor.api").stream()
            .filter(type -> !type.getModifiers().contains(JavaModifier.SYNTHETIC))
            .<Class<?>>map(JavaClass::reflect)
            .toList();
  }
}
