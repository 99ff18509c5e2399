package dev.vmmadvisor.core;

import dev.vmmadvisor.api.Vmm;
import dev.vmmadvisor.testkit.FakeMac;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What users can call: the public types in the exported packages of all modules. */
final class PublicApi {

  private PublicApi() {}

  /** The public types, by name. */
  static List<Class<?>> types() throws Exception {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> module : List.of(Vmm.class, VmmAdvisor.class, FakeMac.class)) {
      types.addAll(types(module));
    }
    types.sort(Comparator.comparing(Class::getName));
    return types;
  }

  private static List<Class<?>> types(Class<?> ofModule) throws Exception {
    Path classes = Path.of(ofModule.getProtectionDomain().getCodeSource().getLocation().toURI());
    ModuleReference module = ModuleFinder.of(classes).findAll().iterator().next();
    Set<String> exported =
        module.descriptor().exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());
    List<Class<?>> types = new ArrayList<>();
    try (ModuleReader reader = module.open();
        Stream<String> files = reader.list()) {
      for (String file : files.toList()) {
        int name = file.lastIndexOf('/') + 1;
        if (file.endsWith(".class")
            && name > 0
            && exported.contains(file.substring(0, name - 1).replace('/', '.'))) {
          types.add(Class.forName(file.replace('/', '.').replaceAll("\\.class$", "")));
        }
      }
    }
    return types.stream().filter(PublicApi::isPublic).toList();
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
  }
}
